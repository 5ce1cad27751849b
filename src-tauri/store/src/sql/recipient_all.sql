SELECT code, name, organisation, interval_months, profile, since, ended_on FROM recipient ORDER BY ended_on DESC, since, code
