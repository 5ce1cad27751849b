UPDATE meeting_case SET decision = :decision, decided_by = :by, decided_at = :at, version = version + 1
WHERE meeting_id = :meeting AND case_id = :case AND version = :version
