//! The team: forty people in eight zones, their habits, and their decisions during the year.

use super::model::Shape;
use super::occasion::Occasion;
use super::outside::{Contact, noted_on};

/// Five people in each zone: north and south, with and without summer time, and with half-hour
/// offsets.
pub(super) const TEAM: [(&str, [&str; 5]); 8] = [
    ("Europe/Berlin", ["anna", "ben", "clara", "david", "emma"]),
    (
        "America/New_York",
        ["frank", "grace", "henry", "iris", "jack"],
    ),
    (
        "America/Sao_Paulo",
        ["karla", "luiz", "marta", "nuno", "otavia"],
    ),
    ("Asia/Tokyo", ["kenji", "yuki", "haruto", "sakura", "ren"]),
    (
        "Asia/Kolkata",
        ["arjun", "priya", "rohan", "meera", "vikram"],
    ),
    (
        "Australia/Sydney",
        ["ruby", "oscar", "sienna", "heath", "tilly"],
    ),
    (
        "Africa/Nairobi",
        ["amani", "baraka", "imani", "juma", "wanjiru"],
    ),
    (
        "Pacific/Auckland",
        ["aroha", "wiremu", "maia", "tane", "hemi"],
    ),
];

/// Members who never say yes to nudges.
const NEVER: [&str; 4] = ["david", "jack", "haruto", "heath"];

/// Members who come later, or say yes later, and in which week.
const LATER: [(&str, usize, bool); 8] = [
    ("ren", 6, true),
    ("vikram", 12, true),
    ("iris", 15, false),
    ("tilly", 20, true),
    ("otavia", 27, true),
    ("meera", 30, false),
    ("wanjiru", 35, true),
    ("hemi", 43, true),
];

/// A person's habits about nudges and logging.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Answers most nudges, and logs a talk every four weeks.
    Eager,
    /// Answers every second one.
    Usual,
    /// Answers rarely.
    Sparing,
    /// Stops everyone they get suggested.
    Stopping,
    /// Talks with five people at a time, once a week.
    Busy,
    /// Like `Usual`, but with five months of silence.
    Away,
    /// Never does anything.
    Silent,
}

impl Manner {
    pub(super) fn of(name: &str) -> Self {
        match name {
            "ben" => Self::Busy,
            "clara" | "kenji" => Self::Stopping,
            "grace" => Self::Away,
            "baraka" => Self::Silent,
            "luiz" | "sienna" | "rohan" | "tane" => Self::Sparing,
            name if name.len() % 2 == 0 => Self::Eager,
            _ => Self::Usual,
        }
    }

    /// The percentage of nudges they answer on this day of the year.
    pub(super) fn answers(self, day: usize) -> usize {
        match self {
            Self::Eager => 85,
            Self::Away if AWAY.contains(&day) => 0,
            Self::Usual | Self::Away => 50,
            Self::Sparing => 15,
            Self::Stopping => 100,
            Self::Busy => 30,
            Self::Silent => 0,
        }
    }

    /// On how many of a thousand days they log a talk without a nudge.
    pub(super) fn logs(self, day: usize) -> usize {
        match self {
            Self::Eager => 35,
            Self::Away if AWAY.contains(&day) => 0,
            Self::Usual | Self::Away => 25,
            Self::Sparing | Self::Stopping => 8,
            Self::Busy if day % 7 == 3 => 1000,
            Self::Busy | Self::Silent => 0,
        }
    }
}

const AWAY: std::ops::Range<usize> = 60..215;

/// A member's decision about their nudges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// Comes to the team.
    Arrive,
    /// Says yes to nudges.
    On,
    /// Says no.
    Off,
    /// Chooses where they live: the zone.
    Live(&'static str),
    /// Chooses a day and a time.
    At(&'static str, &'static str),
    /// Chooses how many people a nudge names.
    People(usize),
    /// Pauses nudges: the label of the length, and its days.
    Pause(&'static str, Option<i64>),
    /// Ends the pause.
    Resume,
    /// Asks not to be tracked.
    Untrack,
    /// Asks to be tracked again.
    Track,
    /// Leaves the team.
    Leave,
    /// Comes back to it.
    Return,
    /// Is away until this day.
    Away(&'static str),
    /// Is back earlier.
    Back,
    /// Tells a date, like `5 Dec`.
    Date(Occasion, &'static str),
    /// Adds a contact.
    Note(Contact),
    /// Removes a contact.
    Remove(Contact),
    /// Chooses something about a person.
    About(&'static str, Shape),
}

impl Decision {
    pub(super) fn is_about_contact(self) -> bool {
        matches!(self, Self::Note(_) | Self::Remove(_))
    }
}

/// The decisions of a day of the year, which begins on a Saturday.
pub(super) fn decided_on(day: usize) -> Vec<(&'static str, Decision)> {
    let mut decided = Vec::new();
    for (zone, names) in TEAM {
        for name in names {
            decided.extend(joining(name, zone, day).map(|decision| (name, decision)));
        }
    }
    let changes = changes().chain(lives()).chain(kinds());
    decided.extend(changes.filter_map(|(when, name, it)| (when == day).then_some((name, it))));
    decided.extend(noted_on(day));
    decided
}

fn joining(name: &str, zone: &'static str, day: usize) -> impl Iterator<Item = Decision> + use<> {
    let week = comes_in_week(name);
    let arrives = !is_there_at_first(name);
    let joins = !NEVER.contains(&name) && day == week * 7;
    let steps = [Decision::Arrive, Decision::On, Decision::Live(zone)];
    let skipped = usize::from(!arrives);
    steps.into_iter().skip(skipped).filter(move |_| joins)
}

/// Changes to nudges that are on; on Saturdays or mid-week.
fn changes() -> impl Iterator<Item = (usize, &'static str, Decision)> {
    use Decision::{
        About, At, Leave, Live, Off, On, Pause, People, Resume, Return, Track, Untrack,
    };
    let saturday = |week: usize| week * 7;
    let wednesday = |week: usize| week * 7 + 4;
    [
        (0, "emma", At("Wednesday", "16:30")),
        // A time that clocks skip once a year, and show twice on another day.
        (0, "frank", At("Sunday", "02:30")),
        (0, "oscar", At("Sunday", "02:30")),
        (0, "juma", At("Monday", "00:00")),
        (saturday(10), "yuki", At("Friday", "17:00")),
        // After this week's nudge, to a later day of this week; and back.
        (wednesday(20), "amani", At("Friday", "08:15")),
        (wednesday(33), "amani", At("Monday", "09:00")),
        (wednesday(14), "priya", Off),
        (wednesday(24), "priya", On),
        (saturday(1), "anna", People(5)),
        (saturday(2), "imani", People(1)),
        (wednesday(26), "imani", People(4)),
        (wednesday(8), "nuno", Pause("1 month", Some(31))),
        (wednesday(30), "nuno", Pause("until I say so", None)),
        (wednesday(37), "nuno", Resume),
        (saturday(17), "sakura", Pause("2 weeks", Some(14))),
        (wednesday(16), "arjun", Untrack),
        (wednesday(29), "arjun", Track),
        (wednesday(22), "karla", Leave),
        (wednesday(34), "karla", Return),
        (saturday(41), "tilly", Leave),
        (
            wednesday(5),
            "anna",
            About("frank", Shape::Circle("close", 7)),
        ),
        (
            wednesday(5),
            "frank",
            About("anna", Shape::Circle("distant", 182)),
        ),
        (saturday(7), "luiz", About("marta", Shape::OwnDays(10))),
        (saturday(7), "marta", About("luiz", Shape::OwnDays(45))),
        (
            saturday(9),
            "yuki",
            About("kenji", Shape::Circle("wider", 91)),
        ),
        (
            saturday(11),
            "ruby",
            About("oscar", Shape::Snooze("1 week", 7)),
        ),
        (
            wednesday(13),
            "aroha",
            About("anna", Shape::Snooze("1 month", 30)),
        ),
        (
            saturday(21),
            "emma",
            About("ben", Shape::Snooze("3 months", 91)),
        ),
        (wednesday(15), "amani", About("juma", Shape::Stop)),
        (wednesday(28), "amani", About("juma", Shape::Resume)),
        // Two who would be suggested to each other, one way or both.
        (saturday(8), "grace", About("frank", Shape::Apart)),
        (wednesday(12), "aroha", About("ruby", Shape::Apart)),
        (saturday(14), "ruby", About("aroha", Shape::Apart)),
        (wednesday(27), "aroha", About("ruby", Shape::Together)),
        (wednesday(38), "ruby", About("aroha", Shape::Together)),
        (saturday(18), "maia", Live("Europe/Berlin")),
        (saturday(30), "maia", Live("Pacific/Auckland")),
    ]
    .into_iter()
}

/// Absences and dates.
fn lives() -> impl Iterator<Item = (usize, &'static str, Decision)> {
    use Decision::{Away, Back, Date};
    use Occasion::{Birthday, FirstDay};
    let saturday = |week: usize| week * 7;
    let wednesday = |week: usize| week * 7 + 4;
    [
        (wednesday(9), "tane", Away("2026-03-30")),
        (saturday(24), "wiremu", Away("2026-07-08")),
        (wednesday(25), "kenji", Away("2026-09-01")),
        (saturday(31), "kenji", Back),
        (saturday(40), "marta", Away("2026-10-26")),
        // Said twice: the second day counts.
        (saturday(26), "emma", Away("2026-12-01")),
        (wednesday(26), "emma", Away("2026-07-20")),
        (0, "ben", Date(Birthday, "10 Feb")),
        (0, "clara", Date(Birthday, "24 May")),
        (saturday(2), "frank", Date(FirstDay, "1 Oct")),
        (saturday(3), "nuno", Date(Birthday, "29 Dec")),
        (saturday(3), "rohan", Date(Birthday, "3 Aug")),
        (wednesday(3), "amani", Date(FirstDay, "15 Jun")),
        (wednesday(3), "amani", Date(Birthday, "17 Jun")),
        (saturday(4), "maia", Date(Birthday, "12 Nov")),
        (saturday(5), "heath", Date(Birthday, "6 Sep")),
        (saturday(6), "baraka", Date(Birthday, "4 Jan")),
        (saturday(30), "baraka", Date(Birthday, "21 Sep")),
    ]
    .into_iter()
}

/// What people are to each other.
fn kinds() -> impl Iterator<Item = (usize, &'static str, Decision)> {
    let is = |kind, days| Shape::Kind(kind, days);
    [
        (3, "anna", "ben", is("peer", Some(30))),
        (3, "anna", "clara", is("peer", Some(30))),
        (3, "anna", "david", is("peer", Some(30))),
        (3, "anna", "emma", is("peer", Some(30))),
        (3, "anna", "grace", is("customer", Some(30))),
        (3, "anna", "henry", is("customer", Some(30))),
        (10, "emma", "frank", is("manager", Some(7))),
        (10, "emma", "luiz", is("skip-level", Some(91))),
        (10, "emma", "yuki", is("friend", None)),
        (17, "henry", "arjun", is("report", Some(7))),
        (17, "henry", "rohan", is("report", Some(7))),
        (17, "henry", "ruby", is("mentor", Some(30))),
        (24, "henry", "arjun", is("partner", Some(30))),
        (24, "aroha", "maia", is("peer", Some(30))),
        (24, "aroha", "tane", is("peer", Some(30))),
        (24, "aroha", "wiremu", is("peer", Some(30))),
        (24, "aroha", "oscar", is("other", None)),
    ]
    .into_iter()
    .map(|(day, name, of, shape)| (day, name, Decision::About(of, shape)))
}

/// The week in which a member comes, or says yes to nudges if they do.
pub(super) fn comes_in_week(name: &str) -> usize {
    let later = LATER.iter().find(|(who, ..)| *who == name);
    later.map_or(0, |(_, week, _)| *week)
}

/// Whether a person is in the team from the first day.
pub(super) fn is_there_at_first(name: &str) -> bool {
    !LATER
        .iter()
        .any(|(who, _, arrives)| *who == name && *arrives)
}
