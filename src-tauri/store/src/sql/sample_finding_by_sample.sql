SELECT case_id, found_at, found_by, finding, child_heard, looked_at, note, own_case
FROM sample_finding WHERE sample_id = :sample ORDER BY case_id, found_at
