-- Exactly one recap a team and local ISO week: claimed before anything is sent, as nudges are.
CREATE TABLE recaps (
    recap_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- its button carries it, and it is Discord's nonce
    team_id    INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    week       TEXT    NOT NULL,        -- the team's own, as 2026-W48: the one in which it is posted
    state      TEXT    NOT NULL CHECK (state IN ('claimed', 'sent', 'nothing', 'undeliverable')),
    first_day  TEXT    NOT NULL,        -- what it sums up: the seven days before its own
    last_day   TEXT    NOT NULL,
    due_at     INTEGER NOT NULL,
    claimed_at INTEGER NOT NULL,
    try_at     INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    message_id INTEGER,
    sent_at    INTEGER,
    UNIQUE (team_id, week)
) STRICT;

CREATE INDEX recaps_unfinished ON recaps (try_at) WHERE state = 'claimed';

-- The channel of recaps that turned out to be gone or closed to Rapport. It stands here until an
-- admin has been told; there is no recap until they choose a channel again.
ALTER TABLE teams ADD COLUMN recap_lost_channel_id INTEGER;
