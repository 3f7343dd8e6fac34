//! What the tests read from and write into the bot's database: all of their SQL.
//!
//! Tests count rows with the constants, as in `harness.number(stored::NOTES)`. They write only
//! where no command can, or where a command for it is not the point.

use std::time::Duration;

use rehearsal::ChannelId;
use sqlx::{Connection as _, SqliteConnection};

use super::{Harness, TIMEOUT};

/// A query for one number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number(&'static str);

const fn number(sql: &'static str) -> Number {
    Number(sql)
}

pub(crate) const ENCOUNTERS: Number = number("SELECT count(*) FROM encounters");
pub(crate) const ENCOUNTERS_ON_2_OCTOBER_AT_9: Number =
    number("SELECT count(*) FROM encounters WHERE happened_at = unixepoch('2026-10-02 09:00:00')");
/// Counts each person once for each encounter.
pub(crate) const PEOPLE_IN_ENCOUNTERS: Number = number("SELECT count(*) FROM encounter_people");
/// Counts each pair of people once for each encounter.
pub(crate) const PAIRS_IN_ENCOUNTERS: Number = number(
    "SELECT count(*) FROM encounter_people AS b JOIN encounter_people AS c
     USING (encounter_id) WHERE b.person_id < c.person_id",
);

pub(crate) const MINUTES_IN_VOICE: Number =
    number("SELECT coalesce(sum(minutes), 0) FROM encounters");
pub(crate) const VOICE_CHOICES: Number = number("SELECT count(*) FROM voice_choices");

pub(crate) const NOTES: Number = number("SELECT count(*) FROM notes");
pub(crate) const NOTES_FIRST: Number = number("SELECT count(*) FROM notes WHERE text = 'first'");
pub(crate) const NOTES_FIRST_AND_SECOND: Number =
    number("SELECT count(*) FROM notes WHERE text = 'first' || char(10) || 'second'");
pub(crate) const NOTES_ONCE: Number = number("SELECT count(*) FROM notes WHERE text = 'once'");
pub(crate) const LONGEST_NOTE: Number = number("SELECT max(length(text)) FROM notes");

pub(crate) const CORRECTIONS: Number = number("SELECT count(*) FROM corrections");
pub(crate) const CORRECTIONS_WITH_NOTE: Number =
    number("SELECT count(*) FROM corrections WHERE note IS NOT NULL");

pub(crate) const MEMBERS: Number = number("SELECT count(*) FROM members");
pub(crate) const MEMBERS_CALLED_BOB: Number =
    number("SELECT count(*) FROM members WHERE name = 'Bob'");
pub(crate) const MEMBERS_JOINED: Number =
    number("SELECT count(*) FROM members WHERE joined_at > 0");
pub(crate) const MEMBERS_ON_ROSTER: Number =
    number("SELECT count(*) FROM members WHERE rostered_at IS NOT NULL");
pub(crate) const MEMBERS_GONE: Number =
    number("SELECT count(*) FROM members WHERE gone_at IS NOT NULL");
/// In seconds since 1970.
pub(crate) const BOB_WAS_SEEN_AT: Number = number("SELECT seen_at FROM members WHERE name = 'Bob'");
/// In seconds since 1970.
pub(crate) const LATEST_END_OF_A_PAUSE: Number = number("SELECT max(paused_until) FROM members");
/// 1 if Alice's next nudge is planned for an hour or more after 2026-11-30 09:00, else 0.
pub(crate) const ALICES_NUDGE_IS_POSTPONED: Number =
    number("SELECT next_nudge_at - 1796029200 >= 3600 FROM members WHERE name = 'Alice'");

pub(crate) const MEMBERS_AWAY: Number =
    number("SELECT count(*) FROM members WHERE away_until IS NOT NULL");
pub(crate) const DATES: Number = number("SELECT count(birthday) + count(first_day) FROM members");
pub(crate) const MEMBERS_WITH_FRENCH_CLIENT: Number =
    number("SELECT count(*) FROM members WHERE client_language = 'fr'");
/// Counts from [`Harness::count_writes_of_languages`] on.
pub(crate) const LANGUAGE_WRITES: Number = number("SELECT count(*) FROM language_writes");

pub(crate) const TIES: Number = number("SELECT count(*) FROM ties");
pub(crate) const TIES_WITH_CONTACTS: Number =
    number("SELECT count(*) FROM ties WHERE other_id < 0");
pub(crate) const CONTACTS: Number = number("SELECT count(*) FROM contacts");
pub(crate) const KINDS: Number = number("SELECT count(kind) FROM ties");
pub(crate) const APART: Number = number("SELECT count(apart_at) FROM ties");

pub(crate) const NUDGES_CLAIMED: Number =
    number("SELECT count(*) FROM nudges WHERE state = 'claimed'");
pub(crate) const NUDGES_ABOUT_NOBODY: Number =
    number("SELECT count(*) FROM nudges WHERE state = 'nothing'");
pub(crate) const NUDGES_ACTED_ON: Number =
    number("SELECT count(*) FROM nudges WHERE acted_at IS NOT NULL");
pub(crate) const NUDGES_OF_WEEK_48: Number =
    number("SELECT count(*) FROM nudges WHERE week = '2026-W48'");
pub(crate) const SUGGESTIONS: Number = number("SELECT count(*) FROM suggestions");

pub(crate) const REMINDERS: Number = number("SELECT count(*) FROM reminders");
pub(crate) const REMINDERS_WAITING: Number =
    number("SELECT count(*) FROM reminders WHERE state = 'claimed'");
pub(crate) const IN_FOR_INTRODUCTIONS: Number = number("SELECT count(*) FROM introduction_members");
/// Counts each person once for each introduction.
pub(crate) const INTRODUCED: Number = number("SELECT count(*) FROM introduced");

pub(crate) const KUDOS: Number = number("SELECT count(*) FROM kudos");
pub(crate) const KUDOS_FOR_TWO: Number =
    number("SELECT count(*) FROM kudos WHERE reason = 'for two'");
pub(crate) const KUDOS_WITH_POST: Number =
    number("SELECT count(*) FROM kudos WHERE message_id IS NOT NULL");
pub(crate) const KUDOS_WITHOUT_POST: Number =
    number("SELECT count(*) FROM kudos WHERE message_id IS NULL");
/// Counts each kudos once for each person thanked.
pub(crate) const KUDOS_RECEIVED: Number = number("SELECT count(*) FROM kudos_receivers");
pub(crate) const KUDOS_COUNTS: Number = number("SELECT count(*) FROM kudos_counts");
pub(crate) const ALLOWANCE_KEYS: Number = number("SELECT count(*) FROM allowance_keys");
pub(crate) const ALLOWANCE_USED: Number = number("SELECT count(*) FROM allowance_used");

pub(crate) const TEAMS: Number = number("SELECT count(*) FROM teams");
pub(crate) const TEAMS_REMOVED: Number =
    number("SELECT count(*) FROM teams WHERE removed_at IS NOT NULL");
pub(crate) const TEAMS_WITHOUT_KUDOS_OR_WITH_50_A_DAY: Number =
    number("SELECT count(*) FROM teams WHERE kudos_on = 0 OR kudos_per_day = 50");

pub(crate) const SCRUBS_OWED: Number = number("SELECT count(*) FROM scrub_owed");
/// The deletion that the latest owed scrub is for; 0 if none is owed.
pub(crate) const LATEST_DELETION_TO_SCRUB: Number =
    number("SELECT coalesce(max(deletion), 0) FROM scrub_owed");

/// Holds the write lock of the bot's database, as another program may.
#[derive(Debug)]
pub(crate) struct WriteLock(SqliteConnection);

impl WriteLock {
    pub(crate) async fn release(mut self) {
        let released = sqlx::query("ROLLBACK").execute(&mut self.0).await;
        released.unwrap();
    }
}

/// Reads the bot's database until it is closed: SQLite can't empty its log meanwhile.
#[derive(Debug)]
pub(crate) struct OpenReader(SqliteConnection);

impl OpenReader {
    pub(crate) async fn close(self) {
        self.0.close().await.unwrap();
    }
}

/// Replicates the bot's database as Litestream does: it reads all the time, and now and then it
/// lets go, brings the log into the file, reads again, and writes a row.
#[derive(Debug)]
pub(crate) struct Replicator {
    reading: SqliteConnection,
    other: SqliteConnection,
}

impl Replicator {
    async fn read(&mut self) {
        execute(&mut self.reading, "BEGIN; SELECT seq FROM _litestream_seq").await;
    }

    pub(crate) async fn checkpoint(&mut self) {
        execute(&mut self.reading, "ROLLBACK").await;
        execute(&mut self.other, "PRAGMA wal_checkpoint(PASSIVE)").await;
        self.read().await;
        let write = "INSERT INTO _litestream_seq VALUES (1, 1)
                     ON CONFLICT DO UPDATE SET seq = seq + 1";
        execute(&mut self.other, write).await;
    }
}

async fn execute(connection: &mut SqliteConnection, sql: &'static str) {
    sqlx::raw_sql(sql).execute(connection).await.unwrap();
}

impl Harness {
    /// Starts a replicator.
    pub(crate) async fn replicate_database(&self) -> Replicator {
        let mut replicator = Replicator {
            reading: self.connection().await,
            other: self.connection().await,
        };
        let table = "PRAGMA wal_autocheckpoint = 0;
                     CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)";
        execute(&mut replicator.other, table).await;
        replicator.read().await;
        replicator
    }

    /// Reads a number from the bot's database.
    pub(crate) async fn number(&self, number: Number) -> i64 {
        let file = format!("{}?mode=ro", self.database_url());
        let mut connection = SqliteConnection::connect(&file).await.unwrap();
        sqlx::query_scalar(number.0)
            .fetch_one(&mut connection)
            .await
            .unwrap()
    }

    /// Reads a column of texts from the bot's database.
    pub(crate) async fn strings(&self, sql: &'static str) -> Vec<String> {
        let mut connection = self.connection().await;
        let read = sqlx::query_scalar(sql).fetch_all(&mut connection).await;
        read.unwrap()
    }

    /// Waits until a number in the bot's database is this one. The bot answers no event of the
    /// gateway, so there is nothing else to wait for.
    pub(crate) async fn until(&self, number: Number, expected: i64) {
        let is_so = async {
            while self.number(number).await != expected {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let waited = tokio::time::timeout(TIMEOUT, is_so).await;
        waited.unwrap_or_else(|_| panic!("{number:?} did not come to {expected}"));
    }

    pub(crate) async fn lock_database(&self) -> WriteLock {
        let mut other = self.connection().await;
        let locked = sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await;
        locked.unwrap();
        WriteLock(other)
    }

    pub(crate) async fn read_database(&self) -> OpenReader {
        let mut reader = self.connection().await;
        for statement in ["BEGIN", MEMBERS.0] {
            sqlx::query(statement).execute(&mut reader).await.unwrap();
        }
        OpenReader(reader)
    }

    pub(crate) async fn hide_everyone_from_boards(&self) {
        self.execute("UPDATE members SET hidden_at = 1").await;
    }

    pub(crate) async fn hide_bob_from_boards(&self) {
        self.execute("UPDATE members SET hidden_at = 1 WHERE name = 'Bob'")
            .await;
    }

    /// Deletes the row of the member Bob, and nothing else about Bob.
    pub(crate) async fn delete_member_bob(&self) {
        self.execute("DELETE FROM members WHERE name = 'Bob'").await;
    }

    /// Gives Alice a weekday that does not exist.
    pub(crate) async fn break_alices_weekday(&self) {
        self.execute("UPDATE members SET weekday = 'Moonday' WHERE name = 'Alice'")
            .await;
    }

    pub(crate) async fn repair_alices_weekday(&self) {
        self.execute("UPDATE members SET weekday = 'Mon' WHERE name = 'Alice'")
            .await;
    }

    /// Makes every rest and snooze end in November 2029.
    pub(crate) async fn end_rests_and_snoozes_in_2029(&self) {
        self.execute("UPDATE ties SET snoozed_until = 1890000000, not_before = 1890000000")
            .await;
    }

    /// Claims a nudge of week 49 about one person for every member who joined, to be tried an hour
    /// after it is due.
    pub(crate) async fn claim_nudges_of_week_49(&self) {
        self.execute(
            "INSERT INTO nudges (team_id, member_id, week, state, due_at, claimed_at, try_at)
             SELECT team_id, person_id, '2026-W49', 'claimed', next_nudge_at, next_nudge_at,
                    next_nudge_at + 3600
             FROM members WHERE joined_at IS NOT NULL;
             INSERT INTO suggestions (nudge_id, position, team_id, other_id, circle, week)
             SELECT nudge_id, 0, t.team_id, t.other_id, 'regular', week
             FROM nudges AS n JOIN ties AS t ON t.member_id = n.member_id;",
        )
        .await;
    }

    pub(crate) async fn postpone_claimed_nudges_by_a_year(&self) {
        self.execute("UPDATE nudges SET try_at = try_at + 31536000 WHERE state = 'claimed'")
            .await;
    }

    /// Leaves what a clock that was a year ahead would leave after it sent Alice a nudge.
    pub(crate) async fn date_a_nudge_of_alice_a_year_ahead(&self) {
        self.execute(
            "INSERT INTO nudges (team_id, member_id, week, state, due_at, claimed_at, try_at,
                                 sent_at)
             SELECT team_id, person_id, '2027-W48', 'sent', 1827478800, 1827478800, 1827478800,
                    1827478800
             FROM members WHERE name = 'Alice';
             UPDATE members SET next_nudge_at = 1828083600, nudges_from = 1827000000
             WHERE name = 'Alice'",
        )
        .await;
    }

    pub(crate) async fn date_kudos_a_year_ahead(&self) {
        self.execute("UPDATE kudos SET given_at = given_at + 31536000, day = '2027-11-23'")
            .await;
    }

    /// Leaves the sent recaps of a clock that was a year ahead.
    pub(crate) async fn add_recaps_a_year_ahead(&self) {
        self.execute(
            "INSERT INTO recaps (team_id, week, state, first_day, last_day, due_at, claimed_at,
                                 try_at, channel_id)
             SELECT team_id, '2027-W48', 'sent', '2027-11-19', '2027-11-25', 1827392400, 1827392400,
                    1827392400, recap_channel_id FROM teams",
        )
        .await;
    }

    /// Begins to count [`LANGUAGE_WRITES`].
    pub(crate) async fn count_writes_of_languages(&self) {
        self.execute(
            "CREATE TABLE language_writes (person_id INTEGER);
             CREATE TRIGGER count_language_writes AFTER UPDATE OF client_language ON members
             BEGIN INSERT INTO language_writes VALUES (new.person_id); END",
        )
        .await;
    }

    pub(crate) async fn delete_recaps(&self) {
        self.execute("DELETE FROM recaps").await;
    }

    pub(crate) async fn set_recap_channel(&self, channel: ChannelId) {
        self.execute(format!("UPDATE teams SET recap_channel_id = {channel}").leak())
            .await;
    }

    /// Gives teams without a recap channel one, with a weekday that does not exist.
    pub(crate) async fn break_recaps_of_other_teams(&self) {
        self.execute(
            "UPDATE teams SET recap_channel_id = 1, recap_weekday = 'Freeday'
             WHERE recap_channel_id IS NULL",
        )
        .await;
    }

    pub(crate) async fn switch_leaderboards_off(&self) {
        self.execute("UPDATE teams SET leaderboards_on = 0").await;
    }

    async fn execute(&self, sql: &'static str) {
        let mut connection = self.connection().await;
        sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    }

    async fn connection(&self) -> SqliteConnection {
        let connection = SqliteConnection::connect(&self.database_url()).await;
        connection.unwrap()
    }
}
