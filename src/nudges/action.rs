//! The buttons of a nudge, of its preview, and of a pause.

use super::SuggestionOutcome;
use crate::discord::custom_id::{CustomId, field};
use crate::ids::{NudgeId, PersonId, TeamId};
use crate::members::pause::Length;

/// What a member presses on a nudge or its preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Answer a suggestion of a nudge.
    AnswerSuggestion {
        /// The nudge.
        nudge: NudgeId,
        /// The person suggested.
        other: PersonId,
        /// What to do about the person.
        outcome: SuggestionOutcome,
    },
    /// Answer a suggestion that `/nudge now` showed in this team.
    AnswerPreview {
        /// The team.
        team: TeamId,
        /// The person suggested.
        other: PersonId,
        /// What to do about the person.
        outcome: SuggestionOutcome,
    },
    /// Show this week's nudge in the team that was chosen.
    ShowNow,
    /// Ask how long to pause, from the button of this nudge.
    OfferPause(NudgeId),
    /// Pause nudges in this team.
    PauseNudges {
        /// The team.
        team: TeamId,
        /// How long.
        length: Length,
    },
    /// End the pause in this team.
    ResumeNudges(TeamId),
    /// Show the settings for the team of this nudge.
    OpenSettings(NudgeId),
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::AnswerSuggestion {
                nudge,
                other,
                outcome,
            } => format!("1:{}:{nudge}:{other}", outcome.as_str()),
            Self::AnswerPreview {
                team,
                other,
                outcome,
            } => format!("1:now-{}:{team}:{other}", outcome.as_str()),
            Self::ShowNow => "1:nudge-now".to_owned(),
            Self::OfferPause(nudge) => format!("1:pause-ask:{nudge}"),
            Self::PauseNudges { team, length } => format!("1:pause:{team}:{}", length.as_str()),
            Self::ResumeNudges(team) => format!("1:resume:{team}"),
            Self::OpenSettings(nudge) => format!("1:settings-of:{nudge}"),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        Some(match *fields {
            ["1", "nudge-now"] => Self::ShowNow,
            ["1", "pause-ask", nudge] => Self::OfferPause(field(nudge)?),
            ["1", "pause", team, length] => Self::PauseNudges {
                team: field(team)?,
                length: Length::parse(length)?,
            },
            ["1", "resume", team] => Self::ResumeNudges(field(team)?),
            ["1", "settings-of", nudge] => Self::OpenSettings(field(nudge)?),
            ["1", name, first, other] => match name.strip_prefix("now-") {
                None => Self::AnswerSuggestion {
                    nudge: field(first)?,
                    other: field(other)?,
                    outcome: field(name)?,
                },
                Some(name) => Self::AnswerPreview {
                    team: field(first)?,
                    other: field(other)?,
                    outcome: field(name)?,
                },
            },
            _ => return None,
        })
    }
}
