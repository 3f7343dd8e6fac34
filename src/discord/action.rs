//! Every button, select and modal that Rapport ever posted, as one type.
//!
//! An action travels in the `custom_id` of its component (at most 100 characters), so that it
//! outlives the process: `1:talked:17:3` is the version, the name, and the fields. A message can
//! stay in a channel for years, hence the version: what an old one means must never change.

use thiserror::Error;

use crate::encounters::Amending;
use crate::ids::{EncounterId, InteractionId, KudosId, NudgeId, PersonId, RecapId, TeamId};
use crate::kudos::board::BoardView;
use crate::kudos::{Said, Thanks};
use crate::members::pause::Length;
use crate::nudges::Outcome;
use crate::people::talks::{TalkAt, TalkStep};
use crate::people::{CardStep, Show};
use crate::privacy::Request;
use crate::settings::Setting;
use crate::setup::Setup;

/// What a pressed component asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Delete the encounter just logged.
    UndoEncounter(EncounterId),
    /// Take back the correction of an encounter by this use of a command.
    UndoCorrection(InteractionId),
    /// The answer to the one question about Monday nudges.
    AnswerInvitation {
        /// The encounter whose logging brought the question up.
        encounter: EncounterId,
        /// The answer.
        answer: Invitation,
    },
    /// Something about one of the people in a nudge.
    AnswerSuggestion {
        /// The nudge.
        nudge: NudgeId,
        /// The person suggested.
        other: PersonId,
        /// What is to be done about them.
        outcome: Outcome,
    },
    /// Something about one of the people that `/nudge now` showed, in this team.
    AnswerPreview {
        /// The team.
        team: TeamId,
        /// The person suggested.
        other: PersonId,
        /// What is to be done about them.
        outcome: Outcome,
    },
    /// Take a kudos back.
    TakeBackKudos(KudosId),
    /// Turn to another page of a leaderboard.
    TurnBoard(BoardView),
    /// Ask how long nudges should rest, below this one.
    OfferPause(NudgeId),
    /// Pause nudges in this team.
    PauseNudges {
        /// The team.
        team: TeamId,
        /// For how long.
        length: Length,
    },
    /// End the pause in this team.
    ResumeNudges(TeamId),
    /// Show the settings in the team of this nudge.
    OpenSettings(NudgeId),
    /// Change one of the presser's settings in this team.
    ChangeSetting {
        /// The team.
        team: TeamId,
        /// Which.
        setting: Setting,
    },
    /// Set the team up.
    Setup(Setup),
    /// Something about what is kept of the presser.
    Privacy(Request),
    /// Thank somebody for what the modal says.
    Thank(Thanks),
    /// Show the presser the board of the week that a recap sums up.
    ShowRecapBoard(RecapId),
    /// Add something to the encounter just logged.
    AmendEncounter {
        /// The encounter.
        encounter: EncounterId,
        /// What is asked, chosen or written.
        step: Amending,
    },
    /// Turn to a page of the people the presser keeps in touch with.
    TurnPeople {
        /// Which of them.
        show: Show,
        /// The page, from 1.
        page: usize,
    },
    /// Open the card of the person chosen.
    OpenPerson,
    /// Turn to a page of the talks with somebody.
    TurnTalks {
        /// The person.
        other: PersonId,
        /// The page, from 1.
        page: usize,
    },
    /// Open the chosen talk with somebody.
    OpenTalk {
        /// The person.
        other: PersonId,
    },
    /// Something on an opened talk.
    OnTalk {
        /// Which, and at which page of its note.
        at: TalkAt,
        /// What is pressed or written.
        step: TalkStep,
    },
    /// Something on the card of a person.
    OnCard {
        /// The person.
        other: PersonId,
        /// What is pressed, chosen or written.
        step: CardStep,
    },
}

/// "Want a short Monday DM about people you're losing touch with?"
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitation {
    /// Yes.
    Accept,
    /// No thanks.
    Decline,
}

/// A `custom_id` that this version does not know: from an older one, or not ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this button is from another version of Rapport")]
pub struct UnknownAction;

impl Action {
    /// The `custom_id` that carries this action.
    #[must_use]
    pub fn encode(&self) -> String {
        match self {
            Self::UndoEncounter(encounter) => format!("1:undo:{encounter}"),
            Self::UndoCorrection(correction) => format!("1:undo-correction:{correction}"),
            Self::AnswerInvitation {
                encounter,
                answer: Invitation::Accept,
            } => {
                format!("1:nudge-yes:{encounter}")
            }
            Self::AnswerInvitation {
                encounter,
                answer: Invitation::Decline,
            } => {
                format!("1:nudge-no:{encounter}")
            }
            Self::AnswerSuggestion {
                nudge,
                other,
                outcome,
            } => {
                format!("1:{}:{nudge}:{other}", outcome.as_str())
            }
            Self::AnswerPreview {
                team,
                other,
                outcome,
            } => {
                format!("1:now-{}:{team}:{other}", outcome.as_str())
            }
            Self::TakeBackKudos(kudos) => format!("1:take-back:{kudos}"),
            Self::TurnBoard(view) => format!("1:board:{}", view.encode()),
            Self::OfferPause(nudge) => format!("1:pause-ask:{nudge}"),
            Self::PauseNudges { team, length } => format!("1:pause:{team}:{}", length.as_str()),
            Self::ResumeNudges(team) => format!("1:resume:{team}"),
            Self::OpenSettings(nudge) => format!("1:settings-of:{nudge}"),
            Self::ChangeSetting { team, setting } => {
                format!("1:settings:{team}:{}", setting.as_str())
            }
            Self::Setup(setup) => format!("1:setup:{}", setup.as_str()),
            Self::Privacy(request) => format!("1:privacy:{}", request.as_str()),
            Self::Thank(Thanks { whom, what: None }) => format!("1:thank:{whom}"),
            Self::Thank(Thanks {
                whom,
                what: Some(Said { channel, message }),
            }) => format!("1:thank-for:{whom}:{channel}:{message}"),
            Self::ShowRecapBoard(recap) => format!("1:recap-board:{recap}"),
            Self::AmendEncounter { encounter, step } => {
                format!("1:met-{}:{encounter}", step.as_str())
            }
            Self::TurnPeople { show, page } => format!("1:people:{}:{page}", show.as_str()),
            Self::OpenPerson => "1:person".to_owned(),
            Self::TurnTalks { other, page } => format!("1:talks:{other}:{page}"),
            Self::OpenTalk { other } => format!("1:talk:{other}"),
            Self::OnTalk { at, step } => {
                let TalkAt {
                    encounter,
                    other,
                    page,
                } = at;
                format!("1:talk-{}:{encounter}:{other}:{page}", step.as_str())
            }
            Self::OnCard { other, step } => format!("1:card-{}:{other}", step.as_str()),
        }
    }

    /// The action that `custom_id` carries.
    pub fn decode(custom_id: &str) -> Result<Self, UnknownAction> {
        let fields: Vec<&str> = custom_id.split(':').collect();
        match fields[..] {
            ["1", "undo", encounter] => Ok(Self::UndoEncounter(number(encounter)?)),
            ["1", "undo-correction", correction] => Ok(Self::UndoCorrection(number(correction)?)),
            ["1", "nudge-yes", encounter] => {
                let encounter = number(encounter)?;
                Ok(Self::AnswerInvitation {
                    encounter,
                    answer: Invitation::Accept,
                })
            }
            ["1", "nudge-no", encounter] => {
                let encounter = number(encounter)?;
                Ok(Self::AnswerInvitation {
                    encounter,
                    answer: Invitation::Decline,
                })
            }
            ["1", "take-back", kudos] => Ok(Self::TakeBackKudos(number(kudos)?)),
            ["1", "board", ref view @ ..] => BoardView::decode(view)
                .map(Self::TurnBoard)
                .ok_or(UnknownAction),
            ["1", "pause-ask", nudge] => Ok(Self::OfferPause(number(nudge)?)),
            ["1", "pause", team, length] => Ok(Self::PauseNudges {
                team: number(team)?,
                length: Length::parse(length).ok_or(UnknownAction)?,
            }),
            ["1", "resume", team] => Ok(Self::ResumeNudges(number(team)?)),
            ["1", "settings-of", nudge] => Ok(Self::OpenSettings(number(nudge)?)),
            ["1", "settings", team, setting] => Ok(Self::ChangeSetting {
                team: number(team)?,
                setting: Setting::parse(setting).ok_or(UnknownAction)?,
            }),
            ["1", "setup", setup] => Setup::parse(setup).map(Self::Setup).ok_or(UnknownAction),
            ["1", "privacy", request] => Request::parse(request)
                .map(Self::Privacy)
                .ok_or(UnknownAction),
            ["1", "thank", whom] => Ok(Self::Thank(Thanks {
                whom: number(whom)?,
                what: None,
            })),
            ["1", "thank-for", whom, channel, message] => Ok(Self::Thank(Thanks {
                whom: number(whom)?,
                what: Some(Said {
                    channel: number(channel)?,
                    message: number(message)?,
                }),
            })),
            ["1", "recap-board", recap] => Ok(Self::ShowRecapBoard(number(recap)?)),
            ["1", "people", show, page] => Ok(Self::TurnPeople {
                show: Show::parse(show).ok_or(UnknownAction)?,
                page: number(page)?,
            }),
            ["1", "person"] => Ok(Self::OpenPerson),
            ["1", "talks", other, page] => Ok(Self::TurnTalks {
                other: number(other)?,
                page: number(page)?,
            }),
            ["1", "talk", other] => Ok(Self::OpenTalk {
                other: number(other)?,
            }),
            ["1", name, encounter, other, page] => {
                let step = name.strip_prefix("talk-").and_then(TalkStep::parse);
                let at = TalkAt {
                    encounter: number(encounter)?,
                    other: number(other)?,
                    page: number(page)?,
                };
                let step = step.ok_or(UnknownAction)?;
                Ok(Self::OnTalk { at, step })
            }
            ["1", name, about] => {
                if let Some(step) = name.strip_prefix("met-") {
                    let step = Amending::parse(step).ok_or(UnknownAction)?;
                    let encounter = number(about)?;
                    return Ok(Self::AmendEncounter { encounter, step });
                }
                let step = name.strip_prefix("card-").and_then(CardStep::parse);
                let step = step.ok_or(UnknownAction)?;
                let other = number(about)?;
                Ok(Self::OnCard { other, step })
            }
            ["1", name, first, other] => {
                let other = number(other)?;
                match name.strip_prefix("now-") {
                    None => Ok(Self::AnswerSuggestion {
                        nudge: number(first)?,
                        other,
                        outcome: outcome(name)?,
                    }),
                    Some(name) => Ok(Self::AnswerPreview {
                        team: number(first)?,
                        other,
                        outcome: outcome(name)?,
                    }),
                }
            }
            _ => Err(UnknownAction),
        }
    }
}

fn outcome(name: &str) -> Result<Outcome, UnknownAction> {
    Outcome::parse(name).map_err(|_| UnknownAction)
}

fn number<T: std::str::FromStr>(field: &str) -> Result<T, UnknownAction> {
    field.parse().map_err(|_| UnknownAction)
}

#[cfg(test)]
mod tests;
