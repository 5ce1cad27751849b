SELECT count(*) AS duties
FROM duty AS d JOIN case_record AS c ON c.id = d.case_id
WHERE d.until_on = '9999-12-31' AND d.level_rank = :rank AND d.due_on BETWEEN :from AND :to
  AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
  AND (:team IS NULL OR c.team_id = :team) AND (:practitioner IS NULL OR c.practitioner_id = :practitioner)
  AND (:mine IS NULL OR c.practitioner_id = :mine OR c.manager_id = :mine)
