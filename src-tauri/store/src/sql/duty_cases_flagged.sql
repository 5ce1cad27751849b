SELECT case_id FROM duty INDEXED BY duty_owed
WHERE until_on = '9999-12-31' AND start_on <= :day AND due_on < :day AND (:rule IS NULL OR rule = :rule)
UNION
SELECT case_id FROM duty
WHERE until_on < '9999-12-31' AND until_on > :day AND start_on <= :day AND due_on < :day AND (:rule IS NULL OR rule = :rule)
ORDER BY case_id
