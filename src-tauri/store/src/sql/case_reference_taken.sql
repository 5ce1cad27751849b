SELECT 1 FROM case_record WHERE reference = :reference
