SELECT code, name, organisation, interval_months FROM recipient ORDER BY code
