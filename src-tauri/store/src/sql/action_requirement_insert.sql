INSERT INTO action_requirement (action_id, requirement_id) VALUES (:action, :requirement) ON CONFLICT DO NOTHING
