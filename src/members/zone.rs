//! Time zones as people choose them: by their IANA name.

use chrono_tz::{TZ_VARIANTS, Tz};

use crate::errors::Refusal;

/// How many zones are offered at a time: as many as Discord shows.
const OFFERED: usize = 25;

/// Reads a zone's name, in any case and with spaces for underscores.
pub fn parse(text: &str) -> Result<Tz, Refusal> {
    let wanted = plain(text);
    TZ_VARIANTS
        .into_iter()
        .find(|zone| plain(zone.name()) == wanted)
        .ok_or_else(|| {
            Refusal::new(
                "I don't know that time zone. Start typing a city and choose from the list, \
             like Europe/Berlin or America/New_York.",
            )
        })
}

/// Zones whose name holds what was typed so far, those whose city begins with it first.
#[must_use]
pub fn suggestions(typed: &str) -> Vec<Tz> {
    let typed = plain(typed);
    let mut found: Vec<_> = TZ_VARIANTS
        .into_iter()
        .filter(|zone| plain(zone.name()).contains(&typed))
        .collect();
    found.sort_by_key(|zone| {
        let name = plain(zone.name());
        let city_begins = name
            .rsplit('/')
            .next()
            .is_some_and(|city| city.starts_with(&typed));
        // Zones of a continent are what people mean; the rest are old or technical names.
        (
            !city_begins,
            !zone.name().contains('/'),
            zone.name().starts_with("Etc/"),
        )
    });
    found.truncate(OFFERED);
    found
}

fn plain(name: &str) -> String {
    name.trim().replace(' ', "_").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_names_as_people_type_them() {
        for typed in ["Europe/Berlin", "europe/berlin", " Europe/Berlin "] {
            assert_eq!(parse(typed), Ok(Tz::Europe__Berlin));
        }
        assert_eq!(parse("america/new york"), Ok(Tz::America__New_York));
        assert!(parse("Mars/Olympus").is_err());
    }

    #[test]
    fn offers_cities_first_and_never_too_many() {
        assert_eq!(suggestions("lond")[0], Tz::Europe__London);
        assert_eq!(suggestions("").len(), OFFERED);
        assert!(suggestions("no such place").is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_a_zone_or_refused(typed in "\\PC{0,40}|[a-zA-Z/_ ]{0,20}") {
            if let Ok(zone) = parse(&typed) {
                prop_assert_eq!(parse(zone.name()), Ok(zone));
            }
            for offered in suggestions(&typed) {
                prop_assert_eq!(parse(offered.name()), Ok(offered));
            }
        }
    }
}
