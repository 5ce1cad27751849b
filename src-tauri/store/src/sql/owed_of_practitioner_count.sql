SELECT COALESCE(sum(1) FILTER (WHERE d.due_on <= :critical_to AND d.snoozed_to < :today), 0) AS critically_overdue,
       COALESCE(sum(1) FILTER (WHERE d.due_on > :critical_to AND d.due_on < :today AND d.snoozed_to < :today), 0) AS overdue,
       COALESCE(sum(1) FILTER (WHERE d.due_on BETWEEN :today AND :soon_to), 0) AS due_soon,
       COALESCE(sum(1) FILTER (WHERE d.due_on > :soon_to), 0) AS not_due_yet,
       COALESCE(sum(1) FILTER (WHERE d.due_on < :today AND d.snoozed_to >= :today), 0) AS snoozed
FROM duty AS d INDEXED BY duty_owed_of_practitioner
WHERE d.until_on = '9999-12-31' AND d.practitioner_id = :practitioner
  AND d.level_rank = :rank
  AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
  AND (:team IS NULL OR d.team_id = :team)
  AND :mine IS NULL
