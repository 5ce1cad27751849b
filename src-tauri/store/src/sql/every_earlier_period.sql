SELECT case_id, opened_on, closed_on, reopened_by, reopened_at, reason FROM earlier_period ORDER BY case_id, opened_on
