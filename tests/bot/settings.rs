//! Pauses, `/settings` and `/setup`.

use rehearsal::permissions::MANAGE_GUILD;

use crate::harness::{Harness, Said as _, Setup, Tested, join_lighthouse, stored};
use crate::steps::{NEXT_MONDAY, choose, joined, press, press_below};

#[tokio::test]
async fn a_pause_keeps_the_schedule() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let answer = alice.types("/nudge pause length: 2 weeks").await?.said();
    insta::assert_snapshot!("pause", harness.read(&answer));
    // A pause of two weeks from a Monday ends as a Monday begins, whatever its hour.
    harness.time_is("2026-12-07T08:59:59Z").await;
    assert!(alice.dms().is_empty());
    harness.time_is("2026-12-07T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn an_open_pause_ends_when_the_member_resumes() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let answer = alice
        .types("/nudge pause length: until I say so")
        .await?
        .said();
    insta::assert_snapshot!("open_pause", harness.read(&answer));
    harness.time_is("2027-02-01T08:00:00Z").await;
    assert!(alice.dms().is_empty());
    let answer = alice.types("/nudge resume").await?.said();
    insta::assert_snapshot!("resume", harness.read(&answer));
    let again = alice.types("/nudge resume").await?.said();
    insta::assert_snapshot!("not_paused", harness.read(&again));
    harness.time_is("2027-02-01T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    let bob = harness.person("bob");
    let refused = bob.types("/nudge pause length: 1 month").await?.said();
    assert!(refused.text().starts_with("Nudges are already off."));
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_has_buttons_for_pause_and_settings() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice").in_dms();
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let offer = press(&alice, &nudge, "Pause nudges").await;
    assert!(offer.ephemeral);
    insta::assert_snapshot!("pause_offer", harness.read(&offer));
    let paused = press(&alice, &offer, "1 month").await;
    insta::assert_snapshot!("paused", harness.read(&paused));
    let panel = press(&alice, &nudge, "Settings").await;
    assert!(panel.ephemeral);
    insta::assert_snapshot!("settings_paused", harness.read(&panel));
    let resumed = press(&alice, &panel, "Resume nudges").await;
    assert!(harness.read(&resumed).contains("Nudges: on."));
    assert_eq!(
        harness.number(stored::NUDGES_ACTED_ON).await,
        1,
        "a member who uses a button has noticed the nudge"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_about_five_people_has_room_for_pause_and_settings() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__NUDGES__PEOPLE", "5")
        .world(|world| {
            join_lighthouse(world, [("erin", "erin"), ("fay", "fay")]);
        })
        .start()
        .await;
    let alice = harness.person("alice");
    for name in ["bob", "carol", "dan", "erin", "fay"] {
        let line = format!("/met @{name} when: 2026-10-01");
        alice.types(&line).await?;
    }
    alice.types("/nudge on").await?;
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let widths: Vec<_> = nudge.rows().iter().map(|row| row.len()).collect();
    assert_eq!(widths, [4, 4, 4, 4, 4, 2]);
    let after = press_below(&alice.in_dms(), &nudge, "### Bob", "We talked").await;
    let widths: Vec<_> = after.rows().iter().map(|row| row.len()).collect();
    assert_eq!(widths, [4, 4, 4, 4, 2]);
    harness.finish().await
}

#[tokio::test]
async fn every_press_updates_the_settings() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let panel = alice.types("/settings").await?.said();
    assert!(panel.ephemeral);
    insta::assert_snapshot!("settings", harness.read(&panel));
    press(&alice, &panel, "Turn nudges on").await;
    choose(&alice, &panel, "Day of the nudge", "Thursday").await;
    choose(&alice, &panel, "People in a nudge", "5").await;
    press(&alice, &panel, "Hide me from leaderboards").await;
    let form = alice
        .press(&panel, "Zone and time")
        .await?
        .modal()
        .expect("a form");
    let fields = [("time", "8.30"), ("zone", "europe/berlin")];
    alice.submit(&form, &fields).await?;
    let changed = alice.look_again(panel.id)?;
    insta::assert_snapshot!("settings_changed", harness.read(&changed));
    let paused = choose(&alice, &panel, "Pause nudges", "Until I say so").await;
    assert!(
        harness
            .read(&paused)
            .contains("paused until you say otherwise")
    );
    press(&alice, &panel, "Resume nudges").await;
    press(&alice, &panel, "Show me in leaderboards").await;
    let off = press(&alice, &panel, "Turn nudges off").await;
    assert!(harness.read(&off).contains("Nudges: off."));
    let nonsense = alice.submit(&form, &[("zone", "Mars")]).await?.said();
    let text = nonsense.text();
    assert!(
        text.starts_with("I don't know the time zone \"Mars\"."),
        "{text}"
    );
    assert!(text.ends_with("```\n09:00\nMars\n```"), "{text}");
    let zoned = alice.types("/settings zone: Asia/Tokyo").await?.said();
    assert!(harness.read(&zoned).contains("Asia/Tokyo"));
    let offered = alice.autocomplete("/settings zone: tok").await?;
    assert_eq!(offered[0].name, "Asia/Tokyo");
    harness.finish().await
}

#[tokio::test]
async fn setup_is_only_for_members_who_may_manage_the_server() -> Tested {
    let harness = Harness::start().await;
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    assert!(panel.ephemeral);
    insta::assert_snapshot!("setup", harness.read(&panel));
    choose(
        &olga,
        &panel,
        "Circle of everyone who hasn't chosen another",
        "Wider (every 3 months)",
    )
    .await;
    choose(&olga, &panel, "Channel of the weekly recap", "#random").await;
    choose(&olga, &panel, "Day of the weekly recap", "Monday").await;
    press(&olga, &panel, "Turn leaderboards off").await;
    let form = olga
        .press(&panel, "Zone and kudos a day")
        .await?
        .modal()
        .expect("a form");
    let fields = [
        ("zone", "Europe/Berlin"),
        ("per-day", "9"),
        ("per-person", "3"),
    ];
    olga.submit(&form, &fields).await?;
    let changed = olga.look_again(panel.id)?;
    let random = harness.channel("random").to_string();
    let shown = harness.read(&changed).replace(&random, "random");
    insta::assert_snapshot!("setup_changed", shown);
    let refused = olga.submit(&form, &[("per-day", "0")]).await?.said();
    assert!(refused.text().starts_with("A day can have 1 to 100 kudos."));
    assert!(
        refused.text().ends_with("```\nUTC\n0\n2\n```"),
        "{}",
        refused.text()
    );
    press(&olga, &panel, "No recap").await;
    let off = press(&olga, &panel, "Turn kudos off").await;
    assert!(harness.read(&off).contains("Kudos: off."));
    harness.finish().await
}

#[tokio::test]
async fn setup_is_checked_on_every_use() -> Tested {
    let harness = Harness::start().await;
    let guild = harness.person("olga").guild().unwrap();
    let (role, bob) = (
        harness
            .rehearsal
            .change(|world| world.add_role(guild, "managers", MANAGE_GUILD)),
        harness.id("bob"),
    );
    harness
        .rehearsal
        .change(|world| world.give_role(guild, bob, role));
    let bob = harness.person("bob");
    let panel = bob.types("/setup").await?.said();
    let form = bob
        .press(&panel, "Zone and kudos a day")
        .await?
        .modal()
        .expect("a form");
    let id = bob.id();
    harness
        .rehearsal
        .change(|world| world.take_role(guild, id, role));
    let refused = press(&bob, &panel, "Turn kudos off").await;
    insta::assert_snapshot!("setup_refused", harness.read(&refused));
    let refused = bob.submit(&form, &[("per-day", "50")]).await?.said();
    assert!(
        refused
            .text()
            .starts_with("That is for people who may manage")
    );
    assert_eq!(
        harness
            .number(stored::TEAMS_WITHOUT_KUDOS_OR_WITH_50_A_DAY)
            .await,
        0
    );
    harness.finish().await
}

#[tokio::test]
async fn a_new_team_zone_moves_members_without_their_own() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let olga = harness.person("olga");
    olga.types("/setup zone: America/New_York").await?;
    // 09:00 in New York is 14:00 in Greenwich.
    harness.time_is("2026-11-23T13:59:00Z").await;
    assert!(alice.dms().is_empty());
    harness.time_is("2026-11-23T14:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn every_answer_says_that_direct_messages_are_closed() -> Tested {
    let mut harness = joined().await;
    harness.expect_refusal(50007);
    let alice = harness.person("alice");
    let id = harness.id("alice");
    harness.rehearsal.change(|world| world.close_dms(id));
    harness.time_is(NEXT_MONDAY).await;
    for line in ["/nudge now", "/settings", "/privacy", "/help", "/met @bob"] {
        let answer = harness.read(&alice.types(line).await?.said());
        let times = answer.matches("take no direct messages").count();
        assert_eq!(times, 1, "{line}: {answer}");
    }
    // Posts for everyone never say it.
    let board = harness.read(&alice.types("/leaderboard").await?.said());
    assert!(!board.contains("direct messages"), "{board}");
    let answer = alice.next_follow_up().await?;
    assert!(answer.ephemeral && answer.text().contains("take no direct messages"));
    harness.rehearsal.change(|world| world.open_dms(id));
    let on = harness.read(&alice.types("/nudge on").await?.said());
    assert!(!on.contains("take no direct messages"), "{on}");
    harness.finish().await
}

#[tokio::test]
async fn zones_are_read_as_a_city_or_an_offset_everywhere() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for (typed, shown) in [
        ("Berlin", "Europe/Berlin"),
        ("Zürich", "Europe/Zurich"),
        ("são paulo", "America/Sao_Paulo"),
        ("Bengaluru", "Asia/Kolkata"),
        ("UTC+2", "UTC+2"),
        ("GMT-3", "UTC-3"),
    ] {
        let offered = alice
            .autocomplete(&format!("/settings zone: {typed}"))
            .await?;
        assert!(offered[0].name.contains(shown), "{typed}: {offered:?}");
        let panel = alice.types("/settings").await?.said();
        let form = alice
            .press(&panel, "Zone and time")
            .await?
            .modal()
            .expect("a form");
        alice.submit(&form, &[("zone", typed)]).await?;
        let changed = harness.read(&alice.look_again(panel.id)?);
        assert!(changed.contains(shown), "{typed}: {changed}");
    }
    harness.finish().await
}

#[tokio::test]
async fn an_ambiguous_zone_abbreviation_is_refused_with_its_zones() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let asked = alice.types("/settings zone: EST").await?.said();
    assert_eq!(
        asked.text(),
        "\"EST\" can mean the time in several places, and not all of them change their clocks in \
         summer. Type the place you mean: New York or Panama."
    );
    let offered = alice.autocomplete("/settings zone: est").await?;
    let offered: Vec<_> = offered.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(offered[..2], ["America/New_York", "America/Panama"]);
    let zoned = alice.types("/settings zone: New York").await?.said();
    assert!(harness.read(&zoned).contains("America/New_York"));
    harness.finish().await
}
