//! What a person does to the bot, and waiting until it has answered.

use std::time::Duration;

use super::form::Form;
use super::line::{Line, Pick, Target};
use super::{Prompt, Refused};
use crate::person::find_button_below;
use crate::{Answer, MessageId, Part, Person, Seen, Select, Unable};

/// The bot is taken to have finished when it has asked nothing of Discord for this long.
const QUIET: Duration = Duration::from_millis(80);

/// Discord's code for a person who takes no direct messages: a rehearsal may show that.
const CANNOT_DM: u64 = 50007;

impl Prompt {
    /// Does what a line says, waits until the bot has finished, and returns what is new.
    pub(super) async fn act(&mut self, line: Line) -> Result<String, Refused> {
        match line {
            Line::Fill { field, text } => return self.fill(field, &text),
            Line::Wait => {
                self.quiet().await;
                return Ok(self.news_for_all());
            }
            Line::Say(text) => self.say(&text)?,
            Line::React {
                back,
                emoji,
                message,
            } => self.react(back, &emoji, message)?,
            Line::CloseDms => self.rehearsal.change(|world| world.close_dms(self.me)),
            Line::OpenDms => self.rehearsal.change(|world| world.open_dms(self.me)),
            Line::JoinVoice(name) => self.voice(|client| client.join_voice(&name))?,
            Line::LeaveVoice => self.clients[&self.me].leave_voice(),
            Line::SetDeaf(deaf) => self.voice(|client| client.set_deaf(deaf))?,
            asked => {
                let answer = self.ask_bot(asked).await?;
                self.form = answer.modal().map(Form::new);
            }
        }
        self.quiet().await;
        let form = self.form.as_ref().map(Form::shown).unwrap_or_default();
        Ok(self.news_for_me() + &form)
    }

    /// What is written above the fields of the open form, in their order.
    pub(super) fn open_fields(&self) -> Vec<String> {
        let inputs = self.form.iter().flat_map(|form| &form.modal.inputs);
        inputs.map(|input| input.label.clone()).collect()
    }

    /// Returns when nothing is at work and the bot has asked nothing of Discord for a moment:
    /// what it does after its answer has no other sign of being done.
    pub(super) async fn quiet(&self) {
        loop {
            self.clock.settled().await;
            let before = self.rehearsal.look(|world| world.requests.len());
            tokio::time::sleep(QUIET).await;
            if self.rehearsal.look(|world| world.requests.len()) == before {
                return;
            }
        }
    }

    /// Fails if Discord refused the bot something since the last look.
    pub(super) fn check_refusals(&mut self) -> Result<(), Refused> {
        let (made, refused) = self.rehearsal.look(|world| {
            let fresh = world.requests.get(self.requests_seen..).unwrap_or_default();
            let refused = fresh.iter().find_map(|request| {
                let refusal = request
                    .refusal
                    .as_ref()
                    .filter(|body| body["code"] != CANNOT_DM)?;
                let (method, path, status) = (&request.method, &request.path, request.status);
                Some(format!(
                    "Discord refused {method} {path} with {status}: {refusal}"
                ))
            });
            (world.requests.len(), refused)
        });
        self.requests_seen = made;
        refused.map_or(Ok(()), Err)
    }

    async fn ask_bot(&self, line: Line) -> Result<Answer, Refused> {
        let client = &self.clients[&self.me];
        let answer = match line {
            Line::Slash(text) => client.types(&text).await,
            Line::Press(pick) => {
                let (message, button) = self.button(&pick)?;
                client.press(&message, &button).await
            }
            Line::Choose { select, what } => {
                let (message, select) = self.select(select)?;
                let values = chosen(&select, &what);
                client.choose(&message, &select.custom_id, &values).await
            }
            Line::Submit => {
                let form = self.form.as_ref().ok_or("no form is open")?;
                client.submit(&form.modal, &form.fields()).await
            }
            Line::Menu {
                command,
                target: Target::Person(name),
            } => client.user_menu(&command, &name).await,
            Line::Menu {
                command,
                target: Target::Message(number),
            } => {
                let message = self.numbered_message(number)?;
                client.message_menu(&command, message).await
            }
            _ => return Err("that is nothing for the bot".to_owned()),
        };
        answer.map_err(|unable| unable.to_string())
    }

    fn fill(&mut self, field: usize, text: &str) -> Result<String, Refused> {
        let form = self.form.as_mut().ok_or("no form is open")?;
        form.fill(field, text).map(|()| String::new())
    }

    fn react(&self, back: bool, emoji: &str, number: usize) -> Result<(), Refused> {
        let message = self.numbered_message(number)?;
        let client = &self.clients[&self.me];
        let reacted = if back {
            client.unreact(message, emoji)
        } else {
            client.react(message, emoji)
        };
        reacted.map_err(|unable| unable.to_string())
    }

    fn numbered_message(&self, number: usize) -> Result<MessageId, Refused> {
        let message = self.shown.numbered(number);
        message.ok_or_else(|| format!("no message #{number} was shown yet"))
    }

    /// Says something where the person is; `@name` mentions, as at Discord.
    fn say(&self, text: &str) -> Result<(), Refused> {
        let words = text.split(' ').map(|word| {
            let name = word
                .strip_prefix('@')
                .and_then(|name| self.person(name).ok());
            name.map_or_else(|| word.to_owned(), |id| format!("<@{id}>"))
        });
        let text = words.collect::<Vec<_>>().join(" ");
        let said = self.clients[&self.me].say(&text);
        said.map(drop).map_err(|unable| unable.to_string())
    }

    fn voice(&self, act: impl FnOnce(&Person) -> Result<(), Unable>) -> Result<(), Refused> {
        act(&self.clients[&self.me]).map_err(|unable| unable.to_string())
    }

    /// The message and the button that `pick` means: a number counts what is on the message seen
    /// last, a label is looked for from there back.
    fn button(&self, pick: &Pick) -> Result<(Seen, String), Refused> {
        let at_hand = self.seen_at_hand();
        match pick {
            Pick::Number(number) => match numbered(&at_hand, *number)? {
                (message, Part::Button(button)) => Ok((
                    message.clone(),
                    button.custom_id.clone().unwrap_or_default(),
                )),
                (_, Part::Select(_)) => Err(format!("{number} is for `choose {number} …`")),
            },
            Pick::Label(label) => {
                let found = at_hand.iter().rev().find_map(|message| {
                    let mut usable = message.buttons().filter(|button| !button.disabled);
                    let button = usable.find(|button| button.label.eq_ignore_ascii_case(label))?;
                    Some((message.clone(), button.custom_id.clone()?))
                });
                found.ok_or_else(|| nothing_such(&at_hand, label))
            }
            Pick::Below { label, text } => {
                let found = at_hand.iter().rev().find_map(|message| {
                    let button = find_button_below(message, text, label).ok()?;
                    Some((message.clone(), button.custom_id.clone()?))
                });
                found.ok_or_else(|| nothing_such(&at_hand, &format!("{label} below {text}")))
            }
        }
    }

    /// The message seen last and its select with this number.
    fn select(&self, number: usize) -> Result<(Seen, Select), Refused> {
        let at_hand = self.seen_at_hand();
        match numbered(&at_hand, number)? {
            (message, Part::Select(select)) => Ok((message.clone(), select.clone())),
            (_, Part::Button(_)) => Err(format!("{number} is for `press {number}`")),
        }
    }

    /// The messages with something on them to use that the person saw, the last one last.
    fn seen_at_hand(&self) -> Vec<Seen> {
        let client = &self.clients[&self.me];
        let ids = self.at_hand.get(&self.me).into_iter().flatten();
        ids.filter_map(|id| client.look_again(*id).ok()).collect()
    }
}

/// One item, where one is called just that; else several, with commas between them.
fn chosen<'a>(select: &Select, what: &'a str) -> Vec<&'a str> {
    if select.options.iter().any(|option| option.label == what) {
        return vec![what];
    }
    let items = what.split(',').map(str::trim);
    items.filter(|item| !item.is_empty()).collect()
}

fn numbered(at_hand: &[Seen], number: usize) -> Result<(&Seen, &Part), Refused> {
    let found = at_hand.last().and_then(|message| {
        let part = message.parts().nth(number.checked_sub(1)?)?;
        Some((message, part))
    });
    found.ok_or_else(|| nothing_such(at_hand, &number.to_string()))
}

fn nothing_such(at_hand: &[Seen], wanted: &str) -> Refused {
    let labels = at_hand
        .last()
        .into_iter()
        .flat_map(Seen::buttons)
        .map(|button| button.label.as_str());
    match labels.collect::<Vec<_>>().as_slice() {
        [] => format!("there is no {wanted:?}; no message with buttons was seen yet"),
        labels => format!(
            "there is no {wanted:?}; the last message has {}",
            labels.join(", ")
        ),
    }
}
