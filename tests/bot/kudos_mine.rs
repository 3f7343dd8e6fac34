//! `/kudos-mine`: what a member was thanked for.

use chrono::TimeDelta;

use crate::harness::{Harness, Said as _, Tested, give, last_post, stored};
use crate::steps::{forget, leave, press};

#[tokio::test]
async fn thanks_are_read_page_by_page_by_their_receiver_alone() -> Tested {
    let harness = Harness::start().await;
    let bob = harness.person("bob");
    for (giver, reasons) in [
        (
            "alice",
            ["for the *tea*", "for @carol's cake: https://a.example/x_y"],
        ),
        (
            "carol",
            ["for the review", "for staying late\nand not saying so"],
        ),
        ("dan", ["for the lift", "for the song"]),
    ] {
        for reason in reasons {
            let line = format!("/kudos @bob message: {reason}");
            give(&harness.person(giver), &line).await;
            harness.time_passes(TimeDelta::minutes(1)).await;
        }
    }
    let first = bob.types("/kudos-mine").await?.said();
    assert!(first.ephemeral);
    let second = press(&bob, &first, "Next").await;
    insta::with_settings!({filters => [(r"\d{15,20}", "ID")]}, {
        let both = format!("{}\n\n{}", harness.read(&first), harness.read(&second));
        insta::assert_snapshot!(both);
    });
    let back = press(&bob, &second, "Back").await;
    assert_eq!(harness.read(&back), harness.read(&first));
    // A page that is no longer there shows the nearest one.
    harness.person("olga").delete_message(last_post(&bob).id)?;
    harness.until(stored::KUDOS, 5).await;
    let nearest = press(&bob, &first, "Next").await;
    let read = harness.read(&nearest);
    assert!(
        read.contains("5 thank-yous") && !read.contains("song"),
        "{read}"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_member_without_thanks_reads_a_kind_sentence() -> Tested {
    let harness = Harness::start().await;
    let dan = harness.person("dan");
    // What Dan is thanked for on another server is not told here.
    give(
        &harness.person_in("hana", "pier"),
        "/kudos @dan for the boat",
    )
    .await;
    let answer = dan.types("/kudos-mine").await?.said();
    assert!(answer.ephemeral);
    insta::assert_snapshot!(harness.read(&answer), @"Nothing here yet. When someone thanks you with `/kudos`, you can read their words here again.");
    let pier = harness.person_in("dan", "pier");
    let answer = pier.types("/kudos-mine").await?.said();
    assert!(harness.read(&answer).contains("for the boat"));
    harness.finish().await
}

#[tokio::test]
async fn givers_who_left_keep_their_name_and_forgotten_ones_are_someone() -> Tested {
    let harness = Harness::start().await;
    let bob = harness.person("bob");
    give(&harness.person("alice"), "/kudos @bob for the tea").await;
    give(&harness.person("carol"), "/kudos @bob for the cake").await;
    forget(&harness.person("alice")).await?;
    leave(&harness, "carol");
    let read = harness.read(&bob.types("/kudos-mine").await?.said());
    assert!(!read.contains("Alice"), "{read}");
    let someone = read.lines().find(|it| it.contains("**someone**"));
    assert!(someone.is_some() && read.contains("for the tea"), "{read}");
    assert!(read.contains("**Carol**"), "{read}");
    harness.finish().await
}
