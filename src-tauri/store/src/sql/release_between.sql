SELECT p.from_on, p.to_on, r.body FROM pack AS p JOIN release AS r ON r.pack_id = p.id
WHERE p.to_on >= :since AND p.from_on <= :until ORDER BY p.made_at, p.id, r.position
