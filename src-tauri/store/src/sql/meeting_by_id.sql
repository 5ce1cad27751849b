SELECT id, name, held_on, made_by, made_at, version FROM meeting WHERE id = :id
