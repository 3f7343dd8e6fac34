//! Pressing buttons and choosing from selects.

use serde_json::{Value, json};

use super::names::{self, Resolved};
use super::{Answer, Button, Part, Person, Piece, Seen, Select, Unable};
use crate::component_type::{BUTTON, MENTIONABLE_SELECT, ROLE_SELECT, STRING_SELECT, USER_SELECT};
use crate::ids::MessageId;
use crate::world::{Channel, Occasion, World};

impl Person {
    /// Presses a button of a message as it is now: named by its label, its custom id, or its
    /// number among the buttons, from 1.
    ///
    /// # Errors
    /// There is no such button, it is disabled or a link, or the bot does not answer.
    pub async fn press(&self, message: &Seen, button: &str) -> Result<Answer, Unable> {
        self.press_found(message, |now| find_button(now, button))
            .await
    }

    /// Presses a button that stands below, or beside, the first text with `text` in it that has
    /// such a button: up to the next separator, or the next text after buttons. The button is named
    /// by its label or custom id.
    ///
    /// # Errors
    /// There is no such button, it is disabled or a link, or the bot does not answer.
    pub async fn press_below(
        &self,
        message: &Seen,
        text: &str,
        button: &str,
    ) -> Result<Answer, Unable> {
        self.press_found(message, |now| find_button_below(now, text, button))
            .await
    }

    async fn press_found(
        &self,
        message: &Seen,
        find: impl FnOnce(&Seen) -> Result<&Button, Unable>,
    ) -> Result<Answer, Unable> {
        self.act(|world| {
            let now = self.as_it_is(world, message.id)?;
            let found = find(&now)?;
            if let Some(url) = &found.url {
                return Err(Unable::IsLink(url.clone()));
            }
            if found.disabled {
                return Err(Unable::Disabled(found.label.clone()));
            }
            let data = json!({ "component_type": BUTTON, "custom_id": found.custom_id });
            Ok((now.channel, Occasion::Component(now.id), data))
        })
        .await
    }

    /// Chooses values from a select of a message as it is now: named by its placeholder, its
    /// custom id, or its number among the selects, from 1. Values are labels or values of its
    /// options; for people, roles and channels `@name` and `#name`.
    ///
    /// # Errors
    /// There is no such select or value, too few or too many are chosen, it is disabled, or the
    /// bot does not answer.
    pub async fn choose(
        &self,
        message: &Seen,
        select: &str,
        values: &[&str],
    ) -> Result<Answer, Unable> {
        self.act(|world| {
            let now = self.as_it_is(world, message.id)?;
            let found = find_select(&now, select)?;
            if found.disabled {
                return Err(Unable::Disabled(found.custom_id.clone()));
            }
            if !(found.min_values..=found.max_values).contains(&values.len()) {
                return Err(Unable::WrongCount {
                    least: found.min_values,
                    most: found.max_values,
                    given: values.len(),
                });
            }
            let mut resolved = Resolved::default();
            let values: Vec<Value> = values
                .iter()
                .map(|value| self.chosen(world, &now, found, value, &mut resolved))
                .collect::<Result<_, _>>()?;
            let mut data = json!({
                "component_type": found.kind, "custom_id": found.custom_id, "values": values,
            });
            if let Some(resolved) = resolved.into_json() {
                data["resolved"] = resolved;
            }
            Ok((now.channel, Occasion::Component(now.id), data))
        })
        .await
    }

    fn as_it_is(&self, world: &World, message: MessageId) -> Result<Seen, Unable> {
        self.visible(world, message)
            .map(|found| Seen::new(world, found, self.user))
    }

    /// What the bot gets for a value that was chosen.
    fn chosen(
        &self,
        world: &World,
        message: &Seen,
        select: &Select,
        value: &str,
        resolved: &mut Resolved,
    ) -> Result<Value, Unable> {
        if select.kind == STRING_SELECT {
            return offered(select, value).map(Value::from);
        }
        let guild = world.channel(message.channel).and_then(Channel::guild);
        let nobody = || Unable::Nobody(value.to_owned());
        if matches!(select.kind, USER_SELECT | MENTIONABLE_SELECT)
            && let Some(user) = names::user(world, guild, value)
        {
            resolved.user(world, guild, user);
            return Ok(json!(user));
        }
        if matches!(select.kind, ROLE_SELECT | MENTIONABLE_SELECT) {
            let role = names::role(world, guild, value).ok_or_else(nobody)?;
            resolved.role(world, guild.ok_or_else(nobody)?, role);
            return Ok(json!(role));
        }
        if select.kind == USER_SELECT {
            return Err(nobody());
        }
        let channel = names::channel(world, guild, self.user, value).ok_or_else(nobody)?;
        resolved.channel(world, channel, self.user);
        Ok(json!(channel))
    }
}

fn offered(select: &Select, value: &str) -> Result<String, Unable> {
    let mut options = select.options.iter();
    let found = options.find(|option| option.label == value || option.value == value);
    found.map(|option| option.value.clone()).ok_or_else(|| {
        let labels: Vec<&str> = select.options.iter().map(|o| o.label.as_str()).collect();
        Unable::NotAChoice {
            option: select.custom_id.clone(),
            value: value.to_owned(),
            offered: labels.join(", "),
        }
    })
}

fn is_called(button: &Button, name: &str) -> bool {
    button.label == name || button.custom_id.as_deref() == Some(name)
}

fn find_button<'a>(message: &'a Seen, name: &str) -> Result<&'a Button, Unable> {
    message
        .buttons()
        .find(|button| is_called(button, name))
        .or_else(|| message.buttons().nth(index(name)?))
        .ok_or_else(|| no_such_component(message, name))
}

pub(crate) fn find_button_below<'a>(
    message: &'a Seen,
    text: &str,
    name: &str,
) -> Result<&'a Button, Unable> {
    let (mut is_below, mut after_part) = (false, false);
    for piece in message.pieces() {
        match piece {
            Piece::Text(found) => {
                is_below = (is_below && !after_part) || found.contains(text);
                after_part = false;
            }
            Piece::Separator => is_below = false,
            Piece::Part(Part::Button(button)) if is_below && is_called(button, name) => {
                return Ok(button);
            }
            Piece::Part(_) => after_part = true,
            Piece::Picture(_) | Piece::File(_) => {}
        }
    }
    Err(no_such_component(message, &format!("{name} below {text}")))
}

fn find_select<'a>(message: &'a Seen, name: &str) -> Result<&'a Select, Unable> {
    let called =
        |select: &&Select| select.placeholder.as_deref() == Some(name) || select.custom_id == name;
    message
        .selects()
        .find(called)
        .or_else(|| message.selects().nth(index(name)?))
        .ok_or_else(|| no_such_component(message, name))
}

/// From a number that counts from 1 to one that counts from 0.
fn index(name: &str) -> Option<usize> {
    name.parse::<usize>().ok()?.checked_sub(1)
}

fn no_such_component(message: &Seen, wanted: &str) -> Unable {
    let names = message.parts().map(|part| match part {
        Part::Button(button) => button.label.as_str(),
        Part::Select(select) => select.placeholder.as_deref().unwrap_or(&select.custom_id),
    });
    Unable::NoSuchComponent {
        wanted: wanted.to_owned(),
        offered: names.collect::<Vec<_>>().join(", "),
    }
}
