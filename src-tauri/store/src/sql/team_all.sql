SELECT id, name FROM team ORDER BY name
