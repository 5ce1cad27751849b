SELECT id FROM case_record ORDER BY id
