//! The prompt before a bot of a few lines: what a script reads like, and how it fails.

use serenity::all::{
    ActionRowComponent, ButtonStyle, Command, CommandInteraction, CommandOptionType, CommandType,
    ComponentInteraction, Context, CreateActionRow, CreateButton, CreateCommand,
    CreateCommandOption, CreateInputText, CreateInteractionResponse as Respond,
    CreateInteractionResponseMessage as Say, CreateMessage, CreateModal, EventHandler,
    GatewayIntents, InputTextStyle, Interaction, ModalInteraction, Ready,
};
use serenity::http::HttpBuilder;

use super::*;
use crate::World;

const CAST: &str = r#"
start = "2026-11-23T08:00:00Z"
bot = "Greeter"
people = [
    { name = "alice", shown = "Alice", zone = "Europe/Berlin" },
    { name = "bob", shown = "Bob", zone = "America/New_York" },
]
servers = [{ name = "Lighthouse", owner = "alice", channels = ["general", "random"], people = ["bob"] }]
"#;

struct Greeter;

#[serenity::async_trait]
impl EventHandler for Greeter {
    async fn ready(&self, ctx: Context, _: Ready) {
        let whom = CreateCommandOption::new(CommandOptionType::User, "whom", "Whom to greet");
        let greet = CreateCommand::new("greet")
            .description("Greets")
            .name_localized("de", "gruss")
            .description_localized("de", "Grüßt")
            .add_option(whom.required(true));
        let quote = CreateCommand::new("Quote this").kind(CommandType::Message);
        let silent = CreateCommand::new("silent").description("Says nothing");
        Command::set_global_commands(&ctx, vec![greet, quote, silent])
            .await
            .unwrap();
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let (answer, dm) = match &interaction {
            Interaction::Command(used) => (on_command(used), None),
            Interaction::Component(used) => (Some(on_press(used)), Some(used.user.id)),
            Interaction::Modal(form) => (Some(on_form(form)), None),
            _ => (None, None),
        };
        let Some(answer) = answer else { return };
        match &interaction {
            Interaction::Command(used) => used.create_response(&ctx, answer).await.unwrap(),
            Interaction::Component(used) => used.create_response(&ctx, answer).await.unwrap(),
            Interaction::Modal(form) => form.create_response(&ctx, answer).await.unwrap(),
            _ => {}
        }
        if let Some(person) = dm {
            // Refused while they take no direct messages.
            let _ = person
                .direct_message(&ctx, CreateMessage::new().content("You did it."))
                .await;
        }
    }
}

fn on_command(used: &CommandInteraction) -> Option<Respond> {
    let said = match used.data.name.as_str() {
        "greet" => {
            let buttons = vec![
                CreateButton::new("wave")
                    .label("Wave")
                    .style(ButtonStyle::Primary),
                CreateButton::new("more").label("Say more"),
            ];
            let text = format!("Hello <@{}>", used.data.resolved.users.keys().next()?);
            let rows = vec![CreateActionRow::Buttons(buttons)];
            Say::new().content(text).ephemeral(true).components(rows)
        }
        "Quote this" => {
            let quoted = used.data.resolved.messages.values().next()?;
            Say::new().content(format!("Somebody said: {}", quoted.content))
        }
        _ => return None,
    };
    Some(Respond::Message(said))
}

fn on_press(used: &ComponentInteraction) -> Respond {
    if used.data.custom_id == "wave" {
        let said = Say::new().content("You waved.").components(vec![]);
        return Respond::UpdateMessage(said);
    }
    let field = CreateInputText::new(InputTextStyle::Short, "What else?", "else");
    let rows = vec![CreateActionRow::InputText(field)];
    Respond::Modal(CreateModal::new("more", "More").components(rows))
}

fn on_form(form: &ModalInteraction) -> Respond {
    let ActionRowComponent::InputText(field) = &form.data.components[0].components[0] else {
        panic!("a form has text fields");
    };
    let text = field.value.clone().unwrap_or_default();
    Respond::Message(Say::new().content(format!("{} adds: {text}", form.user.name)))
}

/// A prompt before the greeter, which has registered its commands.
async fn prompt() -> Prompt {
    let cast = Cast::parse(CAST).unwrap();
    let clock = MovableClock::standing(cast.start);
    let mut world = World::new(Arc::new(clock.clone()));
    let zones = cast.enter(&mut world).unwrap();
    let bot = world.bot();
    let rehearsal = Rehearsal::start(world).await.unwrap();
    let http = HttpBuilder::new(rehearsal.token())
        .proxy(rehearsal.api_url())
        .ratelimiter_disabled(true)
        .application_id(bot.0.into())
        .build();
    let intents = GatewayIntents::GUILDS;
    let mut client = serenity::client::ClientBuilder::new_with_http(http, intents)
        .event_handler(Greeter)
        .await
        .unwrap();
    tokio::spawn(async move { client.start().await });
    rehearsal.registered().await.unwrap();
    Prompt::new(Arc::new(rehearsal), clock, &cast, zones).unwrap()
}

/// What a script reads like, and why it failed if it did.
async fn played(text: &str) -> String {
    let mut prompt = prompt().await;
    let mut out = Vec::new();
    let played = Script {
        name: "test.script",
        text,
    }
    .play(&mut prompt, &mut out)
    .await;
    let read = String::from_utf8(out).unwrap();
    match played {
        Ok(()) => read,
        Err(failed) => format!("{read}FAILED: {failed}\n"),
    }
}

#[tokio::test]
async fn a_script_reads_as_what_was_done_and_seen() {
    let script = "\
# Greeting somebody
clock
/greet @bob
expect Hello
press wave
say good morning @bob
as bob
in #general
look
menu Quote this 3
/greet @alice
press Say more
fill 1: nice to see you
submit
dms
dms close
clock +1 hour
people
quit
this is not reached";
    insta::assert_snapshot!(played(script).await);
}

#[tokio::test]
async fn commands_are_listed_in_the_language_of_who_types() {
    let read = played("/\nlanguage de\n/\n/gruss @bob\npeople\nlanguage xx").await;
    insta::assert_snapshot!(read);
}

#[tokio::test]
async fn a_script_stops_at_the_first_line_that_fails() {
    let failing = [
        "clock\ndance",
        "press Wave",
        "/greet @bob\npress Hug",
        "/greet @bob\nchoose 1 x",
        "/greet whom: @nobody",
        "/wave",
        "/greet @bob\nexpect Goodbye",
        "submit",
        "as mallory",
        "in #secrets",
        "menu Quote this 7",
        "clock yesterday",
    ];
    let mut failures = String::new();
    for text in failing {
        let read = played(text).await;
        failures.push_str(read.split_once("FAILED: ").unwrap().1);
    }
    insta::assert_snapshot!(failures);
}

#[tokio::test]
async fn a_bot_that_does_not_answer_fails_the_line() {
    let read = played("/silent").await;
    assert!(
        read.contains("line 1 `/silent`: The application did not respond"),
        "{read}"
    );
}

#[tokio::test]
async fn somebody_typing_is_asked_for_each_field() {
    let mut prompt = prompt().await;
    let mut out = Vec::new();
    let typed = "/greet @bob\npress 2\nhow are you\nnonsense\nquit\n";
    converse(&mut prompt, typed.as_bytes(), &mut out)
        .await
        .unwrap();
    let read = String::from_utf8(out).unwrap();
    insta::assert_snapshot!(read);
}
