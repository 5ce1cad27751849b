SELECT id, objective_id, title, owner_role, organisation, partners, start_on, due_on, measure, baseline, target, now
FROM action ORDER BY id
