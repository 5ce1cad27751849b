UPDATE item_version SET content = :content, hash = :hash, authors = :authors
WHERE id = :id AND NOT EXISTS (SELECT 1 FROM submission AS s WHERE s.version_id = item_version.id)
