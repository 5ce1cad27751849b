INSERT INTO lateness (case_id, rule, subject, start_on, cause, note, recorded_by, recorded_at)
VALUES (:case, :rule, :subject, :start_on, :cause, :note, :by, :at)
ON CONFLICT (case_id, rule, subject, start_on)
DO UPDATE SET cause = excluded.cause, note = excluded.note, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
