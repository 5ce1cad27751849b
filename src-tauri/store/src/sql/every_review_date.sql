SELECT case_id, id, next_review_on, reason, set_by, set_at FROM review_date ORDER BY case_id, set_at
