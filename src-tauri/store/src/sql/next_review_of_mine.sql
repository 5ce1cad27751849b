SELECT c.reference, c.next_review_on,
       (SELECT min(d.due_on) FROM duty AS d
        WHERE d.case_id = c.id AND d.until_on = '9999-12-31' AND d.rule IN ('never_reviewed', 'review_overdue')) AS owed_by
FROM case_record AS c
WHERE c.closed_on = '9999-12-31' AND (c.practitioner_id = :whose OR c.manager_id = :whose)
