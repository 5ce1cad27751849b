INSERT INTO sample_finding (sample_id, case_id, found_at, found_by, finding, child_heard, looked_at, note, own_case)
VALUES (:sample, :case, :at, :by, :finding, :child_heard, :looked_at, :note, :own_case)
