SELECT id, manager_id, deputy_id, from_on, to_on, named_by, named_at, ended_on FROM deputy WHERE id = :id
