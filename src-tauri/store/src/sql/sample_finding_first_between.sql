SELECT f.finding, count(*) AS cases
FROM sample_finding AS f
WHERE f.found_at >= :from AND f.found_at < :until
    AND NOT EXISTS (
        SELECT 1 FROM sample_finding AS g WHERE g.sample_id = f.sample_id AND g.case_id = f.case_id AND g.found_at < f.found_at
    )
GROUP BY f.finding
