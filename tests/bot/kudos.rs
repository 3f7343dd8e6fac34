//! Kudos in full: menus, boards, recaps, and input that is not what it should be.

use chrono::TimeDelta;
use rapport::rehearsal::permissions::{MANAGE_MESSAGES, SEND_MESSAGES, VIEW_CHANNEL};
use rapport::rehearsal::{Person, Seen, Unable};

use crate::harness::{Harness, Said as _, Setup, Tested, give, last_post};

const KUDOS: &str = "SELECT count(*) FROM kudos_receivers";

/// What the giver reads when nothing is given.
async fn refused(giver: &Person, line: &str) -> String {
    let told = giver.types(line).await.unwrap().said();
    assert!(told.ephemeral, "{}", told.text());
    told.text()
}

#[tokio::test]
async fn a_board_is_a_picture_and_a_list() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob, dan] = ["alice", "bob", "dan"].map(|name| harness.person(name));
    give(
        &alice,
        "/kudos @bob person2: @carol message: for the release",
    )
    .await;
    give(&bob, "/kudos @carol for the tea").await;
    give(&dan, "/kudos @alice for the map").await;
    let board = dan.types("/leaderboard").await?.said();
    insta::assert_snapshot!(harness.read(&board));
    let [picture] = &board.files[..] else {
        panic!("not one picture: {:?}", board.files);
    };
    assert!(picture.bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    insta::assert_snapshot!("described", picture.description.as_deref().unwrap());
    assert!(board.pinged.is_empty());
    let given = dan
        .types("/leaderboard board: given scope: whole server")
        .await?
        .said();
    insta::assert_snapshot!("given", harness.read(&given));
    let elsewhere = harness
        .person_in("dan", "random")
        .types("/leaderboard")
        .await?
        .said();
    assert_eq!(
        elsewhere.text(),
        "No kudos in this channel this month yet. `/kudos` gives the first."
    );
    harness.finish().await
}

#[tokio::test]
async fn pages_turn_with_their_pictures() -> Tested {
    let names: Vec<String> = (0..13).map(|n| format!("guest{n}")).collect();
    let guests = names.clone();
    let harness = Setup::new()
        .with("RAPPORT__KUDOS__PER_DAY", "50")
        .world(move |world| {
            let guild = world.guilds().next().unwrap().id;
            for name in &guests {
                let guest = world.add_person(name, name);
                world.join(guild, guest);
            }
        })
        .start()
        .await;
    let alice = harness.person("alice");
    for name in &names {
        give(&alice, &format!("/kudos @{name} for coming")).await;
    }
    let board = alice.types("/leaderboard").await?.said();
    let second = alice.press(&board, "Next").await?.said();
    assert_eq!(second.files.len(), 1);
    assert_ne!(second.files[0].bytes, board.files[0].bytes);
    assert!(second.text().contains("page 2 of 2"));
    let first = alice.press(&second, "Back").await?.said();
    assert_eq!(first.text(), board.text());
    harness.finish().await
}

#[tokio::test]
async fn who_hides_is_on_no_board_and_the_rest_moves_up() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    give(
        &alice,
        "/kudos @bob person2: @carol message: for the release",
    )
    .await;
    give(&alice, "/kudos @bob for the tea").await;
    harness
        .change("UPDATE members SET hidden_at = 1 WHERE name = 'Bob'")
        .await;
    let board = alice.types("/leaderboard").await?.said();
    let text = harness.read(&board);
    assert!(
        text.contains("**1.** @carol · 1") && !text.contains("@bob"),
        "{text}"
    );
    harness.finish().await
}

#[tokio::test]
async fn the_menu_of_a_person_asks_for_the_reason() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let form = alice
        .user_menu("Give kudos", "@bob")
        .await?
        .modal()
        .unwrap();
    assert_eq!(form.title, "Kudos for Bob");
    let told = alice
        .submit(&form, &[("What for?", "for *the* tea")])
        .await?
        .said();
    let post = last_post(&alice);
    insta::assert_snapshot!(format!(
        "{}\n---\n{}",
        harness.read(&post),
        harness.read(&told)
    ));
    assert!(!post.ephemeral && told.ephemeral);
    assert_eq!(post.pinged, [harness.id("bob")]);
    assert_eq!(harness.number(KUDOS).await, 1);
    alice.delete_message(post.id).unwrap_err();
    harness.person("olga").delete_message(post.id)?;
    harness.clock.settled().await;
    harness.until(KUDOS, 0).await;
    harness.finish().await
}

#[tokio::test]
async fn the_menu_of_a_message_thanks_its_author_and_links_it() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let message = bob.say("here is how")?;
    let form = alice
        .message_menu("Kudos for this", message.id)
        .await?
        .modal()
        .unwrap();
    alice
        .submit(&form, &[("reason", "for the answer")])
        .await?
        .said();
    let post = last_post(&alice);
    let link = format!("/{}/{})", message.channel, message.id);
    assert!(post.text().contains(&link), "{}", post.text());
    assert!(
        harness
            .read(&post)
            .starts_with("@alice thanks @bob for [this message](https://discord.com/channels/")
    );
    let own = bob.message_menu("Kudos for this", message.id).await?.said();
    assert_eq!(own.text(), "That is you. Kudos are for somebody else.");
    let bots = bob.message_menu("Kudos for this", post.id).await?.said();
    assert!(bots.text().contains("is a bot"));
    harness.finish().await
}

#[tokio::test]
async fn what_is_gone_when_the_form_comes_back_is_said() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(10008);
    harness.expect_refusal(10007);
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let message = bob.say("here is how")?;
    let form = alice
        .message_menu("Kudos for this", message.id)
        .await?
        .modal()
        .unwrap();
    bob.delete_message(message.id)?;
    let told = alice
        .submit(&form, &[("reason", "for the answer")])
        .await?
        .said();
    assert!(told.ephemeral);
    insta::assert_snapshot!(harness.read(&told));
    let form = alice
        .user_menu("Give kudos", "@bob")
        .await?
        .modal()
        .unwrap();
    let id = harness.id("bob");
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.leave(guild, id);
    });
    let told = alice
        .submit(&form, &[("reason", "for the answer")])
        .await?
        .said();
    assert!(
        told.text().contains("is not on this server"),
        "{}",
        told.text()
    );
    assert_eq!(harness.number(KUDOS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn kudos_are_for_other_people_of_the_team() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut said = String::new();
    for line in [
        "/kudos @alice for me",
        "/kudos @bob person2: @alice message: for us",
        "/kudos @helper for the help",
        "/kudos @zoe for the visit",
        "/kudos @bob message: \u{200b}\u{2800}",
    ] {
        let text = refused(&alice, line).await;
        said += &[line, "\n  ", &harness.named(&text), "\n"].concat();
    }
    insta::assert_snapshot!(said);
    let long = format!("/kudos @bob message: {}", "x".repeat(2000));
    let unable = alice.types(&long).await.unwrap_err();
    assert!(
        matches!(unable, Unable::WrongLength { most: 1000, .. }),
        "{unable}"
    );
    assert_eq!(harness.number(KUDOS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_reason_is_shown_as_it_was_written() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let line = "/kudos @bob message: see https://example.com/pull/7 <:party:123456789012345678> @here <@&5> ||x|| ``` # [y](https://z.example)";
    let (post, _) = give(&alice, line).await;
    insta::assert_snapshot!(harness.read(&post));
    assert!(!post.pinged_everyone && post.pinged_roles.is_empty());
    harness.finish().await
}

#[tokio::test]
async fn where_rapport_may_not_write_nothing_is_used_up() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__KUDOS__PER_DAY", "1")
        .start()
        .await;
    let channel = harness.channel("random");
    harness
        .rehearsal
        .change(|world| world.deny_bot(channel, SEND_MESSAGES));
    let alice = harness.person_in("alice", "random");
    let text = refused(&alice, "/kudos @bob for the tea").await;
    assert!(
        text.starts_with("I may not write in this channel"),
        "{text}"
    );
    assert_eq!(harness.number(KUDOS).await, 0);
    give(&harness.person("alice"), "/kudos @bob for the tea").await;
    harness.finish().await
}

#[tokio::test]
async fn deleted_posts_count_no_more() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let (one, _) = give(&alice, "/kudos @bob for one").await;
    let (two, _) = give(&alice, "/kudos @bob for two").await;
    let (three, _) = give(&alice, "/kudos @carol for three").await;
    harness.person("olga").delete_message(one.id)?;
    harness.until(KUDOS, 2).await;
    harness.rehearsal.change(|world| {
        let (guild, bot) = (world.guilds().next().unwrap().id, world.bot());
        let role = world.add_role(guild, "moderators", MANAGE_MESSAGES);
        world.give_role(guild, bot, role);
    });
    harness
        .bulk_delete(alice.channel(), &[two.id, three.id])
        .await;
    harness.until(KUDOS, 0).await;
    harness.until("SELECT count(*) FROM kudos_counts", 0).await;
    // What is deleted is as if it had not been given.
    let (_, told) = give(&alice, "/kudos @bob for four").await;
    assert!(
        told.text().starts_with("You have 4 more kudos"),
        "{}",
        told.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn taken_back_within_five_minutes_and_not_after() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let (post, told) = give(&alice, "/kudos @bob for the tea").await;
    harness.time_passes(TimeDelta::minutes(5)).await;
    let taken = alice.press(&told, "Take it back").await?.said();
    assert_eq!(
        taken.text(),
        "Taken back: it no longer counts, and the post is deleted."
    );
    assert_eq!(bob.look_again(post.id), Err(Unable::Gone));
    assert_eq!(harness.number(KUDOS).await, 0);
    let (_, told) = give(&alice, "/kudos @bob for the tea").await;
    harness.time_passes(TimeDelta::seconds(301)).await;
    alice.press(&told, "Take it back").await?;
    assert_eq!(harness.number(KUDOS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn allowances_hold_across_restarts_and_at_the_same_moment() -> Tested {
    let mut harness = Setup::new()
        .with("RAPPORT__KUDOS__PER_DAY", "3")
        .start()
        .await;
    let alice = harness.person("alice");
    give(&alice, "/kudos @bob for one").await;
    give(&alice, "/kudos @bob for two").await;
    let text = refused(&alice, "/kudos @bob for three").await;
    assert!(
        harness
            .named(&text)
            .starts_with("You have thanked @bob 2 times today"),
        "{text}"
    );
    harness.restart().await;
    let text = refused(&alice, "/kudos @carol person2: @dan message: for both").await;
    assert!(text.contains("have 1 kudos left today"), "{text}");
    // Both are on their way before either is answered.
    let (one, two) = tokio::join!(
        alice.types("/kudos @carol for one"),
        alice.types("/kudos @dan for another")
    );
    let told = [one?.said(), two?.said()];
    let given = told
        .iter()
        .filter(|told| told.text().contains("taken back"));
    assert_eq!(given.count(), 1);
    assert_eq!(harness.number(KUDOS).await, 3);
    harness.finish().await
}

#[tokio::test]
async fn a_command_delivered_twice_gives_once() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    give(&alice, "/kudos @bob for the tea").await;
    harness.rehearsal.redeliver_last();
    let (_, told) = give(&alice, "/kudos @carol for the cake").await;
    assert!(
        told.text().starts_with("You have 3 more kudos"),
        "{}",
        told.text()
    );
    assert_eq!(harness.number(KUDOS).await, 2);
    harness.finish().await
}

/// A week with thanks in it, and a recap on Fridays in general.
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
    harness
        .change(format!("UPDATE teams SET recap_channel_id = {general}").leak())
        .await;
    harness
}

fn recaps(harness: &Harness) -> Vec<Seen> {
    let mut seen = harness.person("dan").messages();
    seen.retain(|seen| seen.text().contains("Thanks of the week"));
    seen
}

#[tokio::test]
async fn the_recap_comes_once_a_week_at_nine_and_not_without_thanks() -> Tested {
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
    let own = harness
        .person("carol")
        .press(&posted[0], "Where do I stand?")
        .await?
        .said();
    assert!(own.ephemeral);
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
async fn a_deleted_channel_stops_recaps_and_admins_are_told_once() -> Tested {
    let mut harness = with_recap().await;
    harness.expect_refusal(10003);
    harness.restart().await;
    let general = harness.channel("general");
    harness
        .rehearsal
        .change(|world| world.delete_channel(general));
    harness.time_is("2026-12-12T08:00:00Z").await;
    assert_eq!(harness.rehearsal.refusals().len(), 1, "tried again");
    let olga = harness.person_in("olga", "random");
    olga.types("/leaderboard").await?;
    let told = olga.next_follow_up().await?;
    assert!(told.ephemeral);
    insta::assert_snapshot!(told.text());
    olga.types("/leaderboard").await?;
    assert!(olga.follow_ups().is_empty());
    harness.finish().await
}

#[tokio::test]
async fn a_closed_channel_stops_recaps_and_admins_are_told_once() -> Tested {
    let mut harness = with_recap().await;
    harness.expect_refusal(50001);
    harness.restart().await;
    let general = harness.channel("general");
    harness
        .rehearsal
        .change(|world| world.deny_bot(general, VIEW_CHANNEL));
    harness.time_is("2026-12-12T08:00:00Z").await;
    assert_eq!(recaps(&harness).len(), 0);
    assert_eq!(harness.rehearsal.refusals().len(), 1, "tried again");
    harness
        .person_in("bob", "random")
        .types("/leaderboard")
        .await?;
    let olga = harness.person_in("olga", "random");
    olga.types("/leaderboard").await?;
    let told = olga.next_follow_up().await?;
    assert!(told.ephemeral);
    assert!(
        told.text()
            .starts_with("The weekly recap of kudos has stopped"),
        "{}",
        told.text()
    );
    olga.types("/leaderboard").await?;
    assert!(olga.follow_ups().is_empty());
    harness.finish().await
}
