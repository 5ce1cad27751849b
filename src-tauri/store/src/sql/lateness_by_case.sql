SELECT case_id, rule, subject, start_on, cause, note, recorded_by, recorded_at FROM lateness WHERE case_id = :case
