SELECT summary FROM pack WHERE id = :id
