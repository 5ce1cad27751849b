SELECT version_id FROM submission WHERE withdrawn_at = '9999-12-31' AND decided = 0 ORDER BY submitted_at, version_id
