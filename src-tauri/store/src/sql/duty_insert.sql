INSERT INTO duty (case_id, place, rule, family, subject, start_on, due_on, met_on, until_on, level_rank)
VALUES (:case, :place, :rule, :family, :subject, :start_on, :due_on, :met_on, :until_on, :level_rank)
