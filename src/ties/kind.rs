//! What another person is to a member.

use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::calendar::Circle;
use crate::language::{Text, text};

/// What another person is to a member. Only that member sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// The member reports to them.
    Manager,
    /// They report to the member.
    Report,
    /// Their manager's manager, or a report of a report.
    SkipLevel,
    /// Somebody they work beside.
    Peer,
    /// They learn from them, or the other way round.
    Mentor,
    /// Somebody they work for.
    Customer,
    /// Somebody of another organisation they work with.
    Partner,
    /// A friend.
    Friend,
    /// Anything else.
    Other,
}

impl Kind {
    /// The word for it in the database, in commands and in selects.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        self.into()
    }

    /// What people read.
    #[must_use]
    pub(crate) fn label(self) -> Text {
        match self {
            Self::Manager => text!("kind-manager"),
            Self::Report => text!("kind-report"),
            Self::SkipLevel => text!("kind-skip-level"),
            Self::Peer => text!("kind-peer"),
            Self::Mentor => text!("kind-mentor"),
            Self::Customer => text!("kind-customer"),
            Self::Partner => text!("kind-partner"),
            Self::Friend => text!("kind-friend"),
            Self::Other => text!("kind-other"),
        }
    }

    /// The circle that most people want with such a person; `None` is the team's.
    #[must_use]
    pub(crate) fn proposed_circle(self) -> Option<Circle> {
        match self {
            Self::Manager | Self::Report => Some(Circle::Close),
            Self::Peer | Self::Mentor | Self::Customer | Self::Partner => Some(Circle::Regular),
            Self::SkipLevel => Some(Circle::Wider),
            Self::Friend | Self::Other => None,
        }
    }
}

/// The circle a member chose for a tie, after its kind changed from `before` to `after`: the new
/// kind's proposal, unless they chose a circle of their own.
#[must_use]
pub(super) fn circle_after(
    chosen: Option<Circle>,
    before: Option<Kind>,
    after: Option<Kind>,
) -> Option<Circle> {
    let proposed = |kind: Option<Kind>| kind.and_then(Kind::proposed_circle);
    if chosen.is_none() || chosen == proposed(before) {
        proposed(after)
    } else {
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator as _;

    #[test]
    fn a_kind_proposes_its_circle_until_the_member_chooses_another() {
        let (manager, peer) = (Some(Kind::Manager), Some(Kind::Peer));
        let (close, regular, wider) = (Circle::Close, Circle::Regular, Circle::Wider);
        for (chosen, before, after, expected) in [
            (None, None, manager, Some(close)),
            (Some(close), manager, peer, Some(regular)),
            (Some(close), manager, None, None),
            (Some(wider), manager, peer, Some(wider)),
            (Some(wider), None, manager, Some(wider)),
            (None, None, Some(Kind::Friend), None),
        ] {
            assert_eq!(circle_after(chosen, before, after), expected);
        }
    }

    #[test]
    fn the_word_of_a_kind_is_read_back() {
        for kind in Kind::iter() {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
    }
}
