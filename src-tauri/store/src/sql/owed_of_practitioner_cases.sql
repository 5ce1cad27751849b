SELECT count(DISTINCT d.case_id) AS cases
FROM duty AS d INDEXED BY duty_owed_of_practitioner
WHERE d.until_on = '9999-12-31' AND d.practitioner_id = :practitioner
  AND d.due_on < :today AND d.snoozed_to < :today
  AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
  AND (:team IS NULL OR d.team_id = :team)
  AND :mine IS NULL
