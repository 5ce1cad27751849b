INSERT INTO policy (effective_from, body) VALUES (:effective_from, :body) ON CONFLICT (effective_from) DO UPDATE SET body = excluded.body
