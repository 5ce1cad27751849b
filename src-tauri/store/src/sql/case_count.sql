SELECT count(*) AS cases FROM case_record
