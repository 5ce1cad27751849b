SELECT d.case_id, d.rule, d.subject, d.start_on, d.due_on, d.met_on, d.until_on, d.level_rank, d.explanation, d.snoozed_to, d.team_id,
       d.practitioner_id, d.manager_id, c.reference, c.level
FROM duty AS d INDEXED BY duty_snoozed JOIN case_record AS c ON c.id = d.case_id
WHERE d.until_on = '9999-12-31' AND d.snoozed_to <> '' AND d.snoozed_to >= :today AND d.due_on < :today
  AND (:rank IS NULL OR d.level_rank = :rank) AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
  AND (:team IS NULL OR d.team_id = :team) AND (:practitioner IS NULL OR d.practitioner_id = :practitioner)
  AND (:mine IS NULL OR d.practitioner_id = :mine OR d.manager_id = :mine)
ORDER BY d.snoozed_to, d.due_on, d.case_id, d.rule LIMIT :limit OFFSET :offset
