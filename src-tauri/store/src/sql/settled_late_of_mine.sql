SELECT case_id, reference, team_id, rule, subject, start_on, due_on, met_on, cause FROM settled_late
WHERE case_id IN (SELECT id FROM case_record WHERE practitioner_id = :mine AND closed_on >= :from
                 UNION SELECT id FROM case_record WHERE manager_id = :mine AND closed_on >= :from)
  AND met_on BETWEEN :from AND :to AND (:team IS NULL OR team_id = :team) AND (NOT :without_cause OR cause IS NULL)
ORDER BY met_on DESC, case_id DESC, place DESC LIMIT :limit OFFSET :offset
