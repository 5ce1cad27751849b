SELECT id, theme, title FROM objective ORDER BY id
