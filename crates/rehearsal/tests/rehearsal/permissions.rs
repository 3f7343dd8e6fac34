//! Who may do what where: roles, and what channels make of them.

use rehearsal::permissions::{
    BY_DEFAULT, READ_MESSAGE_HISTORY, SEND_MESSAGES, USE_APPLICATION_COMMANDS, VIEW_CHANNEL,
};
use rehearsal::{ChannelId, Overwrite, Unable, World};
use serde_json::{Value, json};

use crate::client::{GUILD_MESSAGES, GUILDS, Wire};
use crate::hand::Hand;
use crate::house::House;

const MISSING_ACCESS: (u16, u64) = (403, 50001);
const MISSING_PERMISSIONS: (u16, u64) = (403, 50013);

/// A channel that only the owner sees.
fn closed(house: &House) -> ChannelId {
    house.discord.change(|world| {
        let channel = world.add_channel(house.guild, "board");
        world.close_channel(channel);
        channel
    })
}

fn messages(channel: ChannelId) -> String {
    format!("/channels/{channel}/messages")
}

#[tokio::test]
async fn a_closed_channel_shows_the_bot_nothing() {
    let house = House::open().await;
    let board = closed(&house);
    let said = house
        .person("olga")
        .in_channel(board)
        .say("secret")
        .unwrap();
    for path in [
        format!("/channels/{board}"),
        messages(board),
        format!("{}/{}", messages(board), said.id),
    ] {
        assert_eq!(house.get(&path).await.refusal(), MISSING_ACCESS, "{path}");
    }
    let sent = house
        .post(&messages(board), json!({ "content": "x" }))
        .await;
    assert_eq!(sent.refusal(), MISSING_ACCESS);
    let bot = house.discord.look(World::bot);
    house.discord.change(|world| world.let_in(board, bot));
    assert_eq!(
        house.get(&messages(board)).await.json[0]["content"],
        "secret"
    );
}

#[tokio::test]
async fn what_happens_in_a_closed_channel_is_not_told() {
    let house = House::open().await;
    let board = closed(&house);
    let (mut wire, _) = Wire::identified(&house.discord, GUILD_MESSAGES).await;
    let olga = house.person("olga").in_channel(board);
    let said = olga.say("secret").unwrap();
    olga.delete_message(said.id).unwrap();
    wire.is_quiet().await;
    house.discord.change(|world| world.reopen_channel(board));
    olga.say("open").unwrap();
    wire.event("MESSAGE_CREATE").await;
}

#[tokio::test]
async fn people_neither_see_nor_write_in_a_channel_that_is_closed_to_them() {
    let house = House::open().await;
    let board = closed(&house);
    house
        .person("olga")
        .in_channel(board)
        .say("secret")
        .unwrap();
    let alice = house.person("alice").in_channel(board);
    assert_eq!(alice.messages(), []);
    assert_eq!(alice.say("x"), Err(Unable::MayNot));
    house
        .discord
        .change(|world| world.let_in(board, alice.id()));
    assert_eq!(alice.messages().len(), 1);
    assert!(alice.say("x").is_ok());
}

#[tokio::test]
async fn a_role_opens_a_closed_channel_until_it_is_deleted() {
    let house = House::open().await;
    let board = closed(&house);
    let alice = house.person("alice").in_channel(board);
    let crew = house.discord.change(|world| {
        let crew = world.add_role(house.guild, "crew", 0);
        world.give_role(house.guild, alice.id(), crew);
        world.let_role_in(board, crew);
        crew
    });
    assert!(alice.say("x").is_ok());
    house
        .discord
        .change(|world| world.delete_role(house.guild, crew));
    assert_eq!(alice.say("x"), Err(Unable::MayNot));
}

#[tokio::test]
async fn an_overwrite_for_a_member_outweighs_that_for_their_role() {
    let house = House::open().await;
    let alice = house.person("alice");
    house.discord.change(|world| {
        let muted = world.add_role(house.guild, "muted", 0);
        world.give_role(house.guild, alice.id(), muted);
        world.overwrite(house.general, Overwrite::denying(muted.0, SEND_MESSAGES));
    });
    assert_eq!(alice.say("x"), Err(Unable::MayNot));
    house.discord.change(|world| {
        world.overwrite(
            house.general,
            Overwrite::allowing(alice.id().0, SEND_MESSAGES),
        );
    });
    assert!(alice.say("x").is_ok());
}

#[tokio::test]
async fn a_client_does_not_offer_a_channel_that_its_person_cannot_see() {
    let mut hand = Hand::new().await;
    let option = json!({ "type": 7, "name": "where", "description": "d" });
    let command = json!([{ "name": "go", "description": "d", "options": [option] }]);
    let path = format!("/applications/{}/commands", hand.house.app());
    hand.house.ask(reqwest::Method::PUT, &path, command).await;
    let board = closed(&hand.house);
    let alice = hand.house.person("alice");
    for named in ["#board".to_owned(), format!("<#{board}>")] {
        let typed = alice.types(&format!("/go where: {named}")).await;
        assert_eq!(typed.err(), Some(Unable::Nobody(named)));
    }
    let alice = alice.id();
    hand.house
        .discord
        .change(|world| world.let_in(board, alice));
    let (_waiting, told) = hand.typed("/go where: #board").await;
    let named = &told["data"]["resolved"]["channels"][board.to_string()];
    assert_eq!(named["name"], "board");
}

#[tokio::test]
async fn commands_are_offered_to_those_who_may_use_them() {
    let hand = Hand::new().await;
    let general = hand.house.general;
    let alice = hand.house.person("alice");
    assert_eq!(alice.commands().len(), 1);
    let everyone = hand.house.guild.0;
    for denied in [USE_APPLICATION_COMMANDS, VIEW_CHANNEL] {
        hand.house
            .discord
            .change(|world| world.overwrite(general, Overwrite::denying(everyone, denied)));
        assert_eq!(alice.commands().len(), 0);
    }
}

#[tokio::test]
async fn a_role_of_the_guild_gives_what_everyone_lost() {
    let house = House::open().await;
    let everyone = house.guild.everyone();
    house.discord.change(|world| {
        world.set_role_permissions(house.guild, everyone, BY_DEFAULT & !SEND_MESSAGES);
    });
    let hello = json!({ "content": "x" });
    assert_eq!(
        house.send(hello.clone()).await.refusal(),
        MISSING_PERMISSIONS
    );
    house.discord.change(|world| {
        let role = world.add_role(house.guild, "bot", SEND_MESSAGES);
        world.give_role(house.guild, world.bot(), role);
    });
    assert_eq!(house.send(hello).await.status, 200);
}

#[tokio::test]
async fn a_bot_that_may_not_read_the_history_finds_it_empty() {
    let house = House::open().await;
    let said = house.person("alice").say("x").unwrap();
    house
        .discord
        .change(|world| world.deny_bot(house.general, READ_MESSAGE_HISTORY));
    let path = messages(house.general);
    assert_eq!(house.get(&path).await.json, json!([]));
    let one = house.get(&format!("{path}/{}", said.id)).await;
    assert_eq!(one.refusal(), MISSING_ACCESS);
}

#[tokio::test]
async fn overwrites_and_roles_are_told() {
    let house = House::open().await;
    let board = closed(&house);
    let overwrite = json!([{
        "id": house.guild.to_string(), "type": 0, "allow": "0", "deny": VIEW_CHANNEL.to_string(),
    }]);
    let of_board = |channels: &Value| {
        let mut channels = channels.as_array().unwrap().iter();
        let found = channels.find(|channel| channel["name"] == "board").unwrap();
        assert_eq!(found["id"], board.to_string());
        found["permission_overwrites"].clone()
    };
    let listed = house
        .get(&format!("/guilds/{}/channels", house.guild))
        .await;
    assert_eq!(of_board(&listed.json), overwrite);
    let (mut wire, _) = Wire::identified(&house.discord, GUILDS).await;
    let guild = wire.event("GUILD_CREATE").await;
    assert_eq!(of_board(&guild["d"]["channels"]), overwrite);
    let crew = house
        .discord
        .change(|world| world.add_role(house.guild, "crew", 0));
    let created = wire.event("GUILD_ROLE_CREATE").await;
    assert_eq!(created["d"]["role"]["name"], "crew");
    let roles = house.get(&format!("/guilds/{}/roles", house.guild)).await;
    assert_eq!(roles.json[1]["id"], crew.to_string());
    house.discord.change(|world| {
        world.set_role_permissions(house.guild, crew, SEND_MESSAGES);
        world.delete_role(house.guild, crew);
    });
    wire.event("GUILD_ROLE_UPDATE").await;
    let deleted = wire.event("GUILD_ROLE_DELETE").await;
    assert_eq!(deleted["d"]["role_id"], crew.to_string());
}
