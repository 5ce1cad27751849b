INSERT INTO person_key (person_id, public_key, given_at) VALUES (:person, :key, :at) ON CONFLICT DO NOTHING
