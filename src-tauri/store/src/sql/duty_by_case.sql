SELECT case_id, rule, subject, start_on, due_on FROM duty WHERE case_id = :case ORDER BY place
