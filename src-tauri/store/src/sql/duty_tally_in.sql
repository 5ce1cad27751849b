INSERT INTO duty_tally (rule, level_rank, due_on, duties) VALUES (:rule, :level_rank, :due_on, 1)
ON CONFLICT (rule, level_rank, due_on) DO UPDATE SET duties = duties + 1
