INSERT INTO code (list, code, label, grouping, position, effective_from, withdrawn_from)
VALUES (:list, :code, :label, :grouping, :position, :effective_from, :withdrawn_from)
ON CONFLICT (list, code) DO UPDATE SET label = excluded.label, withdrawn_from = excluded.withdrawn_from
