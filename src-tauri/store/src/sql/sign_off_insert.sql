INSERT INTO sign_off (version_id, hash, outcome, level, plan_progressing, reason, decided_by, decided_at, signature)
VALUES (:version, :hash, :outcome, :level, :progressing, :reason, :by, :at, :signature)
