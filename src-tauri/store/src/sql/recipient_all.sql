SELECT code, name, organisation, interval_months, profile, ended_on,
       COALESCE(NULLIF(since, ''), (SELECT substr(made_at, 1, 10) FROM register)) AS since
FROM recipient ORDER BY ended_on DESC, since, code
