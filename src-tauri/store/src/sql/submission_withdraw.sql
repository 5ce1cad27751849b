UPDATE submission SET withdrawn_at = :at, withdrawn_by = :by WHERE version_id = :version AND withdrawn_at = '9999-12-31' AND decided = 0
