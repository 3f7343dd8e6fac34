//! What another person is to a member, and the question for people who never talked.

use crate::harness::{Harness, Said as _, Setup, Tested, stored};
use crate::steps::{
    CIRCLE, KIND, NEXT_MONDAY, card, choose, come_back, exported, forget, joined, leave,
    posted_buttons, posted_selects, press, read_card,
};

const WHO_ELSE: &str = "Who else was there?";

#[tokio::test]
async fn a_kind_proposes_a_circle_until_the_member_chooses_one() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let shown = card(&alice, "bob").await?;
    let manager = choose(&alice, &shown, KIND, "manager").await;
    insta::assert_snapshot!("a_manager", harness.read(&manager));
    let customer = harness.read(&choose(&alice, &manager, KIND, "customer").await);
    assert!(
        customer.contains("Circle: Regular (every month)"),
        "{customer}"
    );
    let own = choose(&alice, &shown, CIRCLE, "wider").await;
    let mentor = harness.read(&choose(&alice, &own, KIND, "mentor").await);
    assert!(mentor.contains("Circle: Wider"), "{mentor}");
    let unsaid = harness.read(&choose(&alice, &own, KIND, "none").await);
    assert!(!unsaid.contains("To you:"), "{unsaid}");
    harness.finish().await
}

#[tokio::test]
async fn a_kind_is_seen_by_the_member_alone() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice.types("/met @carol").await?;
    let before = read_card(&harness, &bob, "alice").await;
    let shown = card(&alice, "bob").await?;
    choose(&alice, &shown, KIND, "report").await;
    let reports = alice.types("/people kind: report").await?.said();
    insta::assert_snapshot!("people_of_one_kind", harness.read(&reports));
    let nobody = alice
        .types("/people show: snoozed kind: customer")
        .await?
        .said();
    insta::assert_snapshot!("nobody_of_a_kind", harness.read(&nobody));
    let panel = alice.types("/privacy").await?.said();
    assert!(
        exported(&alice, &panel)
            .await
            .contains(r#""kind":"report""#)
    );

    assert_eq!(read_card(&harness, &bob, "alice").await, before);
    let panel = bob.types("/privacy").await?.said();
    assert!(!exported(&bob, &panel).await.contains("report\""));
    harness.finish().await
}

#[tokio::test]
async fn people_who_never_talked_get_a_question_that_stays() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    for person in [&alice, &bob] {
        person.types("/nudge on").await?;
    }
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let read = harness.read(&nudge);
    let question = read
        .lines()
        .find(|it| it.starts_with("A question to begin with:"));
    let question = question.unwrap_or_else(|| panic!("{read}")).to_owned();
    insta::assert_snapshot!("a_question", read);
    let answered = harness.read(&press(&alice, &nudge, "Not now").await);
    assert!(answered.contains(&question), "{answered}");
    harness.finish().await
}

/// Whether the select on the message shows this option as chosen.
fn is_chosen(seen: &rehearsal::Seen, select: &str, value: &str) -> bool {
    let mut selects = seen.selects();
    let select = selects.find(|it| it.placeholder.as_deref() == Some(select));
    let options = &select.unwrap().options;
    options.iter().any(|it| it.value == value && it.default)
}

#[tokio::test]
async fn the_answer_to_met_asks_what_one_other_person_is() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let met = alice.types("/met @bob").await?.said();
    let manager = choose(&alice, &met, KIND, "manager").await;
    insta::assert_snapshot!("met_a_manager", harness.read(&manager));
    assert!(is_chosen(&manager, KIND, "manager") && is_chosen(&manager, CIRCLE, "close"));
    let again = choose(&alice, &met, KIND, "manager").await;
    assert_eq!(harness.read(&again), harness.read(&manager));
    let card = read_card(&harness, &alice, "bob").await;
    assert!(card.contains("To you: manager"), "{card}");
    let unsaid = harness.read(&choose(&alice, &met, KIND, "none").await);
    assert!(unsaid.contains("What they are to you is no longer noted."));

    let more = choose(&alice, &met, WHO_ELSE, "@carol").await;
    assert!(!harness.read(&more).contains(KIND));
    let old = posted_selects(&harness, &alice, &["1:met-kind:1"], "peer").await;
    let refused = choose(&alice, &old, "1:met-kind:1", "peer").await;
    assert!(refused.ephemeral);
    insta::assert_snapshot!("kind_of_several", harness.read(&refused));
    assert_eq!(harness.number(stored::KINDS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn pages_of_one_kind_keep_the_kind() -> Tested {
    let harness = Setup::new().newcomers(11).start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob").await?;
    for number in 1..=11 {
        let met = alice.types(&format!("/met @p{number}")).await?.said();
        choose(&alice, &met, KIND, "customer").await;
    }
    let first = alice.types("/people kind: customer").await?.said();
    let second = press(&alice, &first, "Next").await;
    insta::assert_snapshot!("second_page_of_a_kind", harness.read(&second));
    let back = press(&alice, &second, "Back").await;
    assert_eq!(harness.read(&back), harness.read(&first));
    harness.finish().await
}

#[tokio::test]
async fn a_kind_that_does_not_exist_is_refused_kindly() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let page = "1:people:all:1:boss";
    let old = posted_buttons(&harness, &alice, &[page]).await;
    let refused = press(&alice, &old, page).await;
    assert!(refused.ephemeral);
    insta::assert_snapshot!("page_of_no_kind", harness.read(&refused));
    let selects = [
        format!("1:card-kind:{}", harness.id("bob")),
        "1:met-kind:1".to_owned(),
    ];
    let selects = selects.each_ref().map(String::as_str);
    let old = posted_selects(&harness, &alice, &selects, "boss").await;
    for select in selects {
        let refused = choose(&alice, &old, select, "boss").await;
        assert!(
            refused.ephemeral && refused.text().contains("another version"),
            "{refused:?}"
        );
    }
    assert_eq!(harness.number(stored::KINDS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_kind_stays_while_the_other_is_away_or_untracked() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let shown = card(&alice, "bob").await?;
    choose(&alice, &shown, KIND, "mentor").await;
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    let untracked = harness.read(&alice.types("/people kind: mentor").await?.said());
    assert!(untracked.contains("**Bob** · mentor"), "{untracked}");
    press(&bob, &panel, "Track me again").await;

    leave(&harness, "bob");
    harness.time_is(NEXT_MONDAY).await;
    let gone = harness.read(&alice.types("/people kind: mentor").await?.said());
    assert!(gone.contains("left the server"), "{gone}");
    come_back(&harness, "bob");
    bob.types("/met @carol").await?;
    let back = read_card(&harness, &alice, "bob").await;
    assert!(back.contains("To you: mentor"), "{back}");
    harness.finish().await
}

#[tokio::test]
async fn forget_me_removes_kinds_on_both_sides() -> Tested {
    for forgotten in ["alice", "bob"] {
        let harness = joined().await;
        let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
        for (person, other) in [(&alice, "bob"), (&bob, "alice")] {
            let shown = card(person, other).await?;
            choose(person, &shown, KIND, "friend").await;
        }
        assert_eq!(harness.number(stored::KINDS).await, 2);
        forget(&harness.person(forgotten)).await?;
        assert_eq!(harness.number(stored::KINDS).await, 0, "{forgotten}");
        let stays = if forgotten == "alice" { bob } else { alice };
        let panel = stays.types("/privacy").await?.said();
        assert!(!exported(&stays, &panel).await.contains("friend"));
        harness.finish().await?;
    }
    Ok(())
}
