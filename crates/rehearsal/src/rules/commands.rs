//! What may be registered as a command.

use std::collections::HashSet;

use serde_json::Value;

use crate::locale::Locale;
use crate::refusal::{Form, Refusal, list};
use crate::world::{CommandKind, OptionKind};

/// The most characters that a command's names, descriptions and values have together.
const MOST_IN_ALL: usize = 8000;
const SUBCOMMAND: u64 = OptionKind::Subcommand as u64;
const GROUP: u64 = OptionKind::SubcommandGroup as u64;

/// Judges all commands that are to exist from now on.
///
/// # Errors
/// What is wrong with them.
pub(crate) fn judge_all(commands: &[Value]) -> Result<(), Refusal> {
    let mut form = Form::default();
    let mut names = HashSet::new();
    for (index, command) in commands.iter().enumerate() {
        form.within(&index, |form| {
            judge(form, command);
            if !names.insert((kind(command), command["name"].as_str())) {
                let message = "Application command names must be unique";
                form.refuse_at("name", "APPLICATION_COMMANDS_DUPLICATE_NAME", message);
            }
        });
    }
    for (kind, most) in [
        (CommandKind::Slash, 100),
        (CommandKind::User, 15),
        (CommandKind::Message, 15),
    ] {
        let count = names.iter().filter(|(of, _)| *of == Some(kind)).count();
        if count > most {
            let message = format!("Maximum number of application commands reached ({most}).");
            form.refuse("APPLICATION_COMMAND_TOO_MANY", message);
        }
    }
    form.verdict()
}

/// Judges one command.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn judge_one(command: &Value) -> Result<(), Refusal> {
    let mut form = Form::default();
    judge(&mut form, command);
    form.verdict()
}

/// Where the command is to be offered; `None` if there is no such place.
pub(crate) fn kind(command: &Value) -> Option<CommandKind> {
    CommandKind::from_number(command["type"].as_u64().unwrap_or(1))
}

fn judge(form: &mut Form, command: &Value) {
    match kind(command) {
        Some(CommandKind::Slash) => {
            judge_name(form, command);
            judge_description(form, command);
            judge_options(form, command);
        }
        Some(CommandKind::User | CommandKind::Message) => {
            form.required_text(command, "name", 1..=32);
            judge_localizations(form, command, "name_localizations", 32);
            if command["description"]
                .as_str()
                .is_some_and(|d| !d.is_empty())
            {
                let message = "Context menu commands cannot have a description";
                form.refuse_at(
                    "description",
                    "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
                    message,
                );
            }
            if !list(command, "options").is_empty() {
                let message = "Context menu commands cannot have options";
                form.refuse_at(
                    "options",
                    "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS",
                    message,
                );
            }
        }
        None => form.refuse_at(
            "type",
            "BASE_TYPE_CHOICES",
            "Value must be one of {1, 2, 3, 4}.",
        ),
    }
    judge_places(form, command, "contexts", 2);
    judge_places(form, command, "integration_types", 1);
    if size(command) > MOST_IN_ALL {
        let message = format!("Command exceeds maximum size ({MOST_IN_ALL})");
        form.refuse("APPLICATION_COMMAND_TOO_LARGE", message);
    }
}

/// Judges a list of Discord's numbers from 0 to `last`: one at least, none twice.
fn judge_places(form: &mut Form, command: &Value, key: &str, last: u64) {
    if command[key].is_null() {
        return;
    }
    if !command[key].is_array() {
        let message = "Only iterables may be used in a ListType";
        return form.refuse_at(key, "LIST_TYPE_CONVERT", message);
    }
    let most = usize::try_from(last + 1).unwrap_or(usize::MAX);
    form.count(command, key, 1..=most);
    let mut seen = HashSet::new();
    form.each(command, key, |form, place| {
        if place.as_u64().is_none_or(|place| place > last) {
            let places: Vec<_> = (0..=last).map(|it| it.to_string()).collect();
            let message = format!("Value must be one of {{{}}}.", places.join(", "));
            form.refuse("BASE_TYPE_CHOICES", message);
        }
        if !seen.insert(place.clone()) {
            form.refuse("SET_DUPLICATES", "Duplicates are not allowed");
        }
    });
}

fn judge_name(form: &mut Form, named: &Value) {
    form.required_text(named, "name", 1..=32);
    let message = "Command name is invalid";
    if !is_name(named["name"].as_str().unwrap_or_default()) {
        form.refuse_at("name", "APPLICATION_COMMAND_INVALID_NAME", message);
    }
    judge_localizations(form, named, "name_localizations", 32);
    let texts = localizations(named, "name_localizations");
    if texts
        .filter_map(|(_, text)| text.as_str())
        .any(|it| !is_name(it))
    {
        let code = "APPLICATION_COMMAND_INVALID_NAME";
        form.refuse_at("name_localizations", code, message);
    }
}

fn is_name(name: &str) -> bool {
    let fits = |c: char| matches!(c, '-' | '_' | '\'') || c.is_alphanumeric();
    name.chars().all(fits) && name.to_lowercase() == name
}

fn judge_description(form: &mut Form, described: &Value) {
    form.required_text(described, "description", 1..=100);
    judge_localizations(form, described, "description_localizations", 100);
}

/// Judges a text in other languages: languages that Discord has, and texts of `most` characters.
fn judge_localizations(form: &mut Form, named: &Value, key: &str, most: usize) {
    let texts = &named[key];
    if !texts.is_null() && !texts.is_object() {
        let message = "Only dictionaries may be used in a DictType";
        form.refuse_at(key, "DICT_TYPE_CONVERT", message);
    }
    for (code, _) in localizations(named, key) {
        form.within(key, |form| {
            if code.parse::<Locale>().is_ok() {
                form.required_text(texts, code, 1..=most);
            } else {
                let codes: Vec<_> = Locale::all().map(Locale::code).collect();
                let message = format!("Value must be one of {codes:?}.");
                form.refuse_at(code, "BASE_TYPE_CHOICES", message);
            }
        });
    }
}

fn localizations<'a>(named: &'a Value, key: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    named[key].as_object().into_iter().flatten()
}

fn judge_options(form: &mut Form, parent: &Value) {
    form.count(parent, "options", 0..=25);
    let options = list(parent, "options");
    let nested = |option: &Value| matches!(option["type"].as_u64(), Some(SUBCOMMAND | GROUP));
    if options.iter().any(nested) && !options.iter().all(nested) {
        let message = "Sub-command and sub-command group option types are mutually exclusive to \
                       all other types";
        form.refuse_at(
            "options",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            message,
        );
    }
    let (mut names, mut optional_seen) = (HashSet::new(), false);
    form.each(parent, "options", |form, option| {
        judge_option(form, option);
        if !names.insert(option["name"].clone()) {
            let message = "Option name already exists";
            form.refuse_at(
                "name",
                "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                message,
            );
        }
        if option["required"] == true && optional_seen {
            let message = "Required options must be placed before non-required options";
            form.refuse("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
        }
        optional_seen |= option["required"] != true;
    });
}

fn judge_option(form: &mut Form, option: &Value) {
    judge_name(form, option);
    judge_description(form, option);
    if !matches!(option["type"].as_u64(), Some(1..=11)) {
        let message = "Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}.";
        form.refuse_at("type", "BASE_TYPE_CHOICES", message);
    }
    judge_options(form, option);
    judge_choices(form, option);
    if option["autocomplete"] == true && !list(option, "choices").is_empty() {
        let message = "An option with choices cannot have autocomplete";
        form.refuse("APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", message);
    }
}

/// The choices of an option, or those offered while one is typed.
pub(super) fn judge_choices(form: &mut Form, offering: &Value) {
    form.count(offering, "choices", 0..=25);
    form.each(offering, "choices", |form, choice| {
        form.required_text(choice, "name", 1..=100);
        judge_localizations(form, choice, "name_localizations", 100);
        match &choice["value"] {
            Value::Null => form.required("value"),
            Value::Number(_) => {}
            _ => form.text(choice, "value", 1..=100),
        }
    });
}

fn size(named: &Value) -> usize {
    let choices = list(named, "choices").iter();
    longest(named, "name")
        + longest(named, "description")
        + choices
            .map(|choice| longest(choice, "name") + length(&choice["value"]))
            .sum::<usize>()
        + list(named, "options").iter().map(size).sum::<usize>()
}

/// The length of a text in the language in which it is longest.
fn longest(named: &Value, key: &str) -> usize {
    let others = localizations(named, &format!("{key}_localizations"))
        .map(|(_, text)| length(text))
        .max();
    length(&named[key]).max(others.unwrap_or(0))
}

fn length(text: &Value) -> usize {
    text.as_str().map_or(0, |text| text.chars().count())
}
