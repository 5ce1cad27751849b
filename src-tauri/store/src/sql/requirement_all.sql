SELECT id, catalogue, theme, wording, basis, position FROM requirement ORDER BY catalogue, position
