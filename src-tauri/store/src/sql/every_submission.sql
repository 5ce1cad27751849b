SELECT i.case_id, s.version_id, s.submitted_at, s.submitted_by, s.withdrawn_at, s.withdrawn_by
FROM item AS i INDEXED BY item_by_case CROSS JOIN item_version AS v ON v.item_id = i.id CROSS JOIN submission AS s ON s.version_id = v.id
ORDER BY i.case_id
