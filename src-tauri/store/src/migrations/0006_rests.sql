-- Schema version 6: who ended the rest of a flag.

-- Null: nobody did.
ALTER TABLE snooze ADD COLUMN ended_by BLOB REFERENCES person (id);
UPDATE snooze SET ended_by = event.person_id FROM event
WHERE event.op IN ('end_snooze', 'snooze_flag') AND event.at = snooze.ended_at;
