//! Time zones as people type them: an IANA name, a city, or an offset.

use std::cmp::Reverse;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use super::{Zone, abbreviations};

/// A name of a zone.
struct ZoneName {
    zone: Zone,
    /// The name as shown.
    name: &'static str,
    /// The name as compared.
    key: String,
    kind: Kind,
}

/// The kinds of names. If a name matches several zones, the first kind wins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// The whole IANA name.
    Zone,
    /// The city of an IANA name.
    ZoneCity,
    /// A city that is not in IANA's names.
    City,
}

/// A zone to offer while a person types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What people read.
    pub(crate) label: String,
    /// The zone.
    pub(crate) zone: Zone,
}

static NAMES: LazyLock<Vec<ZoneName>> = LazyLock::new(|| {
    let named = Zone::all().filter(|zone| abbreviations::zones(zone.name()).is_empty());
    let zones = named.map(|zone| (zone, zone.name(), Kind::Zone));
    let cities = Zone::all().filter_map(|zone| {
        let (_, city) = zone.name().rsplit_once('/')?;
        (!is_technical(zone)).then_some((zone, city, Kind::ZoneCity))
    });
    let more = listed().map(|(zone, city)| (zone, city, Kind::City));
    let all = zones.chain(cities).chain(more);
    let mut names: Vec<_> = all
        .map(|(zone, name, kind)| ZoneName {
            zone,
            name,
            key: key(name),
            kind,
        })
        .collect();
    // People usually mean zones of a continent; the others are old or technical names.
    names.sort_by_key(|it| (it.kind, Reverse(is_of_a_continent(it.zone))));
    names
});

/// The cities in `cities.txt`, each with its zone.
fn listed() -> impl Iterator<Item = (Zone, &'static str)> {
    let lines = include_str!("cities.txt").lines();
    let zones = lines.filter_map(|line| line.split_once(": "));
    let zones = zones.filter_map(|(zone, cities)| Some((zone.parse().ok()?, cities)));
    zones.flat_map(|(zone, cities)| cities.split(", ").map(move |city| (zone, city)))
}

fn is_technical(zone: Zone) -> bool {
    zone.name().starts_with("Etc/") || !zone.name().contains('/')
}

fn is_of_a_continent(zone: Zone) -> bool {
    let continents = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    continents.iter().any(|it| zone.name().starts_with(it))
}

/// The zone with this name. `None` for an abbreviation of several zones.
#[must_use]
pub(crate) fn find(text: &str) -> Option<Zone> {
    if let [first, rest @ ..] = abbreviations::zones(text).as_slice() {
        return rest.is_empty().then_some(*first);
    }
    let wanted = key(text);
    let mut named = NAMES
        .iter()
        .filter(|it| it.key == wanted && !it.key.is_empty());
    let first = named.next();
    let whole = first.filter(|it| it.kind == Kind::Zone);
    let whole = whole.map(|it| it.zone).or_else(|| offset(text));
    whole.or(first.map(|it| it.zone))
}

/// Zones with a name that contains the typed text, first those whose city starts with it. At most
/// `most`, each once.
#[must_use]
pub fn offers(typed: &str, most: usize) -> Vec<Offer> {
    let wanted = key(typed);
    let mut found: Vec<_> = NAMES.iter().filter(|it| it.key.contains(&wanted)).collect();
    let begins = |it: &ZoneName| it.kind != Kind::Zone && it.key.starts_with(&wanted);
    found.sort_by_key(|it| (!begins(it), is_technical(it.zone)));
    let fixed = offset(typed).map(|zone| Offer {
        label: zone.to_string(),
        zone,
    });
    let meant = abbreviations::zones(typed).into_iter().map(|zone| Offer {
        label: zone.to_string(),
        zone,
    });
    let mut offers: Vec<Offer> = fixed.into_iter().chain(meant).collect();
    for name in found {
        if offers.len() == most {
            break;
        }
        if offers.iter().all(|it| it.zone != name.zone) {
            offers.push(Offer {
                label: name.label(),
                zone: name.zone,
            });
        }
    }
    offers
}

impl ZoneName {
    fn label(&self) -> String {
        match self.kind {
            Kind::Zone | Kind::ZoneCity => self.zone.to_string(),
            Kind::City => format!("{} ({})", self.name, self.zone),
        }
    }
}

/// Parses a whole number of hours from UTC: `UTC+2`, `gmt -3`, `+02:00`.
fn offset(text: &str) -> Option<Zone> {
    let text = text.trim().to_lowercase().replace(['−', '–'], "-");
    let hours = text
        .strip_prefix("utc")
        .or_else(|| text.strip_prefix("gmt"));
    let hours = hours.unwrap_or(&text).trim();
    let (sign, hours) = match hours.split_at_checked(1)? {
        ("+", hours) => (1, hours),
        ("-", hours) => (-1, hours),
        _ => return None,
    };
    let hours = hours.trim();
    let hours = hours.strip_suffix(":00").unwrap_or(hours);
    let is_short = (1..=2).contains(&hours.len()) && hours.bytes().all(|it| it.is_ascii_digit());
    let hours: i32 = hours.parse().ok().filter(|_| is_short)?;
    Zone::ahead_of_utc(sign * hours)
}

/// A name as compared: letters, digits and signs, without accents.
fn key(name: &str) -> String {
    let letters = name.trim().to_lowercase();
    let mut key = String::with_capacity(letters.len());
    for letter in letters.nfkd() {
        match letter {
            'ß' => key.push_str("ss"),
            'ł' => key.push('l'),
            'ø' => key.push('o'),
            'đ' => key.push('d'),
            'ı' => key.push('i'),
            'æ' => key.push_str("ae"),
            '/' | '+' | '-' | ':' => key.push(letter),
            _ if letter.is_alphanumeric() => key.push(letter),
            _ => {}
        }
    }
    // Some people type a blank for a hyphen between words. Before a number it is a sign.
    let is_sign = |at: usize| key[at + 1..].starts_with(|it: char| it.is_ascii_digit());
    let hyphens: Vec<_> = key.match_indices('-').map(|(at, _)| at).collect();
    let dropped = hyphens.into_iter().rev().filter(|at| !is_sign(*at));
    let dropped: Vec<_> = dropped.collect();
    for at in dropped {
        key.remove(at);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_zone_is_found_by_its_names_cities_and_offsets() {
        for (typed, zone) in [
            ("Europe/Berlin", "Europe/Berlin"),
            (" europe/berlin ", "Europe/Berlin"),
            ("america/new york", "America/New_York"),
            ("Berlin", "Europe/Berlin"),
            ("new york", "America/New_York"),
            ("Zürich", "Europe/Zurich"),
            ("São Paulo", "America/Sao_Paulo"),
            ("sao-paulo", "America/Sao_Paulo"),
            ("München", "Europe/Berlin"),
            ("munchen", "Europe/Berlin"),
            ("Lodz", "Europe/Warsaw"),
            ("bengaluru", "Asia/Kolkata"),
            ("San Francisco", "America/Los_Angeles"),
            ("UTC", "UTC"),
            ("UTC+2", "Etc/GMT-2"),
            ("gmt -3", "Etc/GMT+3"),
            ("utc−03:00", "Etc/GMT+3"),
            ("UTC+0", "UTC"),
            ("UTC+5:30", "Asia/Kolkata"),
            ("Etc/GMT-2", "Etc/GMT-2"),
            ("pst", "America/Los_Angeles"),
            ("EDT", "America/New_York"),
            ("CET", "Europe/Berlin"),
            ("cest", "Europe/Berlin"),
            ("HST", "Pacific/Honolulu"),
        ] {
            assert_eq!(find(typed).map(Zone::name), Some(zone), "{typed}");
        }
        for typed in [
            "",
            " ",
            "Mars/Olympus",
            "UTC+15",
            "UTC+1000",
            "+",
            "-",
            "EST",
            "mst",
            "GMT",
            "IST",
        ] {
            assert_eq!(find(typed), None, "{typed}");
        }
    }

    #[test]
    fn cities_are_offered_first_and_never_too_many() {
        let labels = |typed| {
            let offers = offers(typed, 25);
            offers.into_iter().map(|it| it.label).collect::<Vec<_>>()
        };
        assert_eq!(labels("lond")[0], "Europe/London");
        assert_eq!(labels("zür")[0], "Europe/Zurich");
        assert_eq!(labels("munich"), ["Munich (Europe/Berlin)"]);
        assert_eq!(labels("UTC+2")[0], "UTC+2");
        assert_eq!(labels("est")[..2], ["America/New_York", "America/Panama"]);
        assert!(!labels("est").contains(&"EST".to_owned()));
        assert_eq!(labels("").len(), 25);
        assert!(labels("no such place").is_empty());
    }

    #[test]
    fn every_line_of_the_list_names_a_zone() {
        let lines = include_str!("cities.txt").lines();
        for line in lines.filter(|line| !line.starts_with('#')) {
            let (zone, _) = line.split_once(": ").unwrap();
            assert!(zone.parse::<Zone>().is_ok(), "{line}");
        }
    }

    proptest! {
        #[test]
        fn an_offered_zone_is_found_by_its_name_and_its_label(
            typed in "\\PC{0,40}|[a-zA-Z/_ +-]{0,20}",
        ) {
            if let Some(zone) = find(&typed) {
                prop_assert_eq!(find(zone.name()), Some(zone));
            }
            for offer in offers(&typed, 25) {
                prop_assert_eq!(find(offer.zone.name()), Some(offer.zone));
                prop_assert_eq!(find(&offer.zone.to_string()), Some(offer.zone));
            }
        }
    }
}
