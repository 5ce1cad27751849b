INSERT INTO team (name) VALUES (:name)
