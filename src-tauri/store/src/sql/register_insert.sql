INSERT INTO register (id, authority, made_at, link_secret, bank_holidays_known_from, bank_holidays_known_to)
VALUES (:id, :authority, :made_at, :link_secret, :known_from, :known_to)
