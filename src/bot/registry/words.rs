//! The words of commands in each language: Discord shows those of the reader's client, and English
//! in any other language.
//!
//! In `locales/<language>/commands.ftl`, `command-met` is the description of `/met`,
//! `command-met-how` that of its option `how`, with the option's name as the attribute `name`, and
//! `command-met-how-call` is a choice of that option. A menu has a name alone.

use serde_json::{Map, Value};
use strum::IntoEnumIterator as _;

use crate::language::{Language, look_up};

/// Discord's number of the kind of option that is a command itself.
const SUBCOMMAND: u64 = 1;

/// Adds the words of all languages to a command in the form in which Discord registers it.
pub(super) fn translate(command: &mut Value) {
    let Some(command) = command.as_object_mut() else {
        return;
    };
    let key = key("command", command);
    if command.get("description").is_some_and(|it| it != "") {
        translate_command(command, &key);
    } else {
        put(command, "name", &key);
    }
}

fn translate_command(command: &mut Map<String, Value>, key: &str) {
    put(command, "description", key);
    for option in parts(command, "options") {
        let key = self::key(key, option);
        if option.get("type").and_then(Value::as_u64) == Some(SUBCOMMAND) {
            translate_command(option, &key);
            continue;
        }
        for choice in parts(option, "choices") {
            let key = self::key(&key, choice);
            put(choice, "name", &key);
        }
        put(option, "description", &key);
        put(option, "name", &format!("{key}.name"));
    }
}

fn parts<'a>(
    item: &'a mut Map<String, Value>,
    field: &str,
) -> impl Iterator<Item = &'a mut Map<String, Value>> + use<'a> {
    let parts = item.get_mut(field).and_then(Value::as_array_mut);
    parts.into_iter().flatten().filter_map(Value::as_object_mut)
}

/// The key of an item: that of what it is in, and its own name.
fn key(outer: &str, item: &Map<String, Value>) -> String {
    let name = item.get("name").and_then(Value::as_str).unwrap_or_default();
    format!("{outer}-{}", name.to_lowercase().replace(' ', "-"))
}

/// Writes the text with this key as `field` in English, and beside it in the other languages.
fn put(item: &mut Map<String, Value>, field: &str, key: &str) {
    if let Some(english) = look_up(key, Language::English) {
        item.insert(field.to_owned(), english.into());
    }
    let mut translated = Map::new();
    for language in Language::iter() {
        for locale in language.locales() {
            if let Some(text) = look_up(key, language) {
                translated.insert((*locale).to_owned(), text.into());
            }
        }
    }
    item.insert(format!("{field}_localizations"), translated.into());
}

#[cfg(test)]
mod tests {
    use super::super::described;
    use super::*;

    /// Calls `check` with each item of the commands: its path, the field, and all its words.
    fn each_word(check: &mut impl FnMut(&str, &str, Vec<&str>)) {
        for command in described(true).unwrap().as_array().unwrap() {
            visit(command, "", check);
        }
    }

    fn visit(item: &Value, outer: &str, check: &mut impl FnMut(&str, &str, Vec<&str>)) {
        let path = format!("{outer}/{}", item["name"].as_str().unwrap());
        for field in ["name", "description"] {
            let translated = item[format!("{field}_localizations")].as_object();
            let translated = translated.into_iter().flat_map(Map::values);
            let words = [&item[field]].into_iter().chain(translated);
            check(&path, field, words.filter_map(Value::as_str).collect());
        }
        for field in ["options", "choices"] {
            for part in item[field].as_array().into_iter().flatten() {
                visit(part, &path, check);
            }
        }
    }

    #[test]
    fn the_words_of_commands_fit_discords_limits_in_every_language() {
        each_word(&mut |path, field, words| {
            for word in words {
                let most = if field == "name" && !word.contains(' ') {
                    32
                } else {
                    100
                };
                let length = word.chars().count();
                assert!((1..=most).contains(&length), "{path}, {field}: {word}");
            }
        });
    }

    #[test]
    fn an_options_name_is_one_word_in_lower_case() {
        let commands = described(true).unwrap();
        let met = &commands[0]["options"];
        for option in met.as_array().unwrap() {
            let translated = option["name_localizations"].as_object().unwrap();
            for name in translated.values().filter_map(Value::as_str) {
                let is_fine = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_' | '\'');
                assert!(name.chars().all(is_fine), "{name}");
                assert_eq!(name, name.to_lowercase());
            }
        }
    }
}
