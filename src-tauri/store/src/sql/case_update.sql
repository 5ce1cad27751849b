UPDATE case_record
SET link_key = :link_key, opened_on = :opened_on, closed_on = :closed_on, opening_level = :opening_level, team_id = :team,
    practitioner_id = :practitioner, manager_id = :manager, facts = :facts, reported = :reported, version = :version
WHERE id = :id AND version = :version - 1
