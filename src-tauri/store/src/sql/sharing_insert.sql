INSERT INTO sharing (id, recipient, pack_id, shared_on, to_role, means, reason, shared_by, recorded_at)
VALUES (:id, :recipient, :pack, :on, :to_role, :means, :reason, :by, :at)
