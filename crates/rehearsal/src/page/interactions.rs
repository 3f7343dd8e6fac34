//! What a person does to the bot, as a client sends it.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Desk;
use crate::ids::{ChannelId, InteractionId, MessageId, UserId};
use crate::{Answer, CommandKind, Person, Unable};

/// A use of the bot. What its `data` has depends on its type.
#[derive(Deserialize)]
pub(super) struct Interaction {
    /// 2 a command, 3 a component, 4 a command being typed, 5 a form.
    #[serde(rename = "type")]
    kind: u8,
    channel_id: ChannelId,
    /// The message whose component was used.
    message_id: Option<MessageId>,
    data: Value,
}

#[derive(Deserialize)]
struct Used {
    #[serde(rename = "type")]
    kind: u64,
    name: String,
    #[serde(default)]
    options: Vec<Given>,
    /// Whose menu it was picked from: a person's or a message's.
    target_id: Option<String>,
}

/// An option with its value, or a subcommand with its options.
#[derive(Deserialize)]
struct Given {
    #[serde(rename = "type")]
    kind: u8,
    name: String,
    #[serde(default)]
    value: Value,
    #[serde(default)]
    options: Vec<Given>,
    /// Whether it is what is being typed.
    #[serde(default)]
    focused: bool,
}

#[derive(Deserialize)]
struct Component {
    #[serde(rename = "component_type")]
    kind: u8,
    custom_id: String,
    #[serde(default)]
    values: Vec<String>,
}

#[derive(Deserialize)]
struct Form {
    /// The interaction that was answered with the form.
    id: InteractionId,
    components: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    components: Vec<Field>,
}

#[derive(Deserialize)]
struct Field {
    custom_id: String,
    value: String,
}

/// Does it and waits for the bot. A message that is the answer comes by the stream; a form or
/// suggestions are the answer here.
pub(super) async fn interact(
    State(desk): State<Desk>,
    Path(user): Path<UserId>,
    Json(interaction): Json<Interaction>,
) -> Result<Json<Value>, Unable> {
    let person = desk.person(user)?.in_channel(interaction.channel_id);
    let data = interaction.data;
    let answer = match interaction.kind {
        2 => command(&person, read(data)?).await?,
        3 => component(&person, interaction.message_id, read(data)?).await?,
        4 => suggest(&person, read(data)?).await?,
        5 => submit(&person, read(data)?).await?,
        _ => return Err(Unable::NotAnInteraction),
    };
    Ok(Json(match answer {
        Answer::Modal(modal) => json!({ "modal": modal }),
        Answer::Choices(choices) => json!({ "choices": choices }),
        Answer::Message(_) | Answer::Updated(_) | Answer::DeferredUpdate | Answer::Withdrawn => {
            json!({})
        }
    }))
}

fn read<T: DeserializeOwned>(data: Value) -> Result<T, Unable> {
    serde_json::from_value(data).map_err(|_| Unable::NotAnInteraction)
}

async fn command(person: &Person, used: Used) -> Result<Answer, Unable> {
    let target = used.target_id.as_deref().unwrap_or_default();
    match CommandKind::from_number(used.kind) {
        Some(CommandKind::User) => person.user_menu(&used.name, &format!("<@{target}>")).await,
        Some(CommandKind::Message) => {
            let message = target.parse().map_err(|_| Unable::Gone)?;
            person.message_menu(&used.name, message).await
        }
        _ => {
            let (name, options) = flatten(used);
            let options: Vec<_> = options.iter().map(Given::text).collect();
            person.uses(&name, &options).await
        }
    }
}

async fn suggest(person: &Person, used: Used) -> Result<Answer, Unable> {
    let (name, mut options) = flatten(used);
    options.sort_by_key(|option| option.focused);
    let options: Vec<_> = options.iter().map(Given::text).collect();
    let choices = person.suggestions(&name, &options).await?;
    Ok(Answer::Choices(choices))
}

async fn component(
    person: &Person,
    message: Option<MessageId>,
    used: Component,
) -> Result<Answer, Unable> {
    let message = person.look_again(message.ok_or(Unable::Gone)?)?;
    let mention = match used.kind {
        2 => return person.press(&message, &used.custom_id).await,
        3 => "",
        6 => "<@&",
        8 => "<#",
        _ => "<@",
    };
    let written = used.values.iter().map(|value| as_written(mention, value));
    let written: Vec<_> = written.collect();
    let values: Vec<_> = written.iter().map(String::as_str).collect();
    person.choose(&message, &used.custom_id, &values).await
}

async fn submit(person: &Person, form: Form) -> Result<Answer, Unable> {
    let modal = person.form(form.id)?;
    let fields = form.components.iter().flat_map(|row| &row.components);
    let fields: Vec<_> = fields
        .map(|field| (field.custom_id.as_str(), field.value.as_str()))
        .collect();
    person.submit(&modal, &fields).await
}

/// The command's name with its subcommand's, and the options that were given.
fn flatten(used: Used) -> (String, Vec<Given>) {
    let (mut name, mut options) = (used.name, used.options);
    while let [nested @ Given { kind: 1 | 2, .. }] = options.as_mut_slice() {
        name = format!("{name} {}", nested.name);
        options = std::mem::take(&mut nested.options);
    }
    (name, options)
}

impl Given {
    /// The option's name, and its value as a person would write it.
    fn text(&self) -> (String, String) {
        let value = match &self.value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let mention = match self.kind {
            6 | 9 => "<@",
            7 => "<#",
            8 => "<@&",
            _ => "",
        };
        (self.name.clone(), as_written(mention, &value))
    }
}

/// A mention of what has this number, or the text itself if it is to be none.
fn as_written(mention: &str, value: &str) -> String {
    match mention {
        "" => value.to_owned(),
        mention => format!("{mention}{value}>"),
    }
}
