SELECT id, title, design, unreached, drawn_by, drawn_at FROM sample WHERE id = :id
