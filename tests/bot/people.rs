//! `/people` and `/person`.

use chrono::TimeDelta;
use rehearsal::Person;

use crate::harness::{Harness, Said as _, Setup, Tested, give, stored};
use crate::steps::{CIRCLE, DAYS, card};

const ABSENT: &str = "I wasn't there";

async fn thank(giver: &Person, receiver: &str) {
    give(giver, &format!("/kudos @{receiver} message: thanks")).await;
}

#[tokio::test]
async fn the_list_shows_the_most_overdue_first_and_opens_a_person() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let empty = alice.types("/people").await?.said();
    assert!(empty.ephemeral);
    insta::assert_snapshot!("nobody_yet", harness.read(&empty));
    alice.types("/met @bob when: 2026-09-01").await?;
    alice.types("/met @carol when: yesterday").await?;
    let met = alice.types("/met @dan when: 10 days ago").await?.said();
    alice.choose(&met, CIRCLE, &["close"]).await?;
    let all = alice.types("/people").await?.said();
    assert!(all.ephemeral && all.pinged.is_empty());
    insta::assert_snapshot!("everybody", harness.read(&all));
    let due = alice.types("/people show: due").await?.said();
    insta::assert_snapshot!("due", harness.read(&due));
    let opened = alice.choose(&due, "Open a person", &["Bob"]).await?.said();
    insta::assert_snapshot!("opened", harness.read(&opened));
    let back = alice.press(&opened, "All people").await?.said();
    assert_eq!(harness.read(&back), harness.read(&all));
    // Dan only met Alice, and sees no ties of others.
    let dans = harness.person("dan").types("/people").await?.said();
    let dans = harness.read(&dans);
    assert!(dans.contains("Alice") && !dans.contains("Bob"), "{dans}");
    harness.finish().await
}

#[tokio::test]
async fn buttons_show_the_other_pages_of_the_list() -> Tested {
    let harness = Setup::new().newcomers(23).start().await;
    let alice = harness.person("alice");
    for number in 1..=23 {
        alice
            .types(&format!("/met @p{number} when: 2026-10-{number:02}"))
            .await?;
    }
    let first = alice.types("/people show: due").await?.said();
    assert!(harness.read(&first).contains("**P1**"));
    assert_eq!(first.selects().next().unwrap().options.len(), 10);
    let second = alice.press(&first, "Next").await?.said();
    assert!(harness.read(&second).contains("**P11**"));
    let third = alice.press(&second, "Next").await?.said();
    let read = harness.read(&third);
    assert!(read.contains("**P23**") && read.contains("23 people · Page 3 of 3"));
    assert!(read.contains("[Back] (Next)"), "{read}");
    let opened = alice
        .choose(&third, "Open a person", &["P21"])
        .await?
        .said();
    assert!(opened.text().contains("P21"));
    harness.finish().await
}

#[tokio::test]
async fn a_card_shows_shared_facts_and_only_ones_own_notes() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice
        .types("/met @bob when: 2026-09-01 how: coffee note: her *secret*")
        .await?;
    thank(&bob, "alice").await;
    harness.time_passes(TimeDelta::days(1)).await;
    bob.types("/met @alice when: yesterday how: call note: his secret")
        .await?;
    for _ in 0..2 {
        thank(&bob, "alice").await;
    }
    thank(&alice, "bob").await;
    insta::assert_snapshot!("hers", harness.read(&card(&alice, "bob").await?));
    let his = harness.read(&card(&bob, "alice").await?);
    assert!(his.contains("Your note: his secret"), "{his}");
    assert_eq!(his.matches("secret").count(), 1, "{his}");
    let strangers = harness.read(&card(&harness.person("carol"), "bob").await?);
    insta::assert_snapshot!("never_met", strangers);
    harness.finish().await
}

#[tokio::test]
async fn a_card_can_only_be_of_another_person_of_the_team() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut said = String::new();
    for who in ["alice", "helper", "zoe"] {
        let answer = card(&alice, who).await?;
        assert!(answer.ephemeral);
        said.push_str(&harness.read(&answer));
        said.push('\n');
    }
    insta::assert_snapshot!(said);
    harness.finish().await
}

#[tokio::test]
async fn we_talked_on_a_card_works_like_met() -> Tested {
    let harness = Harness::start().await;
    let carol = harness.person("carol");
    let shown = card(&carol, "dan").await?;
    let changed = carol.press(&shown, "We talked").await?.said();
    assert!(changed.text().starts_with("Logged: you talked."));
    let logged = carol.next_follow_up().await?;
    assert!(logged.ephemeral);
    let read = harness.read(&logged);
    assert!(
        read.starts_with("Logged: you talked with Dan, ‹now›."),
        "{read}"
    );
    assert!(
        read.contains("[Yes] [No thanks] [Add note] [Undo]"),
        "{read}"
    );
    // A second press is a mistake, not a second talk.
    let again = carol.press(&changed, "We talked").await?.said();
    let text = again.text();
    assert!(
        text.starts_with("You logged this talk a moment ago, so it still counts as one."),
        "{text}"
    );
    let logged = carol.next_follow_up().await?;
    let read = harness.read(&logged);
    assert!(
        read.starts_with("Already logged: you talked with Dan, ‹now›."),
        "{read}"
    );
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_snooze_delays_nudges_and_keeps_the_rhythm() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    let shown = card(&alice, "bob").await?;
    let snoozed = alice.choose(&shown, "Snooze", &["1 week"]).await?.said();
    insta::assert_snapshot!("snoozed", harness.read(&snoozed));
    let now = alice.types("/nudge now").await?.said();
    assert!(harness.read(&now).contains("Nobody to suggest"));
    let list = alice.types("/people show: snoozed").await?.said();
    insta::assert_snapshot!("snoozed_list", harness.read(&list));
    let due = alice.types("/people show: due").await?.said();
    assert!(harness.read(&due).starts_with("Nobody is due"));
    // A snooze chosen on a Monday after nine is over by the next.
    harness.time_is("2026-11-30T09:00:00Z").await;
    let nudge = alice.next_dm().await?;
    assert!(harness.read(&nudge).contains("‹1 month ago›"));
    let shown = card(&alice, "bob").await?;
    let month = alice.choose(&shown, "Snooze", &["3 months"]).await?.said();
    let over = alice
        .choose(&month, "Snoozed until Mon 1 Mar", &["End the snooze"])
        .await?
        .said();
    assert!(
        over.text().starts_with("The snooze is over."),
        "{}",
        over.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn a_circle_moves_the_due_date_at_once() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 10 days ago").await?;
    let shown = card(&alice, "bob").await?;
    let close = alice.choose(&shown, CIRCLE, &["close"]).await?.said();
    assert!(
        close
            .text()
            .starts_with("You want to be in touch every week.")
    );
    let now = alice.types("/nudge now").await?.said();
    assert!(harness.read(&now).contains("You wanted to talk every week"));
    let form = alice
        .choose(&close, CIRCLE, &["own"])
        .await?
        .modal()
        .unwrap();
    let often = alice.submit(&form, &[(DAYS, "often")]).await?.said();
    insta::assert_snapshot!("unreadable", harness.read(&often));
    let own = alice.submit(&form, &[(DAYS, "12 days")]).await?.said();
    insta::assert_snapshot!("own_days", harness.read(&own));
    let now = alice.types("/nudge now").await?.said();
    assert!(harness.read(&now).contains("Nobody to suggest"));
    harness.time_passes(TimeDelta::days(3)).await;
    let now = alice.types("/nudge now").await?.said();
    assert!(
        harness
            .read(&now)
            .contains("You wanted to talk every 12 days")
    );
    // Bob's side is his own: it has the team's circle.
    let bobs = harness.person("bob").types("/people").await?.said();
    assert!(harness.read(&bobs).contains("every month"));
    harness.finish().await
}

#[tokio::test]
async fn nudges_about_a_person_can_be_stopped_and_resumed() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    let shown = card(&alice, "bob").await?;
    let stopped = alice.press(&shown, "Stop nudges about them").await?.said();
    insta::assert_snapshot!("stopped", harness.read(&stopped));
    let now = alice.types("/nudge now").await?.said();
    assert!(harness.read(&now).contains("Nobody to suggest"));
    let list = alice.types("/people show: stopped").await?.said();
    assert!(harness.read(&list).contains("**Bob**"));
    let resumed = alice
        .press(&stopped, "Resume nudges about them")
        .await?
        .said();
    assert!(resumed.text().starts_with("Nudges about them are back on."));
    let now = alice.types("/nudge now").await?.said();
    assert!(harness.read(&now).contains("@bob"));
    harness.finish().await
}

#[tokio::test]
async fn a_member_who_was_not_there_can_leave_a_talk() -> Tested {
    let mut harness = Harness::start().await;
    let [alice, bob, carol] = ["alice", "bob", "carol"].map(|name| harness.person(name));
    alice.types("/met @bob when: 2026-10-01").await?;
    alice
        .types("/met @bob person2: @carol when: yesterday note: all three")
        .await?;
    // Members can't leave a talk that they logged.
    let hers = card(&alice, "bob").await?;
    assert!(!harness.read(&hers).contains(ABSENT));
    let his = card(&bob, "alice").await?;
    insta::assert_snapshot!("his_before", harness.read(&his));
    harness.restart().await;
    let option = "Sun 22 Nov 2026, logged by Alice";
    let without = bob.choose(&his, ABSENT, &[option]).await?.said();
    insta::assert_snapshot!("his_after", harness.read(&without));
    // Both sides are back at October; Carol and Alice did talk yesterday.
    for (person, other) in [(&alice, "Bob"), (&bob, "Alice")] {
        let due = harness.read(&person.types("/people show: due").await?.said());
        assert!(due.contains(other), "{due}");
    }
    let carols = harness.read(&carol.types("/people").await?.said());
    assert!(
        carols.contains("**Alice**") && !carols.contains("Bob"),
        "{carols}"
    );
    // A talk of two is deleted when the other one leaves it.
    let none = bob
        .choose(&without, ABSENT, &["Thu 1 Oct 2026, logged by Alice"])
        .await?
        .said();
    assert!(harness.read(&none).contains("You two haven't talked yet"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    let again = bob.types("/people").await?.said();
    assert!(harness.read(&again).starts_with("Nobody here yet"));
    harness.finish().await
}

#[tokio::test]
async fn cards_and_lists_of_every_length_fit() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let nick = "*_~|`[]()<@everyone>".repeat(2);
    let id = harness.id("bob");
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.set_nick(guild, id, Some(&nick[..32]));
    });
    for (day, note) in (1..).zip(["@*".repeat(500), "🦀".repeat(1000), "*".repeat(1000)]) {
        let line = format!("/met @bob when: 2026-10-{day:02} how: in person note: {note}");
        alice.types(&line).await?;
        harness.time_passes(TimeDelta::minutes(11)).await;
    }
    for day in 4..=5 {
        let line = format!("/met @alice when: 2026-10-{day:02} how: pairing note: his");
        bob.types(&line).await?;
        harness.time_passes(TimeDelta::minutes(11)).await;
        let note = "|".repeat(1000);
        let line = format!("/met @bob when: 2026-11-{day:02} how: pairing note: {note}");
        alice.types(&line).await?;
        harness.time_passes(TimeDelta::minutes(11)).await;
    }
    let shown = card(&alice, "bob").await?;
    let read = shown.text();
    assert_eq!(read.matches("Your note").count(), 3, "{read}");
    assert!(!read.contains("note: his"));
    assert!(
        shown
            .selects()
            .any(|it| it.placeholder.as_deref() == Some(ABSENT))
    );
    let list = alice.types("/people").await?.said();
    alice
        .choose(&list, "Open a person", &[&id.to_string()])
        .await?;
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_counts_kudos_since_the_last_talk() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    thank(&bob, "alice").await;
    harness.time_passes(TimeDelta::hours(1)).await;
    alice.types("/met @bob").await?;
    alice.types("/nudge on").await?;
    harness.time_passes(TimeDelta::days(3)).await;
    thank(&bob, "alice").await;
    thank(&alice, "bob").await;
    harness.time_is("2026-12-28T09:00:00Z").await;
    let nudge = harness.read(&alice.next_dm().await?);
    let line = "Since you last talked, you thanked them once and they thanked you once.";
    assert!(nudge.contains(line), "{nudge}");
    harness.finish().await
}
