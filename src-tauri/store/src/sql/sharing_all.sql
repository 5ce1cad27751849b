SELECT id, recipient, pack_id, shared_on, to_role, means, reason, shared_by, recorded_at
FROM sharing ORDER BY shared_on DESC, recorded_at DESC
