//! What `/met` refuses outside of a server, and how it says so.

use rehearsal::{Fault, Refusal, Trouble, World};

use crate::anywhere::{answer, installed, with};
use crate::harness::{Said as _, Tested, stored};
use crate::steps::press;
use crate::texts::{LANGUAGES, text};

#[tokio::test]
async fn people_who_cannot_be_logged_all_read_the_same() -> Tested {
    let harness = installed().await;
    let bob = harness.person("bob");
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    let carol = harness.id("carol");
    harness.person("alice").types("/met @carol").await?;
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.leave(guild, carol);
    });
    let alice = with(&harness, "alice", &["bob"]);
    let lines = [
        "/met @bob note: a secret",
        "/met @carol",
        "/met @zoe",
        "/met @bob person2: @zoe",
    ];
    for line in lines {
        let refused = answer(&alice, line).await;
        let sentence = text("en", "anywhere-not-shared");
        assert!(
            refused.text().starts_with(&sentence),
            "{line}: {}",
            refused.text()
        );
        // Their words come back to them.
        assert_eq!(
            refused.text().contains("a secret"),
            line.contains("a secret")
        );
        assert!(!refused.text().contains("Lighthouse"));
    }
    let card = answer(&alice, "/person who: @bob").await;
    assert_eq!(card.text(), text("en", "anywhere-not-shared"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn oneself_and_bots_are_refused_as_on_a_server() -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["bob"]);
    let oneself = answer(&alice, "/met @alice").await;
    assert_eq!(oneself.text(), text("en", "talk-with-yourself"));
    let bot = answer(&alice, "/met @helper").await;
    assert!(bot.text().contains("is a bot"), "{}", bot.text());
    harness.finish().await
}

#[tokio::test]
async fn a_person_who_asked_not_to_be_tracked_is_told_so() -> Tested {
    let harness = installed().await;
    let bob = harness.person("bob");
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    let refused = answer(&with(&harness, "bob", &["alice"]), "/met @alice").await;
    assert!(
        refused.text().contains("You asked not to be tracked"),
        "{}",
        refused.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn nothing_tells_that_somebody_keeps_the_two_apart() -> Tested {
    let harness = installed().await;
    let bob = harness.person("bob");
    let card = bob.types("/person who: @alice").await?.said();
    press(&bob, &card, "Keep us apart").await;
    let alice = with(&harness, "alice", &["bob"]);
    let with_bob = harness.read(&answer(&alice, "/met @bob").await);
    let with_carol = harness.read(&answer(&alice, "/met @carol").await);
    assert_eq!(
        with_bob.replace("Bob", "Carol").lines().next(),
        with_carol.lines().next()
    );
    assert!(!with_bob.contains("apart"), "{with_bob}");
    harness.finish().await
}

#[tokio::test]
async fn an_outage_of_discord_is_no_answer_about_anybody() -> Tested {
    let mut harness = installed().await;
    harness.expect_refusal(10007);
    harness.rehearsal.change(|world| {
        world.gateway.without_members = true;
        let down = Fault::Refuse(Refusal::new(503, 0, "503: Service Unavailable"));
        world.trouble(Trouble::with("GET", "/guilds/*/members/*", down));
    });
    let alice = with(&harness, "alice", &["bob"]);
    let failed = answer(&alice, "/met @bob note: a secret").await;
    assert!(
        failed
            .text()
            .starts_with(&text("en", "failed-nothing-kept")),
        "{}",
        failed.text()
    );
    assert!(failed.text().contains("a secret"));
    harness.rehearsal.change(World::heal);
    let logged = answer(&alice, "/met @bob").await;
    assert!(
        logged.text().contains("you talked with Bob"),
        "{}",
        logged.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn a_server_that_discord_closes_to_rapport_is_passed_over() -> Tested {
    let mut harness = installed().await;
    harness.expect_refusal(50001);
    harness.rehearsal.change(|world| {
        world.gateway.without_members = true;
        let closed = Fault::Refuse(Refusal::MISSING_ACCESS);
        world.trouble(Trouble::with("GET", "/guilds/*/members/*", closed));
    });
    let refused = answer(&with(&harness, "alice", &["bob"]), "/met @bob").await;
    assert_eq!(refused.text(), text("en", "anywhere-not-shared"));
    harness.finish().await
}

/// Types a line in each language, and reads this text.
async fn reads_in_each_language(line: &str, key: &str) -> Tested {
    let harness = installed().await;
    let alice = with(&harness, "alice", &["zoe"]);
    for (code, folder) in LANGUAGES {
        let (id, locale) = (harness.id("alice"), code.parse().unwrap());
        let spoken = |world: &mut World| world.set_locale(id, locale);
        harness.rehearsal.change(spoken);
        let read = answer(&alice, line).await;
        assert_eq!(read.text(), text(folder, key));
    }
    harness.finish().await
}

#[tokio::test]
async fn a_refusal_is_in_the_language_of_the_person() -> Tested {
    reads_in_each_language("/met @zoe", "anywhere-not-shared").await
}

#[tokio::test]
async fn the_question_for_the_team_is_in_the_language_of_the_person() -> Tested {
    reads_in_each_language("/people", "anywhere-which").await
}
