INSERT INTO earlier_period (case_id, opened_on, closed_on, reopened_by, reopened_at, reason)
VALUES (:case, :opened_on, :closed_on, :by, :at, :reason)
