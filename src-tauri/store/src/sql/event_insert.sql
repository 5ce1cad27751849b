INSERT INTO event (sequence, at, op, person_id, commitment, previous, hash)
VALUES (:sequence, :at, :op, :person, :commitment, :previous, :hash)
