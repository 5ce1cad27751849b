SELECT count(*) AS settled, count(*) - count(cause) AS without_cause FROM settled_late
WHERE met_on BETWEEN :from AND :to AND (:team IS NULL OR team_id = :team)
