SELECT action_id, requirement_id FROM action_requirement ORDER BY requirement_id
