//! The file: two million kudos, half a million talks, and one member with 8,000 of them.

use serde_json::json;

use super::crowd::{self, Crowd, FORGOTTEN_SERVER, LARGE_SERVER};
use super::file::{self, File};

/// Makes the file of this name if it is missing.
pub(crate) fn make(name: &str, crowd: &Crowd) {
    if !file::path(name).exists() {
        println!(
            "Making {}: this takes some minutes.",
            file::path(name).display()
        );
    }
    let file = File::made(name, &statements(crowd));
    file.run(file.database.close());
}

fn statements(crowd: &Crowd) -> String {
    let servers = crowd.servers.iter().map(|server| {
        json!([
            server.guild.0,
            server.channels[0].0,
            server.channels[1].0,
            server.people.len()
        ])
    });
    let servers = json!(servers.collect::<Vec<_>>()).to_string();
    let people = crowd
        .servers
        .iter()
        .enumerate()
        .flat_map(|(number, server)| {
            let people = server.people.iter().enumerate();
            people.map(move |(person, id)| {
                let dms = crowd.dms.get(person).filter(|_| number == LARGE_SERVER);
                json!([number, person, id.0, dms.map(|channel| channel.0)])
            })
        });
    let people = json!(people.collect::<Vec<_>>()).to_string();
    let now = crowd::start().timestamp();
    FILL.replace("{servers}", &servers)
        .replace("{people}", &people)
        .replace("{now}", &now.to_string())
        .replace("{large}", &LARGE_SERVER.to_string())
        .replace("{forgotten}", &FORGOTTEN_SERVER.to_string())
}

/// The talks: member 0 of the large server with 3,000 others, each of the 40 members of the deleted
/// server 2,000 times, and all other people twenty times. The large server's nudges are due at
/// 09:00. Kudos were given for 200 days.
const FILL: &str = "
    CREATE TEMP TABLE servers (server INTEGER PRIMARY KEY, team_id INTEGER UNIQUE, general INTEGER,
                               random INTEGER, size INTEGER);
    INSERT INTO servers
    SELECT key, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each('{servers}');
    CREATE TEMP TABLE people (server INTEGER, person INTEGER, id INTEGER, dms INTEGER,
                              PRIMARY KEY (server, person)) WITHOUT ROWID;
    INSERT INTO people SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3
    FROM json_each('{people}');

    INSERT INTO teams (team_id, zone, circle, added_at, kudos_per_day, kudos_per_person)
    SELECT team_id, 'UTC', 'regular', {now} - 63072000, 1000000, 1000000 FROM servers;
    INSERT INTO members (team_id, person_id, name, username, asked_at, weekday, time, people,
                         joined_at, nudges_from, next_nudge_at, dm_channel_id)
    SELECT team_id, id, 'Person ' || person, 's' || server || 'p' || person, {now} - 63072000, 'Mon',
           '09:00', 3, iif(dms, {now} - 50000000 + person, NULL), iif(dms, {now} - 172800, NULL),
           iif(dms, {now} + 3600, NULL), dms
    FROM servers JOIN people USING (server);

    CREATE TEMP TABLE talks (talk INTEGER PRIMARY KEY, server INTEGER, one INTEGER, two INTEGER,
                             at INTEGER);
    INSERT INTO talks (server, one, two, at)
    WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n LIMIT 8000)
    SELECT {large}, 0, 1 + n % 3000, {now} - 3456000 - n * 3600 FROM n;
    INSERT INTO talks (server, one, two, at)
    WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n LIMIT 80000)
    SELECT {forgotten}, n % 40, (n % 40 + 1 + n / 40 % 39) % 40, {now} - 3456000 - n * 60 FROM n;
    INSERT INTO talks (server, one, two, at)
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 20)
    SELECT server, person, (person + n * 2) % size, {now} - n * 345600 - person
    FROM people JOIN servers USING (server) CROSS JOIN n WHERE server <> {forgotten};

    INSERT INTO encounters (encounter_id, team_id, logged_by, happened_at, how, logged_at,
                            interaction_id)
    SELECT talk, team_id, id, at, 'coffee', at, talk
    FROM talks JOIN servers USING (server)
    JOIN people AS p ON p.server = talks.server AND p.person = one;
    INSERT INTO encounter_people (team_id, person_id, happened_at, encounter_id)
    SELECT team_id, id, at, talk
    FROM talks JOIN servers USING (server)
    JOIN people AS p ON p.server = talks.server AND p.person IN (one, two);
    INSERT INTO notes
    SELECT team_id, logged_by, encounter_id,
           'what they told, in some words more, of the garden and the marathon in spring, ' || encounter_id
    FROM encounters;
    INSERT INTO ties (team_id, member_id, other_id, last_met_at, due_at)
    SELECT team_id, m.id, o.id, max(at), max(at) + 2592000
    FROM (SELECT server, one AS side, two AS other, at FROM talks
          UNION ALL SELECT server, two, one, at FROM talks) AS sides
    JOIN servers USING (server)
    JOIN people AS m ON m.server = sides.server AND m.person = side
    JOIN people AS o ON o.server = sides.server AND o.person = other
    GROUP BY team_id, m.id, o.id;

    INSERT INTO kudos (kudos_id, team_id, channel_id, giver_id, reason, given_at, day, message_id,
                       interaction_id)
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 2000000)
    SELECT n, team_id, iif(n % 3 = 0, random, general), id,
           'for the help with what nobody else wanted to do on that day, ' || n,
           at, date(at, 'unixepoch'), n, n
    FROM (SELECT n, iif(n % 4 = 0, {large}, 1 + n % 199) AS server,
                 {now} - 17280000 + n * 864 / 100 - 60 AS at FROM n)
    JOIN servers USING (server)
    JOIN people AS p ON p.server = servers.server AND p.person = n * 7919 % size;
    INSERT INTO kudos_receivers (team_id, person_id, kudos_id)
    SELECT team_id, id, kudos_id
    FROM kudos CROSS JOIN servers USING (team_id)
    CROSS JOIN people AS p ON p.server = servers.server
     AND p.person = (kudos_id * 7919 + 1 + kudos_id / 7 % (size - 1)) % size;
    DROP TABLE talks; DROP TABLE people; DROP TABLE servers;";
