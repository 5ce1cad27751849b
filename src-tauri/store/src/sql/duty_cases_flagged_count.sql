SELECT count(DISTINCT case_id) AS cases FROM duty INDEXED BY duty_owed
WHERE until_on = '9999-12-31' AND due_on < :today AND start_on <= :today AND family = :family
