SELECT s.case_id, c.reference, s.drawn, s.stratum, s.place, s.left_out
FROM sample_case AS s JOIN case_record AS c ON c.id = s.case_id
WHERE s.sample_id = :sample AND s.drawn = 1
ORDER BY s.stratum, s.place
