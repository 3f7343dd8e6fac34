//! serenity reads every answer, which takes more than Discord's description asks for.

use rehearsal::permissions::MANAGE_GUILD;
use serenity::all::{
    ChannelId, CreateActionRow, CreateAttachment, CreateButton, CreateEmbed, CreateMessage,
    CreateSelectMenu, CreateSelectMenuKind, EditMessage, GetMessages, GuildId, UserId,
};
use serenity::http::{Http, HttpBuilder};

use crate::house::House;

#[tokio::test]
async fn serenity_reads_every_answer() {
    let house = House::open_with(|world, guild| {
        world.allow_intents(1 << 1);
        world.name_bot("lamp-lighter");
        let role = world.add_role(guild, "keeper", MANAGE_GUILD);
        let bot = world.bot();
        world.give_role(guild, bot, role);
        world.set_nick(guild, bot, Some("Lamp"));
    })
    .await;
    let http: Http = HttpBuilder::new(house.discord.token())
        .proxy(house.discord.api_url())
        .ratelimiter_disabled(true)
        .build();
    let (guild, channel) = (GuildId::new(house.guild.0), ChannelId::new(house.general.0));
    let alice = UserId::new(house.alice.0);

    let application = http.get_current_application_info().await.unwrap();
    assert_eq!(application.id.to_string(), house.app());
    let me = http.get_current_user().await.unwrap();
    assert_eq!(me.name, "lamp-lighter");
    assert_eq!(http.get_bot_gateway().await.unwrap().shards, 1);
    assert_eq!(http.get_guild(guild).await.unwrap().roles.len(), 2);
    assert_eq!(http.get_channels(guild).await.unwrap()[0].name, "general");
    assert_eq!(
        http.get_guild_members(guild, None, None)
            .await
            .unwrap()
            .len(),
        4
    );
    let lamp = http.get_member(guild, me.id).await.unwrap();
    assert_eq!(lamp.nick.as_deref(), Some("Lamp"));
    assert_eq!(http.get_user(alice).await.unwrap().name, "alice");

    let sent = channel.say(&http, "hello").await.unwrap();
    let read = channel.messages(&http, GetMessages::new()).await.unwrap();
    assert_eq!(read[0].id, sent.id);
    let dm = alice.create_dm_channel(&http).await.unwrap();
    assert_eq!(dm.recipient.id, alice);
    sent.delete(&http).await.unwrap();
    assert_eq!(house.discord.refusals(), []);
}

#[tokio::test]
async fn serenity_reads_every_part_of_a_message() {
    let house = House::open().await;
    let http: Http = HttpBuilder::new(house.discord.token())
        .proxy(house.discord.api_url())
        .ratelimiter_disabled(true)
        .build();
    let channel = ChannelId::new(house.general.0);
    let kind = CreateSelectMenuKind::User {
        default_users: None,
    };
    let message = CreateMessage::new()
        .embed(
            CreateEmbed::new()
                .title("without fields")
                .attachment("map.png"),
        )
        .add_file(CreateAttachment::bytes(b"map".as_slice(), "map.png"))
        .components(vec![
            CreateActionRow::Buttons(vec![CreateButton::new("a").label("A")]),
            CreateActionRow::SelectMenu(CreateSelectMenu::new("b", kind)),
        ]);
    let mut sent = channel.send_message(&http, message).await.unwrap();
    let read = channel.message(&http, sent.id).await.unwrap();
    assert_eq!(read.components.len(), 2);
    // What an embed shows is not listed besides.
    assert_eq!(read.attachments.len(), 0);
    let url = &read.embeds[0].image.as_ref().unwrap().url;
    let map = reqwest::get(url).await.unwrap().bytes().await.unwrap();
    assert_eq!(map.as_ref(), b"map");

    // Without the file in it, and without asking for anything else to go.
    let bare = EditMessage::new().embeds(vec![]).remove_all_attachments();
    sent.edit(&http, bare).await.unwrap();
    let seen = house
        .person("alice")
        .look_again(rehearsal::MessageId(sent.id.get()));
    let seen = seen.unwrap();
    assert_eq!(
        (seen.files.len(), seen.embeds.len(), seen.rows().len()),
        (0, 0, 2)
    );
    assert_eq!(house.discord.refusals(), []);
}
