INSERT INTO meeting_case (meeting_id, position, case_id, decision, decided_by, decided_at, version)
VALUES (:meeting, :position, :case, :decision, :by, :at, :version)
