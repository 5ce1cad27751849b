SELECT k.meeting_id, m.name, m.held_on, k.decision, k.decided_by, k.decided_at
FROM meeting_case AS k INDEXED BY meeting_case_by_case JOIN meeting AS m ON m.id = k.meeting_id
WHERE k.case_id = :case AND k.decided_by IS NOT NULL
ORDER BY m.held_on DESC, m.id DESC
