SELECT count(*) AS settled, count(*) - count(cause) AS without_cause FROM settled_late
WHERE case_id IN (SELECT id FROM case_record WHERE practitioner_id = :mine AND closed_on >= :from
                 UNION SELECT id FROM case_record WHERE manager_id = :mine AND closed_on >= :from)
  AND met_on BETWEEN :from AND :to AND (:team IS NULL OR team_id = :team)
