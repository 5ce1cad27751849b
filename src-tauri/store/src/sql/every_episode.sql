SELECT case_id, id, missing_from, returned, interview_offered, interview_held, interview_declined, themes
FROM episode ORDER BY case_id, missing_from DESC
