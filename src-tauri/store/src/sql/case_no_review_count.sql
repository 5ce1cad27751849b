SELECT count(*) AS cases FROM case_record WHERE closed_on = '9999-12-31' AND no_review_due_on < :today
