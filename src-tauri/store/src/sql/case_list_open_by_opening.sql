SELECT c.id, c.reference, c.opened_on, c.closed_on, c.source, c.level, c.level_confirmed, c.reviews, c.last_review_on,
       c.next_review_on, t.name AS team, p.name AS practitioner, m.name AS manager
FROM case_record AS c INDEXED BY case_open
LEFT JOIN team AS t ON t.id = c.team_id
LEFT JOIN person AS p ON p.id = c.practitioner_id
LEFT JOIN person AS m ON m.id = c.manager_id
WHERE c.closed_on = '9999-12-31' AND (:search = '' OR instr(replace(c.reference, '-', ''), :search) > 0)
  AND (:open IS NULL OR (c.closed_on = '9999-12-31') = :open) AND (:level IS NULL OR c.level = :level)
  AND (:team IS NULL OR c.team_id = :team) AND (:practitioner IS NULL OR c.practitioner_id = :practitioner)
  AND (:mine IS NULL OR c.practitioner_id = :mine OR c.manager_id = :mine)
ORDER BY c.opened_on DESC, c.reference
LIMIT :limit OFFSET :offset
