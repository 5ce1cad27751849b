SELECT sequence, hash, at FROM event ORDER BY sequence DESC LIMIT 1
