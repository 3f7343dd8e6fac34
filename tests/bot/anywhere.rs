//! `/met` and *We talked* in people's own messages, groups, and servers without Rapport.

use rehearsal::{Person, Seen, World};

use crate::harness::{Harness, Said as _, Setup, Tested, stored};
use crate::steps::{choose, forget, press};
use crate::texts::text;

/// The select that asks for a server, and the question above it.
const SERVERS: &str = "Choose a server";
const WHICH: &str = "Which server is it about?";

/// Alice and Bob have Rapport on their accounts.
pub(crate) async fn installed() -> Harness {
    let harness = Setup::new().world(World::allow_user_installs).start().await;
    for name in ["alice", "bob"] {
        harness.person(name).install().unwrap();
    }
    harness
}

/// The person in direct messages with others.
pub(crate) fn with(harness: &Harness, name: &str, others: &[&str]) -> Person {
    harness.person(name).in_messages_with(others).unwrap()
}

pub(crate) async fn answer(person: &Person, line: &str) -> Seen {
    let answer = person.types(line).await.unwrap().said();
    assert!(answer.ephemeral, "{}", answer.text());
    answer
}

/// The person leaves Harbour.
fn leave_harbour(harness: &Harness, id: rehearsal::UserId) {
    harness.rehearsal.change(|world| {
        let harbour = world.guilds().find(|it| it.name == "Harbour").unwrap().id;
        world.leave(harbour, id);
    });
}

#[tokio::test]
async fn a_talk_is_logged_in_the_one_team_that_both_are_in() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["bob"]);
    let line = "/met @bob when: yesterday how: call note: likes tea";
    let logged = answer(&alice, line).await;
    insta::assert_snapshot!(harness.read(&logged));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    assert!(with(&harness, "bob", &["alice"]).messages().is_empty());
    let in_server = answer(&harness.person("bob"), "/person who: @alice").await;
    assert!(
        harness.read(&in_server).contains("on a call"),
        "{}",
        in_server.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn what_is_below_the_answer_works_there_too() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["bob"]);
    let logged = answer(&alice, "/met @bob").await;
    let form = alice.press(&logged, "Add note").await?.modal().unwrap();
    let fields = [("What do you want to remember?", "likes tea")];
    let noted = alice.submit(&form, &fields).await?.said();
    assert!(
        noted.text().contains("The note is kept."),
        "{}",
        noted.text()
    );
    let with_carol = choose(&alice, &noted, "Who else was there?", "@carol").await;
    assert!(
        with_carol.text().contains("Carol was there too"),
        "{}",
        with_carol.text()
    );
    let refused = choose(&alice, &noted, "Who else was there?", "@zoe").await;
    assert_eq!(
        refused.text(),
        text("en", "anywhere-not-shared") + "\n\n-# Lighthouse"
    );
    let undone = press(&alice, &noted, "Undo").await;
    assert!(
        undone.text().contains("no longer logged"),
        "{}",
        undone.text()
    );
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_menu_logs_a_talk_in_a_group() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["bob", "zoe"]);
    let logged = alice.user_menu("We talked", "@bob").await?.said();
    assert!(logged.ephemeral && logged.text().contains("you talked with Bob"));
    let stranger = alice.user_menu("We talked", "@zoe").await?.said();
    assert_eq!(stranger.text(), text("en", "anywhere-not-shared"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_select_asks_which_of_several_teams() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["dan"]);
    let asked = answer(&alice, "/met @dan when: yesterday note: a secret").await;
    assert_eq!(asked.text(), WHICH);
    let options: Vec<_> = asked.selects().flat_map(|it| &it.options).collect();
    let labels: Vec<_> = options.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["Harbour", "Lighthouse"]);
    assert_eq!(
        harness.number(stored::TEAMS).await,
        0,
        "nothing is kept before the choice"
    );
    let logged = choose(&alice, &asked, SERVERS, "Harbour").await;
    assert_eq!(logged.id, asked.id);
    insta::assert_snapshot!(harness.read(&logged));
    let here = answer(&harness.person_in("alice", "pier"), "/person who: @dan").await;
    assert!(here.text().contains("a secret"));
    let there = answer(&harness.person("alice"), "/person who: @dan").await;
    assert!(!there.text().contains("a secret"));
    harness.finish().await
}

#[tokio::test]
async fn two_presses_of_one_select_log_one_talk() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["dan"]);
    for line in ["/met @dan", "/met @dan when: 2026-11-02 how: call"] {
        let before = harness.number(stored::ENCOUNTERS).await;
        harness.time_passes(chrono::TimeDelta::hours(1)).await;
        let asked = answer(&alice, line).await;
        let press = || alice.choose(&asked, SERVERS, &["Lighthouse"]);
        let (one, other) = tokio::join!(press(), press());
        for pressed in [one?, other?] {
            assert!(pressed.said().text().contains("you talked with Dan"));
        }
        assert_eq!(
            harness.number(stored::ENCOUNTERS).await,
            before + 1,
            "{line}"
        );
    }
    harness.finish().await
}

#[tokio::test]
async fn a_team_that_the_person_left_meanwhile_is_refused() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["dan"]);
    let asked = answer(&alice, "/met @dan").await;
    leave_harbour(&harness, harness.id("alice"));
    let refused = choose(&alice, &asked, SERVERS, "Harbour").await;
    assert_eq!(refused.text(), text("en", "anywhere-no-team"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    // Only one is left, so that nothing has to be asked.
    let logged = answer(&alice, "/met @dan").await;
    assert!(
        logged.text().ends_with("-# Lighthouse"),
        "{}",
        logged.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn an_old_answer_does_nothing_in_a_team_that_the_person_left() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["hana"]);
    let logged = answer(&alice, "/met @hana").await;
    leave_harbour(&harness, harness.id("alice"));
    let refused = press(&alice, &logged, "Undo").await;
    assert_eq!(refused.text(), text("en", "anywhere-no-team"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_team_that_removed_rapport_meanwhile_is_refused() -> Tested {
    let mut harness = installed().await;
    let alice = with(&harness, "alice", &["dan"]);
    harness
        .person_in("alice", "pier")
        .types("/met @dan")
        .await?;
    let asked = answer(&alice, "/met @dan").await;
    leave_harbour(&harness, harness.rehearsal.look(World::bot));
    harness.until(stored::TEAMS_REMOVED, 1).await;
    let refused = choose(&alice, &asked, SERVERS, "Harbour").await;
    assert_eq!(refused.text(), text("en", "anywhere-no-team"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    let logged = answer(&alice, "/met @dan").await;
    assert!(
        logged.text().ends_with("-# Lighthouse"),
        "{}",
        logged.text()
    );
    harness.restart().await;
    let logged = answer(&alice, "/met @dan").await;
    assert!(
        logged.text().ends_with("-# Lighthouse"),
        "{}",
        logged.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn nothing_of_a_server_without_rapport_is_kept() -> Tested {
    let harness = installed().await;
    let (alice, bob) = (harness.id("alice"), harness.id("bob"));
    let lobby = harness.rehearsal.change(|world| {
        let guild = world.add_guild_without_bot("Elsewhere", alice);
        world.join(guild, bob);
        world.set_nick(guild, alice, Some("Allie"));
        world.set_nick(guild, bob, Some("Bobby"));
        world.set_guild_locale(guild, "fr".parse().unwrap());
        world.add_channel(guild, "lobby")
    });
    let alice = harness.person("alice").in_channel(lobby);
    let logged = answer(&alice, "/met @bob note: with <@1>").await;
    assert!(
        logged.text().contains("you talked with Bob"),
        "{}",
        logged.text()
    );
    let card = answer(&alice, "/person who: @bob").await;
    press(&alice, &card, "Stop nudges about them").await;
    answer(&alice, "/people").await;
    answer(&alice, "/nudge now").await;
    let bobs = harness.person("bob").in_channel(lobby);
    assert!(bobs.messages().is_empty());
    assert_eq!(harness.number(stored::TEAMS).await, 1);
    let names = harness
        .strings("SELECT name FROM members ORDER BY name")
        .await;
    assert_eq!(names, ["Alice", "Bob"]);
    let languages = harness.strings("SELECT server_language FROM teams").await;
    assert_eq!(languages, ["en"]);
    harness.finish().await
}

#[tokio::test]
async fn names_are_those_of_the_team() -> Tested {
    let harness = installed().await;
    let (alice, bob) = (harness.id("alice"), harness.id("bob"));
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.set_nick(guild, alice, Some("Ally"));
        world.set_nick(guild, bob, Some("Bob the Builder"));
    });
    let logged = answer(&with(&harness, "alice", &["bob"]), "/met @bob").await;
    assert!(
        logged.text().contains("Bob the Builder"),
        "{}",
        logged.text()
    );
    let names = harness
        .strings("SELECT name FROM members ORDER BY name")
        .await;
    assert_eq!(names, ["Ally", "Bob the Builder"]);
    harness.finish().await
}

#[tokio::test]
async fn a_forgotten_person_begins_again() -> Tested {
    let harness = installed().await;
    let bob = harness.person("bob");
    bob.types("/met @alice").await?;
    forget(&bob).await?;
    let bob = with(&harness, "bob", &["alice"]);
    let nobody = answer(&bob, "/people").await;
    assert!(
        nobody.text().starts_with(&text("en", "people-nobody")),
        "{}",
        nobody.text()
    );
    let logged = answer(&bob, "/met @alice").await;
    assert!(
        logged.text().contains("you talked with Alice"),
        "{}",
        logged.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn a_choice_survives_a_restart_and_typed_words_do_not() -> Tested {
    let mut harness = installed().await;
    let alice = with(&harness, "alice", &["dan"]);
    let talked = answer(&alice, "/met @dan").await;
    let typed = answer(&alice, "/met @dan note: a secret").await;
    harness.restart().await;
    let refused = choose(&alice, &typed, SERVERS, "Harbour").await;
    assert!(
        refused.text().starts_with(&text("en", "talk-typed-gone")),
        "{}",
        refused.text()
    );
    let logged = choose(&alice, &talked, SERVERS, "Harbour").await;
    assert!(
        logged.text().contains("you talked with Dan"),
        "{}",
        logged.text()
    );
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn typed_words_wait_for_15_minutes() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["dan"]);
    let typed = answer(&alice, "/met @dan note: a secret").await;
    harness.time_passes(chrono::TimeDelta::minutes(15)).await;
    let refused = choose(&alice, &typed, SERVERS, "Harbour").await;
    assert!(
        refused.text().starts_with(&text("en", "talk-typed-gone")),
        "{}",
        refused.text()
    );
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    harness.finish().await
}
