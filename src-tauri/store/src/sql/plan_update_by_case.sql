SELECT id, action_id, day, state, note, recorded_by, recorded_at
FROM plan_update WHERE case_id = :case ORDER BY recorded_at, id
