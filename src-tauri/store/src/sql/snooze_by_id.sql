SELECT id, case_id, rule, subject, start_on, until_on, cause, reason, snoozed_by, snoozed_at, ended_at, ended_by FROM snooze WHERE id = :id
