SELECT name, query FROM saved_filter WHERE person_id = :person ORDER BY name
