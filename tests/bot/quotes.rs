//! The messages that a recap quotes, and the days it sums up.

use chrono::TimeDelta;
use rehearsal::permissions::VIEW_CHANNEL;
use rehearsal::{ChannelId, Fault, Overwrite, Seen, Trouble, World};

use crate::harness::{Harness, Said as _, Tested, give};
use crate::steps::choose;

const CHANNEL: &str = "Channel of the weekly recap";
const DAY: &str = "Day of the weekly recap";
const FRIDAY: &str = "2026-11-27T09:00:00Z";

/// A bot with a recap on Fridays in general.
async fn with_recap() -> Harness {
    let harness = Harness::start().await;
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await.unwrap().said();
    choose(&olga, &panel, CHANNEL, "#general").await;
    harness
}

fn recaps(harness: &Harness) -> Vec<String> {
    let is_recap = |seen: &Seen| seen.text().contains("Thanks");
    let seen = harness.person("dan").messages();
    let recaps = seen.iter().filter(|seen| is_recap(seen));
    recaps.map(|seen| harness.read(seen)).collect()
}

/// Makes a channel visible only to the bot, Alice and Bob.
fn make_private(world: &mut World, channel: ChannelId) {
    let guild = world.guilds().next().unwrap().id;
    let people = ["alice", "bob"].map(|name| world.user_named(name).unwrap().id);
    let hidden = Overwrite {
        target: guild.0,
        allow: 0,
        deny: VIEW_CHANNEL,
    };
    world.overwrite(channel, hidden);
    for person in people.into_iter().chain([world.bot()]) {
        let shown = Overwrite {
            target: person.0,
            allow: VIEW_CHANNEL,
            deny: 0,
        };
        world.overwrite(channel, shown);
    }
}

#[tokio::test]
async fn a_recap_quotes_only_messages_all_its_readers_can_read() -> Tested {
    let harness = with_recap().await;
    let random = harness.channel("random");
    let alice = harness.person_in("alice", "random");
    give(&alice, "/kudos @bob for the open secret").await;
    harness.time_is(FRIDAY).await;
    let open = recaps(&harness).remove(0);
    assert!(open.contains("open secret"), "{open}");
    harness
        .rehearsal
        .change(|world| make_private(world, random));
    give(&alice, "/kudos @bob for the layoff list").await;
    give(&harness.person("alice"), "/kudos @carol for the tea").await;
    harness.time_is("2026-12-04T09:00:00Z").await;
    let closed = recaps(&harness).remove(1);
    assert!(closed.contains("for the tea"), "{closed}");
    assert!(!closed.contains("layoff"), "{closed}");
    assert!(closed.contains("2 people were thanked"), "{closed}");
    harness.finish().await
}

#[tokio::test]
async fn a_recap_in_a_private_channel_quotes_that_channel() -> Tested {
    let harness = Harness::start().await;
    let random = harness.channel("random");
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    choose(&olga, &panel, CHANNEL, "#random").await;
    harness
        .rehearsal
        .change(|world| make_private(world, random));
    let alice = harness.person_in("alice", "random");
    give(&alice, "/kudos @bob for the layoff list").await;
    give(&harness.person("alice"), "/kudos @carol for the tea").await;
    harness.time_is(FRIDAY).await;
    let seen = alice.messages().pop().unwrap();
    let text = harness.read(&seen);
    assert!(text.contains("layoff") && text.contains("tea"), "{text}");
    harness.finish().await
}

#[tokio::test]
async fn a_recap_quotes_no_deleted_posts() -> Tested {
    let mut harness = with_recap().await;
    harness.expect_refusal(10008);
    let alice = harness.person("alice");
    let (post, _) = give(&alice, "/kudos @bob for the cake").await;
    give(&alice, "/kudos @carol for the tea").await;
    harness.time_is("2026-11-27T08:58:00Z").await;
    harness.stop().await;
    harness.person("olga").delete_message(post.id)?;
    // The check at the start fails, and is due again after the recap.
    let fails = Trouble::with("GET", "/channels/*/messages", Fault::Status(500)).times(1);
    harness.rehearsal.trouble(fails);
    harness.begin().await;
    harness.time_passes(TimeDelta::minutes(2)).await;
    let recap = recaps(&harness).remove(0);
    assert!(recap.contains("tea") && !recap.contains("cake"), "{recap}");
    assert!(recap.contains("One person was thanked"), "{recap}");
    harness.finish().await
}

#[tokio::test]
async fn people_who_left_have_no_place_until_they_are_back() -> Tested {
    let harness = with_recap().await;
    let (alice, guild) = (
        harness.person("alice"),
        harness.person("alice").guild().unwrap(),
    );
    let bob = harness.id("bob");
    give(&alice, "/kudos @bob person2: @carol message: for the tea").await;
    give(&alice, "/kudos @bob message: for the cake").await;
    harness.rehearsal.change(|world| world.leave(guild, bob));
    harness.time_passes(TimeDelta::hours(2)).await;
    let board = harness.read(&alice.types("/leaderboard").await?.said());
    assert!(!board.contains("Bob") && !board.contains("@bob"), "{board}");
    assert!(board.contains("**1.**") && board.contains("· 1"), "{board}");
    harness.time_is(FRIDAY).await;
    let recap = recaps(&harness).remove(0);
    assert!(!recap.contains("Bob") && !recap.contains("@bob"), "{recap}");
    assert!(recap.contains("2 people were thanked"), "{recap}");
    harness.rehearsal.change(|world| world.join(guild, bob));
    harness.time_passes(TimeDelta::hours(2)).await;
    let board = harness.read(&alice.types("/leaderboard").await?.said());
    assert!(board.contains("· 2"), "{board}");
    harness.finish().await
}

#[tokio::test]
async fn no_day_falls_between_two_recaps() -> Tested {
    let harness = with_recap().await;
    let (alice, olga) = (harness.person("alice"), harness.person("olga"));
    let panel = olga.types("/setup").await?.said();
    give(&alice, "/kudos @bob message: Monday").await;
    harness.time_is("2026-11-27T10:00:00Z").await;
    give(&alice, "/kudos @bob message: Friday").await;
    choose(&olga, &panel, DAY, "Monday").await;
    harness.time_is("2026-11-30T10:00:00Z").await;
    give(&alice, "/kudos @bob message: Monday again").await;
    choose(&olga, &panel, DAY, "Sunday").await;
    harness.time_is("2026-12-13T10:00:00Z").await;
    let titles = recaps(&harness).join("\n");
    let titles = titles.lines().filter(|line| line.starts_with("Thanks"));
    insta::assert_snapshot!(titles.collect::<Vec<_>>().join("\n"));
    let last = recaps(&harness).pop().unwrap();
    assert!(last.contains("Monday again"), "{last}");
    let stood = last_recap(&harness);
    let board = harness
        .person("bob")
        .press(&stood, "Where do I stand?")
        .await?
        .said();
    let board = harness.read(&board);
    assert!(board.contains("30 November to 12 December"), "{board}");
    harness.finish().await
}

fn last_recap(harness: &Harness) -> Seen {
    let mut seen = harness.person("dan").messages();
    seen.retain(|seen| seen.text().contains("Thanks"));
    seen.pop().unwrap()
}

#[tokio::test]
async fn recaps_dated_ahead_delay_no_other_recap() -> Tested {
    let harness = with_recap().await;
    give(&harness.person("alice"), "/kudos @bob for the tea").await;
    harness.add_recaps_a_year_ahead().await;
    harness.time_is(FRIDAY).await;
    let recap = recaps(&harness).remove(0);
    assert!(recap.contains("20 to 26 November"), "{recap}");
    harness.finish().await
}
