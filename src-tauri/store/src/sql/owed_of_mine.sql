SELECT d.*, c.reference, c.level
FROM (
    SELECT d.case_id, d.rule, d.subject, d.start_on, d.due_on, d.met_on, d.until_on, d.level_rank, d.explanation, d.snoozed_to, d.team_id,
       d.practitioner_id, d.manager_id
    FROM duty AS d INDEXED BY duty_owed_of_practitioner
    WHERE d.until_on = '9999-12-31' AND d.practitioner_id = :mine
  AND d.level_rank = :rank AND d.due_on BETWEEN :from AND :to AND d.snoozed_to < :today
  AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
      AND (:team IS NULL OR d.team_id = :team) AND (:practitioner IS NULL OR d.practitioner_id = :practitioner)
    UNION ALL
    SELECT d.case_id, d.rule, d.subject, d.start_on, d.due_on, d.met_on, d.until_on, d.level_rank, d.explanation, d.snoozed_to, d.team_id,
       d.practitioner_id, d.manager_id
    FROM duty AS d INDEXED BY duty_owed_of_manager
    WHERE d.until_on = '9999-12-31' AND d.manager_id = :mine AND d.practitioner_id IS NOT :mine
  AND d.level_rank = :rank AND d.due_on BETWEEN :from AND :to AND d.snoozed_to < :today
  AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
      AND (:team IS NULL OR d.team_id = :team) AND (:practitioner IS NULL OR d.practitioner_id = :practitioner)
    ORDER BY 5, 1, 2 LIMIT :limit OFFSET :offset
) AS d JOIN case_record AS c ON c.id = d.case_id
ORDER BY d.due_on, d.case_id, d.rule
