SELECT count(*) AS drawn FROM sample WHERE drawn_at >= :from AND drawn_at < :until
