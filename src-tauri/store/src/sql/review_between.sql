SELECT json_extract(v.content, '$.held_on') AS held_on, v.id AS place, i.case_id,
       json_extract(v.content, '$.participation') AS participation,
       json_extract(v.content, '$.changed_by_views') AS changed_by_views, 0 AS reported
FROM item_version AS v INDEXED BY review_by_day JOIN item AS i ON i.id = v.item_id
LEFT JOIN sign_off AS s ON s.version_id = v.id AND s.outcome = 'signed_off'
WHERE json_extract(v.content, '$.held_on') BETWEEN :from AND :to
  -- The version that counts: signed last, and while none is signed the latest.
  AND NOT EXISTS (
      SELECT 1 FROM item_version AS w LEFT JOIN sign_off AS t ON t.version_id = w.id AND t.outcome = 'signed_off'
      WHERE w.item_id = v.item_id
        AND ((t.version_id IS NOT NULL AND (s.version_id IS NULL OR w.number > v.number)) OR (s.version_id IS NULL AND w.number > v.number)))
  AND (:team IS NULL OR (SELECT c.team_id FROM case_record AS c WHERE c.id = i.case_id) = :team)
UNION ALL
SELECT json_extract(r.value, '$.on'), c.id, c.id, json_extract(r.value, '$.participation'), '', 1
FROM case_record AS c INDEXED BY case_by_reported_review, json_each(c.reported, '$.reviews') AS r
WHERE json_extract(c.reported, '$.reviews[#-1].on') >= :from AND json_extract(c.reported, '$.reviews[0].on') <= :to
  AND json_extract(r.value, '$.on') BETWEEN :from AND :to AND (:team IS NULL OR c.team_id = :team)
ORDER BY held_on DESC, place DESC
