INSERT INTO review_date (id, case_id, next_review_on, reason, set_by, set_at) VALUES (:id, :case, :next_review_on, :reason, :by, :at)
