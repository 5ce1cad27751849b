INSERT INTO worker_change (case_id, from_on, at, practitioner_id, manager_id, reason)
VALUES (:case, :from_on, :at, :practitioner, :manager, :reason)
