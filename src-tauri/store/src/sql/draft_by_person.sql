SELECT form_key, title, body, saved_at FROM draft WHERE person_id = :person ORDER BY saved_at DESC
