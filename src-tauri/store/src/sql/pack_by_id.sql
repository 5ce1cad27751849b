SELECT id, profile, recipient, from_on, to_on, made_by, made_at, audit_head, files, question, request FROM pack WHERE id = :id
