SELECT s.case_id FROM sample_case AS s WHERE s.drawn = 1 AND s.sample_id IN (SELECT id FROM sample WHERE drawn_at >= :from)
