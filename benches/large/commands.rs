//! Every command and its components, used by the member with 8,000 talks.

use std::time::Duration;

use rehearsal::{Answer, Person, Seen, Unable};

use super::crowd::{LARGE_SERVER, name};
use super::measured::timed;
use super::stage::Stage;

/// How often each is used.
const TIMES: usize = 20;

/// Commands that are only typed.
const TYPED: [(&str, &str); 24] = [
    ("`/help`", "/help"),
    ("`/people`", "/people"),
    ("`/people show: all`", "/people show: all"),
    ("`/people show: stopped`", "/people show: stopped"),
    ("`/person`", "/person @s0p1"),
    ("`/person`, never met", "/person @s0p9000"),
    ("`/me`", "/me"),
    ("`/kudos`", "/kudos @s0p2 message: for the bench"),
    ("`/leaderboard`", "/leaderboard"),
    (
        "`/leaderboard`, 30 days, server",
        "/leaderboard period: last 30 days scope: whole server",
    ),
    (
        "`/leaderboard`, quarter, server",
        "/leaderboard period: this quarter scope: whole server",
    ),
    (
        "`/leaderboard`, all time, given",
        "/leaderboard period: all time scope: whole server board: given",
    ),
    ("`/nudge now`", "/nudge now"),
    ("`/nudge when`", "/nudge when time: 9:30"),
    ("`/nudge pause`", "/nudge pause length: 2 weeks"),
    ("`/nudge resume`", "/nudge resume"),
    ("`/nudge off`", "/nudge off"),
    ("`/nudge on`", "/nudge on"),
    ("`/settings`", "/settings"),
    ("`/settings zone:`", "/settings zone: Europe/Berlin"),
    ("`/privacy`", "/privacy"),
    ("`/setup`", "/setup"),
    ("`/setup zone:`, the same", "/setup zone: UTC"),
    (
        "`/met` of six",
        "/met @s0p1 person2: @s0p2 person3: @s0p3 person4: @s0p4 person5: @s0p5",
    ),
];

pub(crate) async fn play(stage: &Stage) {
    let anna = stage.member(0);
    for (shown, line) in TYPED {
        let typed = async |_| answered(anna.types(line)).await.1;
        stage.row(shown, TIMES, typed).await;
    }
    talks(stage, &anna).await;
    people(stage, &anna).await;
    thanks(stage, &anna).await;
    privacy(stage, &anna).await;
    setup(stage, &anna).await;
}

/// A talk with another person each time.
fn met(number: usize) -> String {
    format!(
        "/met @{} when: yesterday",
        name(LARGE_SERVER, 4000 + number)
    )
}

async fn talks(stage: &Stage, anna: &Person) {
    let log = async |number| answered(anna.types(&met(number))).await.1;
    stage.row("`/met`", TIMES, log).await;
    let undo = async |number| {
        let met = shown(anna.types(&met(100 + number))).await;
        answered(anna.press(&met, "Undo")).await.1
    };
    stage.row("`/met`: Undo", TIMES, undo).await;
    let note = async |number| {
        let met = shown(anna.types(&met(200 + number))).await;
        let form = anna.press(&met, "Add note").await.unwrap().modal().unwrap();
        let input = form.inputs[0].custom_id.clone();
        answered(anna.submit(&form, &[(&input, "of the garden")]))
            .await
            .1
    };
    stage.row("`/met`: Add note", TIMES, note).await;
    let talked = async |number| {
        let other = format!("@{}", name(LARGE_SERVER, 4300 + number));
        answered(anna.user_menu("We talked", &other)).await.1
    };
    stage.row("*We talked*", TIMES, talked).await;
    let complete = async |_| timed(anna.autocomplete("/met @s0p1 when: yest")).await.1;
    stage
        .row("`/met`, completing a date", TIMES, complete)
        .await;
    let complete = async |_| timed(anna.autocomplete("/settings zone: berl")).await.1;
    stage
        .row("`/settings`, completing a zone", TIMES, complete)
        .await;
}

async fn people(stage: &Stage, anna: &Person) {
    let turn = async |_| {
        let list = shown(anna.types("/people show: all")).await;
        answered(anna.press(&list, "Next")).await.1
    };
    stage.row("`/people`: Next", TIMES, turn).await;
    let open = async |_| {
        let card = shown(anna.types("/person @s0p1")).await;
        answered(anna.press(&card, "Talks and notes")).await.1
    };
    stage.row("`/person`: Talks and notes", TIMES, open).await;
    let stop = async |number| {
        let line = format!("/person @{}", name(LARGE_SERVER, 10 + number));
        let card = shown(anna.types(&line)).await;
        answered(anna.press(&card, "Stop nudges about them"))
            .await
            .1
    };
    stage.row("`/person`: Stop", TIMES, stop).await;
}

async fn thanks(stage: &Stage, anna: &Person) {
    let menu = async |_| {
        let form = anna.user_menu("Give kudos", "@s0p3").await.unwrap();
        let form = form.modal().unwrap();
        answered(anna.submit(&form, &[("reason", "for the bench")]))
            .await
            .1
    };
    stage.row("*Give kudos*", TIMES, menu).await;
    let bert = stage.member(4);
    let message = async |_| {
        let message = bert.say("The pump is mended.").unwrap();
        let form = anna
            .message_menu("Kudos for this", message.id)
            .await
            .unwrap();
        let form = form.modal().unwrap();
        answered(anna.submit(&form, &[("reason", "for the pump")]))
            .await
            .1
    };
    stage.row("*Kudos for this*", TIMES, message).await;
    let back = async |_| {
        let posted = shown(anna.types("/kudos @s0p5 message: for the bench")).await;
        answered(anna.press(&posted, "Take it back")).await.1
    };
    stage.row("`/kudos`: Take it back", TIMES, back).await;
    let line = "/leaderboard period: last 30 days scope: whole server";
    let turn = async |_| {
        let board = shown(anna.types(line)).await;
        answered(anna.press(&board, "Next")).await.1
    };
    stage.row("`/leaderboard`: Next", TIMES, turn).await;
}

async fn privacy(stage: &Stage, anna: &Person) {
    let export = async |_| {
        let panel = shown(anna.types("/privacy")).await;
        let (answer, wait) = answered(anna.press(&panel, "Export")).await;
        assert!(!answer.message().unwrap().files.is_empty());
        wait
    };
    stage.row("`/privacy`: Export", 5, export).await;
    let untracked = async |number| {
        let person = stage.member(3000 - number);
        let panel = shown(person.types("/privacy")).await;
        answered(person.press(&panel, "Don't track me")).await.1
    };
    stage
        .row("`/privacy`: Don't track me", TIMES, untracked)
        .await;
    let forgotten = async |number| forget(&stage.member(2900 - number)).await;
    stage.row("`/privacy`: Forget me", 5, forgotten).await;
}

/// Commands that affect all 10,000 members.
async fn setup(stage: &Stage, anna: &Person) {
    let zones = ["Europe/Berlin", "UTC"];
    let zone = async |number| {
        let line = format!("/setup zone: {}", zones[number % 2]);
        answered(anna.types(&line)).await.1
    };
    stage.row("`/setup`: another zone", 4, zone).await;
    let circles = ["close", "regular"];
    let circle = async |number| {
        let panel = shown(anna.types("/setup")).await;
        let select = "Circle, where a member chose none";
        let choice: &str = circles[number % 2];
        answered(anna.choose(&panel, select, &[choice])).await.1
    };
    stage.row("`/setup`: another circle", 4, circle).await;
}

/// Presses *Forget me*, and waits for the confirmation.
pub(crate) async fn forget(person: &Person) -> Duration {
    let panel = shown(person.types("/privacy")).await;
    let asked = shown(person.press(&panel, "Forget me")).await;
    answered(person.press(&asked, "Yes, forget me")).await.1
}

/// The answer, and how long it took.
pub(crate) async fn answered(
    answer: impl Future<Output = Result<Answer, Unable>>,
) -> (Answer, Duration) {
    let (answer, wait) = timed(answer).await;
    (answer.unwrap(), wait)
}

/// The message of the answer.
pub(crate) async fn shown(answer: impl Future<Output = Result<Answer, Unable>>) -> Seen {
    answer.await.unwrap().message().unwrap()
}
