SELECT id, title, design, unreached, drawn_by, drawn_at FROM sample ORDER BY drawn_at, id
