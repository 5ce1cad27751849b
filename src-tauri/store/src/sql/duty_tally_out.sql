UPDATE duty_tally SET duties = duties - 1 WHERE rule = :rule AND level_rank = :level_rank AND due_on = :due_on
