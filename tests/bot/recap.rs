//! The weekly recap: when it is posted, what it says, and what stops it.

use rehearsal::permissions::VIEW_CHANNEL;
use rehearsal::{Fault, Person, Seen, Trouble};

use crate::harness::{Harness, Said as _, Setup, Tested, give};

/// A bot with thanks in its first week, and a recap on Fridays in general.
async fn with_recap() -> Harness {
    let harness = Setup::new()
        .at("2026-11-23T10:00:00Z")
        .with("RAPPORT__TEAMS__ZONE", "Europe/Berlin")
        .start()
        .await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    give(
        &alice,
        "/kudos @bob person2: @carol message: for *the* release",
    )
    .await;
    give(&bob, "/kudos @carol for the tea\u{2028}and the cake").await;
    let general = harness.channel("general");
    harness.set_recap_channel(general).await;
    harness
}

fn recaps(harness: &Harness) -> Vec<Seen> {
    let mut seen = harness.person("dan").messages();
    seen.retain(|seen| seen.text().contains("Thanks of the week"));
    seen
}

#[tokio::test]
async fn the_recap_comes_weekly_at_nine_if_there_are_thanks() -> Tested {
    let mut harness = with_recap().await;
    harness.restart().await;
    harness.time_is("2026-11-27T07:59:59Z").await;
    assert_eq!(recaps(&harness).len(), 0);
    harness.time_is("2026-11-27T08:00:00Z").await;
    let posted = recaps(&harness);
    insta::with_settings!({filters => [(r"/\d{15,20}", "/ID")]}, {
        insta::assert_snapshot!(harness.read(&posted[0]));
    });
    assert!(posted[0].pinged.is_empty());
    harness.restart().await;
    harness.time_is("2026-12-10T12:00:00Z").await;
    assert_eq!(recaps(&harness).len(), 1, "nothing happened since");
    harness.finish().await
}

#[tokio::test]
async fn a_recap_shows_each_presser_their_rank_of_that_week() -> Tested {
    let mut harness = with_recap().await;
    harness.restart().await;
    harness.time_is("2026-11-27T08:00:00Z").await;
    let posted = recaps(&harness);
    harness.time_is("2027-02-10T12:00:00Z").await;
    let [carol, dan] = ["carol", "dan"].map(|name| harness.person(name));
    give(&carol, "/kudos @bob for much later").await;
    let stood = async |who: &Person| {
        let answer = who.press(&posted[0], "Where do I stand?").await?.said();
        assert!(answer.ephemeral);
        Ok::<_, crate::harness::Stopped>(harness.read(&answer))
    };
    let then = stood(&carol).await?;
    let without = stood(&dan).await?;
    harness.hide_everyone_from_boards().await;
    let hidden = stood(&carol).await?;
    harness.delete_recaps().await;
    let gone = stood(&carol).await?;
    insta::assert_snapshot!([then, without, hidden, gone].join("\n---\n"));
    harness.finish().await
}

#[tokio::test]
async fn a_recap_a_day_late_is_skipped() -> Tested {
    for (late, expected) in [("2026-11-28T07:59:59Z", 1), ("2026-11-28T08:00:00Z", 0)] {
        let mut harness = with_recap().await;
        harness.stop().await;
        harness.time_is(late).await;
        harness.begin().await;
        assert_eq!(recaps(&harness).len(), expected, "{late}");
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_deleted_channel_stops_recaps_and_admins_read_it_once() -> Tested {
    let mut harness = with_recap().await;
    harness.expect_refusal(10003);
    harness.restart().await;
    // Kudos in the channel are removed with it; this one is elsewhere.
    let elsewhere = harness.person_in("alice", "random");
    give(&elsewhere, "/kudos @carol for the map").await;
    let general = harness.channel("general");
    harness
        .rehearsal
        .change(|world| world.delete_channel(general));
    harness.time_is("2026-12-12T08:00:00Z").await;
    assert_eq!(harness.rehearsal.refusals().len(), 1, "tried again");
    let olga = harness.person_in("olga", "random");
    olga.types("/leaderboard").await?;
    let answer = olga.next_follow_up().await?;
    assert!(answer.ephemeral);
    insta::assert_snapshot!(answer.text());
    olga.types("/leaderboard").await?;
    assert!(olga.follow_ups().is_empty());
    harness.finish().await
}

#[tokio::test]
async fn a_closed_channel_stops_recaps_and_admins_read_it_once() -> Tested {
    let mut harness = with_recap().await;
    harness.expect_refusal(50001);
    harness.restart().await;
    let general = harness.channel("general");
    harness
        .rehearsal
        .change(|world| world.deny_bot(general, VIEW_CHANNEL));
    harness.time_is("2026-12-12T08:00:00Z").await;
    assert_eq!(recaps(&harness).len(), 0);
    let refusals = harness.rehearsal.refusals();
    let posts = refusals.iter().filter(|request| request.method == "POST");
    assert_eq!(posts.count(), 1, "tried again");
    harness
        .person_in("bob", "random")
        .types("/leaderboard")
        .await?;
    let olga = harness.person_in("olga", "random");
    olga.types("/leaderboard").await?;
    let answer = olga.next_follow_up().await?;
    assert!(answer.ephemeral);
    assert!(
        answer
            .text()
            .starts_with("The weekly recap of kudos has stopped"),
        "{}",
        answer.text()
    );
    olga.types("/leaderboard").await?;
    assert!(olga.follow_ups().is_empty());
    harness.finish().await
}

#[tokio::test]
async fn a_recap_of_one_thank_you_counts_one() -> Tested {
    let harness = Harness::start().await;
    give(&harness.person("alice"), "/kudos @bob message: tea").await;
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    let select = "Channel of the weekly recap";
    olga.choose(&panel, select, &["#general"]).await?;
    harness.time_is("2026-11-27T09:00:00Z").await;
    insta::with_settings!({filters => [(r"/\d{15,20}", "/ID")]}, {
        insta::assert_snapshot!(harness.read(&recaps(&harness)[0]));
    });
    harness.finish().await
}

#[tokio::test]
async fn a_recap_without_boards_is_found_again_and_shows_ones_own_thanks() -> Tested {
    let mut harness = with_recap().await;
    harness.switch_leaderboards_off().await;
    harness.restart().await;
    let lost = Trouble::with("POST", "/channels/*/messages", Fault::LoseAnswer);
    harness.rehearsal.trouble(lost);
    harness.time_is("2026-11-27T08:05:00Z").await;
    harness.rehearsal.heal();
    harness.time_is("2026-11-27T12:00:00Z").await;
    let posted = recaps(&harness);
    assert_eq!(posted.len(), 1, "posted again");
    let carol = harness.person("carol");
    let answer = carol.press(&posted[0], "My thanks").await?.said();
    assert!(answer.text().contains("You were thanked twice"));
    harness.finish().await
}

#[tokio::test]
async fn an_unreadable_team_loses_only_its_own_recap() -> Tested {
    let mut harness = with_recap().await;
    let hana = harness.person("hana");
    give(&hana, "/kudos @dan message: thanks").await;
    harness.break_recaps_of_other_teams().await;
    harness.restart().await;
    harness.time_is("2026-11-27T08:00:00Z").await;
    assert_eq!(recaps(&harness).len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn setup_says_that_the_recaps_channel_is_deleted_or_hidden() -> Tested {
    let mut harness = with_recap().await;
    harness.expect_refusal(10003);
    harness.expect_refusal(50001);
    let general = harness.channel("general");
    let olga = harness.person_in("olga", "random");
    let panel = async || harness.read(&olga.types("/setup").await.unwrap().said());
    let there = panel().await;
    harness
        .rehearsal
        .change(|world| world.deny_bot(general, VIEW_CHANNEL));
    let hidden = panel().await;
    harness
        .rehearsal
        .change(|world| world.delete_channel(general));
    let deleted = panel().await;
    let line = |panel: String| {
        let line = panel.lines().find(|it| it.starts_with("Weekly recap"));
        line.unwrap().replace(&general.to_string(), "general")
    };
    insta::assert_snapshot!([there, hidden, deleted].map(line).join("\n"), @"
    Weekly recap: <#general>, on Fridays.
    Weekly recap: none, because I can't see <#general>. Let me in, or choose another below.
    Weekly recap: none, because the channel you chose was deleted. Choose another below.
    ");
    harness.finish().await
}
