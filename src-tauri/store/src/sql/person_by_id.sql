SELECT p.id, p.name, p.active, p.team_id,
       COALESCE((SELECT group_concat(r.role, ',' ORDER BY r.role) FROM person_role AS r WHERE r.person_id = p.id), '') AS roles
FROM person AS p
WHERE p.id = :id
