INSERT INTO item (id, case_id, kind) VALUES (:id, :case, :kind)
