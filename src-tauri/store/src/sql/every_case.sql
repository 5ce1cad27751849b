SELECT id, reference, link_key, opened_on, closed_on, source, brought_in_on, opening_level, team_id, practitioner_id,
       manager_id, facts, reported, version
FROM case_record ORDER BY id
