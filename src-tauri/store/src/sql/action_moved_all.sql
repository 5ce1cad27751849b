SELECT action_id, due_on FROM action_moved ORDER BY moved_at
