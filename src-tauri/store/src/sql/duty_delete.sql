DELETE FROM duty WHERE case_id = :case AND place = :place
