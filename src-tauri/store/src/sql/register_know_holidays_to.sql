UPDATE register SET bank_holidays_known_to = :day
