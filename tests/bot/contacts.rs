//! `/contact`: people outside the server, each seen by their owner alone.

use chrono::TimeDelta;
use rehearsal::{Person, Seen};

use crate::harness::{Harness, Said as _, Tested, Transcript, described, stored};
use crate::steps::{CIRCLE, KIND, NEXT_MONDAY, choose, joined, press, press_below};

/// Adds a contact; returns the card.
pub(crate) async fn add(person: &Person, line: &str) -> Seen {
    let line = format!("/contact add {line}");
    person.types(&line).await.unwrap().said()
}

/// What the person reads as the answer to a command.
pub(crate) async fn read(harness: &Harness, person: &Person, line: &str) -> String {
    let answer = person.types(line).await.unwrap().said();
    assert!(answer.ephemeral, "{line}");
    harness.read(&answer)
}

#[tokio::test]
async fn a_contact_is_added_talked_with_changed_and_removed() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut seen = Transcript::of(&harness);
    seen.types(&alice, "/contact list").await;
    let line = "/contact add name: Ada Lovelace org: Acme kind: customer birthday: 10 Dec 1815";
    seen.types(&alice, line).await;
    seen.types(
        &alice,
        "/contact add name: Grace circle: Close (every week)",
    )
    .await;
    let line = "/contact met name: ada lovelace when: 2026-10-01 how: call note: engines";
    let logged = seen.types(&alice, line).await;
    assert!(
        logged
            .selects()
            .all(|it| it.placeholder.as_deref() != Some("Who else was there?"))
    );
    let list = seen.types(&alice, "/contact list").await;
    let card = choose(&alice, &list, "Open a person", "Ada Lovelace").await;
    seen.keep(&card);
    let form = alice.press(&card, "Edit").await?.modal().unwrap();
    seen.keep_form(&form);
    let changed = [("name", "Ada King"), ("org", ""), ("birthday", "29 Feb")];
    seen.keep(&alice.submit(&form, &changed).await?.said());
    seen.types(&alice, "/contact edit name: ada king").await;
    let asked = seen.types(&alice, "/contact remove name: Ada King").await;
    seen.keep(&press(&alice, &asked, "Yes, remove").await);
    seen.types(&alice, "/contact list").await;
    insta::assert_snapshot!(seen.text());
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    assert_eq!(harness.number(stored::NOTES).await, 0);
    assert_eq!(harness.number(stored::TIES).await, 1, "Grace's");
    harness.finish().await
}

#[tokio::test]
async fn a_contact_is_nudged_about_like_a_member() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    add(&alice, "name: Ada org: Acme kind: customer").await;
    alice
        .types("/contact met name: Ada when: 2026-09-01 how: coffee note: engines")
        .await?;
    add(&alice, "name: Grace").await;
    alice
        .types("/contact met name: Grace when: 2026-10-10")
        .await?;
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    insta::assert_snapshot!("nudge", harness.read(&nudge));
    assert!(nudge.pinged.is_empty());
    let alice = alice.in_dms();
    let talked = press_below(&alice, &nudge, "Ada", "We talked").await;
    let stopped = press_below(&alice, &talked, "Grace", "Stop").await;
    insta::assert_snapshot!("answered", harness.read(&stopped));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 4);
    harness.finish().await
}

#[tokio::test]
async fn a_contact_without_a_talk_is_due_from_when_they_were_added() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/nudge on").await?;
    let card = add(&alice, "name: Grace").await;
    let closer = choose(&alice, &card, CIRCLE, "close").await;
    let text = harness.read(&closer);
    assert!(
        text.contains("On ‹7 December 2026› at the earliest"),
        "{text}"
    );
    harness.time_is("2026-12-07T09:00:00Z").await;
    let text = harness.read(&alice.next_dm().await?);
    assert!(
        text.contains("Grace\nYou haven't logged a talk with them yet."),
        "{text}"
    );
    harness.finish().await
}

#[tokio::test]
async fn the_birthday_of_a_contact_without_a_talk_is_told() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/nudge on").await?;
    add(&alice, "name: Grace birthday: 2 Dec").await;
    harness.time_is(NEXT_MONDAY).await;
    let nudge = harness.read(&alice.next_dm().await?);
    assert!(
        nudge.contains(
            "### Grace\nBirthday on Wed 2 Dec.\nYou haven't logged a talk with them yet."
        ),
        "{nudge}"
    );
    assert!(!nudge.contains("You wanted to talk"), "{nudge}");
    harness.finish().await
}

#[tokio::test]
async fn a_contact_rests_for_two_weeks_after_a_suggestion_without_an_answer() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/nudge on").await?;
    add(&alice, "name: Grace circle: Close (every week)").await;
    harness.time_is("2026-12-14T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1, "on 7 December");
    let card = read(&harness, &alice, "/contact edit name: Grace").await;
    assert!(
        card.contains("On ‹21 December 2026› at the earliest"),
        "{card}"
    );
    harness.time_is("2026-12-21T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 2);
    harness.finish().await
}

#[tokio::test]
async fn an_undone_talk_brings_back_the_day_a_contact_was_added() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/nudge on").await?;
    add(&alice, "name: Grace circle: Close (every week)").await;
    let logged = alice
        .types("/contact met name: Grace when: 2026-10-01")
        .await?
        .said();
    press(&alice, &logged, "Undo").await;
    let list = read(&harness, &alice, "/people").await;
    assert!(
        list.contains("**Grace** · every week · not talked yet · due ‹in 7 days›"),
        "{list}"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_server_with_another_default_circle_moves_contacts_without_their_own() -> Tested {
    let harness = Harness::start().await;
    let (alice, olga) = (harness.person("alice"), harness.person("olga"));
    add(&alice, "name: Grace").await;
    let panel = olga.types("/setup").await?.said();
    let select = panel
        .selects()
        .find(|it| it.options.iter().any(|it| it.value == "close"));
    let select = select.unwrap().placeholder.clone().unwrap();
    olga.choose(&panel, &select, &["close"]).await?;
    harness.time_passes(TimeDelta::minutes(1)).await;
    let list = read(&harness, &alice, "/people").await;
    assert!(list.contains("due ‹in 6 days›"), "{list}");
    harness.finish().await
}

#[tokio::test]
async fn a_contact_is_in_the_picture_of_the_network() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    add(&alice, "name: Ada").await;
    let me = alice.types("/me").await?.said();
    assert!(
        described(&me).contains("In touch: Ada"),
        "{}",
        described(&me)
    );
    harness.finish().await
}

#[tokio::test]
async fn two_contacts_of_one_name_are_told_apart_by_their_organisation() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut seen = Transcript::of(&harness);
    for org in ["Acme", "Initech"] {
        add(&alice, &format!("name: Ada org: {org}")).await;
        // Their ids are random: the time tells which comes first in a list.
        harness.time_passes(TimeDelta::minutes(1)).await;
    }
    seen.types(&alice, "/contact add name: ADA org: acme").await;
    seen.types(&alice, "/contact met name: Ada").await;
    seen.types(&alice, "/contact met name: Ada (Initech)").await;
    seen.types(&alice, "/people").await;
    // One can't be renamed to the other either.
    let card = alice.types("/contact edit name: Ada (Acme)").await?.said();
    let form = alice.press(&card, "Edit").await?.modal().unwrap();
    seen.keep(&alice.submit(&form, &[("org", "Initech")]).await?.said());
    insta::assert_snapshot!(seen.text());
    harness.finish().await
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_with_what_works() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    add(&alice, "name: Ada").await;
    let mut seen = Transcript::of(&harness);
    for line in [
        "/contact add name: \u{200B}",
        "/contact add name: Ida birthday: 30 February",
        "/contact add name: Ida birthday: 3/12",
        "/contact add name: Ida birthday: soon",
        "/contact met name: *Ida*",
        "/contact met name: Ada when: tomorrow",
        "/contact edit name: Ida",
        "/contact remove name: Ida",
    ] {
        seen.types(&alice, line).await;
    }
    insta::assert_snapshot!(seen.text());
    assert_eq!(harness.number(stored::CONTACTS).await, 1);
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn old_buttons_about_a_removed_contact_write_nothing() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    add(&alice, "name: Ada").await;
    let logged = alice
        .types("/contact met name: Ada when: 2026-09-01")
        .await?
        .said();
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let old = alice.types("/contact edit name: Ada").await?.said();
    let asked = alice.types("/contact remove name: Ada").await?.said();
    let kept = press(&alice, &asked, "Keep").await;
    let asked = press(&alice, &kept, "Remove").await;
    press(&alice, &asked, "Yes, remove").await;
    assert_eq!(harness.number(stored::CONTACTS).await, 0);
    for button in ["We talked", "Stop nudges about them", "Edit", "Remove"] {
        let refused = press(&alice, &old, button).await.text();
        assert!(
            refused.starts_with("That contact is no longer in your list"),
            "{refused}"
        );
    }
    let refused = press(&alice, &logged, "Undo").await.text();
    assert!(
        refused.starts_with("There is nothing left to undo"),
        "{refused}"
    );
    let alice = alice.in_dms();
    let refused = press_below(&alice, &nudge, "Ada", "We talked").await.text();
    assert!(refused.contains("so nothing is logged"), "{refused}");
    let redrawn = harness.read(&press_below(&alice, &nudge, "Ada", "Stop").await);
    assert!(!redrawn.contains("Ada"), "{redrawn}");
    assert_eq!(harness.number(stored::TIES_WITH_CONTACTS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_kind_chosen_on_the_card_changes_how_often() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let card = add(&alice, "name: Ada").await;
    let card = choose(&alice, &card, KIND, "Skip-level").await;
    assert!(
        harness
            .read(&card)
            .contains("Circle: Wider (every 3 months)")
    );
    harness.finish().await
}

#[tokio::test]
async fn a_repeated_delivery_adds_a_contact_once() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    add(&alice, "name: Ada").await;
    harness.rehearsal.redeliver_last();
    // By the time Discord refuses the second answer, the bot has handled it.
    harness.expect_refusal(40060);
    let twice =
        |world: &rehearsal::World| world.requests().any(|request| request.refusal.is_some());
    harness.rehearsal.until(twice).await?;
    assert_eq!(harness.number(stored::CONTACTS).await, 1);
    harness.finish().await
}
