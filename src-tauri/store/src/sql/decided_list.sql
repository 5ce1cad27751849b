SELECT s.version_id, s.decided_by, s.decided_at, s.outcome, s.level, s.level_before, s.deputy_for, s.reason,
       c.reference, i.kind, v.number, sent.submitted_at
FROM sign_off AS s
JOIN item_version AS v ON v.id = s.version_id
JOIN item AS i ON i.id = v.item_id
JOIN case_record AS c ON c.id = i.case_id
LEFT JOIN submission AS sent ON sent.version_id = s.version_id AND sent.withdrawn_at = '9999-12-31'
WHERE s.decided_at >= :from AND s.decided_at < :before
  AND (:manager IS NULL OR s.decided_by = :manager) AND (:outcome IS NULL OR s.outcome = :outcome)
  AND (NOT :level_changed OR (s.outcome = 'signed_off' AND s.level_before IS NOT NULL AND s.level IS NOT s.level_before))
ORDER BY s.decided_at DESC, s.version_id LIMIT :limit OFFSET :offset
