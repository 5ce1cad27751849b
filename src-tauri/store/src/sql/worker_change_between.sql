SELECT w.case_id, w.from_on, w.practitioner_id, w.manager_id, w.reason,
       b.practitioner_id AS practitioner_before, b.manager_id AS manager_before
FROM worker_change AS w INDEXED BY worker_change_by_day
JOIN worker_change AS b ON b.case_id = w.case_id
  AND b.at = (SELECT max(e.at) FROM worker_change AS e WHERE e.case_id = w.case_id AND e.at < w.at)
WHERE w.from_on BETWEEN :from AND :to
  AND (:team IS NULL OR (SELECT c.team_id FROM case_record AS c WHERE c.id = w.case_id) = :team)
ORDER BY w.from_on DESC, w.case_id DESC, w.at DESC
