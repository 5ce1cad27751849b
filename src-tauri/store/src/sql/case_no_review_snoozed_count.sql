SELECT count(*) AS cases FROM (
    SELECT DISTINCT d.case_id FROM duty AS d INDEXED BY duty_snoozed
    WHERE d.until_on = '9999-12-31' AND d.snoozed_to <> '' AND d.snoozed_to >= :today AND d.due_on < :today AND d.family = 'no_review'
) AS resting
WHERE NOT EXISTS (
    SELECT 1 FROM duty AS w
    WHERE w.case_id = resting.case_id AND w.until_on = '9999-12-31' AND w.family = 'no_review' AND w.due_on < :today AND w.snoozed_to < :today
)
