INSERT INTO action_change (action_id, changed_at, changed_by, why, before) VALUES (:action, :changed_at, :by, :why, :before)
