//! A small bot on serenity, which answers whatever a person can do.

use std::sync::{Arc, Mutex, OnceLock};

use rehearsal::Rehearsal;
use serenity::all::{
    ActionRowComponent, AutocompleteChoice, ButtonStyle, Client, CommandDataOptionValue,
    CommandInteraction, CommandOptionType, CommandType, ComponentInteraction,
    ComponentInteractionDataKind, Context, CreateActionRow, CreateAllowedMentions,
    CreateAttachment, CreateAutocompleteResponse, CreateButton, CreateCommand, CreateCommandOption,
    CreateEmbed, CreateInputText, CreateInteractionResponse, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage, CreateMessage, CreateModal, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption, EditInteractionResponse, EventHandler,
    GatewayIntents, Http, InputTextStyle, Interaction, Message, ModalInteraction, Permissions,
    Ready, ShardManager, UserId,
};
use serenity::http::HttpBuilder;
use tokio::task::JoinHandle;

/// The names of the events that the bot has heard, in order.
pub(crate) type Heard = Arc<Mutex<Vec<String>>>;

/// The bot, running until it is dropped.
pub(crate) struct Bot {
    pub(crate) heard: Heard,
    pub(crate) shards: Arc<ShardManager>,
    running: JoinHandle<()>,
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.running.abort();
    }
}

impl Bot {
    /// Connects, and returns when its commands are registered.
    pub(crate) async fn join(discord: &Rehearsal) -> Self {
        let intents = GatewayIntents::GUILDS
            | GatewayIntents::GUILD_MESSAGES
            | GatewayIntents::DIRECT_MESSAGES;
        Self::join_with(discord, intents).await
    }

    pub(crate) async fn join_with(discord: &Rehearsal, intents: GatewayIntents) -> Self {
        let http: Http = HttpBuilder::new(discord.token())
            .proxy(discord.api_url())
            .ratelimiter_disabled(true)
            .build();
        let heard = Heard::default();
        let address = Arc::new(OnceLock::new());
        let handler = Handler(Arc::clone(&heard), Arc::clone(&address));
        let builder = serenity::client::ClientBuilder::new_with_http(http, intents);
        let mut client: Client = builder.event_handler(handler).await.unwrap();
        let shards = Arc::clone(&client.shard_manager);
        address.set(Arc::clone(&client.ws_url)).unwrap();
        let running = tokio::spawn(async move { client.start().await.unwrap() });
        discord.registered().await.unwrap();
        Self {
            heard,
            shards,
            running,
        }
    }
}

/// serenity by itself would resume at the address where it began.
struct Handler(Heard, Arc<OnceLock<Arc<tokio::sync::Mutex<String>>>>);

#[serenity::async_trait]
impl EventHandler for Handler {
    async fn ready(&self, ctx: Context, ready: Ready) {
        *self.1.get().unwrap().lock().await = ready.resume_gateway_url;
        serenity::all::Command::set_global_commands(&ctx.http, commands())
            .await
            .unwrap();
    }

    async fn message(&self, _: Context, message: Message) {
        let line = format!("message {:?}", message.content);
        self.0.lock().unwrap().push(line);
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        self.0
            .lock()
            .unwrap()
            .push(format!("interaction {}", interaction.id()));
        match interaction {
            Interaction::Command(command) => on_command(&ctx, &command).await,
            Interaction::Autocomplete(command) => suggest(&ctx, &command).await,
            Interaction::Component(component) => on_component(&ctx, &component).await,
            Interaction::Modal(modal) => on_modal(&ctx, &modal).await,
            _ => {}
        }
    }
}

fn commands() -> Vec<CreateCommand> {
    let option = CreateCommandOption::new;
    vec![
        CreateCommand::new("greet")
            .description("Greets somebody")
            .add_option(option(CommandOptionType::User, "whom", "Whom").required(true))
            .add_option(
                option(CommandOptionType::String, "when", "When")
                    .set_autocomplete(true)
                    .max_length(20),
            )
            .add_option(
                option(CommandOptionType::Integer, "times", "How often")
                    .min_int_value(1)
                    .max_int_value(5),
            )
            .add_option(
                option(CommandOptionType::String, "tone", "How")
                    .add_string_choice("Very kind", "kind")
                    .add_string_choice("Short", "short"),
            ),
        CreateCommand::new("lamp")
            .description("The lamp")
            .add_option(option(CommandOptionType::SubCommand, "on", "Lights it"))
            .add_option(
                option(CommandOptionType::SubCommand, "colour", "Sets its colour").add_sub_option(
                    option(CommandOptionType::String, "name", "Which").required(true),
                ),
            ),
        CreateCommand::new("think").description("Takes its time"),
        CreateCommand::new("panel").description("Buttons and selects"),
        CreateCommand::new("picture").description("A file"),
        CreateCommand::new("silent").description("Never answers"),
        CreateCommand::new("admin")
            .description("For those who manage the server")
            .default_member_permissions(Permissions::MANAGE_GUILD),
        CreateCommand::new("Wave at").kind(CommandType::User),
        CreateCommand::new("Quote").kind(CommandType::Message),
    ]
}

async fn on_command(ctx: &Context, command: &CommandInteraction) {
    let reply = match command.data.name.as_str() {
        "greet" => greet(command),
        "lamp" => {
            let sub = &command.data.options[0];
            say(format!("lamp {} {:?}", sub.name, sub.value))
        }
        "panel" => CreateInteractionResponse::Message(panel()),
        "picture" => CreateInteractionResponse::Message(picture()),
        "think" => return think(ctx, command).await,
        "silent" => return,
        "Wave at" => say(format!("waves at <@{}>", command.data.target_id.unwrap())),
        "Quote" => {
            let quoted = command.data.resolved.messages.values().next().unwrap();
            say(format!("> {}", quoted.content))
        }
        other => say(other),
    };
    // The second of two deliveries of the same interaction is refused.
    let _ = command.create_response(&ctx.http, reply).await;
}

fn say(text: impl Into<String>) -> CreateInteractionResponse {
    let mentions = CreateAllowedMentions::new().empty_users();
    CreateInteractionResponse::Message(
        CreateInteractionResponseMessage::new()
            .content(text)
            .allowed_mentions(mentions),
    )
}

fn greet(command: &CommandInteraction) -> CreateInteractionResponse {
    let mut lines = Vec::new();
    for option in &command.data.options {
        let value = match &option.value {
            CommandDataOptionValue::User(user) => {
                let member = command.data.resolved.members.contains_key(user);
                format!("{} member={member}", command.data.resolved.users[user].name)
            }
            value => format!("{value:?}"),
        };
        lines.push(format!("{}={value}", option.name));
    }
    let member = command.member.as_ref().map(|m| m.user.name.clone());
    lines.push(format!("by={member:?} context={:?}", command.context));
    say(lines.join("\n"))
}

fn panel() -> CreateInteractionResponseMessage {
    let options = vec![
        CreateSelectMenuOption::new("Red", "red"),
        CreateSelectMenuOption::new("Blue", "blue"),
    ];
    CreateInteractionResponseMessage::new()
        .content("panel")
        .ephemeral(true)
        .embed(CreateEmbed::new().title("A panel").field("a", "b", true))
        .components(vec![
            CreateActionRow::Buttons(vec![
                CreateButton::new("press").label("Press"),
                CreateButton::new("form")
                    .label("Form")
                    .style(ButtonStyle::Success),
                CreateButton::new("later").label("Later"),
                CreateButton::new("dead").label("Dead").disabled(true),
                CreateButton::new_link("https://example.com").label("Link"),
            ]),
            CreateActionRow::SelectMenu(
                CreateSelectMenu::new("colour", CreateSelectMenuKind::String { options })
                    .placeholder("Which colour?"),
            ),
            CreateActionRow::SelectMenu(
                CreateSelectMenu::new(
                    "people",
                    CreateSelectMenuKind::User {
                        default_users: None,
                    },
                )
                .max_values(2),
            ),
        ])
}

fn picture() -> CreateInteractionResponseMessage {
    let file =
        CreateAttachment::bytes(b"not really a picture".as_slice(), "map.png").description("A map");
    CreateInteractionResponseMessage::new()
        .add_file(file)
        .embed(CreateEmbed::new().attachment("map.png"))
}

async fn think(ctx: &Context, command: &CommandInteraction) {
    command.defer_ephemeral(&ctx.http).await.unwrap();
    let edit = EditInteractionResponse::new().content("thought");
    command.edit_response(&ctx.http, edit).await.unwrap();
    let more = CreateInteractionResponseFollowup::new().content("and more");
    command.create_followup(&ctx.http, more).await.unwrap();
    let user: UserId = command.user.id;
    let dm = CreateMessage::new().content("by mail");
    user.direct_message(&ctx.http, dm).await.unwrap();
}

async fn suggest(ctx: &Context, command: &CommandInteraction) {
    let typed = command.data.autocomplete().unwrap();
    let name = format!("{} is {}", typed.name, typed.value);
    let choice = AutocompleteChoice::new(name, typed.value);
    let reply = CreateAutocompleteResponse::new().set_choices(vec![choice]);
    let reply = CreateInteractionResponse::Autocomplete(reply);
    command.create_response(&ctx.http, reply).await.unwrap();
}

async fn on_component(ctx: &Context, component: &ComponentInteraction) {
    let reply = match (&component.data.kind, component.data.custom_id.as_str()) {
        (ComponentInteractionDataKind::StringSelect { values }, _) => update(&values.join(",")),
        (ComponentInteractionDataKind::UserSelect { values }, _) => {
            update(&format!("{} people", values.len()))
        }
        (_, "form") => CreateInteractionResponse::Modal(form()),
        (_, "later") => {
            component.defer(&ctx.http).await.unwrap();
            let edit = EditInteractionResponse::new().content("done later");
            component.edit_response(&ctx.http, edit).await.unwrap();
            return;
        }
        _ => update("pressed"),
    };
    component.create_response(&ctx.http, reply).await.unwrap();
}

fn update(text: &str) -> CreateInteractionResponse {
    CreateInteractionResponse::UpdateMessage(CreateInteractionResponseMessage::new().content(text))
}

fn form() -> CreateModal {
    let note = CreateInputText::new(InputTextStyle::Paragraph, "Note", "note").max_length(10);
    let more = CreateInputText::new(InputTextStyle::Short, "More", "more").required(false);
    CreateModal::new("note-form", "A note").components(vec![
        CreateActionRow::InputText(note),
        CreateActionRow::InputText(more),
    ])
}

async fn on_modal(ctx: &Context, modal: &ModalInteraction) {
    let ActionRowComponent::InputText(input) = &modal.data.components[0].components[0] else {
        return;
    };
    let reply = update(&format!("noted {:?}", input.value));
    modal.create_response(&ctx.http, reply).await.unwrap();
}
