INSERT INTO submission (id, version_id, submitted_at, submitted_by) VALUES (:id, :version, :at, :by)
