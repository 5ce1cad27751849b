UPDATE case_record
SET level = :level, level_rank = :level_rank, level_confirmed = :level_confirmed, reviews = :reviews,
    last_review_on = :last_review_on, next_review_on = :next_review_on, no_review_due_on = :no_review_due_on
WHERE id = :case
