//! Two teams never see each other's data, even if people are in both.

use crate::harness::{Harness, Said as _, Setup, Tested, give};

#[tokio::test]
async fn a_team_sees_nothing_of_another_team() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let at_the_pier = harness.person_in("alice", "pier");
    alice
        .types("/met @dan when: 2026-10-01 note: a secret")
        .await?;
    give(&alice, "/kudos @dan for the onions").await;
    let here = alice.types("/nudge now").await?.said();
    assert!(harness.read(&here).contains("a secret"));
    let there = at_the_pier.types("/nudge now").await?.said();
    insta::assert_snapshot!(harness.read(&there));
    let board = "/leaderboard scope: whole server period: all time";
    let here = alice.types(board).await?.said();
    assert!(harness.read(&here).contains("**1.** Dan · 1"));
    let there = at_the_pier.types(board).await?.said();
    insta::assert_snapshot!(harness.read(&there));
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_names_only_people_of_its_team() -> Tested {
    let harness = Setup::new()
        .world(|world| {
            // A person who is in both teams and joined in one.
            let zoe = world.user_named("zoe").unwrap().id;
            let guilds: Vec<_> = world.guilds().map(|guild| guild.id).collect();
            for guild in guilds {
                world.join(guild, zoe);
            }
        })
        .start()
        .await;
    harness.person_in("zoe", "pier").types("/nudge on").await?;
    let alice = harness.person("alice");
    alice.types("/nudge on").await?;
    harness.time_is("2026-11-30T09:00:00Z").await;
    assert!(
        alice.dms().is_empty(),
        "named somebody who joined elsewhere"
    );
    let dan = harness.person_in("dan", "pier");
    let now = dan.types("/nudge now").await?.said();
    assert!(
        harness
            .read(&now)
            .contains("You and Zoe haven't talked yet")
    );
    harness.finish().await
}

#[tokio::test]
async fn a_direct_message_names_its_server() -> Tested {
    let harness = Harness::start().await;
    let places = [
        ("general", "@bob", "Lighthouse"),
        ("pier", "@hana", "Harbour"),
    ];
    for (channel, other, _) in places {
        let alice = harness.person_in("alice", channel);
        alice
            .types(&format!("/met {other} when: 2026-10-01"))
            .await?;
        alice.types("/nudge on").await?;
    }
    harness.time_is("2026-11-30T09:00:00Z").await;
    let alice = harness.person("alice").in_dms();
    let nudges = alice.dms();
    assert_eq!(nudges.len(), 2);
    for (_, _, server) in places {
        let of_server = |nudge: &&rehearsal::Seen| nudge.text().contains(server);
        let nudge = nudges.iter().find(of_server).unwrap();
        for button in ["Pause nudges", "Settings"] {
            let answer = alice.press(nudge, button).await?.said();
            assert!(answer.text().contains(server), "{}", answer.text());
        }
    }
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_has_the_present_name_of_the_server() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    let guild = alice.guild().unwrap();
    harness
        .rehearsal
        .change(|world| world.rename_guild(guild, "Beacon"));
    harness.time_is("2026-11-30T09:00:00Z").await;
    let nudge = alice.next_dm().await?;
    assert!(nudge.text().contains("Beacon"), "{}", nudge.text());
    harness.finish().await
}
