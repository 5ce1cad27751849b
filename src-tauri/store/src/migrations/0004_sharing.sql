-- Schema version 4: packs, the register of releases, the sharing log, questions from the public.


-- How numbers are shown to an audience. Without a row its usual thresholds hold.
CREATE TABLE disclosure_profile (
    audience TEXT NOT NULL PRIMARY KEY CHECK (audience IN ('partners', 'public')),
    -- 1 to this is hidden.
    hidden_to INTEGER NOT NULL CHECK (hidden_to BETWEEN 2 AND 100),
    rounded_to INTEGER NOT NULL CHECK (rounded_to BETWEEN 1 AND 100)
) STRICT, WITHOUT ROWID;

-- What left: a pack, or the answer to a question from the public. Its summary is kept whole, so that it can be made again byte for byte.
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
CREATE INDEX pack_by_time ON pack (made_at DESC);

-- The register of releases: every table of every pack that left the authority, as it was shown.
CREATE TABLE release (
    pack_id BLOB NOT NULL REFERENCES pack (id),
    position INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (pack_id, position)
) STRICT, WITHOUT ROWID;

-- Recipients: how much each is usually shown, and from when until the day before which they are one.
ALTER TABLE recipient ADD COLUMN profile TEXT NOT NULL DEFAULT 'partners' CHECK (profile IN ('internal', 'partners', 'public'));
ALTER TABLE recipient ADD COLUMN since TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN ended_on TEXT NOT NULL DEFAULT '9999-12-31';
UPDATE recipient SET profile = 'internal' WHERE code = 'chief_executive';
UPDATE recipient SET since = (SELECT substr(made_at, 1, 10) FROM register);

-- The sharing log: which pack went to which recipient when, to whom there, by what means.
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

INSERT INTO code (list, code, label, grouping, position, effective_from) VALUES
    ('sharing_means', 'secure_email', 'Secure email', '', 0, '2012-01-01'),
    ('sharing_means', 'portal', 'A portal or shared workspace', '', 1, '2012-01-01'),
    ('sharing_means', 'meeting', 'In a meeting', '', 2, '2012-01-01'),
    ('sharing_means', 'paper', 'On paper', '', 3, '2012-01-01'),
    ('sharing_means', 'published', 'Published', '', 4, '2012-01-01');
