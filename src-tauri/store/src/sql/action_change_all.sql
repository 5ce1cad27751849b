SELECT action_id, changed_at, changed_by, why, before FROM action_change ORDER BY action_id, changed_at
