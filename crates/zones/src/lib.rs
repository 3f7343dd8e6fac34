//! Time zones for [`chrono`] with current rules: those in jiff, which are released with IANA's, or
//! the system's if they are newer.

mod rules;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::sync::{LazyLock, OnceLock};

use chrono::offset::{MappedLocalTime, Offset};
use chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Timelike};
use jiff::civil;
use jiff::tz::AmbiguousOffset;
use thiserror::Error;

pub use rules::{Source, source};

/// A zone of the IANA database.
#[derive(Clone, Copy)]
pub struct Zone(&'static Entry);

struct Entry {
    name: Cow<'static, str>,
    rules: OnceLock<jiff::tz::TimeZone>,
}

/// All zones, ordered by name.
static ZONES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let entry = |name| Entry {
        name: Cow::Owned(name),
        rules: OnceLock::new(),
    };
    rules::names().into_iter().map(entry).collect()
});

/// UTC, which is also in [`ZONES`]. Zones are compared by name.
static UTC: Entry = Entry {
    name: Cow::Borrowed("UTC"),
    rules: OnceLock::new(),
};

/// The text is not a zone's name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not a time zone")]
pub struct UnknownZone(String);

impl Zone {
    /// Coordinated universal time.
    #[must_use]
    pub fn utc() -> Self {
        Self(&UTC)
    }

    /// All zones, ordered by name.
    pub fn all() -> impl Iterator<Item = Self> {
        ZONES.iter().map(Self)
    }

    /// The zone's IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        &self.0.name
    }

    /// The zone that is this many whole hours ahead of UTC all year.
    #[must_use]
    pub fn ahead_of_utc(hours: i32) -> Option<Self> {
        // IANA's names have the opposite sign.
        match hours {
            0 => Some(Self::utc()),
            _ => format!("Etc/GMT{:+}", -hours).parse().ok(),
        }
    }

    fn rules(self) -> &'static jiff::tz::TimeZone {
        self.0.rules.get_or_init(|| rules::read(&self.0.name))
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        let found = ZONES.binary_search_by(|zone| zone.name.as_ref().cmp(name));
        found
            .map(|index| Self(&ZONES[index]))
            .map_err(|_| UnknownZone(name.to_owned()))
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Shows fixed offsets as people write them, and other zones by name.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let behind = self.name().strip_prefix("Etc/GMT");
        match behind.and_then(|hours| hours.parse::<i32>().ok()) {
            Some(0) | None => f.pad(self.name()),
            Some(behind) => f.pad(&format!("UTC{:+}", -behind)),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        name.parse().map_err(serde::de::Error::custom)
    }
}

/// A zone's offset from UTC at some instant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ZoneOffset {
    zone: Zone,
    offset: FixedOffset,
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        self.offset
    }
}

impl fmt::Debug for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.offset, f)
    }
}

impl fmt::Display for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.offset, f)
    }
}

impl Zone {
    fn at(self, offset: jiff::tz::Offset) -> ZoneOffset {
        let offset = FixedOffset::east_opt(offset.seconds());
        ZoneOffset {
            zone: self,
            offset: offset.unwrap_or(chrono::Utc.fix()),
        }
    }
}

impl TimeZone for Zone {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Self {
        offset.zone
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<ZoneOffset> {
        self.offset_from_local_datetime(&local.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<ZoneOffset> {
        let Some(civil) = civil(local) else {
            // The rules end after the year 9999.
            return MappedLocalTime::Single(self.at(jiff::tz::Offset::UTC));
        };
        match self.rules().to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => MappedLocalTime::Single(self.at(offset)),
            AmbiguousOffset::Gap { .. } => MappedLocalTime::None,
            AmbiguousOffset::Fold { before, after } => {
                MappedLocalTime::Ambiguous(self.at(before), self.at(after))
            }
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        let instant = jiff::Timestamp::from_second(utc.and_utc().timestamp());
        let offset = instant.map(|instant| self.rules().to_offset(instant));
        self.at(offset.unwrap_or(jiff::tz::Offset::UTC))
    }
}

fn civil(local: &NaiveDateTime) -> Option<civil::DateTime> {
    let small = |number: u32| i8::try_from(number).ok();
    let date = civil::Date::new(
        i16::try_from(local.year()).ok()?,
        small(local.month())?,
        small(local.day())?,
    );
    // Zones have no leap seconds, so use the second before it.
    let second = small(local.second().min(59))?;
    let time = civil::Time::new(small(local.hour())?, small(local.minute())?, second, 0);
    Some(date.ok()?.to_datetime(time.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};

    fn shown(utc: &str, zone: &str) -> String {
        let at: DateTime<Utc> = utc.parse().unwrap();
        let zone: Zone = zone.parse().unwrap();
        at.with_timezone(&zone).format("%m-%d %H:%M").to_string()
    }

    /// These zones changed since IANA 2025b, which other libraries still have.
    #[test]
    fn rules_are_current() {
        for (zone, january, july) in RECENT {
            assert_eq!(
                shown("2027-01-15T12:00:00Z", zone),
                format!("01-15 {january}"),
                "{zone}"
            );
            assert_eq!(
                shown("2027-07-15T12:00:00Z", zone),
                format!("07-15 {july}"),
                "{zone}"
            );
        }
    }

    const RECENT: [(&str, &str, &str); 6] = [
        ("Africa/Casablanca", "12:00", "12:00"),
        ("America/Vancouver", "05:00", "05:00"),
        ("America/Edmonton", "06:00", "06:00"),
        ("America/Winnipeg", "07:00", "07:00"),
        ("Europe/Berlin", "13:00", "14:00"),
        ("America/New_York", "07:00", "08:00"),
    ];

    #[test]
    fn every_zone_has_a_name_and_rules() {
        assert!(Zone::all().count() > 550);
        for zone in Zone::all() {
            assert_eq!(zone.name().parse(), Ok(zone));
            assert_eq!(zone.rules().iana_name(), Some(zone.name()));
        }
        assert!("Mars/Olympus".parse::<Zone>().is_err());
    }

    #[test]
    fn fixed_offsets_read_as_people_write_them() {
        for (hours, kept, read) in [(2, "Etc/GMT-2", "UTC+2"), (-3, "Etc/GMT+3", "UTC-3")] {
            let zone = Zone::ahead_of_utc(hours).unwrap();
            assert_eq!((zone.name(), &*zone.to_string()), (kept, read));
        }
        assert_eq!(Zone::ahead_of_utc(0), Some(Zone::utc()));
        assert_eq!(Zone::ahead_of_utc(15), None);
    }
}
