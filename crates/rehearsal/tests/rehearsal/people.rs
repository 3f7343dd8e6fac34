//! People use a bot on serenity through their client.

use rehearsal::{Answer, MessageId, Seen, Unable};

use serde_json::json;

use crate::bot::Bot;
use crate::house::House;

async fn house() -> (House, Bot) {
    let house = House::open().await;
    let bot = Bot::join(&house.discord).await;
    (house, bot)
}

fn message(answer: Answer) -> Seen {
    answer.message().unwrap()
}

#[tokio::test]
async fn a_command_arrives_as_it_was_typed() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let answer = alice
        .types("/greet @bob when: at noon, say: sharp times: 3 tone: very kind")
        .await
        .unwrap();
    assert_eq!(
        message(answer).content,
        "whom=bob member=true\nwhen=String(\"at noon, say: sharp\")\ntimes=Integer(3)\n\
         tone=String(\"kind\")\nby=Some(\"alice\") context=Some(Guild)"
    );
    assert_eq!(house.discord.refusals(), []);
}

#[tokio::test]
async fn a_person_is_found_by_any_of_their_names() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let who = format!("<@{}>", house.bob);
    for name in ["bob", "@Bob Miller", who.as_str()] {
        let answer = alice.types(&format!("/greet whom: {name}")).await.unwrap();
        assert!(message(answer).content.starts_with("whom=bob member=true"));
    }
    let answer = alice.types("/greet whom: @dan").await.unwrap();
    assert!(message(answer).content.starts_with("whom=dan member=false"));
}

#[tokio::test]
async fn subcommands_and_their_options() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let on = message(alice.types("/lamp on").await.unwrap());
    assert_eq!(on.content, "lamp on SubCommand([])");
    let colour = message(alice.types("/lamp colour deep red").await.unwrap());
    assert!(colour.content.contains("String(\"deep red\")"));
    let bare = alice.types("/lamp").await.unwrap_err();
    assert_eq!(
        bare.to_string(),
        "the command /lamp goes on with one of: on, colour"
    );
}

#[tokio::test]
async fn a_client_refuses_what_discords_refuses() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let before = house.discord.requests().len();
    for (line, refusal) in [
        ("greet", Unable::NotACommand("greet".into())),
        ("/nothing", Unable::NoSuchCommand("nothing".into())),
        ("/greet", Unable::OptionMissing("whom".into())),
        ("/greet @nobody", Unable::Nobody("@nobody".into())),
        ("/think loudly", Unable::NoSuchOption("loudly".into())),
        (
            "/greet @bob times: 9",
            Unable::OutOfRange {
                option: "times".into(),
                value: "9".into(),
            },
        ),
        (
            "/greet @bob times: two",
            Unable::WrongKind {
                option: "times".into(),
                value: "two".into(),
                expected: "a whole number",
            },
        ),
        (
            "/greet @bob tone: rude",
            Unable::NotAChoice {
                option: "tone".into(),
                value: "rude".into(),
                offered: "Very kind, Short".into(),
            },
        ),
        (
            "/greet @bob when: a very long time ago indeed",
            Unable::WrongLength {
                option: "when".into(),
                least: 1,
                most: 20,
                given: 27,
            },
        ),
    ] {
        assert_eq!(alice.types(line).await, Err(refusal), "{line}");
    }
    assert_eq!(house.discord.requests().len(), before);
}

#[tokio::test]
async fn a_command_for_managers_is_offered_to_them_alone() {
    let (house, _bot) = house().await;
    let refused = house.person("alice").types("/admin").await;
    assert_eq!(refused, Err(Unable::NoSuchCommand("admin".into())));
    let owner = house.person("olga").types("/admin").await.unwrap();
    assert_eq!(message(owner).content, "admin");
}

#[tokio::test]
async fn suggestions_for_what_is_being_typed() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let choices = alice.autocomplete("/greet @bob when: yest").await.unwrap();
    assert_eq!(choices[0].name, "when is yest");
    let none = alice.autocomplete("/greet @bob times: 1").await;
    assert_eq!(none, Err(Unable::NoSuggestions("times".into())));
}

#[tokio::test]
async fn thinking_then_more_then_a_dm() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let thought = message(alice.types("/think").await.unwrap());
    assert_eq!(
        (thought.content.as_str(), thought.ephemeral),
        ("thought", true)
    );
    assert!(!thought.edited);
    assert_eq!(alice.next_follow_up().await.unwrap().content, "and more");
    assert_eq!(alice.next_dm().await.unwrap().content, "by mail");
    assert_eq!(alice.dms().len(), 1);
    // Bob sees what was not for Alice alone.
    let seen: Vec<String> = house
        .person("bob")
        .messages()
        .into_iter()
        .map(|m| m.content)
        .collect();
    assert_eq!(seen, ["and more"]);
    assert_eq!(house.discord.refusals(), []);
}

#[tokio::test]
async fn buttons_change_the_message() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let panel = message(alice.types("/panel").await.unwrap());
    assert_eq!(panel.embeds[0].title.as_deref(), Some("A panel"));
    let labels: Vec<&str> = panel.buttons().map(|b| b.label.as_str()).collect();
    assert_eq!(labels, ["Press", "Form", "Later", "Dead", "Link"]);
    for name in ["Press", "1", "press"] {
        let answer = alice.press(&panel, name).await.unwrap();
        assert!(matches!(&answer, Answer::Updated(seen) if seen.content == "pressed"));
    }
    let later = alice.press(&panel, "Later").await.unwrap();
    assert_eq!(later, Answer::DeferredUpdate);
    let done = house.discord.until(|world| {
        world
            .message(panel.id)
            .is_some_and(|m| m.content == "done later")
    });
    done.await.unwrap();
    assert_eq!(
        alice.press(&panel, "Dead").await,
        Err(Unable::Disabled("Dead".into()))
    );
    let link = alice.press(&panel, "Link").await;
    assert_eq!(link, Err(Unable::IsLink("https://example.com".into())));
    assert!(matches!(
        alice.press(&panel, "None").await,
        Err(Unable::NoSuchComponent { .. })
    ));
    // What only Alice sees, nobody else can press.
    assert_eq!(
        house.person("bob").press(&panel, "Press").await,
        Err(Unable::Gone)
    );
    alice.dismiss(panel.id).unwrap();
    assert_eq!(alice.press(&panel, "Press").await, Err(Unable::Gone));
    assert_eq!(house.discord.refusals(), []);
}

#[tokio::test]
async fn selects_take_what_they_offer() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let panel = message(alice.types("/panel").await.unwrap());
    let blue = message(
        alice
            .choose(&panel, "Which colour?", &["Blue"])
            .await
            .unwrap(),
    );
    assert_eq!(blue.content, "blue");
    let two = message(
        alice
            .choose(&panel, "people", &["@bob", "@alice"])
            .await
            .unwrap(),
    );
    assert_eq!(two.content, "2 people");
    let green = alice.choose(&panel, "1", &["Green"]).await;
    assert!(matches!(green, Err(Unable::NotAChoice { .. })));
    let both = alice.choose(&panel, "1", &["Red", "Blue"]).await;
    assert!(matches!(both, Err(Unable::WrongCount { given: 2, .. })));
    assert_eq!(house.discord.refusals(), []);
}

#[tokio::test]
async fn a_form_is_checked_and_sent() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let panel = message(alice.types("/panel").await.unwrap());
    let form = alice.press(&panel, "Form").await.unwrap().modal().unwrap();
    assert_eq!(form.title, "A note");
    let missing = alice.submit(&form, &[]).await;
    assert_eq!(missing, Err(Unable::InputMissing("Note".into())));
    let long = alice
        .submit(&form, &[("Note", "far too long for it")])
        .await;
    assert!(matches!(long, Err(Unable::WrongLength { most: 10, .. })));
    let unknown = alice.submit(&form, &[("Title", "x")]).await;
    assert_eq!(unknown, Err(Unable::NoSuchInput("Title".into())));
    let answer = alice.submit(&form, &[("note", "short")]).await.unwrap();
    assert_eq!(message(answer).content, "noted Some(\"short\")");
    assert_eq!(house.discord.refusals(), []);
}

#[tokio::test]
async fn menus_name_their_target() {
    let (house, _bot) = house().await;
    let alice = house.person("alice");
    let wave = message(alice.user_menu("Wave at", "@bob").await.unwrap());
    assert_eq!(wave.content, format!("waves at <@{}>", house.bob));
    assert!(wave.pinged.is_empty());
    let said = house.person("bob").say("well done, @alice").unwrap();
    let quote = message(alice.message_menu("Quote", said.id).await.unwrap());
    assert_eq!(quote.content, "> well done, @alice");
    let gone = alice.message_menu("Quote", MessageId(1)).await;
    assert_eq!(gone, Err(Unable::Gone));
}

#[tokio::test]
async fn files_are_kept_and_served() {
    let (house, _bot) = house().await;
    let seen = message(house.person("alice").types("/picture").await.unwrap());
    assert_eq!(seen.files[0].filename, "map.png");
    assert_eq!(seen.files[0].description.as_deref(), Some("A map"));
    assert_eq!(seen.files[0].bytes, b"not really a picture");
    let listed = house
        .get(&format!("/channels/{}/messages", house.general))
        .await;
    let url = listed.json[0]["embeds"][0]["image"]["url"]
        .as_str()
        .unwrap();
    let served = reqwest::get(url).await.unwrap().bytes().await.unwrap();
    assert_eq!(&served[..], b"not really a picture");
}

#[tokio::test]
async fn commands_work_in_direct_messages() {
    let (house, _bot) = house().await;
    let alice = house.person("alice").in_dms();
    let answer = message(alice.types("/greet @alice").await.unwrap());
    assert_eq!(
        answer.content,
        "whom=alice member=false\nby=None context=Some(BotDm)"
    );
    assert_eq!(house.discord.refusals(), []);
}

#[tokio::test]
async fn a_bot_that_says_nothing_did_not_respond() {
    let (house, bot) = house().await;
    let alice = house
        .person("alice")
        .patient(std::time::Duration::from_millis(50));
    let silent = alice.types("/silent").await.unwrap_err();
    assert_eq!(silent.to_string(), "The application did not respond");
    bot.shards.shutdown_all().await;
    house
        .discord
        .until(|world| !world.bot_is_connected())
        .await
        .unwrap();
    assert_eq!(
        house.person("alice").types("/panel").await,
        Err(Unable::NoResponse)
    );
}

#[tokio::test]
async fn an_interaction_delivered_twice_is_answered_once() {
    let (house, bot) = house().await;
    house.person("alice").types("/lamp on").await.unwrap();
    house.discord.redeliver_last();
    let refused = house
        .discord
        .until(|world| world.requests().any(|r| r.refusal.is_some()));
    refused.await.unwrap();
    let refusals = house.discord.refusals();
    assert_eq!(refusals[0].status, 400);
    assert_eq!(refusals[0].refusal.as_ref().unwrap()["code"], 40060);
    let heard = bot.heard.lock().unwrap();
    let deliveries = heard.iter().filter(|line| line.starts_with("interaction"));
    assert_eq!(deliveries.count(), 2);
}

#[tokio::test]
async fn people_write_and_delete() {
    let (house, _bot) = house().await;
    let (alice, bob) = (house.person("alice"), house.person("bob"));
    let said = alice.say(&format!("hello <@{}>", house.bob)).unwrap();
    assert_eq!(said.pinged, [house.bob]);
    assert_eq!(bob.delete_message(said.id), Err(Unable::MayNot));
    assert_eq!(house.person("olga").delete_message(said.id), Ok(()));
    assert_eq!(alice.look_again(said.id), Err(Unable::Gone));
}

#[tokio::test]
async fn serenity_hands_on_a_button_in_a_container() {
    let (house, _bot) = house().await;
    let button = json!({ "type": 2, "style": 1, "label": "Form", "custom_id": "form" });
    let texts = json!([{ "type": 10, "content": "Bob" }]);
    let section = json!({ "type": 9, "components": texts, "accessory": button });
    let body = json!({
        "flags": 1 << 15,
        "components": [{ "type": 17, "components": [section] }],
    });
    assert_eq!(house.send(body).await.status, 200);
    let alice = house.person("alice");
    let seen = alice.messages().pop().unwrap();
    let form = alice.press_below(&seen, "Bob", "Form").await.unwrap();
    assert_eq!(form.modal().unwrap().title, "A note");
}
