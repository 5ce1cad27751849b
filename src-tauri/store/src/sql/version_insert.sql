INSERT INTO item_version (id, item_id, number, content, hash, authors, written_at)
VALUES (:id, :item, :number, :content, :hash, :authors, :written_at)
