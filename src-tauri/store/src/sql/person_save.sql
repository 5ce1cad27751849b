INSERT INTO person (id, name, active, team_id) VALUES (:id, :name, :active, :team)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, active = excluded.active, team_id = excluded.team_id
