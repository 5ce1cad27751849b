-- Made by a test from the migrations. Do not edit.

CREATE VIEW settled_late AS
SELECT d.case_id, d.place, c.reference, c.team_id, d.rule, d.subject, d.start_on, d.due_on, d.met_on, l.cause
FROM duty AS d
JOIN case_record AS c ON c.id = d.case_id
LEFT JOIN lateness AS l
    ON l.case_id = d.case_id AND l.rule = d.rule AND l.subject = COALESCE(d.subject, x'') AND l.start_on = d.start_on
WHERE d.met_on > d.due_on AND d.until_on = d.met_on;

CREATE TABLE action (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    objective_id BLOB NOT NULL REFERENCES objective (id),
    title TEXT NOT NULL CHECK (title <> ''),
    owner_role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    partners TEXT NOT NULL,
    start_on TEXT,
    due_on TEXT NOT NULL,
    measure TEXT NOT NULL,
    baseline TEXT NOT NULL,
    target TEXT NOT NULL,
    now TEXT NOT NULL
, number TEXT NOT NULL DEFAULT '', entered_at TEXT, withdrawn_on TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE action_change (
    action_id BLOB NOT NULL REFERENCES action (id),
    changed_at TEXT NOT NULL,
    -- Null in what an earlier version kept.
    changed_by BLOB REFERENCES person (id),
    why TEXT NOT NULL DEFAULT '',
    before TEXT NOT NULL CHECK (json_valid(before)),
    PRIMARY KEY (action_id, changed_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE action_requirement (
    action_id BLOB NOT NULL REFERENCES action (id),
    requirement_id TEXT NOT NULL REFERENCES requirement (id),
    PRIMARY KEY (action_id, requirement_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE action_update (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    action_id BLOB NOT NULL REFERENCES action (id),
    day TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('not_started', 'on_track', 'at_risk', 'off_track', 'complete', 'effect_confirmed')),
    progress TEXT NOT NULL,
    evidence TEXT NOT NULL,
    checked_by TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL
, now TEXT NOT NULL DEFAULT '', sample TEXT NOT NULL DEFAULT '', sampled_on TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE bank_holiday (
    day TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_record (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    reference TEXT NOT NULL UNIQUE,
    link_key BLOB UNIQUE CHECK (length(link_key) = 32),
    opened_on TEXT NOT NULL,
    closed_on TEXT NOT NULL DEFAULT '9999-12-31',
    source TEXT NOT NULL CHECK (source IN ('entered', 'tracker', 'census', 'demonstration')),
    brought_in_on TEXT,
    opening_level TEXT,
    team_id INTEGER REFERENCES team (id),
    practitioner_id BLOB REFERENCES person (id),
    manager_id BLOB REFERENCES person (id),
    -- Codes and dates only: see CaseFacts.
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    -- What a tracker said of the time before: see Reported.
    reported TEXT NOT NULL CHECK (json_valid(reported)),
    version INTEGER NOT NULL CHECK (version > 0),
    -- How the case stands, derived: rewritten with its duties in the transaction of each write.
    level TEXT,
    level_rank INTEGER NOT NULL DEFAULT 0,
    level_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (level_confirmed IN (0, 1)),
    reviews INTEGER NOT NULL DEFAULT 0,
    last_review_on TEXT NOT NULL DEFAULT '',
    next_review_on TEXT NOT NULL DEFAULT '', no_review_due_on TEXT NOT NULL DEFAULT '9999-12-31',
    CHECK (closed_on >= opened_on)
) STRICT;

CREATE TABLE code (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    label TEXT NOT NULL CHECK (label <> ''),
    grouping TEXT NOT NULL,
    position INTEGER NOT NULL,
    effective_from TEXT NOT NULL,
    -- The first day on which it is no longer offered.
    withdrawn_from TEXT NOT NULL DEFAULT '9999-12-31',
    PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE disclosure_profile (
    audience TEXT NOT NULL PRIMARY KEY CHECK (audience IN ('partners', 'public')),
    -- 1 to this is hidden.
    hidden_to INTEGER NOT NULL CHECK (hidden_to BETWEEN 2 AND 100),
    rounded_to INTEGER NOT NULL CHECK (rounded_to BETWEEN 1 AND 100)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    person_id BLOB NOT NULL REFERENCES person (id),
    form_key TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (person_id, form_key)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE duty_tally (
    rule TEXT NOT NULL,
    level_rank INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    duties INTEGER NOT NULL CHECK (duties >= 0),
    PRIMARY KEY (rule, level_rank, due_on)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE episode (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    missing_from TEXT NOT NULL CHECK (missing_from <> ''),
    returned TEXT NOT NULL,
    interview_offered TEXT NOT NULL,
    interview_held TEXT NOT NULL,
    themes TEXT NOT NULL
, interview_declined TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

CREATE TABLE event (
    sequence INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op <> ''),
    person_id BLOB NOT NULL,
    commitment TEXT NOT NULL CHECK (length(commitment) = 64),
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE event_payload (
    sequence INTEGER NOT NULL PRIMARY KEY REFERENCES event (sequence),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    case_id BLOB,
    payload TEXT NOT NULL CHECK (json_valid(payload))
) STRICT;

CREATE TABLE instrument (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    in_force_to TEXT NOT NULL,
    status TEXT NOT NULL,
    successor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    kind TEXT NOT NULL CHECK (kind IN ('assessment', 'plan', 'review_arrangement', 'review', 'closure'))
) STRICT, WITHOUT ROWID;

CREATE TABLE item_version (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    item_id BLOB NOT NULL REFERENCES item (id),
    number INTEGER NOT NULL CHECK (number > 0),
    content TEXT NOT NULL CHECK (json_valid(content)),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    -- JSON list of person ids: everyone who wrote any part of this version.
    authors TEXT NOT NULL CHECK (json_valid(authors)),
    written_at TEXT NOT NULL, changed_at TEXT NOT NULL DEFAULT '',
    UNIQUE (item_id, number)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE meeting (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    held_on TEXT NOT NULL,
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)) STRICT, WITHOUT ROWID;

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

CREATE TABLE meeting_decision_before (
    meeting_id BLOB NOT NULL REFERENCES meeting (id),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    version INTEGER NOT NULL,
    decision TEXT NOT NULL,
    decided_by BLOB NOT NULL REFERENCES person (id),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (meeting_id, case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE objective (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    theme TEXT NOT NULL CHECK (theme <> ''),
    title TEXT NOT NULL CHECK (title <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE pack (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    profile TEXT NOT NULL CHECK (profile IN ('internal', 'partners', 'public')),
    -- Empty: nobody named.
    recipient TEXT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL CHECK (to_on >= from_on),
    made_by BLOB NOT NULL REFERENCES person (id),
    made_at TEXT NOT NULL,
    audit_head TEXT NOT NULL CHECK (length(audit_head) = 64),
    summary TEXT NOT NULL CHECK (json_valid(summary)),
    -- Name and SHA-256 of each file.
    files TEXT NOT NULL CHECK (json_valid(files)),
    -- Of an answer: which question, and the authority's number of the request. Empty of a pack.
    question TEXT NOT NULL DEFAULT '',
    request TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
, team_id INTEGER REFERENCES team (id)) STRICT, WITHOUT ROWID;

CREATE TABLE person_key (
    person_id BLOB NOT NULL REFERENCES person (id),
    public_key TEXT NOT NULL CHECK (length(public_key) = 64),
    given_at TEXT NOT NULL,
    PRIMARY KEY (person_id, public_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_role (
    person_id BLOB NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('practitioner', 'manager', 'analyst', 'administrator')),
    PRIMARY KEY (person_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_update (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    action_id BLOB NOT NULL CHECK (length(action_id) = 16),
    day TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
    note TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
    effective_from TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

CREATE TABLE recipient (
    code TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    interval_months INTEGER NOT NULL CHECK (interval_months BETWEEN 1 AND 24)
, profile TEXT NOT NULL DEFAULT 'partners' CHECK (profile IN ('internal', 'partners', 'public')), since TEXT NOT NULL DEFAULT '', ended_on TEXT NOT NULL DEFAULT '9999-12-31') STRICT, WITHOUT ROWID;

CREATE TABLE register (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    authority TEXT NOT NULL CHECK (authority <> ''),
    made_at TEXT NOT NULL,
    link_secret BLOB NOT NULL CHECK (length(link_secret) = 32),
    bank_holidays_known_from TEXT NOT NULL,
    bank_holidays_known_to TEXT NOT NULL
, duties_as_at TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE release (
    pack_id BLOB NOT NULL REFERENCES pack (id),
    position INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (pack_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE requirement (
    id TEXT NOT NULL PRIMARY KEY,
    catalogue TEXT NOT NULL CHECK (catalogue IN ('guidance_2009', 'today', 'recommendation_2014')),
    theme TEXT NOT NULL,
    wording TEXT NOT NULL CHECK (wording <> ''),
    basis TEXT NOT NULL,
    checked_by TEXT NOT NULL DEFAULT '',
    checked_on TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE returned_work (
    person_id BLOB NOT NULL REFERENCES person (id),
    version_id BLOB NOT NULL REFERENCES item_version (id),
    PRIMARY KEY (person_id, version_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_date (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    next_review_on TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    set_by BLOB NOT NULL REFERENCES person (id),
    set_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sample (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    title TEXT NOT NULL CHECK (title <> ''),
    design TEXT NOT NULL CHECK (json_valid(design)),
    -- Strata that might have had a case and had none, as a list of names.
    unreached TEXT NOT NULL CHECK (json_valid(unreached)),
    drawn_by BLOB NOT NULL REFERENCES person (id),
    drawn_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_case (
    sample_id BLOB NOT NULL REFERENCES sample (id),
    case_id BLOB NOT NULL REFERENCES case_record (id),
    drawn INTEGER NOT NULL CHECK (drawn IN (0, 1)),
    stratum TEXT NOT NULL,
    -- From 1 for the lowest rank of the stratum; 0 for a case that was left out.
    place INTEGER NOT NULL CHECK (place >= drawn),
    -- Why it was left out; empty for an eligible case.
    left_out TEXT NOT NULL CHECK ((left_out = '') = (place > 0)),
    PRIMARY KEY (sample_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_finding (
    sample_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    found_at TEXT NOT NULL,
    found_by BLOB NOT NULL REFERENCES person (id),
    -- `sample_finding` code.
    finding TEXT NOT NULL CHECK (finding <> ''),
    child_heard TEXT NOT NULL CHECK (child_heard IN ('yes', 'no', 'not_reachable')),
    looked_at TEXT NOT NULL CHECK (looked_at <> ''),
    note TEXT NOT NULL,
    -- Whether whoever looked was the case's own manager on that day.
    own_case INTEGER NOT NULL CHECK (own_case IN (0, 1)),
    PRIMARY KEY (sample_id, case_id, found_at),
    FOREIGN KEY (sample_id, case_id) REFERENCES sample_case (sample_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_filter (
    person_id BLOB NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (name <> ''),
    -- As the address of the worklist holds it: `severity=overdue&whose=mine`.
    query TEXT NOT NULL,
    PRIMARY KEY (person_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE sharing (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    recipient TEXT NOT NULL REFERENCES recipient (code),
    pack_id BLOB NOT NULL REFERENCES pack (id),
    shared_on TEXT NOT NULL,
    -- The part of the person who was given it, such as "Chair of the board".
    to_role TEXT NOT NULL CHECK (to_role <> ''),
    -- `sharing_means` code.
    means TEXT NOT NULL CHECK (means <> ''),
    -- Why the pack shows more than the recipient is usually shown; empty where it does not.
    reason TEXT NOT NULL,
    shared_by BLOB NOT NULL REFERENCES person (id),
    recorded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_off (
    version_id BLOB NOT NULL PRIMARY KEY REFERENCES item_version (id),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    outcome TEXT NOT NULL CHECK (outcome IN ('signed_off', 'returned')),
    level TEXT,
    plan_progressing TEXT CHECK (plan_progressing IN ('yes', 'partly', 'no')),
    reason TEXT NOT NULL,
    decided_by BLOB NOT NULL REFERENCES person (id),
    decided_at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128)
, level_before TEXT, deputy_for BLOB REFERENCES person (id)) STRICT, WITHOUT ROWID;

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
, ended_by BLOB REFERENCES person (id)) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version_id BLOB NOT NULL REFERENCES item_version (id),
    submitted_at TEXT NOT NULL,
    submitted_by BLOB NOT NULL REFERENCES person (id),
    withdrawn_at TEXT NOT NULL DEFAULT '9999-12-31',
    decided INTEGER NOT NULL DEFAULT 0 CHECK (decided IN (0, 1))
, withdrawn_by BLOB REFERENCES person (id)) STRICT, WITHOUT ROWID;

CREATE TABLE team (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE worker_change (
    case_id BLOB NOT NULL REFERENCES case_record (id),
    from_on TEXT NOT NULL,
    at TEXT NOT NULL,
    practitioner_id BLOB REFERENCES person (id),
    manager_id BLOB REFERENCES person (id),
    reason TEXT NOT NULL,
    PRIMARY KEY (case_id, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX action_update_by_action ON action_update (action_id);

CREATE INDEX case_by_closing ON case_record (closed_on) WHERE closed_on <> '9999-12-31';

CREATE INDEX case_by_manager ON case_record (manager_id, closed_on);

CREATE INDEX case_by_opening ON case_record (opened_on DESC, id);

CREATE INDEX case_by_practitioner ON case_record (practitioner_id, closed_on);

CREATE INDEX case_by_reported_review ON case_record (json_extract(reported, '$.reviews[#-1].on'), json_extract(reported, '$.reviews[0].on'))
    WHERE json_extract(reported, '$.reviews[#-1].on') IS NOT NULL;

CREATE INDEX case_by_team ON case_record (team_id, closed_on);

CREATE INDEX case_open ON case_record (opened_on DESC, reference) WHERE closed_on = '9999-12-31';

CREATE INDEX case_open_by_last_review ON case_record (last_review_on, opened_on) WHERE closed_on = '9999-12-31';

CREATE INDEX case_open_by_level ON case_record (level_rank, opened_on) WHERE closed_on = '9999-12-31';

CREATE INDEX case_open_by_next_review ON case_record (next_review_on, opened_on) WHERE closed_on = '9999-12-31';

CREATE INDEX case_open_by_no_review ON case_record (no_review_due_on) WHERE closed_on = '9999-12-31';

CREATE INDEX case_open_of_worker ON case_record (opened_on, team_id, practitioner_id, id) WHERE closed_on = '9999-12-31';

CREATE INDEX deputy_by_deputy ON deputy (deputy_id, from_on);

CREATE INDEX deputy_by_manager ON deputy (manager_id, from_on);

CREATE INDEX duty_met_late ON duty (met_on, case_id, rule, subject, start_on, due_on, until_on) WHERE met_on > due_on;

CREATE INDEX duty_met_late_of_case ON duty (case_id, met_on) WHERE met_on > due_on;

CREATE INDEX duty_of_waiting ON duty (subject, level_rank, due_on) WHERE rule = 'decision_waiting' AND until_on = '9999-12-31';

CREATE INDEX duty_owed ON duty (level_rank, due_on, case_id, rule, family, start_on) WHERE until_on = '9999-12-31';

CREATE INDEX duty_owed_of_manager ON duty (manager_id, level_rank, due_on, rule, family, snoozed_to, practitioner_id, team_id) WHERE until_on = '9999-12-31' AND manager_id IS NOT NULL;

CREATE INDEX duty_owed_of_practitioner ON duty (practitioner_id, level_rank, due_on, rule, family, snoozed_to, team_id) WHERE until_on = '9999-12-31' AND practitioner_id IS NOT NULL;

CREATE INDEX duty_owed_of_team ON duty (team_id, level_rank, due_on, rule, family, snoozed_to) WHERE until_on = '9999-12-31' AND team_id IS NOT NULL;

CREATE INDEX duty_snoozed ON duty (snoozed_to) WHERE until_on = '9999-12-31' AND snoozed_to <> '';

CREATE INDEX episode_by_case ON episode (case_id);

CREATE INDEX episode_by_day ON episode (missing_from);

CREATE INDEX item_by_case ON item (case_id);

CREATE INDEX meeting_by_day ON meeting (held_on DESC);

CREATE INDEX meeting_case_by_case ON meeting_case (case_id);

CREATE INDEX meeting_decision_before_by_case ON meeting_decision_before (case_id);

CREATE INDEX pack_by_time ON pack (made_at DESC);

CREATE INDEX plan_update_by_case ON plan_update (case_id);

CREATE INDEX returned_work_by_version ON returned_work (version_id);

CREATE INDEX review_by_day ON item_version (json_extract(content, '$.held_on')) WHERE json_extract(content, '$.held_on') IS NOT NULL;

CREATE INDEX review_date_by_case ON review_date (case_id);

CREATE INDEX sample_case_in_order ON sample_case (sample_id, drawn, stratum, place);

CREATE INDEX sign_off_by_person ON sign_off (decided_by, decided_at);

CREATE INDEX sign_off_by_time ON sign_off (decided_at, decided_by, outcome, level, level_before, deputy_for);

CREATE INDEX snooze_by_case ON snooze (case_id);

CREATE INDEX snooze_by_time ON snooze (snoozed_at);

CREATE INDEX submission_by_version ON submission (version_id);

CREATE INDEX submission_waiting ON submission (submitted_at) WHERE withdrawn_at = '9999-12-31' AND decided = 0;

CREATE INDEX worker_change_by_day ON worker_change (from_on);
