SELECT level, level_rank, level_confirmed, reviews, last_review_on, next_review_on, no_review_due_on FROM case_record WHERE id = :case
