SELECT (SELECT count(*) FROM sample_case WHERE sample_id = :sample AND drawn = 1) AS drawn,
       (SELECT count(DISTINCT case_id) FROM sample_finding WHERE sample_id = :sample) AS found
