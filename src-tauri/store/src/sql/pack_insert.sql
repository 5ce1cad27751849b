INSERT INTO pack (id, profile, recipient, from_on, to_on, made_by, made_at, audit_head, files, question, request, summary)
VALUES (:id, :profile, :recipient, :from_on, :to_on, :by, :at, :audit_head, :files, :question, :request, :summary)
