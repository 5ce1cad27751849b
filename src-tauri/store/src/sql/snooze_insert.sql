INSERT INTO snooze (id, case_id, rule, subject, start_on, until_on, cause, reason, snoozed_by, snoozed_at)
VALUES (:id, :case, :rule, :subject, :start_on, :until_on, :cause, :reason, :by, :at)
