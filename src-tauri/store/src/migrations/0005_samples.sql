-- Schema version 5: samples for audit and what was found.

-- How a sample was drawn. None of it changes afterwards, and no sample is taken away.
CREATE TABLE sample (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    title TEXT NOT NULL CHECK (title <> ''),
    design TEXT NOT NULL CHECK (json_valid(design)),
    -- Strata that might have had a case and had none, as a list of names.
    unreached TEXT NOT NULL CHECK (json_valid(unreached)),
    drawn_by BLOB NOT NULL REFERENCES person (id),
    drawn_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every case of the population as it was on the day of the draw: left out for a reason, or ranked within its stratum.
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
CREATE INDEX sample_case_in_order ON sample_case (sample_id, drawn, stratum, place);

-- What a manager found when they looked at a case; the latest of a case counts, and the others stay.
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

INSERT INTO code (list, code, label, grouping, position, effective_from) VALUES
    ('sample_finding', 'good', 'Good: what should be there is there', '', 0, '2012-01-01'),
    ('sample_finding', 'some_gaps', 'Some gaps, none that leaves the child less safe', '', 1, '2012-01-01'),
    ('sample_finding', 'serious_gaps', 'Serious gaps: the child may be less safe for them', '', 2, '2012-01-01'),
    ('sample_finding', 'cannot_tell', 'Cannot be told from the record', '', 3, '2012-01-01');
