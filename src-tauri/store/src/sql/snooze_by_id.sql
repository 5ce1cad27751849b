SELECT id, case_id, rule, subject, start_on, until_on, cause, reason, snoozed_by, snoozed_at FROM snooze WHERE id = :id
