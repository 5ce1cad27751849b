INSERT INTO draft (person_id, form_key, title, body, saved_at) VALUES (:person, :key, :title, :body, :saved_at)
ON CONFLICT (person_id, form_key) DO UPDATE SET title = excluded.title, body = excluded.body, saved_at = excluded.saved_at
