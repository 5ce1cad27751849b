SELECT m.id, m.name, m.held_on,
       (SELECT count(*) FROM meeting_case AS k WHERE k.meeting_id = m.id) AS cases,
       (SELECT count(*) FROM meeting_case AS k WHERE k.meeting_id = m.id AND k.decided_by IS NOT NULL) AS decided
FROM meeting AS m
ORDER BY m.held_on DESC, m.id DESC
