SELECT id, case_id, rule, subject, start_on, until_on, cause, reason, snoozed_by, snoozed_at, ended_at, ended_by FROM snooze WHERE case_id = :case ORDER BY snoozed_at
