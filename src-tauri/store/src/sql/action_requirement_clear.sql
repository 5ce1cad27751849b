DELETE FROM action_requirement WHERE action_id = :action
