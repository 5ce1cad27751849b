INSERT INTO meeting (id, name, held_on, made_by, made_at) VALUES (:id, :name, :held_on, :by, :at)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, held_on = excluded.held_on, version = version + 1 WHERE version = :version
