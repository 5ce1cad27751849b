SELECT form_key, title, body, saved_at FROM draft WHERE person_id = :person AND form_key = :key
