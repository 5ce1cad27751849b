SELECT id, name FROM person
