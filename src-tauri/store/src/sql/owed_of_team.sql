SELECT d.case_id, d.rule, d.subject, d.start_on, d.due_on, d.met_on, d.until_on, d.level_rank, d.explanation, d.snoozed_to, d.team_id,
       d.practitioner_id, d.manager_id, c.reference, c.level
FROM duty AS d INDEXED BY duty_owed_of_team JOIN case_record AS c ON c.id = d.case_id
WHERE d.until_on = '9999-12-31' AND d.team_id = :team
  AND d.level_rank = :rank AND d.due_on BETWEEN :from AND :to AND d.snoozed_to < :today
  AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
  AND :practitioner IS NULL AND :mine IS NULL
ORDER BY d.due_on, d.case_id, d.rule LIMIT :limit OFFSET :offset
