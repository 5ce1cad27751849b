DELETE FROM returned_work WHERE version_id IN (SELECT v.id FROM item_version AS v WHERE v.item_id = :item)
