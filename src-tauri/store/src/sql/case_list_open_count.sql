SELECT count(*) AS cases
FROM case_record AS c INDEXED BY case_open
WHERE c.closed_on = '9999-12-31' AND (:search = '' OR instr(replace(c.reference, '-', ''), :search) > 0)
  AND (:open IS NULL OR (c.closed_on = '9999-12-31') = :open) AND (:level IS NULL OR c.level = :level)
  AND (:team IS NULL OR c.team_id = :team) AND (:practitioner IS NULL OR c.practitioner_id = :practitioner)
  AND (:mine IS NULL OR c.practitioner_id = :mine OR c.manager_id = :mine)
