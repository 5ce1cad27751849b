SELECT case_id, decision, decided_by, decided_at, version FROM meeting_case WHERE meeting_id = :meeting ORDER BY position
