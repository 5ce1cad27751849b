-- Schema version 3: the action plan in full. Duties are worked out again: their function has changed.

UPDATE register SET duties_as_at = '';
