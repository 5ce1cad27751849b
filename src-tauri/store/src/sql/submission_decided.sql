UPDATE submission SET decided = 1 WHERE version_id = :version AND withdrawn_at = '9999-12-31'
