//! Local times, in the simplest form.

use chrono::{
    DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone as _, Utc,
};
use rapport::calendar::Zone;

/// The instant at which clocks in `zone` show `local`: the first minute after it if clocks skip it,
/// the earlier one if they show it twice.
pub(super) fn instant(mut local: NaiveDateTime, zone: Zone) -> DateTime<Utc> {
    loop {
        if let Some(at) = zone.from_local_datetime(&local).earliest() {
            return at.with_timezone(&Utc);
        }
        local += TimeDelta::minutes(1);
    }
}

pub(super) fn monday_of(date: NaiveDate) -> NaiveDate {
    date - Days::new(u64::from(date.weekday().num_days_from_monday()))
}
