INSERT INTO plan_update (id, case_id, action_id, day, state, note, recorded_by, recorded_at)
VALUES (:id, :case, :action, :day, :state, :note, :by, :at)
