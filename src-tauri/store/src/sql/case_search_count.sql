SELECT count(*) AS cases FROM case_record AS c WHERE instr(replace(c.reference, '-', ''), :search) > 0
