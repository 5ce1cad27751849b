DELETE FROM returned_work
WHERE version_id IN (SELECT v.id FROM item_version AS v WHERE v.item_id = (SELECT w.item_id FROM item_version AS w WHERE w.id = :version))
