SELECT s.version_id, s.submitted_at, s.submitted_by, s.withdrawn_at, s.withdrawn_by
FROM item AS i JOIN item_version AS v ON v.item_id = i.id JOIN submission AS s ON s.version_id = v.id
WHERE i.case_id = :case
ORDER BY s.submitted_at
