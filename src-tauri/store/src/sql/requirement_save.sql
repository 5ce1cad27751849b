INSERT INTO requirement (id, catalogue, theme, wording, basis, position) VALUES (:id, :catalogue, :theme, :wording, :basis, :position)
