INSERT INTO sample_case (sample_id, case_id, drawn, stratum, place, left_out)
VALUES (:sample, :case, :drawn, :stratum, :place, :left_out)
