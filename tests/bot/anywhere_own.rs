//! What people see of themselves outside of a server: `/people`, `/person`, `/nudge`, `/help`.

use rehearsal::Person;

use crate::anywhere::{installed, with};
use crate::harness::{Harness, Said as _, Setup, Tested, stored};
use crate::steps::{choose, press};
use crate::texts::text;

const SERVERS: &str = "Choose a server";

/// The names of the commands that somebody is offered.
fn offered(person: &Person) -> Vec<String> {
    let commands = person.commands().into_iter();
    let mut names: Vec<_> = commands.map(|command| command.name).collect();
    names.sort();
    names
}

#[tokio::test]
async fn the_commands_for_anywhere_are_offered_there_alone() -> Tested {
    let harness = installed().await;
    let everywhere = ["We talked", "help", "met", "nudge", "people", "person"];
    assert_eq!(offered(&with(&harness, "alice", &["bob"])), everywhere);
    assert_eq!(offered(&harness.person("alice").in_dms()), everywhere);
    assert!(offered(&with(&harness, "carol", &["bob"])).is_empty());
    assert!(offered(&harness.person("carol")).len() > everywhere.len());
    harness.finish().await
}

#[tokio::test]
async fn an_application_for_servers_alone_registers_nothing_for_people() -> Tested {
    let harness = Harness::start().await;
    let types = harness.rehearsal.look(|world| {
        let commands = world.commands(None);
        commands
            .map(|it| it.integration_types.clone())
            .collect::<Vec<_>>()
    });
    assert!(types.iter().all(|it| it == &[0]), "{types:?}");
    let alice = harness.person("alice").in_dms();
    assert_eq!(
        offered(&alice),
        ["We talked", "help", "met", "nudge", "people", "person"]
    );
    let logged = alice.types("/met @bob").await?.said();
    assert!(logged.ephemeral && logged.text().contains("you talked with Bob"));
    harness.finish().await
}

#[tokio::test]
async fn a_list_and_its_cards_work_in_a_person_s_own_messages() -> Tested {
    let harness = installed().await;
    harness
        .person("bob")
        .types("/met @alice when: 2026-10-01 note: likes tea")
        .await?;
    let bob = with(&harness, "bob", &["zoe"]);
    let list = bob.types("/people").await?.said();
    assert!(list.ephemeral);
    let card = choose(&bob, &list, "Open a person", "Alice").await;
    insta::assert_snapshot!(harness.read(&card));
    let snoozed = choose(&bob, &card, "Snooze", "1 week").await;
    assert!(
        snoozed.text().ends_with("-# Lighthouse"),
        "{}",
        snoozed.text()
    );
    let talked = press(&bob, &snoozed, "We talked").await;
    assert!(talked.text().contains("Logged"), "{}", talked.text());
    let answer = bob.next_follow_up().await?;
    press(&bob, &answer, "Undo").await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_person_in_several_teams_chooses_one() -> Tested {
    let harness = installed().await;
    let pier = harness.person_in("alice", "pier");
    pier.types("/met @hana when: 2026-10-01 note: a secret")
        .await?;
    harness.time_passes(chrono::TimeDelta::hours(1)).await;
    let alice = with(&harness, "alice", &["bob"]);
    let asked = alice.types("/people show: all").await?.said();
    let list = choose(&alice, &asked, SERVERS, "Harbour").await;
    assert!(list.text().contains("Hana"), "{}", list.text());
    let asked = alice.types("/people").await?.said();
    let list = choose(&alice, &asked, SERVERS, "Lighthouse").await;
    assert!(!list.text().contains("Hana"), "{}", list.text());
    let asked = alice.types("/nudge now").await?.said();
    let nudge = choose(&alice, &asked, SERVERS, "Harbour").await;
    assert!(nudge.text().contains("a secret"), "{}", nudge.text());
    let answered = press(&alice, &nudge, "We talked").await;
    assert!(
        answered.text().ends_with("-# Harbour"),
        "{}",
        answered.text()
    );
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 2);
    harness.finish().await
}

#[tokio::test]
async fn a_card_opens_in_the_team_that_was_chosen() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["dan"]);
    let asked = alice.types("/person who: @dan").await?.said();
    let card = choose(&alice, &asked, SERVERS, "Harbour").await;
    assert!(card.text().contains("Dan"), "{}", card.text());
    let names = harness.strings("SELECT name FROM members").await;
    assert_eq!(names, ["Dan"]);
    harness.finish().await
}

#[tokio::test]
async fn what_is_chosen_for_each_team_is_changed_where_there_is_one() -> Tested {
    let harness = installed().await;
    let bob = with(&harness, "bob", &["alice"]);
    let on = bob.types("/nudge on").await?.said();
    assert!(
        on.ephemeral && on.text().contains("Nudges are on."),
        "{}",
        on.text()
    );
    let paused = bob.types("/nudge pause length: 2 weeks").await?.said();
    assert!(paused.text().contains("paused"), "{}", paused.text());
    let several = with(&harness, "alice", &["bob"])
        .types("/nudge off")
        .await?
        .said();
    insta::assert_snapshot!(harness.read(&several), @"That is a choice for each server, and you're in several. Use it on the one you mean: **Harbour** or **Lighthouse**.");
    harness.finish().await
}

#[tokio::test]
async fn dates_are_completed_outside_of_a_server() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["bob"]);
    let choices = alice.autocomplete("/met @bob when: yest").await?;
    assert!(!choices.is_empty());
    harness.finish().await
}

#[tokio::test]
async fn a_person_without_a_team_is_told_what_works() -> Tested {
    let harness = installed().await;
    harness.person("zoe").install()?;
    let zoe = with(&harness, "zoe", &["alice"]);
    for line in ["/people", "/nudge now", "/nudge pause length: 2 weeks"] {
        let refused = zoe.types(line).await?.said();
        assert_eq!(refused.text(), text("en", "anywhere-no-team"), "{line}");
    }
    let help = zoe.types("/help").await?.said();
    assert!(help.ephemeral);
    harness.finish().await
}

#[tokio::test]
async fn a_bot_of_many_servers_knows_people_where_they_used_it() -> Tested {
    let harness = Setup::new()
        .world(|world| {
            world.allow_user_installs();
            let olga = world.user_named("olga").unwrap().id;
            for number in 0..10 {
                world.add_guild(&format!("Server {number}"), olga);
            }
        })
        .start()
        .await;
    harness.person("bob").install()?;
    let bob = with(&harness, "bob", &["alice"]);
    let refused = bob.types("/met @alice").await?.said();
    assert_eq!(refused.text(), text("en", "anywhere-not-shared"));
    harness.person("bob").types("/met @carol").await?;
    let logged = bob.types("/met @alice").await?.said();
    assert!(
        logged.text().ends_with("-# Lighthouse"),
        "{}",
        logged.text()
    );
    harness.finish().await
}
