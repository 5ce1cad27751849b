SELECT list, code, label, grouping, position, effective_from, withdrawn_from FROM code ORDER BY list, position, code
