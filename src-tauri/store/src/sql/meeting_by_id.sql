SELECT id, name, held_on, made_by, made_at FROM meeting WHERE id = :id
