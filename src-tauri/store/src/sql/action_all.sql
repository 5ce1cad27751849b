SELECT id, objective_id, number, title, owner_role, organisation, partners, start_on, NULLIF(due_on, '') AS due_on, measure, baseline, target, now,
    entered_at, withdrawn_on
FROM action ORDER BY id
