//! Where settings come from: the built-in defaults, a file over them, and the environment over
//! both.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::ops::RangeInclusive;
use std::path::Path;

use figment::providers::{Format, Toml};
use figment::value::{Dict, Map, Value};
use figment::{Figment, Metadata, Profile, Provider};

use super::ConfigError;

/// The shipped settings file. It lists all settings and their defaults.
pub(crate) const DEFAULTS: &str = include_str!("../../config/rapport.toml");

/// Environment variables of the form `RAPPORT__SECTION__KEY` are settings.
const PREFIX: &str = "RAPPORT__";

/// How UTF-8 files of some editors begin.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// figment's name for the environment's layer.
const ENVIRONMENT: &str = "environment";

/// The environment variables of the process, and those that `.env` adds.
///
/// It is a value instead of the process's environment, so that a test can pass its own. It may hold
/// the token, so it has no `Debug`.
#[derive(Clone, Default)]
pub struct Environment(BTreeMap<String, String>);

impl Environment {
    /// This process's variables over those of the `.env` file in the current folder, if any.
    pub fn of_process() -> Result<Self, ConfigError> {
        let mut all = Self::of_dot_env(Path::new(".env"))?;
        // None of our variables has a name or value that is not UTF-8.
        let ours = std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        });
        all.0.extend(ours);
        Ok(all)
    }

    pub(super) fn of_dot_env(path: &Path) -> Result<Self, ConfigError> {
        let file = match std::fs::read(path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(ConfigError::DotEnv(error.to_string())),
        };
        // Editors on Windows begin a file with it.
        let file = file.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&file);
        let mut all = Self::default();
        let mut last = None;
        for line in dotenvy::from_read_iter(file) {
            let (name, value) = line.map_err(|error| dot_env_error(&error, last.as_deref()))?;
            last = Some(name.clone());
            all.0.insert(name, value);
        }
        Ok(all)
    }

    /// The same environment with `name` set to `value`.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same environment with `name` set to `value`, unless it is set already.
    #[must_use]
    pub fn or(mut self, name: &str, value: &str) -> Self {
        self.0
            .entry(name.to_owned())
            .or_insert_with(|| value.to_owned());
        self
    }

    /// The variable's value. An empty or blank one counts as not set.
    #[must_use]
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    }
}

fn dot_env_error(error: &dotenvy::Error, last: Option<&str>) -> ConfigError {
    ConfigError::DotEnv(match (error, last) {
        (dotenvy::Error::LineParse(..), Some(last)) => {
            format!("the line after {last} is not NAME=value")
        }
        (dotenvy::Error::LineParse(..), None) => "its first line is not NAME=value".to_owned(),
        (other, _) => other.to_string(),
    })
}

/// The settings among the environment's variables, for figment.
struct Variables<'a>(&'a Environment);

impl Variables<'_> {
    /// A variable that would be a setting if it began with two underscores.
    fn misspelt(&self) -> Option<ConfigError> {
        let mut names = self.0.0.keys();
        names.find_map(|name| {
            let rest = name.strip_prefix("RAPPORT_")?;
            let is_misspelt = !rest.starts_with('_') && rest.contains("__");
            is_misspelt.then(|| ConfigError::Misspelt {
                name: name.clone(),
                meant: format!("{PREFIX}{rest}"),
            })
        })
    }

    fn settings(&self) -> impl Iterator<Item = (&str, String, &str)> {
        self.0.0.iter().filter_map(|(name, value)| {
            let key = name.strip_prefix(PREFIX)?.to_lowercase().replace("__", ".");
            Some((name.as_str(), key, value.as_str()))
        })
    }
}

impl Provider for Variables<'_> {
    fn metadata(&self) -> Metadata {
        Metadata::named(ENVIRONMENT).interpolater(|_, keys| variable(&keys.join(".")))
    }

    fn data(&self) -> figment::Result<Map<Profile, Dict>> {
        let mut sections = Dict::new();
        for (_, setting, value) in self.settings() {
            // Unknown settings were refused before, so each key is `section.key`.
            let Some((section, key)) = setting.split_once('.') else {
                continue;
            };
            let value = value
                .parse::<Value>()
                .unwrap_or_else(|never| match never {});
            let section = sections
                .entry(section.to_owned())
                .or_insert_with(|| Value::from(Dict::new()));
            if let Value::Dict(_, keys) = section {
                keys.insert(key.to_owned(), value);
            }
        }
        Ok(Profile::Default.collect(sections))
    }
}

/// The environment variable of a setting.
fn variable(setting: &str) -> String {
    format!("{PREFIX}{}", setting.replace('.', "__").to_uppercase())
}

/// All layers of settings.
pub(super) struct Sources(Figment);

impl Sources {
    /// Reads the layers, and refuses settings that do not exist.
    pub(super) fn new(environment: &Environment) -> Result<Self, ConfigError> {
        let defaults = Toml::string(DEFAULTS);
        let known = leaves(&data(&defaults, "the built-in defaults")?);
        let mut figment = Figment::from(defaults);
        if let Some(path) = environment.get("RAPPORT_CONFIG") {
            let file = Toml::file_exact(path);
            for setting in leaves(&data(&file, path)?) {
                check_known(&setting, path, &known)?;
            }
            figment = figment.merge(file);
        }
        let variables = Variables(environment);
        if let Some(misspelt) = variables.misspelt() {
            return Err(misspelt);
        }
        for (name, setting, _) in variables.settings() {
            check_known(&setting, name, &known)?;
        }
        Ok(Self(figment.merge(variables)))
    }

    /// Returns the setting's value as `read` parses it. `wanted` says what the setting takes.
    pub(super) fn read<T>(
        &self,
        setting: &'static str,
        wanted: &str,
        read: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<T, ConfigError> {
        let value = self.0.find_value(setting).ok();
        value
            .as_ref()
            .and_then(read)
            .ok_or_else(|| ConfigError::Value {
                setting,
                source_name: self.source_of(setting),
                value: value.as_ref().map_or_else(|| "missing".to_owned(), shown),
                wanted: wanted.to_owned(),
            })
    }

    /// Returns a text that `parse` accepts.
    pub(super) fn text<T>(
        &self,
        setting: &'static str,
        wanted: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, ConfigError> {
        self.read(setting, wanted, |value| parse(value.as_str()?.trim()))
    }

    /// Returns a whole number within `range`.
    pub(super) fn whole(
        &self,
        setting: &'static str,
        range: RangeInclusive<u32>,
    ) -> Result<u32, ConfigError> {
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        self.read(setting, &wanted, |value| {
            let number = u32::try_from(whole_number(value)?).ok()?;
            range.contains(&number).then_some(number)
        })
    }

    /// Returns a `true` or `false`.
    pub(super) fn switch(&self, setting: &'static str) -> Result<bool, ConfigError> {
        self.read(setting, "true or false", Value::to_bool)
    }

    fn source_of(&self, setting: &str) -> String {
        let keys: Vec<_> = setting.split('.').collect();
        match self.0.find_metadata(setting) {
            Some(Metadata {
                source: Some(figment::Source::File(path)),
                ..
            }) => path.display().to_string(),
            Some(metadata) if metadata.name == ENVIRONMENT => {
                metadata.interpolate(&Profile::Default, &keys)
            }
            _ => "the built-in defaults".to_owned(),
        }
    }
}

/// Returns a number without a fraction, signed or not.
fn whole_number(value: &Value) -> Option<i128> {
    value.to_i128().or_else(|| value.to_u128()?.try_into().ok())
}

fn data(provider: &impl Provider, path: &str) -> Result<Dict, ConfigError> {
    let mut layers = provider.data().map_err(|error| ConfigError::File {
        path: path.to_owned(),
        cause: one_line(&error.to_string()),
    })?;
    Ok(layers.remove(&Profile::Default).unwrap_or_default())
}

/// The message without the excerpt that TOML errors print below it.
fn one_line(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.contains('|'));
    lines.map(str::trim).collect::<Vec<_>>().join(": ")
}

/// The names of all values in `table`, as `section.key`.
pub(super) fn leaves(table: &Dict) -> Vec<String> {
    let leaves_of = |(key, value): (&String, &Value)| match value {
        Value::Dict(_, inner) => leaves(inner)
            .iter()
            .map(|leaf| format!("{key}.{leaf}"))
            .collect(),
        _ => vec![key.clone()],
    };
    table.iter().flat_map(leaves_of).collect()
}

fn check_known(setting: &str, source_name: &str, known: &[String]) -> Result<(), ConfigError> {
    let section = setting.split('.').next().unwrap_or(setting);
    let siblings: Vec<_> = known
        .iter()
        .filter_map(|name| name.split_once('.'))
        .filter(|(of, _)| *of == section)
        .map(|(_, key)| key)
        .collect();
    if known.iter().any(|name| name == setting) {
        return Ok(());
    }
    if setting == "discord.token" {
        return Err(ConfigError::TokenOutOfPlace(source_name.to_owned()));
    }
    let known = if siblings.is_empty() {
        format!("its sections are {}", sections(known).join(", "))
    } else {
        format!("[{section}] has {}", siblings.join(", "))
    };
    Err(ConfigError::Unknown {
        setting: setting.to_owned(),
        source_name: source_name.to_owned(),
        known,
    })
}

fn sections(known: &[String]) -> Vec<&str> {
    let mut sections: Vec<_> = known
        .iter()
        .filter_map(|name| Some(name.split_once('.')?.0))
        .collect();
    sections.dedup();
    sections
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(_, text) => format!("{text:?}"),
        Value::Char(_, letter) => format!("{:?}", letter.to_string()),
        Value::Bool(_, yes) => yes.to_string(),
        Value::Num(..) => whole_number(value).map_or_else(
            || {
                value
                    .to_num()
                    .and_then(|number| number.to_f64())
                    .unwrap_or_default()
                    .to_string()
            },
            |whole| whole.to_string(),
        ),
        Value::Dict(..) => "a table".to_owned(),
        Value::Array(..) => "a list".to_owned(),
        Value::Empty(..) => "empty".to_owned(),
    }
}
