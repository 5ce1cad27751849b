INSERT INTO disclosure_profile (audience, hidden_to, rounded_to) VALUES (:audience, :hidden_to, :rounded_to)
ON CONFLICT (audience) DO UPDATE SET hidden_to = excluded.hidden_to, rounded_to = excluded.rounded_to
