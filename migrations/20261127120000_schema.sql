-- Everything is kept per team: every row says of which, and nothing joins across teams.
-- Instants are whole seconds since 1970 in UTC. Wall-clock times are kept as text beside a zone
-- name, because the instant they mean changes with daylight saving. Days are text, as 2026-11-23,
-- and so are ISO weeks, as 2026-W48.
-- Every foreign key has an index that begins with its column: deleting a parent follows it.

-- Circles: how many days after a talk a tie is due, for each word of a circle.
CREATE TABLE circles (
    circle TEXT    NOT NULL PRIMARY KEY,
    days   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO circles VALUES ('close', 7), ('regular', 30), ('wider', 91), ('distant', 182), ('every 1 day', 1);

WITH RECURSIVE own (days) AS (VALUES (2) UNION ALL SELECT days + 1 FROM own WHERE days < 730)
INSERT INTO circles SELECT 'every ' || days || ' days', days FROM own;

-- Teams: one row for each server. Read by every command, written by /setup.
CREATE TABLE teams (
    team_id               INTEGER NOT NULL PRIMARY KEY,
    zone                  TEXT    NOT NULL,           -- IANA name, for members without one of their own
    circle                TEXT    NOT NULL,           -- circle of ties whose member chose none
    added_at              INTEGER NOT NULL,
    removed_at            INTEGER,                    -- Rapport was removed: all is deleted a while later
    language              TEXT,                       -- of posts; NULL: the server's
    server_language       TEXT    NOT NULL DEFAULT 'en', -- as Discord last said
    roster_role_id        INTEGER,                    -- its members are the roster; NULL: who uses Rapport
    kudos_on              INTEGER NOT NULL DEFAULT 1,
    kudos_per_day         INTEGER NOT NULL DEFAULT 5,
    kudos_per_person      INTEGER NOT NULL DEFAULT 2, -- and day
    reaction              TEXT,                       -- emoji that thanks an author; NULL: none does
    leaderboards_on       INTEGER NOT NULL DEFAULT 1,
    voice_on              INTEGER NOT NULL DEFAULT 1, -- talks in voice channels count, of pairs who want it
    recap_channel_id      INTEGER,                    -- NULL: no recap
    recap_weekday         TEXT    NOT NULL DEFAULT 'Fri',
    recap_lost_channel_id INTEGER,                    -- gone or closed, until an admin has been told
    -- What a change of the whole team means for its members is worked out some members at a time:
    -- from this one on it is still to be done, in the order of ids; NULL: all is done.
    due_from              INTEGER,                    -- when their ties are due
    planned_from          INTEGER                     -- when their next nudge falls
) STRICT, WITHOUT ROWID; -- the inner pages of a rowid table keep ids of rows that were deleted

CREATE INDEX teams_removed ON teams (removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX teams_followed ON teams (team_id)
    WHERE due_from IS NOT NULL OR planned_from IS NOT NULL;

-- Members: people of a team with anything kept about them, and what they chose.
CREATE TABLE members (
    team_id        INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    person_id      INTEGER NOT NULL,
    name           TEXT    NOT NULL,    -- that Discord shows there, as last seen
    username       TEXT    NOT NULL DEFAULT '', -- of their account: tells two with one name apart
    asked_at       INTEGER,             -- when they were asked about nudges: asked once
    asked_on       INTEGER,             -- the encounter whose answer shows that question, while open
    joined_at      INTEGER,             -- when they said yes to nudges; never a DM without it
    rostered_at    INTEGER,             -- on the roster since; no consent to a DM
    zone           TEXT,                -- NULL: the team's
    language       TEXT,                -- of their DMs; NULL: their client's
    client_language TEXT   NOT NULL DEFAULT 'en', -- of the client that they last used
    weekday        TEXT    NOT NULL,    -- of their nudge
    time           TEXT    NOT NULL,    -- of their nudge: wall clock, HH:MM
    people         INTEGER NOT NULL CHECK (people BETWEEN 1 AND 5),
    nudges_from    INTEGER,             -- nudges due earlier are not made up for: joined, rescheduled
    next_nudge_at  INTEGER,             -- derived from the above; what the worker looks for
    paused_at      INTEGER,             -- NULL: not paused; a pause does not touch the schedule
    paused_until   INTEGER,             -- NULL in a pause: until they say so
    away_at        INTEGER,             -- when they said that they are away; NULL: they did not
    away_until     INTEGER,             -- the start of the day on which they are back; may be over
    back_on        TEXT,                -- that day, on their calendar
    birthday       TEXT,                -- 12-05: month and day, no year is asked for
    first_day      TEXT,                -- the day on which they started, in the same way
    dm_channel_id  INTEGER,             -- opened when they say yes, so that a nudge is one request
    dms_closed_at  INTEGER,             -- Discord said their DMs are closed: not retried
    hidden_at      INTEGER,             -- hidden from leaderboards since
    untracked_at   INTEGER,             -- nobody can log or be nudged about them
    gone_at        INTEGER,             -- left the server; NULL: in it, as far as Discord told
    seen_at        INTEGER,             -- Discord last said that they are in the server
    missed_at      INTEGER,             -- Discord last said that they are not
    -- The last ISO week in which they were suggested to as many others as the weekly cap allows, so
    -- that choosing passes over them without counting. It only saves a count: an empty one is safe.
    full_week      TEXT,
    -- Since when members who never met them can be pointed to them.
    newcomer_at    INTEGER GENERATED ALWAYS AS (coalesce(joined_at, rostered_at)) VIRTUAL,
    PRIMARY KEY (team_id, person_id)
) STRICT, WITHOUT ROWID;

-- In which teams is a person? Asked where they use Rapport outside of a server.
CREATE INDEX members_person ON members (person_id);
-- The worker's question: who is next?
CREATE INDEX members_next_nudge ON members (next_nudge_at) WHERE next_nudge_at IS NOT NULL;
-- Choosing reads the newest people first, and what passes over them is in the index.
CREATE INDEX members_newcomers ON members (team_id, newcomer_at DESC, full_week, person_id)
    WHERE newcomer_at IS NOT NULL;

-- Whose date is in these days? Few people of a team.
CREATE INDEX members_birthday ON members (team_id, birthday) WHERE birthday IS NOT NULL;
CREATE INDEX members_first_day ON members (team_id, first_day) WHERE first_day IS NOT NULL;

-- Encounters: conversations that happened.
CREATE TABLE encounters (
    encounter_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it: never used again
    team_id        INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    logged_by      INTEGER NOT NULL,
    happened_at    INTEGER NOT NULL,
    -- How much of happened_at was said: another one said in time is no correction; NULL: "just now".
    stated         TEXT    CHECK (stated IN ('day', 'time')),
    how            TEXT,
    minutes        INTEGER,             -- in voice channels on that day; NULL: a member logged it
    logged_at      INTEGER NOT NULL,
    interaction_id INTEGER NOT NULL,
    UNIQUE (team_id, interaction_id)                  -- a repeated delivery writes nothing twice
) STRICT;

CREATE INDEX encounters_logged ON encounters (team_id, logged_by, logged_at);

-- Who took part in an encounter, its logger among them. Team and time stand here again, so that two
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

-- The last word on consent: people who asked not to be tracked are written into no encounter.
-- Commands refuse them in kind words before it gets here.
CREATE TRIGGER encounter_people_tracked BEFORE INSERT ON encounter_people
WHEN EXISTS (SELECT 1 FROM members
             WHERE team_id = NEW.team_id AND person_id = NEW.person_id
               AND untracked_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'somebody who asked not to be tracked');
END;

-- The last word on whose a contact is: a contact takes part in talks of its owner alone.
CREATE TRIGGER encounter_people_owned BEFORE INSERT ON encounter_people
WHEN NEW.person_id < 0
 AND NOT EXISTS (SELECT 1 FROM encounters AS e
                 JOIN contacts AS c ON c.team_id = e.team_id AND c.owner_id = e.logged_by
                                   AND c.contact_id = NEW.person_id
                 WHERE e.encounter_id = NEW.encounter_id)
BEGIN
    SELECT RAISE(ABORT, 'a contact of somebody else');
END;

-- Whether talks in voice channels count for a member: asked once, and only between two who want it.
CREATE TABLE voice_choices (
    team_id       INTEGER NOT NULL,
    person_id     INTEGER NOT NULL,
    counted_since INTEGER,              -- NULL: they were asked, or said no
    PRIMARY KEY (team_id, person_id),
    FOREIGN KEY (team_id, person_id) REFERENCES members ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Notes to encounters. A table of their own, so that no query on encounters can show one by mistake:
-- a note is reached through its author or not at all.
CREATE TABLE notes (
    team_id      INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    author_id    INTEGER NOT NULL,
    encounter_id INTEGER NOT NULL REFERENCES encounters ON DELETE CASCADE,
    text         TEXT    NOT NULL,
    PRIMARY KEY (team_id, author_id, encounter_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX notes_encounter ON notes (encounter_id);

-- Corrections: what a use of /met, or of a form for a note, changed in an encounter that was there.
-- The row makes a repeated delivery write nothing twice. It holds what stood before, for Undo, a day
-- long; a change in /person ends that sooner. Notes are in it: it is reached through its author too.
CREATE TABLE corrections (
    team_id        INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    interaction_id INTEGER NOT NULL,
    encounter_id   INTEGER NOT NULL REFERENCES encounters ON DELETE CASCADE,
    author_id      INTEGER NOT NULL,
    corrected_at   INTEGER NOT NULL,
    happened_at    INTEGER,             -- NULL: a note was added, which Undo does not offer to undo
    stated         TEXT,
    how            TEXT,
    note           TEXT,                -- the author's; NULL: there was none
    PRIMARY KEY (team_id, interaction_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX corrections_of_encounter ON corrections (encounter_id, interaction_id);
CREATE INDEX corrections_of_author ON corrections (team_id, author_id);
CREATE INDEX corrections_old ON corrections (corrected_at);

-- Ties: one member's side of a relation with one other person. A member has as many as people they talked
-- with, side by side in the table: choosing reads them all, as an index of the due ones cost every talk more
-- than it saved a week.
CREATE TABLE ties (
    team_id           INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    member_id         INTEGER NOT NULL,
    other_id          INTEGER NOT NULL,
    circle            TEXT,             -- NULL: the team's
    kind              TEXT,             -- what the other is to the member; NULL: they did not say
    last_met_at       INTEGER,          -- NULL: never met, but suggested, stopped or a contact
    due_at            INTEGER,          -- kept by every write that moves it; NULL: a member never met
    snoozed_until     INTEGER,          -- the member's own wish; the rhythm goes on
    stopped_at        INTEGER,          -- no more nudges about this person
    -- Neither is suggested to the other. Only the member may ever learn that they asked for it.
    apart_at          INTEGER,
    not_before        INTEGER,          -- not suggested again before: after a nudge, or "Not now"
    silences          INTEGER NOT NULL DEFAULT 0, -- suggestions in a row that were not acted on
    PRIMARY KEY (team_id, member_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ties_other ON ties (team_id, other_id);
CREATE INDEX ties_apart ON ties (team_id) WHERE apart_at IS NOT NULL;

-- Contacts: people outside the server that one member, their owner, keeps in touch with. Nobody else
-- may learn of them, so that every query reaches a contact through its owner. In ties, encounters and
-- suggestions, a contact stands where a member would; it has no tie of its own.
CREATE TABLE contacts (
    team_id        INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    owner_id       INTEGER NOT NULL,
    -- No account has a negative id. Drawn at random: it tells nobody how many contacts others have,
    -- and is never used again.
    contact_id     INTEGER NOT NULL CHECK (contact_id < 0),
    name           TEXT    NOT NULL,
    org            TEXT    NOT NULL DEFAULT '', -- tells two with one name apart
    birthday       TEXT,                -- 12-03: no year is kept
    added_at       INTEGER NOT NULL,    -- their tie counts from it until a talk is logged
    interaction_id INTEGER,             -- that added them; NULL: imported
    PRIMARY KEY (team_id, owner_id, contact_id),
    UNIQUE (team_id, contact_id),
    UNIQUE (team_id, interaction_id)    -- a repeated delivery writes nothing twice
) STRICT, WITHOUT ROWID;

-- Nudges: exactly one a member and local ISO week. The row is claimed before anything is sent, and
-- the unique key refuses a second one whatever crashes in between. Kept for half a year: buttons of
-- an older one no longer know the people it named. The rhythm reads the last four.
CREATE TABLE nudges (
    nudge_id     INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it, and it is Discord's nonce
    team_id      INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    member_id    INTEGER NOT NULL,
    week         TEXT    NOT NULL,      -- the member's own
    state        TEXT    NOT NULL CHECK (state IN ('claimed', 'sent', 'nothing', 'undeliverable')),
    due_at       INTEGER NOT NULL,
    claimed_at   INTEGER NOT NULL,
    confirmed_at INTEGER,               -- from then on its people are fixed, and it may be on its way
    -- It suggests nobody, and tells of dates alone: to leave it unanswered is not to ignore it.
    only_dates   INTEGER NOT NULL DEFAULT 0,
    try_at       INTEGER NOT NULL,      -- when to send it, or to try again
    channel_id   INTEGER,
    message_id   INTEGER,
    sent_at      INTEGER,
    acted_at     INTEGER,               -- first use of a button or of /met after it was sent
    UNIQUE (team_id, member_id, week)
) STRICT;

CREATE INDEX nudges_unfinished ON nudges (try_at) WHERE state = 'claimed';

-- Suggestions: the people a nudge names.
CREATE TABLE suggestions (
    team_id      INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    nudge_id     INTEGER NOT NULL REFERENCES nudges ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    other_id     INTEGER NOT NULL,
    last_met_at  INTEGER,               -- as it stood then; NULL: they had never met
    circle       TEXT NOT NULL,
    question     INTEGER,               -- to begin with; NULL: they had met
    -- Named for a date of theirs, and no suggestion, so that no cap and no rest counts it: worth a
    -- message alone, or told only beside suggestions; NULL: suggested.
    for_date     TEXT CHECK (for_date IN ('alone', 'beside')),
    week         TEXT NOT NULL,         -- the nudge's
    outcome      TEXT CHECK (outcome IN ('talked', 'not_now', 'stopped')),
    reminded_at  INTEGER,               -- when the member asked to be reminded of them: an act
    PRIMARY KEY (nudge_id, position)
) STRICT, WITHOUT ROWID;

-- How often a person was suggested to others this week.
CREATE INDEX suggestions_of_person ON suggestions (team_id, other_id, week);

CREATE TRIGGER suggestions_taken_back AFTER DELETE ON suggestions
BEGIN
    UPDATE members SET full_week = NULL
    WHERE team_id = OLD.team_id AND person_id = OLD.other_id AND full_week = OLD.week;
END;

-- Reminders: a member asked in a nudge to be reminded of somebody at a time of their choice. The row is
-- claimed from then on, and sent as nudges are: exactly once. Kept as long as nudges, for its buttons.
CREATE TABLE reminders (
    reminder_id  INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it, and it is Discord's nonce
    team_id      INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    member_id    INTEGER NOT NULL,
    other_id     INTEGER NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('claimed', 'sent', 'undeliverable')),
    chosen_at    INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,      -- the chosen time
    try_at       INTEGER NOT NULL,      -- when to send it, or to try again
    confirmed_at INTEGER,               -- from then on it may be on its way, and is not moved
    channel_id   INTEGER,
    message_id   INTEGER,
    sent_at      INTEGER,
    outcome      TEXT    CHECK (outcome IN ('talked', 'not_now', 'stopped'))
) STRICT;

-- One a person at a time: choosing again moves it.
CREATE UNIQUE INDEX reminders_waiting ON reminders (team_id, member_id, other_id)
    WHERE state = 'claimed' AND confirmed_at IS NULL;
CREATE INDEX reminders_of_member ON reminders (team_id, member_id);
CREATE INDEX reminders_about ON reminders (team_id, other_id);
CREATE INDEX reminders_unfinished ON reminders (try_at) WHERE state = 'claimed';

-- Reminders that nothing has called off: a talk of the two that was logged since, nudges off or paused,
-- somebody who left, asked not to be tracked, was stopped or kept apart by the member. That the other
-- keeps the two apart calls none off: the member would notice. Asked when one falls due, so that none
-- of these has to know of reminders. A pause or an absence calls one off that falls due in it.
CREATE VIEW reminders_wanted AS
SELECT r.reminder_id,
       max(CASE WHEN m.paused_at IS NULL THEN 0
                ELSE coalesce(m.paused_until, 9223372036854775807) END,
           coalesce(m.away_until, 0), coalesce(o.away_until, 0)) AS not_before
FROM reminders AS r
JOIN teams AS t ON t.team_id = r.team_id AND t.removed_at IS NULL
JOIN members AS m ON m.team_id = r.team_id AND m.person_id = r.member_id
LEFT JOIN members AS o ON o.team_id = r.team_id AND o.person_id = r.other_id
WHERE r.state = 'claimed' AND m.joined_at IS NOT NULL AND m.untracked_at IS NULL
  AND m.gone_at IS NULL AND m.dms_closed_at IS NULL
  AND o.untracked_at IS NULL AND o.gone_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM ties AS tie
                  WHERE tie.team_id = r.team_id AND tie.member_id = r.member_id
                    AND tie.other_id = r.other_id
                    AND (tie.stopped_at IS NOT NULL OR tie.apart_at IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM encounter_people AS mine
                  JOIN encounter_people AS theirs
                    ON theirs.encounter_id = mine.encounter_id AND theirs.person_id = r.other_id
                  JOIN encounters AS e ON e.encounter_id = mine.encounter_id
                  WHERE mine.team_id = r.team_id AND mine.person_id = r.member_id
                    AND e.logged_at >= r.chosen_at);

-- Kudos: thanks from one giver, either with words or by a reaction.
-- With words: a reason, and the interaction that brought it. It is kept before it is posted.
-- By a reaction: its emoji, to a message that somebody else wrote. Of that message nothing is kept
-- but its id, and the kudos lasts as long as the reaction does.
CREATE TABLE kudos (
    kudos_id       INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it: never used again
    team_id        INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    channel_id     INTEGER NOT NULL,
    parent_id      INTEGER,                -- of a thread: the channel that it belongs to
    giver_id       INTEGER NOT NULL,       -- 0: "someone", who asked to be forgotten
    reason         TEXT,                   -- NULL: by a reaction
    emoji          TEXT,                   -- of the reaction, as Discord writes it; NULL: with words
    given_at       INTEGER NOT NULL,
    -- The day of the team's calendar that it counts for. Decided once: when a team moves to another
    -- zone, past days stay as counted, and what is taken back is taken from the day it counted for.
    day            TEXT    NOT NULL,
    -- The post, or the message that was reacted to: deleting it takes the kudos back.
    message_id     INTEGER,
    interaction_id INTEGER,                -- NULL: by a reaction
    UNIQUE (team_id, interaction_id),      -- a repeated delivery writes nothing twice
    CHECK ((reason IS NULL) = (emoji IS NOT NULL)
           AND (interaction_id IS NULL) = (emoji IS NOT NULL)
           AND (emoji IS NULL OR message_id IS NOT NULL))
) STRICT;

CREATE INDEX kudos_given ON kudos (team_id, giver_id, given_at);
CREATE INDEX kudos_latest ON kudos (team_id, given_at);
CREATE INDEX kudos_post ON kudos (message_id) WHERE message_id IS NOT NULL;
-- Somebody's reactions to one message are one kudos, whichever emoji they change between. Givers who
-- were forgotten are one "someone".
CREATE UNIQUE INDEX kudos_by_reaction ON kudos (team_id, message_id, giver_id)
    WHERE emoji IS NOT NULL AND giver_id <> 0;
-- A channel or thread that is deleted takes its posts along.
CREATE INDEX kudos_in_channel ON kudos (team_id, channel_id);
CREATE INDEX kudos_in_threads ON kudos (team_id, parent_id) WHERE parent_id IS NOT NULL;
-- Posts that are not known to be there are looked for; there are few at any time.
CREATE INDEX kudos_without_post ON kudos (kudos_id) WHERE message_id IS NULL;

-- The people thanked; each counts one.
CREATE TABLE kudos_receivers (
    team_id   INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    person_id INTEGER NOT NULL,
    kudos_id  INTEGER NOT NULL REFERENCES kudos ON DELETE CASCADE,
    PRIMARY KEY (team_id, person_id, kudos_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX kudos_receivers_kudos ON kudos_receivers (kudos_id, person_id);

-- Counts: a board is read from them, so that it costs what its people cost and not what its past
-- does. Triggers keep them: whatever way a kudos comes or goes (given, taken back, its post deleted,
-- a member forgotten, a team removed), counts and kudos change in one transaction, or neither.
CREATE TABLE kudos_counts (
    team_id    INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,        -- 0: the whole server
    side       TEXT    NOT NULL CHECK (side IN ('received', 'given')),
    span       TEXT    NOT NULL CHECK (span IN ('day', 'month', 'all')),
    starts     TEXT    NOT NULL,        -- 2026-11-23, 2026-11, or nothing: in order of time
    person_id  INTEGER NOT NULL,
    kudos      INTEGER NOT NULL CHECK (kudos >= 0),
    PRIMARY KEY (team_id, channel_id, side, span, starts, person_id)
) STRICT, WITHOUT ROWID;

-- Where each thank-you to one person counts: in its channel, in the channel that its thread belongs
-- to and in the server, for who received and for who gave it, on its day, in its month and for ever.
-- Weeks and the last 7 or 30 days are days put together, a quarter is three months: no board adds up
-- more than 31 rows for a person. Days are kept for half a year and a month, as a recap's button
-- counts them; months and all time stay.
-- Giver 0 is "someone", who is on no board.
CREATE VIEW kudos_places AS
SELECT k.kudos_id, r.person_id AS receiver_id, k.team_id,
       CASE scope WHEN 'channel' THEN k.channel_id WHEN 'parent' THEN k.parent_id ELSE 0
       END AS channel_id,
       side,
       span,
       CASE span WHEN 'day' THEN k.day WHEN 'month' THEN substr(k.day, 1, 7) ELSE '' END AS starts,
       CASE side WHEN 'given' THEN k.giver_id ELSE r.person_id END AS person_id
FROM kudos AS k
JOIN kudos_receivers AS r ON r.team_id = k.team_id AND r.kudos_id = k.kudos_id
CROSS JOIN (SELECT 'channel' AS scope UNION ALL SELECT 'parent' UNION ALL SELECT 'server')
CROSS JOIN (SELECT 'received' AS side UNION ALL SELECT 'given')
CROSS JOIN (SELECT 'day' AS span UNION ALL SELECT 'month' UNION ALL SELECT 'all')
WHERE (side = 'received' OR k.giver_id <> 0) AND (scope <> 'parent' OR k.parent_id IS NOT NULL);

CREATE TRIGGER kudos_received_counts AFTER INSERT ON kudos_receivers
BEGIN
    INSERT INTO kudos_counts
    SELECT team_id, channel_id, side, span, starts, person_id, 1 FROM kudos_places
    WHERE kudos_id = NEW.kudos_id AND receiver_id = NEW.person_id
    ON CONFLICT DO UPDATE SET kudos = kudos + 1;
END;

-- Grouped though each place comes once: so SQLite makes the dozen places first and finds the count
-- of each by its key; joined as it is, the view would be met from the side of all counts.
CREATE TRIGGER kudos_lost_counts BEFORE DELETE ON kudos_receivers
BEGIN
    UPDATE kudos_counts SET kudos = kudos_counts.kudos - places.kudos
    FROM (SELECT team_id, channel_id, side, span, starts, person_id, count(*) AS kudos
          FROM kudos_places WHERE kudos_id = OLD.kudos_id AND receiver_id = OLD.person_id
          GROUP BY channel_id, side, span) AS places
    WHERE kudos_counts.team_id = places.team_id AND kudos_counts.channel_id = places.channel_id
      AND kudos_counts.side = places.side AND kudos_counts.span = places.span
      AND kudos_counts.starts = places.starts AND kudos_counts.person_id = places.person_id;
END;

-- What nobody has left is no row: people who come and go leave nothing behind.
CREATE TRIGGER kudos_count_used_up AFTER UPDATE OF kudos ON kudos_counts WHEN NEW.kudos = 0
BEGIN
    DELETE FROM kudos_counts
    WHERE team_id = NEW.team_id AND channel_id = NEW.channel_id AND side = NEW.side
      AND span = NEW.span AND starts = NEW.starts AND person_id = NEW.person_id;
END;

-- While the row of the kudos is still there, as it says where its receivers count: a cascade would
-- delete them after it.
CREATE TRIGGER kudos_gone BEFORE DELETE ON kudos
BEGIN
    DELETE FROM kudos_receivers WHERE kudos_id = OLD.kudos_id;
END;

-- A giver who is forgotten becomes "someone": counted again around the change.
CREATE TRIGGER kudos_giver_leaves BEFORE UPDATE OF giver_id ON kudos
WHEN OLD.giver_id <> NEW.giver_id AND OLD.giver_id <> 0
BEGIN
    UPDATE kudos_counts SET kudos = kudos_counts.kudos - places.kudos
    FROM (SELECT team_id, channel_id, side, span, starts, person_id, count(*) AS kudos
          FROM kudos_places WHERE kudos_id = OLD.kudos_id AND side = 'given'
          GROUP BY channel_id, span) AS places
    WHERE kudos_counts.team_id = places.team_id AND kudos_counts.channel_id = places.channel_id
      AND kudos_counts.side = places.side AND kudos_counts.span = places.span
      AND kudos_counts.starts = places.starts AND kudos_counts.person_id = places.person_id;
END;

CREATE TRIGGER kudos_giver_comes AFTER UPDATE OF giver_id ON kudos
WHEN OLD.giver_id <> NEW.giver_id AND NEW.giver_id <> 0
BEGIN
    INSERT INTO kudos_counts
    SELECT team_id, channel_id, side, span, starts, person_id, count(*) FROM kudos_places
    WHERE kudos_id = NEW.kudos_id AND side = 'given' GROUP BY channel_id, span
    ON CONFLICT DO UPDATE SET kudos = kudos + excluded.kudos;
END;


-- What people had given today when they asked to be forgotten: under keyed hashes, so that forgetting
-- does not bring a new allowance. At midnight of the team's zone the key is deleted, and all with it.
CREATE TABLE allowance_keys (
    team_id INTEGER PRIMARY KEY REFERENCES teams ON DELETE CASCADE,
    key     BLOB    NOT NULL,
    until   INTEGER NOT NULL
) STRICT;

CREATE TABLE allowance_used (
    team_id INTEGER NOT NULL REFERENCES allowance_keys ON DELETE CASCADE,
    who     BLOB    NOT NULL,           -- hash of a giver, or of a giver and a receiver
    kudos   INTEGER NOT NULL,
    PRIMARY KEY (team_id, who)
) STRICT, WITHOUT ROWID;

-- Recaps: exactly one a team and local ISO week, claimed before anything is sent, as nudges are, and
-- kept as long.
CREATE TABLE recaps (
    recap_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- its button carries it, and it is Discord's nonce
    team_id    INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    week       TEXT    NOT NULL,        -- the team's own: the one in which it is posted
    state      TEXT    NOT NULL CHECK (state IN ('claimed', 'sent', 'nothing', 'undeliverable')),
    first_day  TEXT    NOT NULL,        -- what it sums up: the days before its own
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

-- Introductions: where and when a team introduces those who never talk. No row: it does not.
CREATE TABLE introduction_plans (
    team_id    INTEGER NOT NULL PRIMARY KEY REFERENCES teams ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,        -- threads are made in it
    weeks      INTEGER NOT NULL CHECK (weeks IN (2, 4)), -- from round to round
    weekday    TEXT    NOT NULL,
    hour       INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23), -- of the team's wall clock
    begins_at  INTEGER NOT NULL         -- rounds due earlier are not made up for
) STRICT, WITHOUT ROWID;

-- Members who said yes to introductions.
CREATE TABLE introduction_members (
    team_id   INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    person_id INTEGER NOT NULL,
    joined_at INTEGER NOT NULL,
    skips     INTEGER NOT NULL DEFAULT 0, -- 1: they sit out the next round
    about     TEXT,                     -- their own line about themselves; NULL: none
    PRIMARY KEY (team_id, person_id)
) STRICT, WITHOUT ROWID;

-- Rounds: exactly one a team and day, claimed with all its introductions before any thread is made.
-- The state is that of the post about the round before it.
CREATE TABLE introduction_rounds (
    round_id   INTEGER PRIMARY KEY AUTOINCREMENT, -- the post's button carries it
    team_id    INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    day        TEXT    NOT NULL,        -- the team's own: the one on which it fell due
    channel_id INTEGER NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('claimed', 'sent', 'nothing', 'undeliverable')),
    due_at     INTEGER NOT NULL,
    claimed_at INTEGER NOT NULL,
    try_at     INTEGER NOT NULL,
    asks_at    INTEGER NOT NULL,        -- when each thread is asked whether they met
    ends_at    INTEGER NOT NULL,        -- when its threads are archived
    message_id INTEGER,
    sent_at    INTEGER,
    UNIQUE (team_id, day)
) STRICT;

CREATE INDEX introduction_rounds_unfinished ON introduction_rounds (try_at) WHERE state = 'claimed';

-- Introductions: two or three people of a round, with a thread of their own. One who is left over
-- waits for another.
CREATE TABLE introductions (
    introduction_id INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it, and it is Discord's nonce
    team_id         INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    round_id        INTEGER NOT NULL REFERENCES introduction_rounds ON DELETE CASCADE,
    state           TEXT    NOT NULL
                    CHECK (state IN ('waiting', 'claimed', 'sent', 'nothing', 'undeliverable')),
    claimed_at      INTEGER NOT NULL,
    try_at          INTEGER NOT NULL,
    begun_at        INTEGER,            -- from then on its people are fixed, and a thread may be there
    thread_id       INTEGER,
    closes_at       INTEGER,            -- when to archive the thread; NULL: none, or done
    message_id      INTEGER,
    sent_at         INTEGER,
    question        INTEGER,            -- to begin with
    second_question INTEGER,
    -- The question of a week later whether they met.
    asking          TEXT CHECK (asking IN ('claimed', 'sent', 'nothing', 'undeliverable')),
    ask_at          INTEGER,            -- when to ask, or to try again
    met_at          INTEGER,            -- one of them said so, and a talk was logged
    next_id         INTEGER             -- with a third person they went on as this introduction
) STRICT;

CREATE INDEX introductions_of_team ON introductions (team_id);
CREATE INDEX introductions_of_round ON introductions (round_id);
CREATE INDEX introductions_unfinished ON introductions (try_at) WHERE state = 'claimed';
CREATE INDEX introductions_asking ON introductions (ask_at) WHERE asking = 'claimed';
CREATE INDEX introductions_closing ON introductions (closes_at) WHERE closes_at IS NOT NULL;
CREATE INDEX introductions_thread ON introductions (thread_id) WHERE thread_id IS NOT NULL;

-- The people of an introduction.
CREATE TABLE introduced (
    team_id         INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    person_id       INTEGER NOT NULL,
    introduction_id INTEGER NOT NULL REFERENCES introductions ON DELETE CASCADE,
    answer          TEXT CHECK (answer IN ('met', 'not_yet', 'cannot')),
    PRIMARY KEY (team_id, person_id, introduction_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX introduced_people ON introduced (introduction_id, person_id);

-- Deletions under way: each takes many small transactions, so that other writes get their turn in
-- between. The row is written with the first and goes with the last; the next worker that finds it goes on.
CREATE TABLE deletions (
    team_id      INTEGER NOT NULL,
    person_id    INTEGER NOT NULL,      -- 0: the whole team
    -- The latest ids when it was asked for: what people write after that stays.
    encounter_id INTEGER NOT NULL,
    nudge_id     INTEGER NOT NULL,
    kudos_id     INTEGER NOT NULL,
    PRIMARY KEY (team_id, person_id)
) STRICT, WITHOUT ROWID;

-- Something was deleted, and its traces are still to be overwritten in the file: written with the
-- deletion, and gone only when that is done, whatever fails or crashes in between. One row at most.
CREATE TABLE scrub_owed (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    since    INTEGER NOT NULL,          -- the first deletion
    deletion INTEGER NOT NULL           -- counts them: one that comes during a scrub owes another
) STRICT;
