-- Schema version 3: the action plan in full. Duties are worked out again: their function has changed.

UPDATE register SET duties_as_at = '';

-- Who took a submission back; null: nobody, or an earlier version did not keep it.
ALTER TABLE submission ADD COLUMN withdrawn_by BLOB REFERENCES person (id);
-- When a draft was last written over; empty: never.
ALTER TABLE item_version ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';
-- Counts up with each change of a meeting.
ALTER TABLE meeting ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
-- What a meeting had decided on a case before somebody changed it.
CREATE TABLE meeting_decision_before (
    meeting_id BLOB NOT NULL REFERENCES meeting (id),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    version INTEGER NOT NULL,
    decision TEXT NOT NULL,
    decided_by BLOB NOT NULL REFERENCES person (id),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (meeting_id, case_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_decision_before_by_case ON meeting_decision_before (case_id);

-- The number that the workbook gives an action, such as 2.4.
ALTER TABLE action ADD COLUMN number TEXT NOT NULL DEFAULT '';
-- When it was entered; null: before the register kept it. An empty `due_on` is an action without a date.
ALTER TABLE action ADD COLUMN entered_at TEXT;
-- From this day on it is no longer part of the plan.
ALTER TABLE action ADD COLUMN withdrawn_on TEXT;

-- What an action said before each change, as JSON of what differed. Moved due dates follow from it.
CREATE TABLE action_change (
    action_id BLOB NOT NULL REFERENCES action (id),
    changed_at TEXT NOT NULL,
    -- Null in what an earlier version kept.
    changed_by BLOB REFERENCES person (id),
    why TEXT NOT NULL DEFAULT '',
    before TEXT NOT NULL CHECK (json_valid(before)),
    PRIMARY KEY (action_id, changed_at)
) STRICT, WITHOUT ROWID;
INSERT INTO action_change (action_id, changed_at, before)
SELECT action_id, moved_at, json_object('due_on', due_on) FROM action_moved;
DROP TABLE action_moved;

-- Where the measure stood on the day of an update, and the sample by which an effect was confirmed.
ALTER TABLE action_update ADD COLUMN now TEXT NOT NULL DEFAULT '';
ALTER TABLE action_update ADD COLUMN sample TEXT NOT NULL DEFAULT '';
ALTER TABLE action_update ADD COLUMN sampled_on TEXT;
