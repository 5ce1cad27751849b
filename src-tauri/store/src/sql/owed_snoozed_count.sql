SELECT count(*) FILTER (WHERE d.due_on <= :critical_to) AS critically_overdue,
       count(*) FILTER (WHERE d.due_on > :critical_to) AS overdue
FROM duty AS d INDEXED BY duty_snoozed
WHERE d.until_on = '9999-12-31' AND d.snoozed_to <> '' AND d.snoozed_to >= :today AND d.due_on < :today
  AND (:rank IS NULL OR d.level_rank = :rank) AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
  AND (:team IS NULL OR d.team_id = :team) AND (:practitioner IS NULL OR d.practitioner_id = :practitioner)
  AND (:mine IS NULL OR d.practitioner_id = :mine OR d.manager_id = :mine)
