CREATE TABLE encounters (
    encounter_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it: never used again
    team_id        INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    logged_by      INTEGER NOT NULL,
    happened_at    INTEGER NOT NULL,
    how            TEXT,
    logged_at      INTEGER NOT NULL,
    interaction_id INTEGER NOT NULL UNIQUE  -- a repeated delivery writes nothing twice
) STRICT;

CREATE INDEX encounters_logged ON encounters (team_id, logged_by, logged_at);

-- Who took part, whoever logged it among them. Team and time stand here again, so that two
-- people's last encounter is read from the start of an index.
CREATE TABLE encounter_people (
    team_id      INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    person_id    INTEGER NOT NULL,
    happened_at  INTEGER NOT NULL,
    encounter_id INTEGER NOT NULL REFERENCES encounters ON DELETE CASCADE,
    PRIMARY KEY (encounter_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX encounter_people_latest
    ON encounter_people (team_id, person_id, happened_at DESC, encounter_id DESC);

-- A table of their own, so that no query on encounters can show one by mistake: a note is
-- reached through its author or not at all.
CREATE TABLE notes (
    encounter_id INTEGER NOT NULL REFERENCES encounters ON DELETE CASCADE,
    author_id    INTEGER NOT NULL,
    text         TEXT    NOT NULL,
    PRIMARY KEY (encounter_id, author_id)
) STRICT, WITHOUT ROWID;

-- One member's side of a relation with one other person.
CREATE TABLE ties (
    team_id           INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    member_id         INTEGER NOT NULL,
    other_id          INTEGER NOT NULL,
    circle            TEXT,             -- NULL: the team's
    last_encounter_id INTEGER REFERENCES encounters ON DELETE SET NULL,
    last_met_at       INTEGER,          -- NULL: never met, but suggested or stopped
    stopped_at        INTEGER,          -- no more nudges about this person
    not_before        INTEGER,          -- not suggested again before: after a nudge, or "Not now"
    silences          INTEGER NOT NULL DEFAULT 0, -- suggestions in a row that were not acted on
    PRIMARY KEY (team_id, member_id, other_id)
) STRICT, WITHOUT ROWID;
