SELECT id FROM case_record WHERE closed_on = '9999-12-31' ORDER BY opened_on DESC, reference
