SELECT id, next_review_on, reason, set_by, set_at FROM review_date WHERE case_id = :case ORDER BY set_at
