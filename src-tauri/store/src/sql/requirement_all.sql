SELECT id, catalogue, theme, wording, basis, checked_by, checked_on, position FROM requirement ORDER BY catalogue, position
