//! Introductions: the yes, the threads, and what people answer in them.

use rehearsal::{ChannelId, Person, Seen, World};

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::{choose, press};

/// When the first rounds begin.
pub(crate) const ROUND: &str = "2026-11-24T10:00:00Z";
pub(crate) const WEEK_LATER: &str = "2026-12-01T10:00:00Z";
pub(crate) const NEXT_ROUND: &str = "2026-12-08T10:00:00Z";

/// Lighthouse introduces people in random, every second Tuesday at 10:00.
pub(crate) async fn planned() -> Harness {
    let harness = Harness::start().await;
    plan(&harness).await;
    harness
}

pub(crate) async fn plan(harness: &Harness) -> Seen {
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await.unwrap().said();
    let panel = press(&olga, &panel, "Introductions").await;
    choose(
        &olga,
        &panel,
        "Channel in which the threads are made",
        "#random",
    )
    .await
}

/// Says yes to introductions.
pub(crate) async fn join(harness: &Harness, names: &[&str]) {
    for name in names {
        let person = harness.person(name);
        let offer = person.types("/introductions on").await.unwrap().said();
        press(&person, &offer, "Yes, introduce me").await;
    }
}

/// A round with these people.
pub(crate) async fn round_of(names: &[&str]) -> Harness {
    let harness = planned().await;
    join(&harness, names).await;
    harness.time_is(ROUND).await;
    harness
}

/// The threads that there are, in the order in which they were made.
pub(crate) fn threads(harness: &Harness) -> Vec<ChannelId> {
    harness.rehearsal.look(|world: &World| {
        let guilds: Vec<_> = world.guilds().map(|guild| guild.id).collect();
        let channels = guilds
            .into_iter()
            .flat_map(|guild| world.channels_of(guild));
        let threads = channels.filter(|it| it.thread().is_some());
        threads.map(|it| it.id).collect()
    })
}

/// The people of a thread, without Rapport.
pub(crate) fn people(harness: &Harness, thread: ChannelId) -> Vec<String> {
    harness.rehearsal.look(|world| {
        let found = world.channel(thread).and_then(|it| it.thread()).unwrap();
        let members = found.members.iter().filter(|id| **id != world.bot());
        let users = members.filter_map(|id| world.user(*id));
        users.map(|user| user.username.clone()).collect()
    })
}

/// The person in the thread with `other`, and its messages.
pub(crate) fn with(harness: &Harness, name: &str, other: &str) -> (Person, Vec<Seen>) {
    let both = |thread: &ChannelId| {
        let people = people(harness, *thread);
        [name, other]
            .iter()
            .all(|it| people.iter().any(|name| name == it))
    };
    let thread = threads(harness)
        .into_iter()
        .rfind(both)
        .expect("no such thread");
    let person = harness.person(name).in_channel(thread);
    let messages = person.messages();
    (person, messages)
}

#[tokio::test]
async fn a_member_reads_what_to_expect_before_the_yes() -> Tested {
    let harness = planned().await;
    let alice = harness.person("alice");
    let offer = alice.types("/introductions on").await?.said();
    assert!(offer.ephemeral);
    let declined = press(&alice, &offer, "No thanks").await;
    assert_eq!(harness.number(stored::IN_FOR_INTRODUCTIONS).await, 0);
    let again = alice.types("/introductions on").await?.said();
    let joined = press(&alice, &again, "Yes, introduce me").await;
    let skipped = press(&alice, &joined, "Not this time").await;
    let back = alice.types("/introductions on").await?.said();
    let line = "/introductions about line: Design,  *Berlin*. Ask @bob";
    let about = alice.types(line).await?.said();
    let off = alice.types("/introductions off").await?.said();
    let not_in = alice.types("/introductions not-this-time").await?.said();
    let all = [offer, declined, joined, skipped, back, about, off, not_in];
    insta::assert_snapshot!(all.map(|it| harness.read(&it)).join("\n---\n"));
    assert_eq!(harness.number(stored::IN_FOR_INTRODUCTIONS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn each_two_get_a_private_thread_at_the_hour() -> Tested {
    let harness = planned().await;
    join(&harness, &["alice", "bob"]).await;
    let line = "/introductions about line: Design, Berlin. Ask me about sourdough";
    harness.person("alice").types(line).await?;
    harness.person("bob").types("/settings zone: Tokyo").await?;
    harness.time_is("2026-11-24T09:59:59Z").await;
    assert_eq!(threads(&harness), []);
    harness.time_is(ROUND).await;
    let thread = threads(&harness)[0];
    assert_eq!(threads(&harness).len(), 1);
    assert_eq!(people(&harness, thread), ["alice", "bob"]);
    let name = |world: &World| world.channel(thread).unwrap().name().unwrap().to_owned();
    assert_eq!(harness.rehearsal.look(name), "Alice and Bob");
    let (_, messages) = with(&harness, "alice", "bob");
    assert_eq!(messages.len(), 1);
    assert!(messages[0].pinged.is_empty());
    insta::assert_snapshot!(harness.read(&messages[0]));
    let stranger = harness.person("carol").in_channel(thread);
    assert_eq!(stranger.messages(), []);
    harness.finish().await
}

#[tokio::test]
async fn we_met_logs_one_talk_for_both() -> Tested {
    let harness = round_of(&["alice", "bob"]).await;
    let (alice, messages) = with(&harness, "alice", "bob");
    let met = press(&alice, &messages[0], "We met").await;
    insta::assert_snapshot!(harness.read(&met));
    let (bob, _) = with(&harness, "bob", "alice");
    let again = bob.press(&messages[0], "We met").await;
    assert!(again.is_err(), "the buttons are gone for both");
    assert_eq!(harness.number(stored::PEOPLE_IN_ENCOUNTERS).await, 2);
    let card = harness
        .person("bob")
        .types("/person who: @alice")
        .await?
        .said();
    assert!(harness.read(&card).contains("Alice"), "{}", card.text());
    harness.time_is(WEEK_LATER).await;
    assert_eq!(
        with(&harness, "alice", "bob").1.len(),
        1,
        "asked though they met"
    );
    harness.finish().await
}

#[tokio::test]
async fn the_thread_is_asked_once_after_a_week_and_archived_when_the_round_ends() -> Tested {
    let mut harness = round_of(&["alice", "bob"]).await;
    let (alice, messages) = with(&harness, "alice", "bob");
    let answer = alice.press(&messages[0], "Not yet").await?.said();
    assert!(answer.ephemeral);
    harness.time_is(WEEK_LATER).await;
    harness.restart().await;
    harness.time_is("2026-12-02T12:00:00Z").await;
    let (alice, messages) = with(&harness, "alice", "bob");
    let asked = messages.last().unwrap();
    assert_eq!(messages.iter().filter(|it| !it.ephemeral).count(), 2);
    let met = press(&alice, asked, "We met").await;
    let read = [&answer, asked, &met].map(|it| harness.read(it));
    insta::assert_snapshot!(read.join("\n---\n"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    let is_archived = |world: &World| {
        let thread = world.channel(alice.channel()).unwrap().thread().unwrap();
        thread.archived
    };
    harness.time_is("2026-12-08T09:59:59Z").await;
    assert!(!harness.rehearsal.look(is_archived));
    harness.time_is(NEXT_ROUND).await;
    assert!(harness.rehearsal.look(is_archived));
    harness.finish().await
}

#[tokio::test]
async fn a_third_person_makes_a_three() -> Tested {
    let harness = round_of(&["alice", "bob", "carol"]).await;
    assert_eq!(threads(&harness).len(), 1);
    let (alice, messages) = with(&harness, "alice", "carol");
    press(&alice, &messages[0], "We met").await;
    assert_eq!(harness.number(stored::PEOPLE_IN_ENCOUNTERS).await, 3);
    harness.finish().await
}

#[tokio::test]
async fn one_of_three_who_cannot_leaves_two() -> Tested {
    let harness = round_of(&["alice", "bob", "carol"]).await;
    let (alice, messages) = with(&harness, "alice", "carol");
    press(&alice, &messages[0], "Can't this round").await;
    alice.next_follow_up().await?;
    let (bob, messages) = with(&harness, "bob", "carol");
    let read: Vec<_> = messages.iter().map(|it| harness.read(it)).collect();
    insta::assert_snapshot!(read.join("\n---\n"));
    press(&bob, &messages[0], "We met").await;
    assert_eq!(harness.number(stored::PEOPLE_IN_ENCOUNTERS).await, 2);
    harness.finish().await
}

/// The one that a person was introduced to.
fn partner(harness: &Harness, name: &str) -> String {
    let of_theirs = threads(harness).into_iter().map(|it| people(harness, it));
    let mut of_theirs = of_theirs.filter(|people| people.iter().any(|it| it == name));
    let mut people = of_theirs.next().unwrap();
    people.retain(|it| it != name);
    people.remove(0)
}

#[tokio::test]
async fn one_left_alone_joins_another_pair() -> Tested {
    let harness = round_of(&["alice", "bob", "carol", "dan"]).await;
    assert_eq!(threads(&harness).len(), 2);
    let left = partner(&harness, "alice");
    let (alice, messages) = with(&harness, "alice", &left);
    press(&alice, &messages[0], "Can't this round").await;
    let told = harness.read(&alice.next_follow_up().await?);
    harness.clock.settled().await;
    assert!(told.contains("You aren't left alone"), "{told}");
    let others = ["bob", "carol", "dan"].into_iter();
    let others: Vec<_> = others.filter(|it| *it != left).collect();
    let (other, messages) = with(&harness, others[0], others[1]);
    assert_eq!(people(&harness, other.channel()), ["bob", "carol", "dan"]);
    let last = messages.last().unwrap();
    assert!(harness.read(last).contains("You three"), "{}", last.text());
    // The buttons of the first message work for the three too.
    press(&other, &messages[0], "We met").await;
    assert_eq!(harness.number(stored::PEOPLE_IN_ENCOUNTERS).await, 3);
    assert_eq!(threads(&harness).len(), 2);
    harness.finish().await
}

#[tokio::test]
async fn one_left_alone_waits_where_all_others_met() -> Tested {
    let harness = round_of(&["alice", "bob", "carol", "dan"]).await;
    let left = partner(&harness, "alice");
    let others = ["bob", "carol", "dan"].into_iter();
    let others: Vec<_> = others.filter(|it| *it != left).collect();
    let (other, messages) = with(&harness, others[0], others[1]);
    press(&other, &messages[0], "We met").await;
    let (alice, messages) = with(&harness, "alice", &left);
    press(&alice, &messages[0], "Can't this round").await;
    let told = harness.read(&alice.next_follow_up().await?);
    assert_eq!(threads(&harness).len(), 2);
    assert!(told.contains("If someone else becomes free"), "{told}");
    harness.finish().await
}

#[tokio::test]
async fn one_left_alone_after_a_week_is_told_of_the_next_round() -> Tested {
    let harness = round_of(&["alice", "bob"]).await;
    harness.time_is(WEEK_LATER).await;
    let (alice, messages) = with(&harness, "alice", "bob");
    press(&alice, &messages[1], "Can't this round").await;
    let told = alice.next_follow_up().await?;
    assert!(!told.ephemeral);
    let told = harness.read(&told);
    assert!(told.contains("someone else in the next round"), "{told}");
    harness.finish().await
}

#[tokio::test]
async fn a_stranger_cannot_press_in_a_thread() -> Tested {
    let harness = round_of(&["alice", "bob"]).await;
    let (alice, messages) = with(&harness, "alice", "bob");
    let olga = harness.person("olga").in_channel(alice.channel());
    let refused = olga.press(&messages[0], "We met").await?.said();
    assert!(
        harness.read(&refused).contains("isn't yours"),
        "{}",
        refused.text()
    );
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn the_next_round_says_in_numbers_how_the_last_one_went() -> Tested {
    let harness = round_of(&["alice", "bob", "carol", "dan", "olga"]).await;
    let left = partner(&harness, "alice");
    let (alice, messages) = with(&harness, "alice", &left);
    press(&alice, &messages[0], "We met").await;
    harness.time_is(NEXT_ROUND).await;
    let zoe = harness.person_in("dan", "random");
    let posted = zoe.messages();
    let summary = posted.last().unwrap();
    insta::assert_snapshot!(harness.read(summary));
    let offer = zoe.press(summary, "Meet someone too").await?.said();
    assert!(
        offer.ephemeral && offer.text().contains("You're in"),
        "{}",
        offer.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn a_round_of_four_is_not_summed_up() -> Tested {
    let harness = round_of(&["alice", "bob", "carol", "dan"]).await;
    harness.time_is(NEXT_ROUND).await;
    let posted = harness.person_in("olga", "random").messages();
    assert_eq!(posted, [], "numbers of four say who met");
    harness.finish().await
}

#[tokio::test]
async fn two_people_are_introduced_again_after_12_weeks() -> Tested {
    let harness = round_of(&["alice", "bob"]).await;
    harness.time_is("2027-02-15T12:00:00Z").await;
    assert_eq!(threads(&harness).len(), 1);
    harness.time_is("2027-02-16T10:00:00Z").await;
    assert_eq!(threads(&harness).len(), 2);
    harness.finish().await
}

#[tokio::test]
async fn who_sits_out_a_round_is_in_the_next() -> Tested {
    let harness = planned().await;
    join(&harness, &["alice", "bob"]).await;
    harness
        .person("bob")
        .types("/introductions not-this-time")
        .await?;
    harness.time_is(ROUND).await;
    assert_eq!(threads(&harness), []);
    harness.time_is(NEXT_ROUND).await;
    assert_eq!(threads(&harness).len(), 1);
    harness.finish().await
}
