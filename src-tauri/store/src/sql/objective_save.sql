INSERT INTO objective (id, theme, title) VALUES (:id, :theme, :title) ON CONFLICT (id) DO UPDATE SET theme = excluded.theme, title = excluded.title
