SELECT k.meeting_id, m.name, m.held_on, k.decision, k.decided_by, k.decided_at, 0 AS replaced
FROM meeting_case AS k INDEXED BY meeting_case_by_case JOIN meeting AS m ON m.id = k.meeting_id
WHERE k.case_id = :case AND k.decided_by IS NOT NULL
UNION ALL
SELECT b.meeting_id, m.name, m.held_on, b.decision, b.decided_by, b.decided_at, 1
FROM meeting_decision_before AS b INDEXED BY meeting_decision_before_by_case JOIN meeting AS m ON m.id = b.meeting_id
WHERE b.case_id = :case
ORDER BY held_on DESC, meeting_id DESC, decided_at DESC
