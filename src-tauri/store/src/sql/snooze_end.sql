UPDATE snooze SET ended_at = :at, ended_by = :by WHERE id = :id AND ended_at = '9999-12-31'
