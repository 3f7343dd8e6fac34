//! Additions below the answer to `/met`.

use rehearsal::Unable;

use crate::harness::{Harness, Said as _, Setup, Tested, join_lighthouse, stored};
use crate::steps::{CIRCLE, DAYS, card};

const WHO_ELSE: &str = "Who else was there?";

#[tokio::test]
async fn the_answer_to_met_takes_a_note_more_people_and_a_circle() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    let met = alice
        .types("/met @bob when: 10 days ago how: coffee")
        .await?
        .said();
    harness.restart().await;
    let form = alice.press(&met, "Add note").await?.modal().unwrap();
    assert_eq!(form.inputs[0].max_length, 1000);
    let input = form.inputs[0].label.clone();
    let noted = alice
        .submit(&form, &[(&input, "training for a marathon")])
        .await?
        .said();
    insta::assert_snapshot!("noted", harness.read(&noted));
    let both = alice
        .choose(&noted, WHO_ELSE, &["@carol", "@dan", "@alice"])
        .await?
        .said();
    insta::assert_snapshot!("more_people", harness.read(&both));
    // The question below stays open, and its answer stays after more additions.
    let yes = alice.press(&both, "Yes").await?.said();
    let close = alice.choose(&yes, CIRCLE, &["close"]).await?.said();
    insta::assert_snapshot!("circle", harness.read(&close));
    let form = alice
        .choose(&close, CIRCLE, &["own"])
        .await?
        .modal()
        .unwrap();
    let own = alice.submit(&form, &[(DAYS, "9")]).await?.said();
    assert!(
        own.text()
            .contains("**You want to be in touch every 9 days.**")
    );
    let people = harness.read(&alice.types("/people show: due").await?.said());
    assert_eq!(people.matches("every 9 days").count(), 3, "{people}");
    let carols = harness.read(&card(&harness.person("carol"), "dan").await?);
    assert!(carols.contains("over coffee") && carols.contains("Logged by Alice"));
    assert!(!carols.contains("marathon"));
    let undone = alice.press(&own, "Undo").await?.said();
    assert_eq!(
        harness.read(&undone),
        "Undone: the talk with Bob, Carol and Dan is no longer logged."
    );
    assert_eq!(harness.number(stored::NOTES).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn impossible_additions_are_refused_kindly() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let met = alice.types("/met @bob").await?.said();
    let mut said = String::new();
    for who in [["@alice"], ["@helper"], ["@zoe"]] {
        let answer = alice.choose(&met, WHO_ELSE, &who).await?.said();
        said.push_str(&harness.read(&answer));
        said.push('\n');
    }
    let form = alice.press(&met, "Add note").await?.modal().unwrap();
    let input = form.inputs[0].label.clone();
    let blank = alice.submit(&form, &[(&input, "\u{200b} ")]).await?.said();
    said.push_str(&harness.read(&blank));
    said.push('\n');
    alice.press(&met, "Undo").await?;
    let late = alice.submit(&form, &[(&input, "too late")]).await?.said();
    said.push_str(&harness.read(&late));
    insta::assert_snapshot!(said);
    assert_eq!(harness.number(stored::NOTES).await, 0);
    harness.finish().await
}

/// Discord refuses an empty choice and 26 people, so the bot never sees them.
#[tokio::test]
async fn a_talk_takes_one_to_twenty_five_more_people_at_once() -> Tested {
    let names: Vec<_> = (1..=26).map(|number| format!("p{number}")).collect();
    let newcomers = names.clone();
    let setup = Setup::new().world(move |world| {
        join_lighthouse(world, newcomers.iter().map(|name| (&**name, &**name)));
    });
    let harness = setup.start().await;
    let alice = harness.person("alice");
    let met = alice.types("/met @bob").await?.said();
    let mentions: Vec<_> = names.iter().map(|name| format!("@{name}")).collect();
    let mentions: Vec<_> = mentions.iter().map(String::as_str).collect();
    for many in [&[][..], &mentions] {
        let refused = alice.choose(&met, WHO_ELSE, many).await;
        assert!(
            matches!(
                refused,
                Err(Unable::WrongCount {
                    least: 1,
                    most: 25,
                    ..
                })
            ),
            "{refused:?}"
        );
    }
    // With Bob there would be 26.
    let refused = alice.choose(&met, WHO_ELSE, &mentions[..25]).await?.said();
    let sentence = "A talk can have 25 people besides you. Choose fewer.";
    assert_eq!(refused.text(), sentence);
    assert_eq!(harness.number(stored::PEOPLE_IN_ENCOUNTERS).await, 2);
    let all = alice.choose(&met, WHO_ELSE, &mentions[..24]).await?.said();
    assert!(all.text().starts_with("Logged"), "{}", all.text());
    assert_eq!(harness.number(stored::PEOPLE_IN_ENCOUNTERS).await, 26);
    harness.finish().await
}

#[tokio::test]
async fn a_note_of_four_thousand_characters_is_refused_before_it_is_sent() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let met = alice.types("/met @bob").await?.said();
    let form = alice.press(&met, "Add note").await?.modal().unwrap();
    let input = form.inputs[0].label.clone();
    let long = "x".repeat(4000);
    let refused = alice.submit(&form, &[(&input, &long)]).await;
    assert!(
        matches!(refused, Err(Unable::WrongLength { .. })),
        "{refused:?}"
    );
    assert_eq!(harness.number(stored::NOTES).await, 0);
    harness.finish().await
}
