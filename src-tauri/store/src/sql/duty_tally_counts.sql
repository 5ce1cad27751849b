SELECT COALESCE(sum(duties) FILTER (WHERE due_on <= :critical_to), 0) AS critically_overdue,
       COALESCE(sum(duties) FILTER (WHERE due_on > :critical_to AND due_on < :today), 0) AS overdue,
       COALESCE(sum(duties) FILTER (WHERE due_on BETWEEN :today AND :soon_to), 0) AS due_soon,
       COALESCE(sum(duties) FILTER (WHERE due_on > :soon_to), 0) AS not_due_yet,
       0 AS snoozed
FROM duty_tally WHERE rule = :rule AND level_rank = :rank
