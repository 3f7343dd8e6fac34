//! A command line as a person types it.

use serde_json::{Value, json};

use super::names::{self, Resolved};
use super::{Person, Unable};
use crate::locale::Locale;
use crate::wire;
use crate::world::{Command, CommandKind, CommandOption, OptionKind, World};

/// A command line, taken apart but not yet checked.
pub(super) struct Typed<'a> {
    pub(super) command: &'a Command,
    /// The language of the person's client.
    locale: Locale,
    /// The group and subcommand that were named.
    path: Vec<&'a CommandOption>,
    /// The options of the command or subcommand.
    options: &'a [CommandOption],
    /// What was typed for which of them, in the order of typing.
    given: Vec<(&'a CommandOption, String)>,
}

impl<'a> Typed<'a> {
    /// Takes a line apart.
    ///
    /// # Errors
    /// There is no such command, or something in the line belongs to none of its options.
    pub(super) fn parse(world: &'a World, person: &Person, line: &str) -> Result<Self, Unable> {
        let line = line.trim_start();
        let typed = line.strip_prefix('/');
        let typed = typed.ok_or_else(|| Unable::NotACommand(line.to_owned()))?;
        let (mut typed, rest) = Self::begin(world, person, typed)?;
        typed.given = split_options(typed.options, typed.locale, rest)?;
        Ok(typed)
    }

    /// A command with its options given one by one, as a client's form has them; `name` is the
    /// command's with its subcommand's: `nudge when`.
    ///
    /// # Errors
    /// There is no such command or option.
    pub(super) fn filled(
        world: &'a World,
        person: &Person,
        name: &str,
        given: &[(String, String)],
    ) -> Result<Self, Unable> {
        let (mut typed, rest) = Self::begin(world, person, name)?;
        if !rest.is_empty() {
            return Err(Unable::NoSuchOption(rest.to_owned()));
        }
        for (name, text) in given {
            let option = typed.options.iter().find(|option| option.name == *name);
            let option = option.ok_or_else(|| Unable::NoSuchOption(name.clone()))?;
            typed.given.push((option, text.clone()));
        }
        Ok(typed)
    }

    /// Finds the command, and the subcommand if it has them, with which `text` begins; returns
    /// what comes after it, too.
    fn begin<'t>(
        world: &'a World,
        person: &Person,
        text: &'t str,
    ) -> Result<(Self, &'t str), Unable> {
        let (name, mut rest) = split_word(text);
        let locale = world.locale(person.id());
        let command = person.offered(world, CommandKind::Slash, name)?;
        let (mut path, mut options) = (Vec::new(), command.options.as_slice());
        while options
            .first()
            .is_some_and(|option| option.kind.is_nested())
        {
            let (name, after) = split_word(rest);
            let mut nested = options.iter();
            let is_called =
                |option: &&CommandOption| names_of(option, locale).into_iter().any(|it| it == name);
            let next = nested.find(is_called).ok_or_else(|| {
                let names: Vec<&str> = options.iter().map(|o| o.shown_name(locale)).collect();
                Unable::SubcommandMissing {
                    command: command.shown_name(locale).to_owned(),
                    subcommands: names.join(", "),
                }
            })?;
            path.push(next);
            options = &next.options;
            rest = after;
        }
        let typed = Self {
            command,
            locale,
            path,
            options,
            given: Vec::new(),
        };
        Ok((typed, rest))
    }

    /// The options as the bot gets them when the line is sent off.
    ///
    /// # Errors
    /// A required option is missing, or a value does not fit its option.
    pub(super) fn complete(
        &self,
        world: &World,
        person: &Person,
    ) -> Result<(Vec<Value>, Resolved), Unable> {
        let mut resolved = Resolved::default();
        let mut values = Vec::new();
        for option in self.options {
            let given = self.given.iter().find(|(of, _)| of.name == option.name);
            match given {
                Some((_, text)) => {
                    let value = value(world, person, option, text, &mut resolved)?;
                    values.push(as_json(option, value));
                }
                None if option.required => {
                    let name = option.shown_name(self.locale);
                    return Err(Unable::OptionMissing(name.to_owned()));
                }
                None => {}
            }
        }
        Ok((self.nest(values), resolved))
    }

    /// The options as the bot gets them while the last of them is being typed.
    ///
    /// # Errors
    /// The bot has no suggestions for that option.
    pub(super) fn in_progress(
        &self,
        world: &World,
        person: &Person,
    ) -> Result<(Vec<Value>, Resolved), Unable> {
        let (focused, before) = match self.given.split_last() {
            Some((focused, before)) if focused.0.autocomplete => (focused, before),
            Some((focused, _)) => return Err(Unable::NoSuggestions(focused.0.name.clone())),
            None => return Err(Unable::NoSuggestions(self.command.name.clone())),
        };
        let mut resolved = Resolved::default();
        let mut values = Vec::new();
        for (option, text) in before {
            // What is half typed goes to the bot as it is.
            let value = value(world, person, option, text, &mut resolved);
            values.push(as_json(option, value.unwrap_or_else(|_| json!(text))));
        }
        let mut last = as_json(focused.0, json!(focused.1));
        last["focused"] = json!(true);
        values.push(last);
        Ok((self.nest(values), resolved))
    }

    /// Puts options inside the subcommand and group that they belong to.
    fn nest(&self, values: Vec<Value>) -> Vec<Value> {
        self.path.iter().rev().fold(values, |values, parent| {
            let kind = parent.kind as u8;
            vec![json!({ "name": parent.name, "type": kind, "options": values })]
        })
    }
}

fn as_json(option: &CommandOption, value: Value) -> Value {
    let mut json = json!({ "name": option.name, "type": option.kind as u8 });
    json["value"] = value;
    json
}

/// The first word of a text, and what comes after it.
fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

/// The names by which a person may call an option: the one that the bot knows, and the one in
/// their language.
fn names_of(option: &CommandOption, locale: Locale) -> [&str; 2] {
    [&option.name, option.shown_name(locale)]
}

/// Cuts a text into the values of options: `name: value`, each up to the next option's name.
fn split_options<'a>(
    options: &'a [CommandOption],
    locale: Locale,
    text: &str,
) -> Result<Vec<(&'a CommandOption, String)>, Unable> {
    // Each option that is named, with where its name begins and where its value does.
    let mut starts: Vec<(&CommandOption, usize, usize)> = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let named = options.iter().find_map(|option| {
            let mut rests = names_of(option, locale)
                .into_iter()
                .filter_map(|name| word.strip_prefix(name)?.strip_prefix(':'));
            rests.next().map(|rest| (option, word.len() - rest.len()))
        });
        // An option is named once; its name again is text.
        if let Some((option, length)) =
            named.filter(|(o, _)| !starts.iter().any(|(seen, ..)| seen.name == o.name))
        {
            starts.push((option, at, at + length));
        }
        at += word.len();
    }
    let first = starts.first().map_or(text.len(), |(_, start, _)| *start);
    let named: Vec<&str> = starts
        .iter()
        .map(|(option, ..)| option.name.as_str())
        .collect();
    let mut given = split_unnamed(options, &named, text[..first].trim())?;
    for (index, (option, _, start)) in starts.iter().enumerate() {
        let end = starts
            .get(index + 1)
            .map_or(text.len(), |(_, next, _)| *next);
        given.push((*option, text[*start..end].trim().to_owned()));
    }
    Ok(given)
}

/// Gives what has no option's name to the required options, or without any to the first option:
/// a word each, the rest to the last.
fn split_unnamed<'a>(
    options: &'a [CommandOption],
    named: &[&str],
    text: &str,
) -> Result<Vec<(&'a CommandOption, String)>, Unable> {
    let mut open: Vec<&CommandOption> = options
        .iter()
        .filter(|option| option.required && !named.contains(&option.name.as_str()))
        .collect();
    if open.is_empty() {
        let first = options.first();
        open.extend(first.filter(|option| !named.contains(&option.name.as_str())));
    }
    let (mut given, mut rest) = (Vec::new(), text);
    for (index, option) in open.iter().enumerate() {
        if rest.is_empty() {
            break;
        }
        let is_last = index + 1 == open.len();
        let (value, after) = if is_last {
            (rest, "")
        } else {
            split_word(rest)
        };
        given.push((*option, value.to_owned()));
        rest = after.trim_start();
    }
    if rest.is_empty() {
        Ok(given)
    } else {
        Err(Unable::NoSuchOption(rest.to_owned()))
    }
}

/// What the bot gets for what was typed.
fn value(
    world: &World,
    person: &Person,
    option: &CommandOption,
    text: &str,
    resolved: &mut Resolved,
) -> Result<Value, Unable> {
    if !option.choices.is_empty() {
        return choice(option, text, world.locale(person.id()));
    }
    let guild = person.guild_in(world);
    let nobody = || Unable::Nobody(text.to_owned());
    match option.kind {
        OptionKind::String => string(option, text),
        OptionKind::Integer | OptionKind::Number => number(option, text),
        OptionKind::Boolean => match text.to_lowercase().as_str() {
            "true" | "yes" => Ok(json!(true)),
            "false" | "no" => Ok(json!(false)),
            _ => Err(wrong_kind(option, text, "true or false")),
        },
        OptionKind::Channel => {
            let channel = names::channel(world, guild, person.id(), text).ok_or_else(nobody)?;
            resolved.channel(world, channel, person.id());
            Ok(json!(channel))
        }
        OptionKind::User | OptionKind::Role | OptionKind::Mentionable => {
            someone(world, person, option.kind, text, resolved).ok_or_else(nobody)
        }
        OptionKind::Attachment => {
            let file = world.upload(person.id(), text);
            let file = file.ok_or_else(|| Unable::NoSuchFile(text.to_owned()))?;
            resolved.insert("attachments", file.id.0, wire::upload(world, file));
            Ok(json!(file.id))
        }
        _ => Err(wrong_kind(option, text, "something that can be typed")),
    }
}

fn someone(
    world: &World,
    person: &Person,
    kind: OptionKind,
    text: &str,
    resolved: &mut Resolved,
) -> Option<Value> {
    let guild = person.guild_in(world);
    if kind != OptionKind::Role
        && let Some(user) = names::user(world, guild, text)
    {
        resolved.user(world, guild, user);
        return Some(json!(user));
    }
    if kind == OptionKind::User {
        return None;
    }
    let role = names::role(world, guild, text)?;
    resolved.role(world, guild?, role);
    Some(json!(role))
}

fn choice(option: &CommandOption, text: &str, locale: Locale) -> Result<Value, Unable> {
    let mut choices = option.choices.iter();
    let fits = |name: &str| name.to_lowercase() == text.to_lowercase();
    let number = text.parse::<serde_json::Number>().ok().map(Value::Number);
    let found = choices.find(|choice| {
        fits(&choice.name)
            || fits(choice.shown_name(locale))
            || choice.value == text
            || Some(&choice.value) == number.as_ref()
    });
    found.map(|choice| choice.value.clone()).ok_or_else(|| {
        let names: Vec<&str> = option
            .choices
            .iter()
            .map(|c| c.shown_name(locale))
            .collect();
        Unable::NotAChoice {
            option: option.name.clone(),
            value: text.to_owned(),
            offered: names.join(", "),
        }
    })
}

fn string(option: &CommandOption, text: &str) -> Result<Value, Unable> {
    let given = text.chars().count();
    // A client sends no empty text, and none longer than Discord takes.
    let least = option.min_length.unwrap_or(0).max(1);
    let most = option.max_length.unwrap_or(6000);
    if (least..=most).contains(&given) {
        return Ok(json!(text));
    }
    Err(Unable::WrongLength {
        option: option.name.clone(),
        least,
        most,
        given,
    })
}

fn number(option: &CommandOption, text: &str) -> Result<Value, Unable> {
    let number: f64 = match option.kind {
        OptionKind::Integer if text.parse::<i64>().is_err() => {
            return Err(wrong_kind(option, text, "a whole number"));
        }
        _ => text
            .parse()
            .map_err(|_| wrong_kind(option, text, "a number"))?,
    };
    let too_small = option.min_value.is_some_and(|least| number < least);
    let too_large = option.max_value.is_some_and(|most| number > most);
    if too_small || too_large {
        return Err(Unable::OutOfRange {
            option: option.name.clone(),
            value: text.to_owned(),
        });
    }
    Ok(match (option.kind, text.parse::<i64>()) {
        (OptionKind::Integer, Ok(whole)) => json!(whole),
        _ => json!(number),
    })
}

fn wrong_kind(option: &CommandOption, text: &str, expected: &'static str) -> Unable {
    Unable::WrongKind {
        option: option.name.clone(),
        value: text.to_owned(),
        expected,
    }
}
