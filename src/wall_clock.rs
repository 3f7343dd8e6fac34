//! From what a clock on the wall shows to the instant it means, in a zone where clocks are put
//! forward and back.

use crate::calendar::Zone;
use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};

/// Farther than any zone's clocks are from UTC, and than any gap is long (Samoa skipped a whole
/// day in 2011).
const FAR: TimeDelta = TimeDelta::days(2);

/// The instant at which clocks in `zone` show `local`.
///
/// A time that exists twice means the earlier one; a time that was skipped means the first
/// instant after the gap.
#[must_use]
pub fn instant(local: NaiveDateTime, zone: Zone) -> DateTime<Utc> {
    zone.from_local_datetime(&local)
        .earliest()
        .map_or_else(|| end_of_gap(local, zone), |at| at.with_timezone(&Utc))
}

/// The first second at which clocks show `local` or later, found by halving: chrono does not
/// tell where a gap ends.
fn end_of_gap(local: NaiveDateTime, zone: Zone) -> DateTime<Utc> {
    let (mut before, mut after) = (local.and_utc() - FAR, local.and_utc() + FAR);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        if middle.with_timezone(&zone).naive_local() < local {
            before = middle;
        } else {
            after = middle;
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn read(local: &str, zone: Zone) -> String {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        instant(local, zone).format("%Y-%m-%d %H:%M").to_string()
    }

    #[test]
    fn gaps_end_and_folds_begin() {
        for (local, zone, expected) in [
            (
                "2026-11-20 14:00",
                "Europe/Berlin".parse::<Zone>().unwrap(),
                "2026-11-20 13:00",
            ),
            (
                "2026-03-29 02:30",
                "Europe/Berlin".parse::<Zone>().unwrap(),
                "2026-03-29 01:00",
            ),
            (
                "2026-10-25 02:30",
                "Europe/Berlin".parse::<Zone>().unwrap(),
                "2026-10-25 00:30",
            ),
            (
                "2018-11-04 00:00",
                "America/Sao_Paulo".parse::<Zone>().unwrap(),
                "2018-11-04 03:00",
            ),
            (
                "2026-03-29 00:00",
                "Asia/Beirut".parse::<Zone>().unwrap(),
                "2026-03-28 22:00",
            ),
            (
                "2011-12-30 09:00",
                "Pacific/Apia".parse::<Zone>().unwrap(),
                "2011-12-30 10:00",
            ),
            (
                "2026-10-04 02:15",
                "Australia/Lord_Howe".parse::<Zone>().unwrap(),
                "2026-10-03 15:30",
            ),
        ] {
            assert_eq!(read(local, zone), expected, "{local} in {zone}");
        }
    }

    proptest! {
        #[test]
        fn a_time_that_exists_is_shown_as_asked(
            zone in prop::sample::select(Zone::all().collect::<Vec<_>>()),
            days in 0_i64..7300,
            minutes in 0_i64..1440,
        ) {
            let local = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap()
                + TimeDelta::days(days) + TimeDelta::minutes(minutes);
            let at = instant(local, zone);
            let shown = at.with_timezone(&zone).naive_local();
            prop_assert!(shown >= local);
            if shown > local {
                let just_before = (at - TimeDelta::seconds(1)).with_timezone(&zone).naive_local();
                prop_assert!(just_before < local, "the gap ended before {at}");
            }
        }
    }
}
