SELECT case_id, reference, team_id, rule, subject, start_on, due_on, met_on, cause FROM settled_late
WHERE case_id = :case AND met_on BETWEEN :from AND :to AND cause IS NULL ORDER BY met_on DESC, place DESC
