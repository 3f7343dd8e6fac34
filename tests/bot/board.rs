//! `/leaderboard`: ranks, channels and periods.

use chrono::TimeDelta;
use rehearsal::{Person, Seen, Unable};

use crate::harness::{Harness, Said as _, Setup, Tested, described, give, join_lighthouse};

/// A bot without a limit on kudos.
async fn generous() -> Harness {
    let setup = Setup::new().at("2026-11-11T10:00:00Z");
    let setup = setup.with("RAPPORT__KUDOS__PER_DAY", "100");
    let setup = setup.with("RAPPORT__KUDOS__PER_PERSON_PER_DAY", "100");
    setup
        .world(|world| {
            let names: Vec<_> = (1..=12).map(|number| format!("extra{number}")).collect();
            join_lighthouse(world, names.iter().map(|name| (&**name, &**name)));
        })
        .start()
        .await
}

async fn thank(harness: &Harness, giver: &str, channel: &str, person: &str) {
    let giver = harness.person_in(giver, channel);
    let line = format!("/kudos {person} message: for this and that");
    give(&giver, &line).await;
}

/// Shows another page. On a busy machine the bot defers its answer first.
async fn show_page(person: &Person, board: &Seen, label: &str) -> Result<Seen, Unable> {
    match person.press(board, label).await?.message() {
        Some(turned) => Ok(turned),
        None => person.sees_change(board).await,
    }
}

#[tokio::test]
async fn equal_counts_share_a_rank_and_the_viewer_is_below_the_ten() -> Tested {
    let harness = generous().await;
    for number in 1..=12 {
        thank(&harness, "alice", "general", &format!("@extra{number}")).await;
    }
    for _ in 0..2 {
        thank(&harness, "alice", "general", "@carol person2: @bob").await;
    }
    thank(&harness, "bob", "general", "@carol person2: @extra11").await;
    let extra = harness.person("extra12");
    let board = extra.types("/leaderboard").await?.said();
    assert!(!board.ephemeral && board.pinged.is_empty());
    insta::assert_snapshot!("received", harness.read(&board));
    let next = show_page(&harness.person("dan"), &board, "Next").await?;
    insta::assert_snapshot!("received_next", harness.read(&next));
    let back = show_page(&harness.person("dan"), &next, "Back").await?;
    assert_eq!(harness.read(&back), harness.read(&board));
    let given = extra.types("/leaderboard board: given").await?.said();
    insta::assert_snapshot!("given", harness.read(&given));
    harness.finish().await
}

#[tokio::test]
async fn a_channel_board_counts_its_channel_and_a_server_board_everything() -> Tested {
    let harness = generous().await;
    thank(&harness, "alice", "general", "@bob").await;
    thank(&harness, "alice", "random", "@carol").await;
    thank(&harness, "bob", "random", "@carol").await;
    let alice = harness.person("alice");
    let here = alice.types("/leaderboard").await?.said();
    insta::assert_snapshot!("channel", harness.read(&here));
    let all = alice
        .types("/leaderboard scope: whole server")
        .await?
        .said();
    insta::assert_snapshot!("server", harness.read(&all));
    harness.finish().await
}

#[tokio::test]
async fn periods_follow_the_teams_calendar() -> Tested {
    let harness = generous().await;
    thank(&harness, "alice", "general", "@bob").await;
    let alice = harness.person("alice");
    let mut shown = Vec::new();
    for (days, line) in [
        (0, "this week"),
        (5, "this week"),
        (0, "last 7 days"),
        (2, "last 7 days"),
        (0, "this month"),
        (13, "this month"),
        (0, "last 30 days"),
        (0, "this quarter"),
        (31, "this quarter"),
        (0, "last 30 days"),
        (0, "all time"),
    ] {
        harness.time_passes(TimeDelta::days(days)).await;
        let board = alice
            .types(&format!("/leaderboard period: {line}"))
            .await?
            .said();
        let today = rapport::clock::Clock::now(&harness.clock).date_naive();
        shown.push(format!("> {line}, {today}\n{}", harness.read(&board)));
    }
    insta::assert_snapshot!(shown.join("\n"));
    harness.finish().await
}

#[tokio::test]
async fn a_board_is_a_picture_and_a_list() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob, dan] = ["alice", "bob", "dan"].map(|name| harness.person(name));
    give(
        &alice,
        "/kudos @bob person2: @carol message: for the release",
    )
    .await;
    give(&bob, "/kudos @carol for the tea").await;
    give(&dan, "/kudos @alice for the map").await;
    let board = dan.types("/leaderboard").await?.said();
    insta::assert_snapshot!(harness.read(&board));
    let [picture] = &board.files[..] else {
        panic!("not one picture: {:?}", board.files);
    };
    assert!(picture.bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    insta::assert_snapshot!("described", described(&board));
    assert!(board.pinged.is_empty());
    let given = dan
        .types("/leaderboard board: given scope: whole server")
        .await?
        .said();
    insta::assert_snapshot!("given_everywhere", harness.read(&given));
    let elsewhere = harness
        .person_in("dan", "random")
        .types("/leaderboard")
        .await?
        .said();
    assert_eq!(
        elsewhere.text(),
        "No kudos in this channel this month yet. `/kudos` gives the first."
    );
    harness.finish().await
}

#[tokio::test]
async fn each_page_of_a_board_has_its_picture() -> Tested {
    let names: Vec<String> = (0..13).map(|n| format!("guest{n}")).collect();
    let guests = names.clone();
    let harness = Setup::new()
        .with("RAPPORT__KUDOS__PER_DAY", "50")
        .world(move |world| {
            join_lighthouse(world, guests.iter().map(|name| (&**name, &**name)));
        })
        .start()
        .await;
    let alice = harness.person("alice");
    for name in &names {
        give(&alice, &format!("/kudos @{name} for coming")).await;
    }
    let board = alice.types("/leaderboard").await?.said();
    let second = show_page(&alice, &board, "Next").await?;
    assert_eq!(second.files.len(), 1);
    assert_ne!(second.files[0].bytes, board.files[0].bytes);
    assert!(second.text().contains("page 2 of 2"));
    let first = show_page(&alice, &second, "Back").await?;
    assert_eq!(first.text(), board.text());
    harness.finish().await
}

#[tokio::test]
async fn members_who_hide_are_on_no_board_and_others_move_up() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    give(
        &alice,
        "/kudos @bob person2: @carol message: for the release",
    )
    .await;
    give(&alice, "/kudos @bob for the tea").await;
    harness.hide_bob_from_boards().await;
    let board = alice.types("/leaderboard").await?.said();
    let text = harness.read(&board);
    assert!(
        text.contains("**1.** Carol · 1") && !text.contains("Bob"),
        "{text}"
    );
    harness.finish().await
}
