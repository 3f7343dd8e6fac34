//! Chooses the week's people for every member of 10, 100 and 1,000 teams of a thousand members with
//! twenty ties each, beside one plain scan of their ties with the sqlite3 shell: `cargo bench
//! --bench choosing`. The first run makes the files and keeps them below `target/tmp`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on says so by panicking, and prints its result"
)]

#[path = "../file.rs"]
mod file;

use std::process::Command;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use file::File;
use rapport::calendar::PeoplePerNudge;
use rapport::calendar::week::IsoWeek;
use rapport::ids::{PersonId, TeamId};
use rapport::nudges::choose::choose;
use rapport::nudges::store::{Candidates, TOGETHER};
use rapport::team;

const MEMBERS: i64 = 1000;

/// Every member has talked with the twenty after them, at some time in the last two months. With a
/// regular circle, half of their ties are due.
const TIES: &str = "
    INSERT INTO teams (team_id, zone, circle, added_at)
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT {teams})
    SELECT n, 'UTC', 'regular', 1700000000 FROM n;
    INSERT INTO members (team_id, person_id, name, joined_at, nudges_from, weekday, time, people)
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 1000)
    SELECT team_id, n, 'Somebody', 1700000000 + n, 1700000000, 'monday', '09:00', 3
    FROM teams CROSS JOIN n;
    INSERT INTO ties (team_id, member_id, other_id, last_met_at, due_at)
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 20)
    SELECT team_id, person_id, 1 + (person_id + n - 1) % 1000,
           1795424400 - 86400 * ((person_id * 7 + n * 13) % 60),
           1795424400 - 86400 * ((person_id * 7 + n * 13) % 60 - 30)
    FROM members CROSS JOIN n;";

fn main() {
    println!(
        "| members | ties | one scan of the ties | choosing | ratio | for each member | memory |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|");
    for teams in [10, 100, 1000] {
        let name = format!("ties-of-{teams}-teams");
        let file = File::made(&name, &TIES.replace("{teams}", &teams.to_string()));
        let scan = scan(&name);
        let started = Instant::now();
        file.run(choose_all(&file, teams));
        let choosing = started.elapsed();
        let members = u32::try_from(teams * MEMBERS).unwrap();
        println!(
            "| {members} | {} | {:.2} s | {:.2} s | {:.1} | {:.0} µs | {} MB |",
            members * 20,
            scan.as_secs_f64(),
            choosing.as_secs_f64(),
            choosing.as_secs_f64() / scan.as_secs_f64(),
            (choosing / members).as_secs_f64() * 1e6,
            resident_megabytes(),
        );
    }
}

/// Chooses as the worker does, for several members of a team together.
async fn choose_all(file: &File, teams: i64) {
    let now: DateTime<Utc> = "2026-11-23T09:00:00Z".parse().unwrap();
    let week = IsoWeek::of(now.date_naive());
    let mut reader = file.database.reader().await.unwrap();
    for id in 1..=teams {
        let team = team::store::find(&mut *reader, TeamId(id)).await.unwrap();
        let team = team.unwrap();
        let members: Vec<_> = (1..=MEMBERS).map(PersonId).collect();
        for group in members.chunks(TOGETHER) {
            let read = Candidates::read(&mut reader, &team, group, week, now).await;
            let mut read = read.unwrap();
            for member in group {
                let candidates = read.of(&mut reader, team.id.member(*member)).await.unwrap();
                let chosen = choose(now, *member, &candidates, PeoplePerNudge::default());
                assert_eq!(chosen.len(), 3);
                read.count(&chosen);
            }
        }
    }
}

/// How long the sqlite3 shell takes to read every tie once.
fn scan(name: &str) -> Duration {
    let looked = "SELECT sum(last_met_at), sum(other_id), count(*) FROM ties NOT INDEXED;";
    let started = Instant::now();
    let shell = Command::new("sqlite3")
        .arg(file::path(name))
        .arg(looked)
        .output();
    assert!(
        shell.unwrap().status.success(),
        "the sqlite3 shell is needed"
    );
    started.elapsed()
}

/// The resident memory of this process.
fn resident_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.unwrap().trim().trim_end_matches(" kB");
    kilobytes.parse::<u64>().unwrap() / 1000
}
