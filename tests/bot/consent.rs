//! Pauses, `/settings`, `/setup`, `/privacy`, and Rapport removed from a server.

use rapport::rehearsal::permissions::MANAGE_GUILD;
use rapport::rehearsal::{Person, Seen};

use crate::harness::{Harness, Said as _, Setup, Tested};

/// The Monday after the tests begin, when nudges go out.
const NEXT_MONDAY: &str = "2026-11-30T09:00:00Z";

/// Presses a button of a message; what it became, or what was said beside it.
async fn press(person: &Person, on: &Seen, button: &str) -> Seen {
    person.press(on, button).await.unwrap().said()
}

async fn choose(person: &Person, on: &Seen, select: &str, value: &str) -> Seen {
    person.choose(on, select, &[value]).await.unwrap().said()
}

/// Alice has said yes, and lost touch with Bob.
async fn joined() -> Harness {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice
        .types("/met @bob when: 2026-10-01 note: quokka")
        .await
        .unwrap();
    alice.types("/nudge on").await.unwrap();
    harness
}

#[tokio::test]
async fn a_pause_holds_and_ends_without_moving_the_schedule() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let told = alice.types("/nudge pause length: 2 weeks").await?.said();
    insta::assert_snapshot!("pause", harness.read(&told));
    // 10:00 on the second Monday: that day's nudge fell within the pause.
    harness.time_is("2026-12-13T23:00:00Z").await;
    assert!(alice.dms().is_empty());
    harness.time_is("2026-12-14T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn an_open_pause_ends_when_they_say_so() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let told = alice
        .types("/nudge pause length: until I say so")
        .await?
        .said();
    insta::assert_snapshot!("open_pause", harness.read(&told));
    harness.time_is("2027-02-01T08:00:00Z").await;
    assert!(alice.dms().is_empty());
    let told = alice.types("/nudge resume").await?.said();
    insta::assert_snapshot!("resume", harness.read(&told));
    let again = alice.types("/nudge resume").await?.said();
    insta::assert_snapshot!("not_paused", harness.read(&again));
    harness.time_is("2027-02-01T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    let bob = harness.person("bob");
    let refused = bob.types("/nudge pause length: 1 month").await?.said();
    assert!(refused.text().starts_with("You get no nudges."));
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_carries_pause_and_settings() -> Tested {
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
        harness
            .number("SELECT count(*) FROM nudges WHERE acted_at IS NOT NULL")
            .await,
        1,
        "whoever uses a button has noticed the nudge"
    );
    harness.finish().await
}

#[tokio::test]
async fn five_people_leave_room_for_pause_and_settings() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__NUDGES__PEOPLE", "5")
        .world(|world| {
            let guild = world.guilds().next().unwrap().id;
            for name in ["erin", "fay"] {
                let person = world.add_person(name, name);
                world.join(guild, person);
            }
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
    let widths: Vec<_> = nudge.rows.iter().map(Vec::len).collect();
    assert_eq!(widths, [3, 3, 3, 3, 5]);
    let after = press(&alice.in_dms(), &nudge, "We talked · Bob").await;
    let widths: Vec<_> = after.rows.iter().map(Vec::len).collect();
    assert_eq!(widths, [3, 3, 3, 3, 2]);
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
    let paused = choose(&alice, &panel, "Pause nudges", "until I say so").await;
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
    assert!(nonsense.text().starts_with("I don't know that time zone."));
    let zoned = alice.types("/settings zone: Asia/Tokyo").await?.said();
    assert!(harness.read(&zoned).contains("Asia/Tokyo"));
    let offered = alice.autocomplete("/settings zone: tok").await?;
    assert_eq!(offered[0].name, "Asia/Tokyo");
    harness.finish().await
}

#[tokio::test]
async fn setup_is_for_those_who_may_manage_the_server() -> Tested {
    let harness = Harness::start().await;
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    assert!(panel.ephemeral);
    insta::assert_snapshot!("setup", harness.read(&panel));
    choose(
        &olga,
        &panel,
        "Circle, where a member chose none",
        "Wider (every 3 months)",
    )
    .await;
    choose(&olga, &panel, "Channel of the weekly recap", "#random").await;
    choose(&olga, &panel, "Day of the weekly recap", "Monday").await;
    press(&olga, &panel, "Turn leaderboards off").await;
    let form = olga
        .press(&panel, "Zone and allowance")
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
        .press(&panel, "Zone and allowance")
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
            .number("SELECT count(*) FROM teams WHERE kudos_on = 0 OR kudos_per_day = 50")
            .await,
        0
    );
    harness.finish().await
}

#[tokio::test]
async fn another_zone_of_the_team_moves_those_who_follow_it() -> Tested {
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
async fn who_asks_not_to_be_tracked_is_left_alone() -> Tested {
    let harness = joined().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    let panel = bob.types("/privacy").await?.said();
    insta::assert_snapshot!("privacy", harness.read(&panel));
    let left_alone = press(&bob, &panel, "Don't track me").await;
    insta::assert_snapshot!("not_tracked", harness.read(&left_alone));
    let refused = alice.types("/met @bob person2: @carol").await?.said();
    assert!(refused.ephemeral);
    insta::assert_snapshot!("untracked_refused", harness.read(&refused));
    let refused = alice.user_menu("We talked", "@bob").await?.said();
    assert!(refused.text().contains("asked not to be tracked"));
    let own = bob.types("/met @alice").await?.said();
    insta::assert_snapshot!("untracked_own", harness.read(&own));
    assert_eq!(harness.number("SELECT count(*) FROM encounters").await, 1);
    harness.time_is(NEXT_MONDAY).await;
    assert!(alice.dms().is_empty(), "nudged about an untracked person");
    press(&bob, &panel, "Track me again").await;
    harness.time_is("2026-12-07T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_sent_nudge_logs_nothing_about_who_is_no_longer_tracked() -> Tested {
    let harness = joined().await;
    let (alice, bob) = (harness.person("alice").in_dms(), harness.person("bob"));
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    let refused = press(&alice, &nudge, "We talked").await;
    assert!(refused.ephemeral && refused.text().contains("asked not to be tracked"));
    assert_eq!(harness.number("SELECT count(*) FROM encounters").await, 1);
    harness.finish().await
}

/// Everything that somebody can be shown, in one text.
async fn everything_shown_to(harness: &Harness, person: &Person) -> String {
    let mut shown = String::new();
    for line in [
        "/met @alice",
        "/nudge now",
        "/settings",
        "/help",
        "/leaderboard",
    ] {
        shown.push_str(&harness.read(&person.types(line).await.unwrap().said()));
    }
    let panel = person.types("/privacy").await.unwrap().said();
    shown.push_str(&harness.read(&panel));
    shown.push_str(&exported(person, &panel).await);
    for seen in person.messages().into_iter().chain(person.dms()) {
        shown.push_str(&harness.read(&seen));
    }
    shown
}

async fn exported(person: &Person, panel: &Seen) -> String {
    let answer = person.press(panel, "Export").await.unwrap().said();
    assert!(answer.ephemeral);
    assert_eq!(answer.files.len(), 1);
    String::from_utf8(answer.files[0].bytes.clone()).unwrap()
}

#[tokio::test]
async fn no_route_leads_to_anothers_note() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    alice
        .types("/met @bob when: 2026-10-02 how: call note: quokka and more")
        .await?;
    alice
        .types("/met @olga when: 2026-10-02 note: quokka")
        .await?;
    for name in ["bob", "olga"] {
        let other = harness.person(name);
        other.types("/nudge on").await?;
        other.types("/settings zone: Etc/UTC").await?;
    }
    harness.time_is(NEXT_MONDAY).await;
    for name in ["bob", "olga"] {
        let shown = everything_shown_to(&harness, &harness.person(name)).await;
        assert!(!shown.contains("quokka"), "{name} saw it:\n{shown}");
        assert!(shown.contains("alice"), "the test looks where it should");
    }
    let setup = harness.person("olga").types("/setup").await?.said();
    assert!(!harness.read(&setup).contains("quokka"));
    let panel = alice.types("/privacy").await?.said();
    let own = exported(&alice, &panel).await;
    assert!(own.contains("quokka and more"), "one's own is one's own");
    harness.finish().await
}

#[tokio::test]
async fn an_export_holds_everything_about_one() -> Tested {
    let harness = joined().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    alice.types("/kudos @bob message: for the map").await?;
    alice.next_follow_up().await?;
    bob.types("/kudos @alice message: for the tea").await?;
    bob.next_follow_up().await?;
    harness.time_is(NEXT_MONDAY).await;
    let panel = alice.types("/privacy").await?.said();
    let mut json = exported(&alice, &panel).await;
    for (name, id) in ["alice", "bob"].map(|name| (name, harness.id(name).to_string())) {
        json = json.replace(&id, name);
    }
    let snowflakes = [(r#""\d{15,}""#, r#""(id)""#)];
    insta::with_settings!({filters => snowflakes}, {
        insta::assert_snapshot!("export", json);
    });
    harness.finish().await
}

/// Whether the bytes occur in the bot's files.
fn found_in_files(harness: &Harness, bytes: &[u8]) -> bool {
    let files = std::fs::read_dir(harness.data()).unwrap();
    files.into_iter().any(|file| {
        let content = std::fs::read(file.unwrap().path()).unwrap();
        content.windows(bytes.len()).any(|window| window == bytes)
    })
}

#[tokio::test]
async fn forgotten_is_forgotten_to_the_last_byte() -> Tested {
    let mut harness = joined().await;
    let (alice, bob, carol) = (
        harness.person("alice"),
        harness.person("bob"),
        harness.person("carol"),
    );
    // Enough for pages to split and rows to move.
    for day in 1..=28 {
        let line = format!("/met @bob person2: @carol when: 2026-10-{day:02} note: quokka {day}");
        alice.types(&line).await?;
        harness.time_passes(chrono::TimeDelta::minutes(11)).await;
    }
    carol
        .types("/met @alice when: 2026-10-03 note: wombat")
        .await?;
    alice.types("/kudos @bob message: for the map").await?;
    alice.next_follow_up().await?;
    bob.types("/kudos @alice message: axolotl").await?;
    bob.next_follow_up().await?;
    bob.types("/nudge on").await?;
    harness.time_is(NEXT_MONDAY).await;
    let id = harness.id("alice").0.to_be_bytes();
    assert!(found_in_files(&harness, &id) && found_in_files(&harness, b"quokka"));

    let panel = alice.types("/privacy").await?.said();
    let asked = press(&alice, &panel, "Forget me").await;
    insta::assert_snapshot!("ask_forget", harness.read(&asked));
    let kept = press(&alice, &asked, "Keep everything").await;
    assert!(kept.text().contains("What Rapport keeps"));
    press(&alice, &panel, "Forget me").await;
    let forgotten = press(&alice, &panel, "Yes, forget me").await;
    insta::assert_snapshot!("forgotten", harness.read(&forgotten));

    assert!(!found_in_files(&harness, &id), "the id is still there");
    for word in ["quokka", "axolotl", "Alice"] {
        assert!(!found_in_files(&harness, word.as_bytes()), "{word}");
    }
    assert!(found_in_files(&harness, b"wombat"), "Carol's note is hers");
    assert!(
        found_in_files(&harness, b"for the map"),
        "Bob's thanks are his"
    );
    let together = "SELECT count(*) FROM encounter_people AS b JOIN encounter_people AS c
                    USING (encounter_id) WHERE b.person_id < c.person_id";
    assert_eq!(harness.number(together).await, 28, "Bob met Carol");
    let panel = bob.types("/privacy").await?.said();
    let export = exported(&bob, &panel).await;
    assert!(export.contains(r#""from": null"#), "{export}");
    harness.restart().await;
    assert!(!found_in_files(&harness, &id));
    harness.finish().await
}

#[tokio::test]
async fn an_old_nudge_of_a_forgotten_person_is_answered_politely() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let panel = alice.types("/privacy").await?.said();
    press(&alice, &panel, "Forget me").await;
    press(&alice, &panel, "Yes, forget me").await;
    for button in ["We talked", "Pause nudges", "Settings"] {
        let refused = press(&alice.in_dms(), &nudge, button).await;
        assert_eq!(refused.text(), "That nudge is not yours, or is gone.");
    }
    assert_eq!(harness.number("SELECT count(*) FROM members").await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_server_left_is_deleted_after_30_days() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let guild = alice.guild().unwrap();
    harness.rehearsal.change(|world| {
        let bot = world.bot();
        world.leave(guild, bot);
    });
    let marked = "SELECT count(*) FROM teams WHERE removed_at IS NOT NULL";
    until(&harness, marked, 1).await;
    harness.time_is("2026-12-23T09:59:59Z").await;
    assert!(alice.dms().is_empty(), "nudged for a server that was left");
    assert_eq!(harness.number("SELECT count(*) FROM teams").await, 1);
    harness.time_is("2026-12-23T10:00:00Z").await;
    assert_eq!(harness.number("SELECT count(*) FROM teams").await, 0);
    assert!(!found_in_files(&harness, b"quokka"));
    harness.finish().await
}

#[tokio::test]
async fn a_server_that_comes_back_keeps_everything() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let guild = alice.guild().unwrap();
    harness.rehearsal.change(|world| {
        let bot = world.bot();
        world.leave(guild, bot);
    });
    let marked = "SELECT count(*) FROM teams WHERE removed_at IS NOT NULL";
    until(&harness, marked, 1).await;
    harness.time_is("2026-12-01T10:00:00Z").await;
    harness.rehearsal.change(|world| {
        let bot = world.bot();
        world.join(guild, bot);
    });
    until(&harness, marked, 0).await;
    harness.time_is("2026-12-07T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.time_is("2027-01-10T10:00:00Z").await;
    assert_eq!(harness.number("SELECT count(*) FROM teams").await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_removal_that_nobody_told_is_noticed_at_the_start() -> Tested {
    let mut harness = joined().await;
    harness.stop().await;
    let guild = harness.person("alice").guild().unwrap();
    harness.rehearsal.change(|world| {
        let bot = world.bot();
        world.leave(guild, bot);
    });
    harness.begin().await;
    let marked = "SELECT count(*) FROM teams WHERE removed_at IS NOT NULL";
    until(&harness, marked, 1).await;
    harness.finish().await
}

/// Waits for what an event of the gateway brings about: nobody is answered who could be waited for.
async fn until(harness: &Harness, sql: &'static str, wanted: i64) {
    for _ in 0..200 {
        if harness.number(sql).await == wanted {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{sql} did not become {wanted}");
}

#[tokio::test]
async fn closed_direct_messages_are_told_in_every_answer() -> Tested {
    let mut harness = joined().await;
    harness.expect_refusal(50007);
    let alice = harness.person("alice");
    let id = harness.id("alice");
    harness.rehearsal.change(|world| world.close_dms(id));
    harness.time_is(NEXT_MONDAY).await;
    for line in ["/nudge now", "/settings", "/privacy", "/help", "/met @bob"] {
        let told = harness.read(&alice.types(line).await?.said());
        let times = told.matches("take no direct messages").count();
        assert_eq!(times, 1, "{line}: {told}");
    }
    harness.rehearsal.change(|world| world.open_dms(id));
    let on = harness.read(&alice.types("/nudge on").await?.said());
    assert!(!on.contains("take no direct messages"), "{on}");
    harness.finish().await
}
