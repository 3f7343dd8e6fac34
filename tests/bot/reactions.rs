//! Kudos by reaction: an emoji that a team chose thanks the author of a message.

use rehearsal::{MessageId, Person, Seen, World};

use crate::harness::{Harness, Said as _, Tested, give, last_post, stored};
use crate::steps::{NEXT_MONDAY, choose, exported, forget, press};

const CLAP: &str = "👏";
const CHANNEL: &str = "Channel of the weekly recap";

/// Olga writes `emoji` into the form of `/setup`; returns the panel, or the refusal.
async fn chosen(harness: &Harness, emoji: &str) -> Seen {
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await.unwrap().said();
    let form = olga.press(&panel, "Kudos by reaction").await.unwrap();
    let form = form.modal().unwrap();
    let input = form.inputs[0].label.clone();
    let sent = olga.submit(&form, &[(&input, emoji)]).await;
    sent.unwrap().said()
}

/// Lighthouse thanks with 👏.
async fn with_clap() -> Harness {
    let harness = Harness::start().await;
    chosen(&harness, CLAP).await;
    harness
}

fn says(person: &Person) -> MessageId {
    person.say("here is how").unwrap().id
}

async fn mine(harness: &Harness, person: &Person) -> String {
    harness.read(&person.types("/kudos-mine").await.unwrap().said())
}

#[tokio::test]
async fn a_reaction_thanks_the_author_silently() -> Tested {
    let harness = with_clap().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    let message = says(&bob);
    let before = bob.messages().len();
    alice.react(message, "👏🏽")?;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    assert_eq!(bob.messages().len(), before);
    assert!(bob.dms().is_empty());
    let thanks = mine(&harness, &bob).await;
    insta::with_settings!({filters => [(r"\d{15,20}", "ID")]}, {
        insta::assert_snapshot!(thanks);
    });
    let board = harness.read(&alice.types("/leaderboard").await?.said());
    assert!(board.contains("**1.** Bob · 1"), "{board}");
    let panel = bob.types("/privacy").await?.said();
    let export = exported(&bob, &panel).await;
    let reaction = r#""reason":null,"reaction":"👏🏽""#;
    assert!(export.contains(reaction), "{export}");
    assert!(!export.contains("here is how"), "{export}");
    harness.finish().await
}

#[tokio::test]
async fn a_kudos_lasts_as_long_as_its_reaction() -> Tested {
    let harness = with_clap().await;
    let (alice, olga) = (harness.person("alice"), harness.person("olga"));
    let bob = harness.person_in("bob", "random");
    let general = harness.channel("general");
    let message = says(&bob);
    alice.react(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    alice.unreact(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    alice.react(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    olga.clear_emoji(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    alice.react(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    olga.clear_reactions(message)?;
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    alice.react(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    olga.delete_message(message)?;
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    let message = says(&bob.in_channel(general));
    alice.react(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    harness
        .rehearsal
        .change(|world| world.delete_channel(general));
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    assert_eq!(harness.number(stored::KUDOS_COUNTS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn over_the_allowance_a_reaction_never_counts() -> Tested {
    let harness = with_clap().await;
    let (alice, bob, carol) = (
        harness.person("alice"),
        harness.person("bob"),
        harness.person("carol"),
    );
    give(&alice, "/kudos @bob for the tea").await;
    let [second, third] = [says(&bob), says(&bob)];
    alice.react(second, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 2).await;
    alice.react(third, CLAP)?;
    // Reactions to one message are handled in order: Carol's shows that Alice's was.
    carol.react(third, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 3).await;
    assert!(mine(&harness, &bob).await.contains("3 thank-yous"));
    alice.unreact(second, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 2).await;
    // What was taken back can be given again, to whichever message.
    give(&alice, "/kudos @bob for the cake").await;
    let refused = alice.types("/kudos @bob for more").await?.said();
    assert!(refused.text().starts_with("You have thanked Bob twice"));
    harness.finish().await
}

#[tokio::test]
async fn only_the_chosen_emoji_on_another_members_message_thanks() -> Tested {
    let harness = with_clap().await;
    let (alice, bob, carol) = (
        harness.person("alice"),
        harness.person("bob"),
        harness.person("carol"),
    );
    let helper = harness.id("helper");
    let general = harness.channel("general");
    let (bots, webhooks) = harness.rehearsal.change(|world| {
        let bots = world.say(general, helper, "I help");
        (bots, world.say_by_webhook(general, "news", "Release 2"))
    });
    give(&carol, "/kudos @dan for the song").await;
    let post = last_post(&alice).id;
    alice.react(bots, CLAP)?;
    let asked = move |world: &World| {
        let about = format!("/members/{helper}");
        world.requests().any(|it| it.path.ends_with(&about))
    };
    harness.rehearsal.until(asked).await?;
    for message in [bots, webhooks, post] {
        carol.react(message, CLAP)?;
    }
    let message = says(&bob);
    bob.react(message, CLAP)?;
    alice.react(message, "🎉")?;
    carol.react(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 2).await;
    let shown = mine(&harness, &bob).await;
    assert!(
        shown.contains("1 thank-you") && shown.contains("Carol"),
        "{shown}"
    );
    // While kudos are off, nothing counts.
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    let panel = press(&olga, &panel, "Turn kudos off").await;
    alice.react(message, CLAP)?;
    carol.unreact(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    press(&olga, &panel, "Turn kudos on").await;
    // On another server that has chosen no emoji, it is a reaction like any other.
    let pier = harness.person_in("hana", "pier");
    let there = says(&harness.person_in("dan", "pier"));
    pier.react(there, CLAP)?;
    carol.react(message, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 2).await;
    harness.finish().await
}

#[tokio::test]
async fn a_reaction_in_a_thread_counts_for_its_channel() -> Tested {
    let harness = with_clap().await;
    let (general, olga) = (harness.channel("general"), harness.id("olga"));
    let thread = harness
        .rehearsal
        .change(|world| world.add_thread(general, "launch", olga));
    let bob = harness.person("bob").in_channel(thread);
    for (name, count) in [("alice", 1), ("carol", 2)] {
        let message = says(&bob);
        harness
            .person(name)
            .in_channel(thread)
            .react(message, CLAP)?;
        harness.until(stored::KUDOS_RECEIVED, count).await;
    }
    let path = format!("/channels/{thread}");
    let asked = harness.rehearsal.requests().into_iter();
    assert_eq!(asked.filter(|it| it.path.ends_with(&path)).count(), 1);
    let board = harness.person("dan").types("/leaderboard").await?.said();
    assert!(harness.read(&board).contains("Bob · 2"));
    harness
        .rehearsal
        .change(|world| world.delete_channel(thread));
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    harness.finish().await
}

#[tokio::test]
async fn what_happened_while_rapport_was_away_is_found() -> Tested {
    let mut harness = with_clap().await;
    harness.expect_refusal(10008);
    let (alice, bob, carol) = (
        harness.person("alice"),
        harness.person("bob"),
        harness.person("carol"),
    );
    let [kept, removed, deleted, added] = [(); 4].map(|()| says(&bob));
    alice.react(removed, CLAP)?;
    carol.react(kept, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 2).await;
    carol.react(deleted, CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 3).await;
    harness.stop().await;
    alice.unreact(removed, CLAP)?;
    bob.delete_message(deleted)?;
    harness.person("dan").react(added, CLAP)?;
    harness.begin().await;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    let shown = mine(&harness, &bob).await;
    assert!(
        shown.contains("1 thank-you") && shown.contains("Carol"),
        "{shown}"
    );
    harness.finish().await
}

#[tokio::test]
async fn setup_tells_which_emoji_thanks_and_when_it_is_gone() -> Tested {
    let harness = Harness::start().await;
    let party = harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        (guild, world.add_emoji(guild, "party"))
    });
    let line = |panel: &Seen| {
        let read = harness.read(panel);
        let mut lines = read
            .lines()
            .filter(|it| it.starts_with("Kudos by reaction"));
        lines.next().unwrap_or_default().to_owned()
    };
    let panel = chosen(&harness, ":party:").await;
    let named = format!("<:party:{}>", party.1);
    assert!(line(&panel).contains(&named), "{}", line(&panel));
    let message = says(&harness.person("bob"));
    harness.person("alice").react(message, ":party:")?;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    harness
        .rehearsal
        .change(|world| world.delete_emoji(party.0, party.1));
    let panel = harness.person("olga").types("/setup").await?.said();
    insta::assert_snapshot!(line(&panel), @"Kudos by reaction: off, because the emoji you chose is no longer on this server. Choose another below.");
    let refused = chosen(&harness, "party").await;
    let refused = harness.read(&refused);
    insta::assert_snapshot!(refused.lines().next().unwrap(), @r#"I don't know the emoji "party". One like 👏 works, and so does the name of one of this server's own."#);
    assert!(line(&chosen(&harness, ":clap:").await).contains(CLAP));
    insta::assert_snapshot!(line(&chosen(&harness, " ").await), @"Kudos by reaction: off.");
    // A kudos of an emoji that thanks no more is taken back all the same.
    harness.person("alice").unreact(message, ":party:")?;
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    harness.finish().await
}

#[tokio::test]
async fn a_recap_counts_reactions_and_quotes_none() -> Tested {
    let harness = with_clap().await;
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    choose(&olga, &panel, CHANNEL, "#general").await;
    let bob = harness.person("bob");
    harness.person("alice").react(says(&bob), CLAP)?;
    harness.until(stored::KUDOS_RECEIVED, 1).await;
    give(&harness.person("alice"), "/kudos @carol for the tea").await;
    harness.time_is("2026-11-27T09:00:00Z").await;
    let recap = harness.read(&last_post(&bob));
    assert!(recap.contains("2 people were thanked"), "{recap}");
    assert_eq!(recap.matches("[post]").count(), 1, "{recap}");
    assert!(recap.contains("Bob"), "{recap}");
    harness.finish().await
}

#[tokio::test]
async fn reactions_of_a_forgotten_giver_stay_from_someone() -> Tested {
    let harness = with_clap().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    let message = says(&bob);
    for name in ["alice", "carol"] {
        harness.person(name).react(message, CLAP)?;
    }
    harness.until(stored::KUDOS_RECEIVED, 2).await;
    for name in ["alice", "carol"] {
        forget(&harness.person(name)).await?;
    }
    let shown = mine(&harness, &bob).await;
    assert_eq!(shown.matches("**someone**").count(), 2, "{shown}");
    // Nobody can tell any more that it was hers.
    alice.unreact(message, CLAP)?;
    harness.time_is(NEXT_MONDAY).await;
    assert_eq!(harness.number(stored::KUDOS_RECEIVED).await, 2);
    harness.person("olga").delete_message(message)?;
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    harness.finish().await
}
