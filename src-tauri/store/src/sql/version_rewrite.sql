UPDATE item_version SET content = :content, hash = :hash, authors = :authors, changed_at = :changed_at
WHERE id = :id AND NOT EXISTS (SELECT 1 FROM submission AS s WHERE s.version_id = item_version.id)
