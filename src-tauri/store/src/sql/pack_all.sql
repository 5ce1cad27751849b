SELECT id, profile, recipient, from_on, to_on, made_by, made_at, audit_head, files, question, request FROM pack ORDER BY made_at DESC, id DESC
