INSERT INTO person_role (person_id, role) VALUES (:person, :role)
