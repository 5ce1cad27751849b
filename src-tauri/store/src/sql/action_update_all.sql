SELECT id, action_id, day, state, progress, evidence, checked_by, recorded_by, recorded_at
FROM action_update ORDER BY day, recorded_at, id
