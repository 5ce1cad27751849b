SELECT team_id, cause, count(*) AS late FROM settled_late WHERE met_on BETWEEN :from AND :to GROUP BY team_id, cause
