//! A team with everything due now: each member's nudge and the weekly recap.

use std::fmt::Write as _;

use chrono::{DateTime, Days, TimeDelta, Timelike as _, Utc, Weekday};
use rapport::database::Database;
use rehearsal::{ChannelId, GuildId, UserId, World};

/// The people and channel of the team.
pub(crate) struct Team {
    pub(crate) guild: GuildId,
    pub(crate) channel: ChannelId,
    pub(crate) people: Vec<UserId>,
}

/// The name of the person with this number.
pub(crate) fn name(number: usize) -> String {
    format!("person{number}")
}

/// Adds a team of this size to the world.
pub(crate) fn settle(world: &mut World, people: usize) -> Team {
    let owner = world.add_person("person0", &name(0));
    let guild = world.add_guild("Lighthouse", owner);
    let channel = world.add_channel(guild, "general");
    let mut all = vec![owner];
    for number in 1..people {
        let name = name(number);
        let person = world.add_person(&name, &name);
        world.join(guild, person);
        all.push(person);
    }
    Team {
        guild,
        channel,
        people: all,
    }
}

/// Writes the file at `url` so that at `now` every member's nudge and the recap are due. Members
/// joined a second after one another. With `dms`, their channels of direct messages are stored.
pub(crate) async fn write(
    url: &str,
    world: &mut World,
    team: &Team,
    now: DateTime<Utc>,
    dms: bool,
) {
    // A zone in which it is after nine in the morning now.
    let (zone, hours) = if now.hour() >= 9 {
        ("UTC", 0)
    } else {
        ("Asia/Tokyo", 9)
    };
    let here = (now + TimeDelta::hours(hours)).date_naive();
    let weekday: Weekday = chrono::Datelike::weekday(&here);
    let yesterday = here.checked_sub_days(Days::new(1)).unwrap();
    let (id, channel, now) = (team.guild.0, team.channel.0, now.timestamp());
    let (one, two) = (team.people[0].0, team.people[1].0);
    let mut sql = format!(
        "INSERT INTO teams (team_id, zone, circle, added_at, recap_channel_id, recap_weekday)
         VALUES ({id}, '{zone}', 'regular', 1, {channel}, '{weekday}');
         INSERT INTO kudos (team_id, channel_id, giver_id, reason, day, given_at, interaction_id,
                            message_id)
         VALUES ({id}, {channel}, {one}, 'for being there', '{yesterday}', {now} - 172800, 1, 1);
         INSERT INTO kudos_receivers (team_id, person_id, kudos_id)
         SELECT team_id, {two}, kudos_id FROM kudos;"
    );
    for (number, person) in team.people.iter().enumerate() {
        let dm = if dms {
            world.dm_channel(*person).to_string()
        } else {
            "NULL".to_owned()
        };
        let person = person.0;
        let _ = write!(
            sql,
            "INSERT INTO members (team_id, person_id, name, joined_at, nudges_from, weekday, time,
                                  people, dm_channel_id, next_nudge_at)
             VALUES ({id}, {person}, 'somebody', {now} - 2592000 + {number}, {now} - 172800, '{weekday}',
                     '00:00', 3, {dm}, {now} - 60);"
        );
    }
    let database = Database::open(url).await.unwrap();
    let written = database.write(async move |connection| {
        // It never contains input of people.
        let sql = sqlx::AssertSqlSafe(sql);
        sqlx::raw_sql(sql).execute(connection).await?;
        Ok(())
    });
    written.await.unwrap();
    database.close().await;
}
