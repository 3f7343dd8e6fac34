-- Exactly one nudge a member and local ISO week: the row is claimed before anything is sent, and
-- the unique key refuses a second one whatever crashes in between.
CREATE TABLE nudges (
    nudge_id    INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it, and it is Discord's nonce
    team_id     INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    member_id   INTEGER NOT NULL,
    week        TEXT    NOT NULL,       -- the member's own, as 2026-W48
    state       TEXT    NOT NULL CHECK (state IN ('claimed', 'sent', 'nobody', 'undeliverable')),
    due_at      INTEGER NOT NULL,
    claimed_at  INTEGER NOT NULL,
    channel_id  INTEGER,
    message_id  INTEGER,
    sent_at     INTEGER,
    UNIQUE (team_id, member_id, week)
) STRICT;

CREATE INDEX nudges_unfinished ON nudges (claimed_at) WHERE state = 'claimed';

CREATE TABLE suggestions (
    nudge_id     INTEGER NOT NULL REFERENCES nudges ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    team_id      INTEGER NOT NULL,
    other_id     INTEGER NOT NULL,
    never_met    INTEGER NOT NULL CHECK (never_met IN (0, 1)),
    suggested_at INTEGER NOT NULL,
    outcome      TEXT CHECK (outcome IN ('talked', 'not_now', 'stopped')),
    PRIMARY KEY (nudge_id, position)
) STRICT, WITHOUT ROWID;

-- How often somebody was suggested to others lately: nobody is sent a crowd.
CREATE INDEX suggestions_of_person ON suggestions (team_id, other_id, suggested_at);
