//! What a hostile or very busy server does. The clock moves only while nobody types: a running
//! interaction would be too old for an answer.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use chrono::TimeDelta;
use futures::future::join_all;
use rehearsal::Person;

use super::commands::{answered, forget, shown};
use super::crowd::{self, FORGOTTEN_SERVER, LARGE};
use super::measured::timed;
use super::stage::Stage;

pub(crate) async fn play(stage: &Stage) {
    let at_once = async || all_type(stage, 40, "/privacy").await;
    stage.together("40 `/privacy` at once", at_once).await;
    stage
        .together("30 presses of Export at once", async || {
            exports(stage).await
        })
        .await;
    let at_once = async || all_type(stage, 120, "/me").await;
    stage.together("120 `/me` at once", at_once).await;
    nudges(stage).await;
    let forget_three = async || {
        let mut waits = Vec::new();
        for number in [20, 21, 0] {
            waits.push(forget(&stage.member(number)).await);
        }
        waits
    };
    stage
        .together("*Forget me* of three, one with 8,000 talks", forget_three)
        .await;
    stage
        .together("`forget-team`, 40 with 2,000 talks each", async || {
            forget_team(stage).await
        })
        .await;
    scrub(stage).await;
}

fn members(stage: &Stage, count: usize) -> Vec<Person> {
    (0..count).map(|number| stage.member(number)).collect()
}

async fn all_type(stage: &Stage, count: usize, line: &str) -> Vec<Duration> {
    let people = members(stage, count);
    let typed = people
        .iter()
        .map(async |person| answered(person.types(line)).await.1);
    join_all(typed).await
}

/// Exports, half of them by the member with 8,000 talks.
async fn exports(stage: &Stage) -> Vec<Duration> {
    let mut people = members(stage, 16);
    people.extend((0..14).map(|_| stage.member(0)));
    let pressed = people.iter().map(async |person| {
        let panel = shown(person.types("/privacy")).await;
        answered(person.press(&panel, "Export")).await.1
    });
    join_all(pressed).await
}

/// From 09:00 until the last nudge has arrived.
async fn nudges(stage: &Stage) {
    let name = "10,000 nudges due at nine";
    if !stage.plays(name) {
        return;
    }
    stage.clock.move_to(crowd::start() + TimeDelta::hours(1));
    stage.together(name, async || settled(stage).await).await;
    let sent = "SELECT count(*) FROM nudges WHERE state = 'sent'";
    let sent = stage.number(sent).await;
    assert!(
        sent > i64::try_from(LARGE).unwrap() * 9 / 10,
        "{sent} were sent"
    );
}

async fn settled(stage: &Stage) -> Vec<Duration> {
    vec![timed(stage.clock.settled()).await.1]
}

/// Runs `rapport forget-team` beside the running bot.
async fn forget_team(stage: &Stage) -> Vec<Duration> {
    let team = stage.crowd.servers[FORGOTTEN_SERVER].guild.to_string();
    let url = stage.database_url();
    let forget = tokio::task::spawn_blocking(move || {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rapport"))
            .args(["forget-team", &team])
            .env("DATABASE_URL", url)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        writeln!(child.stdin.take().unwrap(), "{team}").unwrap();
        assert!(child.wait().unwrap().success());
    });
    vec![timed(forget).await.1]
}

/// Runs the scrub for all earlier deletions.
async fn scrub(stage: &Stage) {
    let name = "overwriting the traces of what was deleted";
    if !stage.plays(name) {
        return;
    }
    stage.clock.move_to(crowd::start() + TimeDelta::hours(2));
    stage.together(name, async || settled(stage).await).await;
    assert_eq!(stage.number("SELECT count(*) FROM scrub_owed").await, 0);
}
