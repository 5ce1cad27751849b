INSERT INTO sample (id, title, design, unreached, drawn_by, drawn_at)
VALUES (:id, :title, :design, :unreached, :by, :at)
