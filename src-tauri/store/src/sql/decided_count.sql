SELECT count(*) AS decisions
FROM sign_off AS s
WHERE s.decided_at >= :from AND s.decided_at < :before
  AND (:manager IS NULL OR s.decided_by = :manager) AND (:outcome IS NULL OR s.outcome = :outcome)
  AND (NOT :level_changed OR (s.outcome = 'signed_off' AND s.level_before IS NOT NULL AND s.level IS NOT s.level_before))
