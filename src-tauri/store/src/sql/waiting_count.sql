SELECT count(*) AS waiting, count(*) FILTER (WHERE v.authors NOT LIKE :written_by) AS of_others
FROM submission AS s
JOIN item_version AS v ON v.id = s.version_id
JOIN item AS i ON i.id = v.item_id
JOIN case_record AS c ON c.id = i.case_id
WHERE s.withdrawn_at = '9999-12-31' AND s.decided = 0 AND c.closed_on = '9999-12-31'
  AND (:kind IS NULL OR i.kind = :kind)
  AND (:managers IS NULL OR (c.manager_id IS NOT NULL AND instr(:managers, hex(c.manager_id)) > 0))
