SELECT case_id, id, action_id, day, state, note, recorded_by, recorded_at
FROM plan_update ORDER BY case_id, recorded_at, id
