//! Abbreviations of time zones, like `EST`. IANA has some of them as zones whose clocks never
//! change, which is not what a person in New York expects from the one that they see in winter.

use super::Zone;

/// Abbreviations, and the zones whose clocks show them. An abbreviation of a single zone stands for
/// that zone.
const KNOWN: [(&[&str], &[&str]); 31] = [
    (&["et", "edt"], &["America/New_York"]),
    (&["est"], &["America/New_York", "America/Panama"]),
    (&["ct", "cdt"], &["America/Chicago"]),
    (
        &["cst"],
        &["America/Chicago", "America/Costa_Rica", "Asia/Shanghai"],
    ),
    (&["mt", "mdt"], &["America/Denver"]),
    (&["mst"], &["America/Denver", "America/Phoenix"]),
    (&["pt", "pst", "pdt"], &["America/Los_Angeles"]),
    (&["akst", "akdt"], &["America/Anchorage"]),
    (&["hst"], &["Pacific/Honolulu"]),
    (&["ast"], &["America/Halifax", "America/Puerto_Rico"]),
    (&["adt"], &["America/Halifax"]),
    (&["nst", "ndt"], &["America/St_Johns"]),
    (&["brt"], &["America/Sao_Paulo"]),
    (&["art"], &["America/Argentina/Buenos_Aires"]),
    (&["gmt"], &["Europe/London", "UTC"]),
    (&["bst"], &["Europe/London"]),
    (
        &["ist"],
        &["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"],
    ),
    (&["wet", "west"], &["Europe/Lisbon"]),
    (&["cet", "cest", "met", "mest"], &["Europe/Berlin"]),
    (&["eet", "eest"], &["Europe/Athens"]),
    (&["msk"], &["Europe/Moscow"]),
    (&["sast"], &["Africa/Johannesburg"]),
    (&["wib"], &["Asia/Jakarta"]),
    (&["sgt"], &["Asia/Singapore"]),
    (&["hkt"], &["Asia/Hong_Kong"]),
    (&["jst"], &["Asia/Tokyo"]),
    (&["kst"], &["Asia/Seoul"]),
    (&["awst"], &["Australia/Perth"]),
    (&["aest"], &["Australia/Sydney", "Australia/Brisbane"]),
    (&["aet", "aedt"], &["Australia/Sydney"]),
    (&["nzst", "nzdt"], &["Pacific/Auckland"]),
];

/// The zones that an abbreviation can stand for. Empty if it is unknown.
#[must_use]
pub(crate) fn zones(text: &str) -> Vec<Zone> {
    let typed = text.trim().to_lowercase();
    let mut known = KNOWN.iter();
    let found = known.find(|(names, _)| names.contains(&typed.as_str()));
    let zones = found.map_or(&[][..], |(_, zones)| zones);
    zones.iter().filter_map(|name| name.parse().ok()).collect()
}

/// The city in a zone's name.
#[must_use]
pub(crate) fn city(zone: Zone) -> String {
    let name = zone.name();
    let city = name.rsplit_once('/').map_or(name, |(_, city)| city);
    city.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::cities;

    #[test]
    fn every_abbreviation_leads_to_zones_and_several_are_found_by_their_city() {
        for (names, zones_of_it) in KNOWN {
            for name in names {
                assert_eq!(zones(name).len(), zones_of_it.len(), "{name}");
            }
            if let several @ [_, _, ..] = zones(names[0]).as_slice() {
                for zone in several {
                    assert_eq!(cities::find(&city(*zone)), Some(*zone), "{names:?}");
                }
            }
        }
        assert_eq!(zones("Berlin"), []);
    }
}
