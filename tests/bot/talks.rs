//! The talks with a person: read completely, and corrected at any age.

use chrono::TimeDelta;
use rehearsal::{Person, Seen};

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::{card, choose, press};

const OPEN: &str = "Open a talk";

/// The talk with this label in `person`'s list of talks with `who`.
async fn open(person: &Person, who: &str, label: &str) -> Seen {
    let card = card(person, who).await.unwrap();
    let list = press(person, &card, "Talks and notes").await;
    choose(person, &list, OPEN, label).await
}

/// Fills the only field of the form that `button` opens.
async fn fill(person: &Person, on: &Seen, button: &str, text: &str) -> Seen {
    let form = person.press(on, button).await.unwrap().modal().unwrap();
    let label = form.inputs[0].label.clone();
    person
        .submit(&form, &[(&label, text)])
        .await
        .unwrap()
        .said()
}

#[tokio::test]
async fn a_long_note_on_a_deleted_talk_is_given_back_as_a_file() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    let talk = open(&alice, "bob", "Thu 1 Oct 2026").await;
    let form = alice.press(&talk, "Add note").await?.modal().unwrap();
    let asked = press(&alice, &talk, "Delete").await;
    press(&alice, &asked, "Yes, delete it").await;
    let note = "_".repeat(4000);
    let filled = [(form.inputs[0].label.as_str(), note.as_str())];
    let answer = alice.submit(&form, &filled).await?.said();
    assert!(answer.text().contains("no longer logged"));
    assert_eq!(answer.files[0].bytes, note.as_bytes());
    harness.finish().await
}

#[tokio::test]
async fn every_talk_and_the_whole_note_can_be_read() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for day in 1..=12 {
        let note = format!("{day:02}{}", "*".repeat(998));
        let line = format!("/met @bob when: 2026-10-{day:02} note: {note}");
        alice.types(&line).await?;
    }
    let card = card(&alice, "bob").await?;
    let first = press(&alice, &card, "Talks and notes").await;
    let read = harness.read(&first);
    assert!(
        read.contains("Mon 12 Oct 2026") && read.contains("Page 1 of 2"),
        "{read}"
    );
    let second = press(&alice, &first, "Next").await;
    let oldest = choose(&alice, &second, OPEN, "Thu 1 Oct 2026").await;
    let read = harness.read(&oldest);
    assert!(
        read.contains("01") && read.matches(r"\*").count() == 998,
        "{read}"
    );
    // Together the notes are longer than one page.
    let long = fill(&alice, &oldest, "Change note", &"_".repeat(4000)).await;
    let (mut all, mut end) = (harness.read(&long), long);
    while end.buttons().any(|it| it.label == "Next" && !it.disabled) {
        end = press(&alice, &end, "Next").await;
        all += &harness.read(&end);
    }
    assert_eq!(all.matches(r"\_").count(), 4000);
    let list = press(&alice, &end, "All talks").await;
    let back = press(&alice, &list, "Back to the person").await;
    assert!(harness.read(&back).contains("Next nudge"));
    harness.finish().await
}

#[tokio::test]
async fn the_logger_can_correct_a_talk_days_later() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    alice
        .types("/met @bob when: 2026-11-20 note: wrong")
        .await?;
    harness.time_passes(TimeDelta::days(2)).await;
    harness.restart().await;
    let old = open(&alice, "bob", "Fri 20 Nov 2026").await;
    let talk = open(&alice, "bob", "Fri 20 Nov 2026").await;
    insta::assert_snapshot!("own_talk", harness.read(&talk));
    let form = alice.press(&talk, "Change note").await?.modal().unwrap();
    assert_eq!(form.inputs[0].value, "wrong");
    let talk = fill(&alice, &talk, "Change note", "right").await;
    assert!(harness.read(&talk).starts_with("Your note is kept."));
    let talk = fill(&alice, &talk, "Change note", " \u{200b}").await;
    assert!(harness.read(&talk).starts_with("Your note is deleted."));
    assert_eq!(harness.number(stored::NOTES).await, 0);
    let later = fill(&alice, &talk, "Change date", "tomorrow").await;
    assert!(later.text().contains("still to come"));
    let talk = fill(&alice, &talk, "Change date", "2026-10-01").await;
    let read = harness.read(&talk);
    assert!(
        read.starts_with("The date is now Thu 1 Oct 2026."),
        "{read}"
    );
    // The ties of both sides have changed.
    for (person, other) in [("alice", "bob"), ("bob", "alice")] {
        let card = card(&harness.person(person), other).await?;
        assert!(harness.read(&card).contains("Thu 1 Oct 2026"));
        let due = harness
            .person(person)
            .types("/people show: due")
            .await?
            .said();
        assert!(harness.read(&due).contains("1 person"));
    }
    let asked = press(&alice, &talk, "Delete").await;
    assert!(asked.text().starts_with("Delete this talk?"));
    let kept = press(&alice, &asked, "Keep it").await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    let asked = press(&alice, &kept, "Delete").await;
    let deleted = press(&alice, &asked, "Yes, delete it").await;
    insta::assert_snapshot!("deleted", harness.read(&deleted));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    let late = press(&alice, &old, "Delete").await;
    assert!(late.text().starts_with("That talk is no longer logged"));
    harness.finish().await
}

#[tokio::test]
async fn only_the_logger_can_move_a_talk_and_others_can_leave_it() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice
        .types("/met @bob person2: @carol when: 2026-10-01 how: call note: hers")
        .await?;
    let old = open(&bob, "alice", "Thu 1 Oct 2026 · on a call").await;
    let talk = open(&bob, "alice", "Thu 1 Oct 2026 · on a call").await;
    insta::assert_snapshot!("anothers_talk", harness.read(&talk));
    let noted = fill(&bob, &talk, "Add note", "his own").await;
    assert!(harness.read(&noted).contains("his own"));
    let hers = open(&alice, "bob", "Thu 1 Oct 2026 · on a call").await;
    let read = harness.read(&hers);
    assert!(read.contains("hers") && !read.contains("his own"), "{read}");
    let left = press(&bob, &noted, "I wasn't there").await;
    assert!(
        left.text()
            .contains("no longer in the talk of Thu 1 Oct 2026")
    );
    assert_eq!(harness.number(stored::NOTES).await, 1);
    // His old message offers no way to it.
    let late = press(&bob, &old, "I wasn't there").await;
    assert!(late.text().starts_with("That talk is no longer logged"));
    harness.finish().await
}

#[tokio::test]
async fn notes_and_reasons_are_shown_as_typed() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    let (carol, zoe) = (harness.id("carol"), harness.id("zoe"));
    let address = "https://en.wikipedia.org/wiki/Rust_(programming_language)";
    let emoji = "<:party:123456789012345678>";
    let words = format!("with <@{carol}> and <@!{zoe}> *about* {address} {emoji}");
    let shown = format!(r"with \@Carol and \@someone \*about\* {address} {emoji}");
    alice
        .types(&format!("/met @bob when: 2026-10-01 note: {words}"))
        .await?;
    let card = card(&alice, "bob").await?;
    assert!(card.text().contains(&shown), "{}", card.text());
    let talk = open(&alice, "bob", "Thu 1 Oct 2026").await;
    assert!(talk.text().contains(&shown), "{}", talk.text());
    let now = alice.types("/nudge now").await?.said();
    assert!(now.text().contains(&shown), "{}", now.text());
    alice
        .types(&format!("/kudos @bob message: {words}"))
        .await?;
    let post = alice.messages().into_iter().rfind(|seen| !seen.ephemeral);
    let post = post.unwrap();
    assert!(post.text().contains(&shown), "{}", post.text());
    assert_eq!(post.pinged, [harness.id("bob")]);
    // Zoe, who is looked up by her id, is on no server of theirs.
    harness.expect_refusal(10007);
    harness.finish().await
}

#[tokio::test]
async fn a_forgotten_person_reads_as_someone() -> Tested {
    let harness = Harness::start().await;
    let [alice, dan] = ["alice", "dan"].map(|name| harness.person(name));
    let met = alice.types("/met @dan note: secret plan").await?.said();
    let opened = card(&alice, "dan").await?;
    let panel = dan.types("/privacy").await?.said();
    let asked = press(&dan, &panel, "Forget me").await;
    press(&dan, &asked, "Yes, forget me").await;
    let noted = fill(&alice, &met, "Add note", "more").await;
    let read = harness.read(&noted);
    assert!(
        read.starts_with("Logged: you talked with someone, ‹now›."),
        "{read}"
    );
    let list = press(&alice, &opened, "Talks and notes").await;
    assert!(harness.read(&list).contains("Talks with someone"));
    let corrected = alice.types("/met @bob").await?.said();
    assert!(harness.read(&corrected).starts_with("Logged"));
    let undone = press(&alice, &noted, "Undo").await;
    let read = harness.read(&undone);
    assert!(
        read.starts_with("Undone: the talk with someone is no longer logged."),
        "{read}"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_note_on_a_talk_with_a_forgotten_person_stays_with_its_author() -> Tested {
    let harness = Harness::start().await;
    let [alice, dan] = ["alice", "dan"].map(|name| harness.person(name));
    alice
        .types("/met @dan when: 2026-10-01 note: secret plan")
        .await?;
    alice
        .types("/met @dan person2: @bob when: 2026-10-02 note: with bob")
        .await?;
    let before = alice.types("/people").await?.said();
    assert!(!harness.read(&before).contains("Talks with someone"));
    let panel = dan.types("/privacy").await?.said();
    let asked = press(&dan, &panel, "Forget me").await;
    press(&dan, &asked, "Yes, forget me").await;
    for show in ["due", "all"] {
        let line = format!("/people show: {show}");
        let people = alice.types(&line).await?.said();
        let list = press(&alice, &people, "Talks with someone").await;
        let read = harness.read(&list);
        assert!(
            read.contains("Thu 1 Oct") && !read.contains("Fri 2 Oct"),
            "{read}"
        );
    }
    let people = alice.types("/people").await?.said();
    let list = press(&alice, &people, "Talks with someone").await;
    let talk = choose(&alice, &list, OPEN, "Thu 1 Oct 2026").await;
    insta::assert_snapshot!(
        "with_nobody_left",
        format!("{}\n{}", harness.read(&list), harness.read(&talk))
    );
    let changed = fill(&alice, &talk, "Change note", "another plan").await;
    assert!(harness.read(&changed).contains("another plan"));
    let list = press(&alice, &changed, "All talks").await;
    let back = press(&alice, &list, "All people").await;
    assert!(harness.read(&back).contains("Bob"));
    harness.finish().await
}

#[tokio::test]
async fn a_time_of_day_is_shown_if_the_member_said_it() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let met = alice.types("/met @bob when: yesterday at 9").await?.said();
    let read = harness.read(&met);
    assert!(
        read.starts_with("Logged: you talked with Bob, on ‹Sunday, 22 November 2026 09:00›."),
        "{read}"
    );
    let met = alice
        .types("/met @bob when: 2026-10-01 how: call")
        .await?
        .said();
    let read = harness.read(&met);
    assert!(
        read.starts_with("Logged: you talked with Bob on a call, on Thu 1 Oct."),
        "{read}"
    );
    for (person, other) in [(&alice, "bob"), (&bob, "alice")] {
        let read = harness.read(&card(person, other).await?);
        assert!(
            read.contains("‹22 November 2026 09:00› · ‹1 day ago›"),
            "{read}"
        );
        assert!(read.contains("Thu 1 Oct 2026 · on a call · "), "{read}");
    }
    let talk = open(&alice, "bob", "Thu 1 Oct 2026 · on a call").await;
    let talk = fill(&alice, &talk, "Change date", "1 Oct 14:30").await;
    let read = harness.read(&talk);
    assert!(
        read.starts_with("The date is now ‹1 October 2026 14:30›."),
        "{read}"
    );
    // An unchanged form changes nothing.
    let form = alice.press(&talk, "Change date").await?.modal().unwrap();
    assert_eq!(form.inputs[0].value, "2026-10-01 14:30");
    let refused = fill(&alice, &talk, "Change date", "blursday").await;
    assert!(
        refused.text().ends_with("```\nblursday\n```"),
        "{}",
        refused.text()
    );
    harness.finish().await
}
