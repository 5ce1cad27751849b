INSERT INTO returned_work (person_id, version_id)
SELECT p.id, v.id
FROM item_version AS v, json_each(v.authors) AS author
JOIN person AS p ON lower(hex(p.id)) = replace(author.value, '-', '')
WHERE v.id = :version
