INSERT INTO sign_off (version_id, hash, outcome, level, plan_progressing, reason, decided_by, decided_at, signature, level_before, deputy_for)
VALUES (:version, :hash, :outcome, :level, :progressing, :reason, :by, :at, :signature, :level_before, :deputy_for)
