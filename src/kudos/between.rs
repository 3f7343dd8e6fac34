//! How often two people thanked each other.

use super::store::Between;

/// How often each of the two thanked the other, as part of a sentence; `None` if never.
#[must_use]
pub(crate) fn thanks(between: Between) -> Option<String> {
    let given = (between.given > 0).then(|| format!("you thanked them {}", times(between.given)));
    let received = between.received;
    let received = (received > 0).then(|| format!("they thanked you {}", times(received)));
    let both: Vec<_> = [given, received].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join(" and "))
}

fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}
