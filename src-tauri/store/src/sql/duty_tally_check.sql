SELECT (SELECT COALESCE(sum(abs(t.duties - (SELECT count(*) FROM duty AS d INDEXED BY duty_owed
            WHERE d.until_on = '9999-12-31' AND d.level_rank = t.level_rank AND d.due_on = t.due_on AND (t.rule = '' OR d.rule = t.rule)))), 0)
        FROM duty_tally AS t)
     + abs((SELECT count(*) FROM duty INDEXED BY duty_owed WHERE until_on = '9999-12-31')
           - (SELECT COALESCE(sum(duties), 0) FROM duty_tally WHERE rule = ''))
     + abs((SELECT COALESCE(sum(duties), 0) FROM duty_tally WHERE rule <> '')
           - (SELECT COALESCE(sum(duties), 0) FROM duty_tally WHERE rule = '')) AS wrong
