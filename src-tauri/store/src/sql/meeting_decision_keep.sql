INSERT INTO meeting_decision_before (meeting_id, case_id, version, decision, decided_by, decided_at)
SELECT meeting_id, case_id, version, decision, decided_by, decided_at FROM meeting_case
WHERE meeting_id = :meeting AND case_id = :case AND version = :version AND decided_by IS NOT NULL
