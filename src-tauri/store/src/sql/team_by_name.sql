SELECT id FROM team WHERE name = :name
