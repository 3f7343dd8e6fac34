-- Everything is kept per team: every table begins with team_id, and nothing joins across teams.
-- Instants are whole seconds since 1970 in UTC; wall-clock times are kept as text beside a zone
-- name, because the instant they mean changes with daylight saving.

CREATE TABLE teams (
    team_id  INTEGER PRIMARY KEY,
    zone     TEXT    NOT NULL,          -- IANA name; members without a zone of their own use it
    circle   TEXT    NOT NULL,          -- circle of ties whose member chose none
    added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE members (
    team_id        INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    person_id      INTEGER NOT NULL,
    name           TEXT    NOT NULL,    -- as last seen, for places where a mention can't be drawn
    asked_at       INTEGER,             -- when they were asked about nudges: asked once
    joined_at      INTEGER,             -- when they said yes to nudges; never a DM without it
    nudges_from    INTEGER,             -- no nudge of before is made up for: joined, rescheduled
    zone           TEXT,                -- NULL: the team's
    weekday        TEXT    NOT NULL,
    time           TEXT    NOT NULL,    -- wall clock, HH:MM
    people         INTEGER NOT NULL CHECK (people BETWEEN 1 AND 5),
    dm_channel_id  INTEGER,             -- opened when they say yes, so that a nudge is one request
    dms_closed_at  INTEGER,             -- Discord said their DMs are closed: not retried
    next_nudge_at  INTEGER,             -- derived from the above; what the worker looks for
    PRIMARY KEY (team_id, person_id)
) STRICT, WITHOUT ROWID;

-- The worker's question: who is next?
CREATE INDEX members_next_nudge ON members (next_nudge_at)
    WHERE next_nudge_at IS NOT NULL;
-- The joined members of a team, newest first: whom a newcomer, or their colleagues, never met.
CREATE INDEX members_joined ON members (team_id, joined_at DESC)
    WHERE joined_at IS NOT NULL;
