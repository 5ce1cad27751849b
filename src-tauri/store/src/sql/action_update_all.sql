SELECT action_id, day, state, progress, now, evidence, checked_by, sample, sampled_on, recorded_by, recorded_at
FROM action_update ORDER BY day, recorded_at, id
