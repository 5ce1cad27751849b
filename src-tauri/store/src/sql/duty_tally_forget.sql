DELETE FROM duty_tally WHERE rule = :rule AND level_rank = :level_rank AND due_on = :due_on AND duties = 0
