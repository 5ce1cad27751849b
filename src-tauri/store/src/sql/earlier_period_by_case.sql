SELECT opened_on, closed_on, reopened_by, reopened_at, reason FROM earlier_period WHERE case_id = :case ORDER BY opened_on
