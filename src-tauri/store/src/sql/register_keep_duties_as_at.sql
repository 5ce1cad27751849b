UPDATE register SET duties_as_at = :day
