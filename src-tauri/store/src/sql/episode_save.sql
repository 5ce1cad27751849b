INSERT INTO episode (id, case_id, missing_from, returned, interview_offered, interview_held, interview_declined, themes)
VALUES (:id, :case, :missing_from, :returned, :offered, :held, :declined, :themes)
ON CONFLICT (id) DO UPDATE SET missing_from = excluded.missing_from, returned = excluded.returned,
    interview_offered = excluded.interview_offered, interview_held = excluded.interview_held,
    interview_declined = excluded.interview_declined, themes = excluded.themes
