INSERT INTO instrument (id, name, in_force_from, in_force_to, status, successor)
VALUES (:id, :name, :from, :to, :status, :successor)
