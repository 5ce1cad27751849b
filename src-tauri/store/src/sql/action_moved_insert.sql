INSERT INTO action_moved (action_id, moved_at, due_on) VALUES (:action, :moved_at, :due_on)
