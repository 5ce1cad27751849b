SELECT from_on, practitioner_id, manager_id, reason FROM worker_change WHERE case_id = :case ORDER BY at DESC
