SELECT (SELECT count(*) FROM case_record) - (SELECT count(*) FROM case_record WHERE closed_on = '9999-12-31') AS cases
