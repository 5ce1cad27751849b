SELECT s.decided_by, s.decided_at, s.outcome, s.level, s.level_before, s.deputy_for, sent.submitted_at
FROM sign_off AS s
LEFT JOIN submission AS sent ON sent.version_id = s.version_id AND sent.withdrawn_at = '9999-12-31'
WHERE s.decided_at >= :from AND s.decided_at < :before
