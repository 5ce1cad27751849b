INSERT INTO recipient (code, name, organisation, interval_months) VALUES (:code, :name, :organisation, :months)
