//! Who reads which language: answers in the caller's, direct messages in the member's, posts for
//! all in the server's.

use rehearsal::Seen;

use crate::harness::{
    Harness, Said as _, Setup, Tested, described, join_lighthouse, last_post, stored,
};
use crate::steps::{NEXT_MONDAY, choose, exported, joined, press};
use crate::texts::{LANGUAGES, text};

/// The language of direct messages in `/settings`, and of posts in `/setup`, as each client shows
/// them.
const OF_MESSAGES: &str = "settings-pick-language";
const OF_POSTS: &str = "setup-pick-language";

/// A text with arguments in place: `{ $name }`.
fn filled(folder: &str, key: &str, arguments: &[(&str, &str)]) -> String {
    let text = text(folder, key);
    arguments.iter().fold(text, |text, (name, value)| {
        text.replace(&format!("{{ ${name} }}"), value)
    })
}

impl Harness {
    /// Somebody sets their client to a language.
    fn speaks(&self, name: &str, code: &str) {
        let (id, locale) = (self.id(name), code.parse().unwrap());
        self.rehearsal.change(|world| world.set_locale(id, locale));
    }

    /// Olga sets Lighthouse to a language.
    fn server_speaks(&self, code: &str) {
        let locale = code.parse().unwrap();
        self.rehearsal.change(|world| {
            let guild = world.guilds().next().unwrap().id;
            world.set_guild_locale(guild, locale);
        });
    }
}

#[track_caller]
fn has(seen: &Seen, words: &str) {
    assert!(
        seen.text().contains(words),
        "{words} is not in {}",
        seen.text()
    );
}

#[tokio::test]
async fn an_answer_is_in_the_language_of_the_caller() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for (code, folder) in LANGUAGES {
        harness.speaks("alice", code);
        let nobody = alice.types("/people").await?.said();
        has(&nobody, &text(folder, "people-nobody"));
        let panel = alice.types("/settings").await?.said();
        has(&panel, &text(folder, "settings-title-here"));
        let label = text(folder, "settings-ask-when");
        let form = alice.press(&panel, &label).await?.modal().unwrap();
        assert_eq!(form.title, text(folder, "settings-form"));
    }
    harness.speaks("alice", "de");
    let answer = alice
        .types("/met @bob when: gestern how: call")
        .await?
        .said();
    insta::assert_snapshot!(harness.read(&answer));
    harness.finish().await
}

#[tokio::test]
async fn a_client_in_another_language_reads_english() -> Tested {
    let harness = Harness::start().await;
    harness.speaks("alice", "tr");
    let nobody = harness.person("alice").types("/people").await?.said();
    has(&nobody, &text("en", "people-nobody"));
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_is_in_the_language_that_the_member_last_used() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice").in_dms();
    harness.speaks("alice", "de");
    harness.person("alice").types("/people").await?;
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    has(&nudge, &text("de", "nudge-of-one"));
    insta::assert_snapshot!(harness.read(&nudge));
    let after = press(&alice, &nudge, &text("de", "nudge-not-now")).await;
    has(&after, &text("de", "nudge-done-not-now"));
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_is_in_the_language_that_the_member_chose() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    let panel = alice.types("/settings").await?.said();
    let panel = choose(&alice, &panel, &text("en", OF_MESSAGES), "fr").await;
    has(
        &panel,
        &filled("en", "settings-language", &[("name", "Français")]),
    );
    harness.speaks("alice", "ja");
    alice.types("/people").await?;
    harness.time_is(NEXT_MONDAY).await;
    let alice = alice.in_dms();
    let nudge = alice.next_dm().await?;
    has(&nudge, &text("fr", "nudge-of-one"));
    // What only the presser sees is an answer; the message stays a direct message.
    let offer = press(&alice, &nudge, &text("fr", "nudge-pause")).await;
    has(
        &offer,
        &filled(
            "ja",
            "nudges-pause-question-from",
            &[("server", "**Lighthouse**")],
        ),
    );
    let after = press(&alice, &nudge, &text("fr", "nudge-not-now")).await;
    has(&after, &text("fr", "nudge-done-not-now"));
    harness.finish().await
}

#[tokio::test]
async fn kudos_are_posted_in_the_servers_language_or_the_chosen_one() -> Tested {
    let harness = Harness::start().await;
    harness.server_speaks("de");
    harness.speaks("alice", "fr");
    let alice = harness.person("alice");
    let answer = alice.types("/kudos @bob message: merci").await?.said();
    has(&answer, &text("fr", "kudos-given-take-back"));
    let bob = format!("<@{}>", harness.id("bob"));
    let people = [("giver", "Alice"), ("receivers", &*bob)];
    has(&last_post(&alice), &filled("de", "kudos-post", &people));

    harness.speaks("olga", "ja");
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    let panel = choose(&olga, &panel, &text("ja", OF_POSTS), "es").await;
    has(
        &panel,
        &filled("ja", "setup-language", &[("name", "Español")]),
    );
    let answer = alice.types("/kudos @bob message: encore").await?.said();
    has(&answer, &text("fr", "kudos-given-take-back"));
    has(&last_post(&alice), &filled("es", "kudos-post", &people));
    harness.finish().await
}

#[tokio::test]
async fn a_board_stays_in_the_servers_language_when_others_turn_its_pages() -> Tested {
    let setup = Setup::new().with("RAPPORT__KUDOS__PER_DAY", "100");
    let harness = setup
        .world(|world| {
            let names: Vec<_> = (1..=11).map(|number| format!("extra{number}")).collect();
            join_lighthouse(world, names.iter().map(|name| (&**name, "Extra")));
        })
        .start()
        .await;
    harness.server_speaks("de");
    harness.speaks("alice", "fr");
    harness.speaks("bob", "ja");
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    for number in 1..=11 {
        let line = format!("/kudos @extra{number} message: merci");
        alice.types(&line).await?;
    }
    let place = text("de", "board-channel");
    let counted = filled("de", "board-received", &[("place", &place)]);
    let page = |number| {
        let page = [("counted", &*counted), ("page", number), ("pages", "2")];
        filled("de", "board-page", &page)
    };
    let board = alice.types("/leaderboard").await?.said();
    has(&board, &page("1"));
    let when = text("de", "board-this-month");
    let title = filled("de", "board-title-received", &[("when", &when)]);
    assert!(described(&board).contains(&title));
    let turned = bob.press(&board, &text("de", "page-next")).await?;
    let turned = match turned.message() {
        Some(turned) => turned,
        None => bob.sees_change(&board).await?,
    };
    has(&turned, &page("2"));
    insta::assert_snapshot!(harness.read(&turned));
    harness.finish().await
}

#[tokio::test]
async fn a_recap_is_in_the_servers_language_and_its_answers_in_the_pressers() -> Tested {
    let mut harness = Harness::start().await;
    harness.server_speaks("de");
    harness.speaks("alice", "fr");
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice.types("/kudos @bob message: merci").await?;
    harness.set_recap_channel(harness.channel("general")).await;
    harness.restart().await;
    harness.time_is("2026-11-27T09:00:00Z").await;
    let recap = last_post(&alice);
    has(&recap, &text("de", "recap-most-thanked"));
    insta::with_settings!({filters => [(r"/\d{15,20}", "/ID")]}, {
        insta::assert_snapshot!(harness.read(&recap));
    });
    let label = text("de", "recap-own-rank");
    let own = press(&alice, &recap, &label).await;
    assert!(own.ephemeral);
    has(&own, &text("fr", "board-not-on-it"));
    harness.speaks("bob", "es-ES");
    insta::assert_snapshot!(
        "own_rank_in_spanish",
        harness.read(&press(&bob, &recap, &label).await)
    );
    harness.finish().await
}

#[tokio::test]
async fn refusals_and_failures_give_words_back_in_the_language_of_the_caller() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob").await?;
    for (code, folder) in LANGUAGES {
        harness.speaks("alice", code);
        let own = alice.types("/kudos @alice message: quokka").await?.said();
        has(&own, &text(folder, "kudos-oneself"));
        has(&own, &text(folder, "your-words"));
        has(&own, "quokka");
        harness.break_alices_weekday().await;
        let failed = alice.types("/met @bob note: quokka").await?.said();
        harness.repair_alices_weekday().await;
        has(&failed, &text(folder, "failed-nothing-kept"));
        has(&failed, &text(folder, "your-words"));
        has(&failed, "quokka");
    }
    harness.finish().await
}

#[tokio::test]
async fn a_language_is_written_only_when_it_changes() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    harness.count_writes_of_languages().await;
    alice.types("/people").await?;
    assert_eq!(harness.number(stored::LANGUAGE_WRITES).await, 0);
    harness.speaks("alice", "fr");
    for _ in 0..2 {
        alice.types("/people").await?;
        assert_eq!(harness.number(stored::MEMBERS_WITH_FRENCH_CLIENT).await, 1);
        assert_eq!(harness.number(stored::LANGUAGE_WRITES).await, 1);
    }
    harness.finish().await
}

#[tokio::test]
async fn an_export_names_the_languages_and_forget_me_deletes_them() -> Tested {
    let harness = Harness::start().await;
    harness.speaks("alice", "fr");
    let alice = harness.person("alice");
    let panel = alice.types("/settings").await?.said();
    choose(&alice, &panel, &text("fr", OF_MESSAGES), "de").await;
    harness.speaks("alice", "en-GB");
    let panel = alice.types("/privacy").await?.said();
    let export: serde_json::Value = serde_json::from_str(&exported(&alice, &panel).await)?;
    let languages = ["dm_language", "client_language"].map(|key| &export["settings"][key]);
    assert_eq!(languages, ["de", "en"]);
    let asked = press(&alice, &panel, "Forget me").await;
    press(&alice, &asked, "Yes, forget me").await;
    assert_eq!(harness.number(stored::MEMBERS).await, 0);
    harness.finish().await
}
