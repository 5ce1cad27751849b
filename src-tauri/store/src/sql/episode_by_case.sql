SELECT id, missing_from, returned, interview_offered, interview_held, interview_declined, themes
FROM episode WHERE case_id = :case ORDER BY missing_from DESC
