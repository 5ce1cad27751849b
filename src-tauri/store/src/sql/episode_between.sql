SELECT e.id, e.case_id, e.missing_from, e.returned, e.interview_offered, e.interview_held, e.interview_declined, e.themes
FROM episode AS e INDEXED BY episode_by_day
WHERE e.missing_from >= :from AND e.missing_from < :until
  AND (:team IS NULL OR (SELECT c.team_id FROM case_record AS c WHERE c.id = e.case_id) = :team)
ORDER BY e.missing_from DESC, e.id DESC
