//! Times on the wall, in the plainest form.

use chrono::{
    DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone as _, Utc,
};
use rapport::calendar::Zone;

/// When clocks in `zone` show `local`: at the first minute that there is from it on, where it was
/// skipped, and at the earlier one where it comes twice.
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
