INSERT INTO action_update (id, action_id, day, state, progress, now, evidence, checked_by, sample, sampled_on, recorded_by, recorded_at)
VALUES (:id, :action, :day, :state, :progress, :now, :evidence, :checked_by, :sample, :sampled_on, :by, :at)
