//! Outdated commands and buttons, and panics of the bot: people read what happened and what works.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};
use rapport::clock::{Clock, MovableClock, Timer};
use rehearsal::permissions::VIEW_CHANNEL;
use rehearsal::{Person, Seen, World};
use reqwest::Method;
use serde_json::json;

use crate::harness::{Harness, Said as _, Setup, Tested, Transcript, give, stored};
use crate::steps::{CIRCLE, as_another_version, card, choose, posted_buttons, posted_selects};

#[tokio::test]
async fn an_outdated_command_says_so() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let text = json!({ "type": 3, "name": "person", "description": "Whom?", "required": true });
    let older = json!([
        { "name": "met", "description": "Log a talk", "options": [text] },
        { "name": "poll", "description": "Ask everybody" },
        { "name": "people", "description": "Your people", "contexts": [0, 1] },
    ]);
    let application = harness.rehearsal.look(|world| world.application.id);
    let path = format!("applications/{application}/commands");
    as_another_version(&harness, Method::PUT, &path, &older).await;
    let mut read = Transcript::of(&harness);
    read.types(&alice, "/met bob").await;
    read.types(&alice, "/poll").await;
    read.types(&alice.in_dms(), "/people").await;
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn a_button_of_a_server_does_nothing_in_direct_messages() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/nudge on").await?;
    let logged = alice.types("/met @bob").await?.said();
    let undo = logged.buttons().find(|it| it.label == "Undo").unwrap();
    let undo = undo.custom_id.clone().unwrap();
    let alice = alice.in_dms();
    let message = posted_buttons(&harness, &alice, &[&undo]).await;
    let said = alice.press(&message, &undo).await?.said();
    insta::assert_snapshot!(harness.read(&said));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn an_outdated_choice_says_so_everywhere() -> Tested {
    let harness = Harness::start().await;
    let olga = harness.person("olga");
    harness.person("bob").types("/met @olga").await?;
    olga.types("/nudge on").await?;
    let mut said = Vec::new();
    for line in ["/setup", "/settings", "/person who: @bob", "/people"] {
        let shown = olga.types(line).await?.said();
        let selects = shown.selects().filter(|it| !it.options.is_empty());
        let ids: Vec<_> = selects.map(|it| it.custom_id.as_str()).collect();
        assert!(!ids.is_empty(), "{line}");
        let old = posted_selects(&harness, &olga, &ids, "once in a while").await;
        for id in ids {
            said.push(olga.choose(&old, id, &["once in a while"]).await?.said());
        }
    }
    let sentences: Vec<_> = said.iter().map(|it| harness.read(it)).collect();
    insta::assert_snapshot!(sentences[0]);
    for (seen, sentence) in said.iter().zip(&sentences) {
        assert!(seen.ephemeral);
        assert_eq!(sentence, &sentences[0]);
    }
    harness.finish().await
}

#[tokio::test]
async fn a_member_can_leave_a_talk_only_once() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice.types("/met @bob").await?;
    let cards = [card(&bob, "alice").await?, card(&bob, "alice").await?];
    let absent = |seen: &Seen| {
        let select = seen.selects().find(|it| it.options.len() == 1).unwrap();
        let select_name = select.placeholder.clone().unwrap();
        (select_name, select.options[0].label.clone())
    };
    let mut read = Transcript::of(&harness);
    read.keep_choices(&cards[0]);
    for card in &cards {
        let (select, talk) = absent(card);
        read.keep(&choose(&bob, card, &select, &talk).await);
    }
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn a_kudos_whose_post_cannot_be_deleted_says_who_can_delete_it() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(50001);
    let alice = harness.person("alice");
    let (_, answer) = give(&alice, "/kudos @bob message: tea").await;
    let channel = alice.channel();
    let deny = |world: &mut World| world.deny_bot(channel, VIEW_CHANNEL);
    harness.rehearsal.change(deny);
    let taken = alice.press(&answer, "Take it back").await?.said();
    let taken = alice.sees_change(&taken).await?;
    insta::assert_snapshot!(harness.read(&taken));
    assert_eq!(harness.number(stored::KUDOS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn an_old_roster_panel_says_why_no_role_can_be_chosen() -> Tested {
    const ROLE: &str = "Role whose members are the roster";
    const INTENT: &str = "RAPPORT__DISCORD__MEMBERS_INTENT";
    let setup = Setup::new().with(INTENT, "true");
    let setup = setup.world(|world| world.allow_intents(1 << 1));
    let mut harness = setup.start().await;
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    harness.stop().await;
    harness.set(INTENT, "false");
    harness.begin().await;
    let said = olga.choose(&panel, ROLE, &["@everyone"]).await?.said();
    insta::assert_snapshot!(harness.read(&said));
    harness.finish().await
}

/// While it is true, every reader of the clock panics.
static BROKEN: AtomicBool = AtomicBool::new(false);

struct Breaking(MovableClock);

impl Clock for Breaking {
    fn now(&self) -> DateTime<Utc> {
        assert!(!BROKEN.load(Ordering::Relaxed), "a bug");
        self.0.now()
    }

    fn timer(&self) -> Box<dyn Timer> {
        Clock::timer(&self.0)
    }
}

/// Acts while every reader of the clock panics.
async fn stumbling(act: impl Future<Output = Seen>) -> Seen {
    BROKEN.store(true, Ordering::Relaxed);
    let seen = act.await;
    BROKEN.store(false, Ordering::Relaxed);
    seen
}

async fn types(person: &Person, line: &str) -> Seen {
    person.types(line).await.unwrap().said()
}

#[tokio::test]
async fn a_panic_ends_one_command_or_press_and_says_so() -> Tested {
    let setup = Setup::new().lending(|clock| Arc::new(Breaking(clock)));
    let harness = setup.start().await;
    let alice = harness.person("alice");
    let shown = card(&alice, "bob").await?;
    let mut read = Transcript::of(&harness);
    read.keep(&stumbling(types(&alice, "/met @bob")).await);
    read.keep(&stumbling(choose(&alice, &shown, CIRCLE, "close")).await);
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    let works = types(&alice, "/met @bob").await;
    read.keep(&choose(&alice, &works, CIRCLE, "close").await);
    insta::assert_snapshot!(read.text());
    harness.finish().await
}
