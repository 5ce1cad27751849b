INSERT INTO saved_filter (person_id, name, query) VALUES (:person, :name, :query)
ON CONFLICT (person_id, name) DO UPDATE SET query = excluded.query
