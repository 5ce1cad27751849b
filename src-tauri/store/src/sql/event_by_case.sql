SELECT e.sequence, e.at, e.op, e.person_id, p.payload
FROM event_payload AS p JOIN event AS e ON e.sequence = p.sequence
WHERE p.case_id = :case
ORDER BY p.sequence DESC
