INSERT INTO recipient (code, name, organisation, interval_months, profile, since, ended_on)
VALUES (:code, :name, :organisation, :months, :profile, :since, :ended_on)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
    interval_months = excluded.interval_months, profile = excluded.profile, ended_on = excluded.ended_on
