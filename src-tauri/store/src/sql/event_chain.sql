SELECT e.sequence, e.at, e.op, e.person_id, e.commitment, e.previous, e.hash, p.salt, p.case_id, p.payload
FROM event AS e LEFT JOIN event_payload AS p ON p.sequence = e.sequence
ORDER BY e.sequence
