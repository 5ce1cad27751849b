UPDATE team SET name = :name WHERE name = :was
