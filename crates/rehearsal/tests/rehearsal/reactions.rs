//! Reactions to messages, and the emoji of guilds.

use rehearsal::permissions::{ADD_REACTIONS, READ_MESSAGE_HISTORY};
use rehearsal::{MessageId, Overwrite, Unable};
use serde_json::json;

use crate::client::{GUILD_MESSAGES, GUILDS, Wire};
use crate::description::Description;
use crate::house::House;

const GUILD_MESSAGE_REACTIONS: u64 = 1 << 10;
const CLAP: &str = "👏";
/// The same in the address of a request.
const CLAP_IN_ROUTE: &str = "%F0%9F%91%8F";

/// A message of Alice's.
fn message(house: &House) -> MessageId {
    house.person("alice").say("here is how").unwrap().id
}

fn route(house: &House, message: MessageId, emoji: &str) -> String {
    let general = house.general;
    format!("/channels/{general}/messages/{message}/reactions/{emoji}")
}

#[tokio::test]
async fn reactions_are_told_to_sessions_that_asked_for_them() {
    let house = House::open().await;
    let intents = GUILDS | GUILD_MESSAGE_REACTIONS;
    let (mut hears, _) = Wire::identified(&house.discord, intents).await;
    let (mut deaf, _) = Wire::identified(&house.discord, GUILDS | GUILD_MESSAGES).await;
    for wire in [&mut hears, &mut deaf] {
        wire.event("GUILD_CREATE").await;
    }
    let message = message(&house);
    deaf.event("MESSAGE_CREATE").await;
    let bob = house.person("bob");
    bob.react(message, CLAP).unwrap();
    bob.react(message, CLAP).unwrap();
    let added = &hears.event("MESSAGE_REACTION_ADD").await["d"];
    assert_eq!(added["emoji"], json!({ "id": null, "name": CLAP }));
    assert_eq!(added["message_author_id"], json!(house.alice));
    assert_eq!(added["member"]["user"]["id"], json!(house.bob));
    bob.unreact(message, CLAP).unwrap();
    bob.unreact(message, CLAP).unwrap();
    let removed = &hears.event("MESSAGE_REACTION_REMOVE").await["d"];
    assert_eq!(removed["user_id"], json!(house.bob));
    assert!(removed.get("member").is_none());
    bob.react(message, CLAP).unwrap();
    hears.event("MESSAGE_REACTION_ADD").await;
    assert_eq!(bob.clear_reactions(message), Err(Unable::MayNot));
    let olga = house.person("olga");
    olga.clear_emoji(message, CLAP).unwrap();
    let cleared = &hears.event("MESSAGE_REACTION_REMOVE_EMOJI").await["d"];
    let expected = json!({
        "guild_id": house.guild, "channel_id": house.general, "message_id": message,
        "emoji": { "id": null, "name": CLAP },
    });
    assert_eq!(*cleared, expected);
    olga.clear_reactions(message).unwrap();
    hears.event("MESSAGE_REACTION_REMOVE_ALL").await;
    hears.is_quiet().await;
    deaf.is_quiet().await;
}

#[tokio::test]
async fn reacting_takes_an_emoji_that_exists_and_permissions() {
    let house = House::open().await;
    let (alice, bob) = (house.person("alice"), house.person("bob"));
    let message = message(&house);
    let unknown = Unable::Nobody(":party:".to_owned());
    assert_eq!(bob.react(message, ":party:"), Err(unknown));
    house
        .discord
        .change(|world| world.add_emoji(house.guild, "party"));
    bob.react(message, ":party:").unwrap();
    house.discord.change(|world| {
        let nobody = Overwrite {
            target: house.guild.everyone().0,
            allow: 0,
            deny: ADD_REACTIONS,
        };
        world.overwrite(house.general, nobody);
    });
    assert_eq!(bob.react(message, CLAP), Err(Unable::MayNot));
    alice.react(message, ":party:").unwrap();
    let seen = bob.look_again(message).unwrap();
    let [reacted] = &seen.reactions[..] else {
        unreachable!("{:?}", seen.reactions);
    };
    assert_eq!(
        (reacted.emoji.as_str(), reacted.count, reacted.mine),
        (":party:", 2, true)
    );
}

#[tokio::test]
async fn the_bot_reads_who_reacted_page_by_page() {
    let house = House::open().await;
    let message = message(&house);
    let clap = route(&house, message, CLAP_IN_ROUTE);
    assert_eq!(house.get(&clap).await.json, json!([]));
    for name in ["bob", "alice"] {
        house.person(name).react(message, CLAP).unwrap();
    }
    let first = house.get(&format!("{clap}?limit=1")).await.json;
    assert_eq!(first[0]["id"], json!(house.alice));
    let rest = house
        .get(&format!("{clap}?after={}", house.alice))
        .await
        .json;
    assert_eq!(rest[0]["id"], json!(house.bob));
    let unknown = (404, 10014);
    for emoji in ["x", "party:12"] {
        let refused = house.get(&route(&house, message, emoji)).await;
        assert_eq!(refused.refusal(), unknown, "{emoji}");
    }
    let gone = house.get(&route(&house, MessageId(1), CLAP_IN_ROUTE)).await;
    assert_eq!(gone.refusal(), (404, 10008));
    house
        .discord
        .change(|world| world.deny_bot(house.general, READ_MESSAGE_HISTORY));
    assert_eq!(house.get(&clap).await.refusal(), (403, 50001));
}

#[tokio::test]
async fn a_deleted_emoji_leaves_its_reactions() {
    let house = House::open().await;
    let message = message(&house);
    let party = house
        .discord
        .change(|world| world.add_emoji(house.guild, "party"));
    house.person("bob").react(message, ":party:").unwrap();
    let emojis = format!("/guilds/{}/emojis", house.guild);
    assert_eq!(house.get(&emojis).await.json[0]["name"], "party");
    house
        .discord
        .change(|world| world.delete_emoji(house.guild, party));
    assert_eq!(house.get(&emojis).await.json, json!([]));
    let path = route(&house, message, &format!("party:{party}"));
    assert_eq!(house.get(&path).await.json[0]["username"], "bob");
}

#[tokio::test]
#[ignore = "needs Discord's description of its API, at the path in DISCORD_OPENAPI"]
async fn answers_about_reactions_are_as_discord_describes_them() {
    let description = Description::given().unwrap();
    let house = House::open().await;
    let message = message(&house);
    house
        .discord
        .change(|world| world.add_emoji(house.guild, "party"));
    house.person("bob").react(message, ":party:").unwrap();
    house.person("bob").react(message, CLAP).unwrap();
    for (described, path) in [
        (
            "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}",
            route(&house, message, CLAP_IN_ROUTE),
        ),
        (
            "/channels/{channel_id}/messages/{message_id}",
            format!("/channels/{}/messages/{message}", house.general),
        ),
        (
            "/guilds/{guild_id}/emojis",
            format!("/guilds/{}/emojis", house.guild),
        ),
    ] {
        let got = house.get(&path).await;
        let problems = description.of_answer(described, "GET", got.status, &got.json);
        assert_eq!(problems, Vec::<String>::new(), "{}", got.json);
    }
}
