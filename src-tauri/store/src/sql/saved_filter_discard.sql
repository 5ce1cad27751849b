DELETE FROM saved_filter WHERE person_id = :person AND name = :name
