INSERT INTO event_payload (sequence, salt, case_id, payload) VALUES (:sequence, :salt, :case, :payload)
