SELECT version_id FROM returned_work WHERE person_id = :person ORDER BY version_id
