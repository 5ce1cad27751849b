INSERT INTO action (id, objective_id, number, title, owner_role, organisation, partners, start_on, due_on, measure, baseline, target, now,
    entered_at, withdrawn_on)
VALUES (:id, :objective, :number, :title, :owner_role, :organisation, :partners, :start_on, :due_on, :measure, :baseline, :target, '',
    :entered_at, :withdrawn_on)
ON CONFLICT (id) DO UPDATE SET objective_id = excluded.objective_id, number = excluded.number, title = excluded.title,
    owner_role = excluded.owner_role, organisation = excluded.organisation, partners = excluded.partners,
    start_on = excluded.start_on, due_on = excluded.due_on, measure = excluded.measure, baseline = excluded.baseline,
    target = excluded.target, withdrawn_on = excluded.withdrawn_on
