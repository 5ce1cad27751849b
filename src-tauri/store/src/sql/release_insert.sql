INSERT INTO release (pack_id, position, body) VALUES (:pack, :position, :body)
