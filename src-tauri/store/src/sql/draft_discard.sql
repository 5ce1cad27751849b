DELETE FROM draft WHERE person_id = :person AND form_key = :key
