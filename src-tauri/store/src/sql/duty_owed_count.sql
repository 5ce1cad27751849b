SELECT count(*) AS duties
FROM duty AS d
WHERE d.until_on = '9999-12-31' AND d.level_rank = :rank AND d.due_on BETWEEN :from AND :to
  AND (:rule IS NULL OR d.rule = :rule) AND (:family IS NULL OR d.family = :family)
