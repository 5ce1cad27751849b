INSERT INTO bank_holiday (day, title) VALUES (:day, :title) ON CONFLICT (day) DO UPDATE SET title = excluded.title
