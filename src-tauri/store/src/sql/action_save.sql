INSERT INTO action (id, objective_id, title, owner_role, organisation, partners, start_on, due_on, measure, baseline, target, now)
VALUES (:id, :objective, :title, :owner_role, :organisation, :partners, :start_on, :due_on, :measure, :baseline, :target, :now)
ON CONFLICT (id) DO UPDATE SET objective_id = excluded.objective_id, title = excluded.title, owner_role = excluded.owner_role,
    organisation = excluded.organisation, partners = excluded.partners, start_on = excluded.start_on, due_on = excluded.due_on,
    measure = excluded.measure, baseline = excluded.baseline, target = excluded.target, now = excluded.now
