SELECT id FROM case_record WHERE closed_on >= :since OR brought_in_on >= :since
UNION SELECT i.case_id FROM item_version AS v JOIN item AS i ON i.id = v.item_id WHERE v.written_at >= :since
UNION SELECT i.case_id FROM sign_off AS s JOIN item_version AS v ON v.id = s.version_id JOIN item AS i ON i.id = v.item_id WHERE s.decided_at >= :since
UNION SELECT i.case_id FROM submission AS s JOIN item_version AS v ON v.id = s.version_id JOIN item AS i ON i.id = v.item_id
    WHERE s.submitted_at >= :since OR s.decided = 0
UNION SELECT case_id FROM episode WHERE returned >= :since
UNION SELECT case_id FROM plan_update WHERE day >= :since OR recorded_at >= :since
UNION SELECT case_id FROM duty WHERE due_on >= :since OR met_on >= :since
