SELECT o.case_id,
       CASE WHEN o.case_id IN (SELECT l.case_id FROM worker_change AS l INDEXED BY worker_change_by_day WHERE l.from_on > :day)
       THEN (SELECT w.practitioner_id FROM worker_change AS w
             WHERE w.case_id = o.case_id AND w.from_on <= :day ORDER BY w.at DESC LIMIT 1)
       ELSE o.practitioner_id END AS practitioner_id
FROM (
    SELECT c.id AS case_id, c.practitioner_id FROM case_record AS c INDEXED BY case_open_of_worker
    WHERE c.closed_on = '9999-12-31' AND c.opened_on <= :day AND (:team IS NULL OR c.team_id = :team)
    UNION ALL
    SELECT c.id, c.practitioner_id FROM case_record AS c INDEXED BY case_by_closing
    WHERE c.closed_on > :day AND c.closed_on <> '9999-12-31' AND c.opened_on <= :day AND (:team IS NULL OR c.team_id = :team)
    UNION ALL
    SELECT c.id, c.practitioner_id FROM earlier_period AS e JOIN case_record AS c ON c.id = e.case_id
    WHERE e.opened_on <= :day AND e.closed_on > :day AND (:team IS NULL OR c.team_id = :team)
) AS o
