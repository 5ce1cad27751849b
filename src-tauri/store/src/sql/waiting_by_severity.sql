SELECT s.version_id, s.submitted_at, s.submitted_by, v.item_id, v.number, v.authors, i.kind, c.reference, c.level, c.team_id,
       c.manager_id, d.due_on
FROM submission AS s
JOIN item_version AS v ON v.id = s.version_id
JOIN item AS i ON i.id = v.item_id
JOIN case_record AS c ON c.id = i.case_id
LEFT JOIN duty AS d ON d.subject = v.item_id AND d.rule = 'decision_waiting' AND d.until_on = '9999-12-31'
WHERE s.withdrawn_at = '9999-12-31' AND s.decided = 0 AND c.closed_on = '9999-12-31'
  AND (:kind IS NULL OR i.kind = :kind) AND (:not_by IS NULL OR v.authors NOT LIKE :not_by)
  AND (:managers IS NULL OR (c.manager_id IS NOT NULL AND instr(:managers, hex(c.manager_id)) > 0))
ORDER BY
    CASE
        WHEN d.due_on <= json_extract(:critical_to, '$[' || d.level_rank || ']') THEN 0
        WHEN d.due_on < :today THEN 1
        WHEN d.due_on <= :soon_to THEN 2
        ELSE 3
    END,
    c.level_rank, s.submitted_at, s.version_id
LIMIT :limit OFFSET :offset
