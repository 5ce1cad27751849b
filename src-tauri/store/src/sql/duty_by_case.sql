SELECT d.place, d.case_id, d.rule, d.subject, d.start_on, d.due_on, d.met_on, d.until_on, d.level_rank, d.explanation, d.snoozed_to, d.team_id,
       d.practitioner_id, d.manager_id
FROM duty AS d WHERE d.case_id = :case ORDER BY d.place
