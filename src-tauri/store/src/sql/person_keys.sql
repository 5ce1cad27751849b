SELECT public_key FROM person_key WHERE person_id = :person ORDER BY given_at
