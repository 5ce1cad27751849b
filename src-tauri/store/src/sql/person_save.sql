INSERT INTO person (id, name, active) VALUES (:id, :name, :active)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, active = excluded.active
