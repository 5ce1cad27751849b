UPDATE recipient SET name = :name, organisation = :organisation, interval_months = :months WHERE code = :code
