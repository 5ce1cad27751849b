SELECT id, case_id, rule, subject, start_on, until_on, cause, reason, snoozed_by, snoozed_at FROM snooze WHERE ended_at = '9999-12-31' ORDER BY case_id, snoozed_at
