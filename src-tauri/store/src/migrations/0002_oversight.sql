-- Schema version 2: deputies, snoozes and causes, dates set by hand, reopened cases, saved filters, meetings.

-- The team that a person calls theirs on the worklist.
ALTER TABLE person ADD COLUMN team_id INTEGER REFERENCES team (id);

-- A manager on leave names another for a period. Both days are in it; it may be ended sooner.
CREATE TABLE deputy (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    manager_id BLOB NOT NULL REFERENCES person (id),
    deputy_id BLOB NOT NULL REFERENCES person (id),
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    named_by BLOB NOT NULL REFERENCES person (id),
    named_at TEXT NOT NULL,
    -- The first day on which it no longer holds, where it was ended early.
    ended_on TEXT NOT NULL DEFAULT '9999-12-31',
    CHECK (manager_id <> deputy_id),
    CHECK (to_on >= from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX deputy_by_manager ON deputy (manager_id, from_on);
CREATE INDEX deputy_by_deputy ON deputy (deputy_id, from_on);

-- The level that the signer met: the author's own, or where the author states none the level in force.
ALTER TABLE sign_off ADD COLUMN level_before TEXT;
-- The manager for whom a deputy decided.
ALTER TABLE sign_off ADD COLUMN deputy_for BLOB REFERENCES person (id);
UPDATE sign_off SET level_before = (SELECT json_extract(v.content, '$.level') FROM item_version AS v WHERE v.id = sign_off.version_id);
CREATE INDEX sign_off_by_time ON sign_off (decided_at, decided_by, outcome, level, level_before, deputy_for);

-- A date for the next review that somebody set by hand, beside the computed one.
CREATE TABLE review_date (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    next_review_on TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    set_by BLOB NOT NULL REFERENCES person (id),
    set_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_date_by_case ON review_date (case_id);

-- The spans in which a reopened case was open before; its present or last span stands in its own row.
CREATE TABLE earlier_period (
    case_id BLOB NOT NULL REFERENCES case_record (id),
    opened_on TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    reopened_by BLOB NOT NULL REFERENCES person (id),
    reopened_at TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (case_id, opened_on),
    CHECK (closed_on >= opened_on)
) STRICT, WITHOUT ROWID;

-- A manager lets a flag rest until a day, with the cause and a reason. The duty is named by rule, subject and start.
CREATE TABLE snooze (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    rule TEXT NOT NULL,
    subject BLOB,
    start_on TEXT NOT NULL,
    -- The last day on which it rests.
    until_on TEXT NOT NULL,
    -- `cause` code; empty: not known.
    cause TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    snoozed_by BLOB NOT NULL REFERENCES person (id),
    snoozed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL DEFAULT '9999-12-31'
) STRICT, WITHOUT ROWID;
CREATE INDEX snooze_by_case ON snooze (case_id);
CREATE INDEX snooze_by_time ON snooze (snoozed_at);

-- Why something was late, asked when it is settled.
CREATE TABLE lateness (
    case_id BLOB NOT NULL REFERENCES case_record (id),
    rule TEXT NOT NULL,
    -- Empty where the case has one such duty at a time.
    subject BLOB NOT NULL,
    start_on TEXT NOT NULL,
    -- `cause` code; empty: not known.
    cause TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (case_id, rule, subject, start_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_filter (
    person_id BLOB NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (name <> ''),
    -- As the address of the worklist holds it: `severity=overdue&whose=mine`.
    query TEXT NOT NULL,
    PRIMARY KEY (person_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    held_on TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_by_day ON meeting (held_on DESC);

CREATE TABLE meeting_case (
    meeting_id BLOB NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL CHECK (position > 0),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    decision TEXT NOT NULL DEFAULT '',
    decided_by BLOB REFERENCES person (id),
    decided_at TEXT NOT NULL DEFAULT '',
    -- Counts up with each change of the decision.
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    PRIMARY KEY (meeting_id, position),
    UNIQUE (meeting_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_case_by_case ON meeting_case (case_id);

-- Empty: the child did not decline the interview, or nobody said so.
ALTER TABLE episode ADD COLUMN interview_declined TEXT NOT NULL DEFAULT '';
CREATE INDEX episode_by_day ON episode (missing_from);
CREATE INDEX worker_change_by_day ON worker_change (from_on);
CREATE INDEX case_open_of_worker ON case_record (opened_on, team_id, practitioner_id, id) WHERE closed_on = '9999-12-31';
CREATE INDEX case_by_closing ON case_record (closed_on) WHERE closed_on <> '9999-12-31';
-- Its last and first day: reported reviews stand in the order of their days.
CREATE INDEX case_by_reported_review ON case_record (json_extract(reported, '$.reviews[#-1].on'), json_extract(reported, '$.reviews[0].on'))
    WHERE json_extract(reported, '$.reviews[#-1].on') IS NOT NULL;
CREATE INDEX review_by_day ON item_version (json_extract(content, '$.held_on')) WHERE json_extract(content, '$.held_on') IS NOT NULL;

-- The first day due of a duty of the family *no review* that is owed now.
ALTER TABLE case_record ADD COLUMN no_review_due_on TEXT NOT NULL DEFAULT '9999-12-31';
CREATE INDEX case_open_by_no_review ON case_record (no_review_due_on) WHERE closed_on = '9999-12-31';

-- Duties again: what is owed now carries its words and its people, so that a page of the worklist is read, not reckoned.
DROP TABLE duty;
CREATE TABLE duty (
    case_id BLOB NOT NULL REFERENCES case_record (id),
    place INTEGER NOT NULL,
    rule TEXT NOT NULL,
    family TEXT NOT NULL,
    subject BLOB,
    start_on TEXT NOT NULL,
    -- 9999-12-31: bank holidays are not known that far.
    due_on TEXT NOT NULL,
    met_on TEXT,
    -- The first day on which it is no longer owed.
    until_on TEXT NOT NULL,
    -- From here on: of a duty that is owed now, and empty for every other.
    -- Of the level in force when it was written; 0 where it is missing.
    level_rank INTEGER NOT NULL,
    explanation TEXT NOT NULL,
    -- The last day on which a manager lets it rest.
    snoozed_to TEXT NOT NULL,
    team_id INTEGER,
    practitioner_id BLOB,
    manager_id BLOB,
    PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX duty_owed ON duty (level_rank, due_on, case_id, rule, family, start_on) WHERE until_on = '9999-12-31';
CREATE INDEX duty_owed_of_team ON duty (team_id, level_rank, due_on, rule, family, snoozed_to) WHERE until_on = '9999-12-31' AND team_id IS NOT NULL;
CREATE INDEX duty_owed_of_practitioner ON duty (practitioner_id, level_rank, due_on, rule, family, snoozed_to, team_id) WHERE until_on = '9999-12-31' AND practitioner_id IS NOT NULL;
CREATE INDEX duty_owed_of_manager ON duty (manager_id, level_rank, due_on, rule, family, snoozed_to, practitioner_id, team_id) WHERE until_on = '9999-12-31' AND manager_id IS NOT NULL;
CREATE INDEX duty_of_waiting ON duty (subject, level_rank, due_on) WHERE rule = 'decision_waiting' AND until_on = '9999-12-31';
CREATE INDEX duty_snoozed ON duty (snoozed_to) WHERE until_on = '9999-12-31' AND snoozed_to <> '';
CREATE INDEX duty_met_late ON duty (met_on, case_id, rule, subject, start_on, due_on, until_on) WHERE met_on > due_on;
CREATE INDEX duty_met_late_of_case ON duty (case_id, met_on) WHERE met_on > due_on;

-- What was done after its due date while it was still owed; `cause` is NULL where nobody has said why.
CREATE VIEW settled_late AS
SELECT d.case_id, d.place, c.reference, c.team_id, d.rule, d.subject, d.start_on, d.due_on, d.met_on, l.cause
FROM duty AS d
JOIN case_record AS c ON c.id = d.case_id
LEFT JOIN lateness AS l
    ON l.case_id = d.case_id AND l.rule = d.rule AND l.subject = COALESCE(d.subject, x'') AND l.start_on = d.start_on
WHERE d.met_on > d.due_on AND d.until_on = d.met_on;

-- How many duties are owed, by rule (empty: all), level and due date, so that the counts of a worklist are a short range.
CREATE TABLE duty_tally (
    rule TEXT NOT NULL,
    level_rank INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    duties INTEGER NOT NULL CHECK (duties >= 0),
    PRIMARY KEY (rule, level_rank, due_on)
) STRICT, WITHOUT ROWID;

-- The day on which the duties of all cases were last worked out together; empty: they are to be worked out now.
ALTER TABLE register ADD COLUMN duties_as_at TEXT NOT NULL DEFAULT '';
