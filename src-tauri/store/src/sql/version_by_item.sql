SELECT v.id, v.item_id, i.case_id, i.kind, v.number, v.content, v.hash, v.authors, v.written_at, v.changed_at,
       s.hash AS decided_hash, s.outcome, s.level, s.plan_progressing, s.reason, s.decided_by, s.decided_at, s.signature, s.level_before, s.deputy_for
FROM item AS i JOIN item_version AS v ON v.item_id = i.id LEFT JOIN sign_off AS s ON s.version_id = v.id
WHERE i.id = :item
ORDER BY v.number
