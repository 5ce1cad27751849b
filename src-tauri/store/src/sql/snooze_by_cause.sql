SELECT c.team_id, s.cause, count(*) AS late FROM snooze AS s JOIN case_record AS c ON c.id = s.case_id
WHERE s.snoozed_at >= :from AND s.snoozed_at < :until GROUP BY c.team_id, s.cause
