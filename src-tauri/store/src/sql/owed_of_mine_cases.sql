SELECT count(DISTINCT d.case_id) AS cases
FROM (
    SELECT d.case_id FROM duty AS d INDEXED BY duty_owed_of_practitioner
    WHERE d.until_on = '9999-12-31' AND d.practitioner_id = :mine
  AND d.due_on < :today AND d.snoozed_to < :today
  AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
      AND (:team IS NULL OR d.team_id = :team) AND (:practitioner IS NULL OR d.practitioner_id = :practitioner)
    UNION ALL
    SELECT d.case_id FROM duty AS d INDEXED BY duty_owed_of_manager
    WHERE d.until_on = '9999-12-31' AND d.manager_id = :mine AND d.practitioner_id IS NOT :mine
  AND d.due_on < :today AND d.snoozed_to < :today
  AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
      AND (:team IS NULL OR d.team_id = :team) AND (:practitioner IS NULL OR d.practitioner_id = :practitioner)
) AS d
