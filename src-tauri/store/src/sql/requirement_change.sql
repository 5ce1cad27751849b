UPDATE requirement SET theme = :theme, wording = :wording, checked_by = :checked_by, checked_on = :checked_on WHERE id = :id
