INSERT INTO deputy (id, manager_id, deputy_id, from_on, to_on, named_by, named_at)
VALUES (:id, :manager, :deputy, :from_on, :to_on, :by, :at)
