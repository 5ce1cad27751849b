SELECT v.id
FROM sign_off AS s JOIN item_version AS v ON v.id = s.version_id
WHERE s.outcome = 'returned' AND v.authors LIKE :person
  AND NOT EXISTS (SELECT 1 FROM item_version AS later WHERE later.item_id = v.item_id AND later.number > v.number)
ORDER BY s.decided_at DESC
