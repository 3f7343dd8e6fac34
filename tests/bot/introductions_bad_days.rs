//! Introductions on days on which something is in their way.

use rehearsal::permissions::{CREATE_PRIVATE_THREADS, VIEW_CHANNEL};
use rehearsal::{Fault, Limit, Trouble, World};
use std::time::Duration;

use crate::harness::{Harness, Said as _, Setup, Tested, stored};
use crate::introductions::{
    NEXT_ROUND, ROUND, WEEK_LATER, join, people, plan, planned, round_of, threads, with,
};
use crate::steps::{card, exported, forget, leave, press};

const A_MINUTE_LATER: &str = "2026-11-24T10:01:00Z";
const HOURS_LATER: &str = "2026-11-24T16:00:00Z";

/// Requests to make threads fail like this, once.
fn making_fails(fault: Fault) -> Trouble {
    Trouble::with("POST", "/channels/*/threads", fault).times(1)
}

/// How many threads Rapport asked Discord to make.
fn asked_for(harness: &Harness) -> usize {
    let requests = harness.rehearsal.requests();
    let made = requests.iter().filter(|it| it.method == "POST");
    made.filter(|it| it.path.ends_with("/threads")).count()
}

#[tokio::test]
async fn a_thread_whose_answer_got_lost_is_found_again() -> Tested {
    let harness = planned().await;
    join(&harness, &["alice", "bob", "carol", "dan"]).await;
    harness.rehearsal.trouble(making_fails(Fault::LoseAnswer));
    harness.time_is(ROUND).await;
    harness.time_is(A_MINUTE_LATER).await;
    assert_eq!(threads(&harness).len(), 2);
    assert_eq!(asked_for(&harness), 2);
    for thread in threads(&harness) {
        let messages = harness
            .rehearsal
            .look(|world| world.messages_in(thread).count());
        assert_eq!(messages, 1);
        assert_eq!(people(&harness, thread).len(), 2);
    }
    harness.finish().await
}

#[tokio::test]
async fn a_message_whose_answer_got_lost_is_found_again() -> Tested {
    let mut harness = planned().await;
    join(&harness, &["alice", "bob"]).await;
    let lost = Trouble::with("POST", "/channels/*/messages", Fault::LoseAnswer).times(1);
    harness.rehearsal.trouble(lost);
    harness.time_is(ROUND).await;
    harness.stop().await;
    harness.time_is(HOURS_LATER).await;
    harness.begin().await;
    assert_eq!(threads(&harness).len(), 1);
    assert_eq!(with(&harness, "alice", "bob").1.len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn an_outage_only_delays_a_round() -> Tested {
    let mut harness = planned().await;
    join(&harness, &["alice", "bob"]).await;
    let down = Trouble::with("POST", "/channels/*/threads", Fault::Status(503));
    harness.rehearsal.trouble(down);
    harness.time_is(ROUND).await;
    harness.restart().await;
    assert_eq!(threads(&harness), []);
    harness.rehearsal.heal();
    harness.time_is(HOURS_LATER).await;
    assert_eq!(threads(&harness).len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_round_waits_as_long_as_discord_asks() -> Tested {
    let harness = planned().await;
    join(&harness, &["alice", "bob"]).await;
    let slow = Fault::SlowDown(Limit::User, Duration::from_millis(50));
    harness.rehearsal.trouble(making_fails(slow));
    harness.time_is(ROUND).await;
    assert_eq!(threads(&harness).len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_round_a_day_late_is_skipped() -> Tested {
    for (late, expected) in [("2026-11-25T09:59:59Z", 1), ("2026-11-25T10:00:00Z", 0)] {
        let mut harness = planned().await;
        join(&harness, &["alice", "bob"]).await;
        harness.stop().await;
        harness.time_is(late).await;
        harness.begin().await;
        assert_eq!(threads(&harness).len(), expected, "{late}");
        harness.finish().await?;
    }
    Ok(())
}

/// A round in which nobody's presence is known when the threads are due: nothing has begun.
async fn waiting(names: &[&str]) -> Harness {
    let harness = planned().await;
    join(&harness, names).await;
    harness.rehearsal.change(|world: &mut World| {
        world.gateway.without_members = true;
        world.trouble(Trouble::with(
            "GET",
            "/guilds/*/members/*",
            Fault::Status(503),
        ));
    });
    harness.time_is(ROUND).await;
    assert_eq!(threads(&harness), []);
    harness
}

#[tokio::test]
async fn one_who_leaves_before_the_thread_leaves_nobody_alone() -> Tested {
    let mut harness = waiting(&["alice", "bob", "carol", "dan"]).await;
    harness.expect_refusal(10007);
    leave(&harness, "bob");
    harness.rehearsal.heal();
    harness.time_is(HOURS_LATER).await;
    let all: Vec<_> = threads(&harness);
    let mut introduced: Vec<_> = all.iter().flat_map(|it| people(&harness, *it)).collect();
    introduced.sort();
    assert_eq!(introduced, ["alice", "carol", "dan"]);
    harness.finish().await
}

#[tokio::test]
async fn two_who_take_no_direct_messages_get_their_thread() -> Tested {
    let harness = planned().await;
    join(&harness, &["alice", "bob"]).await;
    for name in ["alice", "bob"] {
        let id = harness.id(name);
        harness.rehearsal.change(|world| world.close_dms(id));
    }
    harness.time_is(ROUND).await;
    let [thread] = threads(&harness)[..] else {
        panic!("no thread");
    };
    assert_eq!(people(&harness, thread), ["alice", "bob"]);
    harness.finish().await
}

#[tokio::test]
async fn two_kept_apart_after_the_pairing_get_no_thread() -> Tested {
    let harness = waiting(&["alice", "bob"]).await;
    harness.rehearsal.heal();
    let alice = harness.person("alice");
    alice.types("/met @bob").await?;
    let shown = card(&alice, "bob").await?;
    press(&alice, &shown, "Keep us apart").await;
    harness.time_is(HOURS_LATER).await;
    assert_eq!(threads(&harness), []);
    harness.time_is(NEXT_ROUND).await;
    assert_eq!(threads(&harness), []);
    harness.finish().await
}

#[tokio::test]
async fn a_deleted_channel_makes_no_threads_and_setup_says_so() -> Tested {
    let mut harness = planned().await;
    harness.expect_refusal(10003);
    join(&harness, &["alice", "bob"]).await;
    let random = harness.channel("random");
    harness
        .rehearsal
        .change(|world| world.delete_channel(random));
    harness.time_is(ROUND).await;
    harness.time_is(HOURS_LATER).await;
    assert_eq!(asked_for(&harness), 1, "tried again");
    let panel = harness.person("olga").types("/setup").await?.said();
    assert!(
        panel.text().contains("the channel you chose was deleted"),
        "{}",
        panel.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn a_right_that_is_missing_is_named_in_setup_and_the_next_round_works() -> Tested {
    let mut harness = planned().await;
    harness.expect_refusal(50013);
    join(&harness, &["alice", "bob"]).await;
    let random = harness.channel("random");
    let deny = |permission| {
        let change = move |world: &mut World| world.deny_bot(random, permission);
        harness.rehearsal.change(change);
    };
    deny(CREATE_PRIVATE_THREADS);
    harness.time_is(ROUND).await;
    let panel = harness.person("olga").types("/setup").await?.said();
    let missing = harness.read(&panel);
    assert!(
        missing.contains("I'm missing **Create Private Threads**"),
        "{missing}"
    );
    deny(0);
    harness.time_is(HOURS_LATER).await;
    assert_eq!(threads(&harness), [], "told by nothing but the next round");
    harness.time_is(NEXT_ROUND).await;
    assert_eq!(threads(&harness).len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_hidden_channel_is_named_in_setup() -> Tested {
    let mut harness = planned().await;
    harness.expect_refusal(50001);
    let random = harness.channel("random");
    harness
        .rehearsal
        .change(|world| world.deny_bot(random, VIEW_CHANNEL));
    let panel = harness.person("olga").types("/setup").await?.said();
    assert!(
        panel.text().contains("because I can't see"),
        "{}",
        panel.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn a_forgotten_person_is_in_no_introduction_any_more() -> Tested {
    let mut harness = round_of(&["alice", "bob"]).await;
    let bob = harness.person("bob");
    bob.types("/introductions about line: platypus keeper")
        .await?;
    let panel = bob.types("/privacy").await?.said();
    let file = exported(&bob, &panel).await;
    let file: serde_json::Value = serde_json::from_str(&file)?;
    let introductions = &file["introductions"];
    assert_eq!(introductions[0]["people"].as_array().unwrap().len(), 2);
    assert_eq!(file["settings"]["about_me"], "platypus keeper");
    forget(&bob).await?;
    assert_eq!(harness.number(stored::INTRODUCED).await, 1);
    let (alice, messages) = with(&harness, "alice", "bob");
    let refused = alice.press(&messages[0], "We met").await?.said();
    assert!(
        refused.text().contains("nothing is logged"),
        "{}",
        refused.text()
    );
    harness.time_is("2026-11-24T11:00:00Z").await;
    harness.stop().await;
    for entry in std::fs::read_dir(harness.data())? {
        let bytes = std::fs::read(entry?.path())?;
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("platypus"), "traces are left");
    }
    harness.begin().await;
    harness.time_is(WEEK_LATER).await;
    assert_eq!(
        with(&harness, "alice", "bob").1.len(),
        2,
        "asked about nobody"
    );
    harness.finish().await
}

#[tokio::test]
async fn who_asked_not_to_be_tracked_is_not_introduced() -> Tested {
    let harness = planned().await;
    join(&harness, &["alice", "bob"]).await;
    let bob = harness.person("bob");
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    let refused = bob.types("/introductions on").await?.said();
    assert!(
        refused.text().contains("no introductions for you"),
        "{}",
        refused.text()
    );
    harness.time_is(ROUND).await;
    assert_eq!(threads(&harness), []);
    harness.finish().await
}

#[tokio::test]
async fn who_is_away_is_not_introduced() -> Tested {
    let harness = planned().await;
    join(&harness, &["alice", "bob"]).await;
    harness
        .person("bob")
        .types("/away until day: 2026-12-01")
        .await?;
    harness.time_is(ROUND).await;
    assert_eq!(threads(&harness), []);
    harness.time_is(NEXT_ROUND).await;
    assert_eq!(threads(&harness).len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_server_without_a_plan_says_how_to_make_one() -> Tested {
    let harness = Harness::start().await;
    let refused = harness
        .person("alice")
        .types("/introductions on")
        .await?
        .said();
    insta::assert_snapshot!(harness.read(&refused));
    harness.finish().await
}

#[tokio::test]
async fn the_plan_of_a_server_is_changed_and_ended() -> Tested {
    let harness = Harness::start().await;
    let olga = harness.person("olga");
    let panel = plan(&harness).await;
    let panel = crate::steps::choose(&olga, &panel, "How often", "Every 4 weeks").await;
    let panel = crate::steps::choose(&olga, &panel, "Day on which rounds begin", "Friday").await;
    let panel = crate::steps::choose(&olga, &panel, "Hour at which rounds begin", "At 15:00").await;
    let planned = harness.read(&panel);
    let back = press(&olga, &panel, "Back").await;
    let open = press(&olga, &back, "Introductions").await;
    let ended = press(&olga, &open, "No introductions").await;
    let all = [planned, harness.read(&ended)];
    insta::assert_snapshot!(all.join("\n---\n"));
    harness.finish().await
}

#[tokio::test]
async fn a_server_that_removed_rapport_gets_no_round() -> Tested {
    let harness = planned().await;
    join(&harness, &["alice", "bob"]).await;
    harness.rehearsal.change(|world| {
        let lighthouse = world.guilds().next().unwrap().id;
        world.leave(lighthouse, world.bot());
    });
    harness.time_is(ROUND).await;
    assert_eq!(asked_for(&harness), 0);
    harness.finish().await
}

#[tokio::test]
async fn of_299_people_who_joined_everybody_is_introduced() -> Tested {
    let harness = Setup::new().unpaced().start().await;
    plan(&harness).await;
    let guild = harness.person("alice").guild().unwrap();
    let names: Vec<_> = (0..299).map(|number| format!("guest{number}")).collect();
    harness.rehearsal.change(|world| {
        for name in &names {
            let user = world.add_person(name, name);
            world.join(guild, user);
        }
    });
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    join(&harness, &names).await;
    harness.time_is(ROUND).await;
    let mut sizes: Vec<_> = threads(&harness)
        .into_iter()
        .map(|thread| people(&harness, thread).len())
        .collect();
    sizes.sort_unstable();
    assert_eq!(sizes.len(), 149);
    assert_eq!((sizes[0], sizes[147], sizes[148]), (2, 2, 3));
    harness.finish().await
}
