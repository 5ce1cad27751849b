INSERT INTO action_update (id, action_id, day, state, progress, evidence, checked_by, recorded_by, recorded_at)
VALUES (:id, :action, :day, :state, :progress, :evidence, :checked_by, :by, :at)
