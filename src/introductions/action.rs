//! The buttons of introductions.

use super::Answer;
use crate::discord::custom_id::{CustomId, field};
use crate::ids::{IntroductionId, RoundId, TeamId};

/// What a member presses about introductions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Ask what introductions are, from the post about the round before this one.
    Offer(RoundId),
    /// Say yes to introductions in this team.
    Join(TeamId),
    /// Say no to them.
    Decline(TeamId),
    /// Sit out the next round.
    Skip(TeamId),
    /// Answer in the thread of an introduction.
    Answer {
        /// The introduction.
        introduction: IntroductionId,
        /// The answer.
        answer: Answer,
        /// The message with the button.
        card: ThreadMessage,
    },
}

/// A message in the thread of an introduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ThreadMessage {
    /// The first one, which introduces them.
    Opening,
    /// The question of a week later.
    Question,
}

impl ThreadMessage {
    fn prefix(self) -> &'static str {
        match self {
            Self::Opening => "intro-",
            Self::Question => "intro-week-",
        }
    }
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::Offer(round) => format!("1:intro-offer:{round}"),
            Self::Join(team) => format!("1:intro-join:{team}"),
            Self::Decline(team) => format!("1:intro-decline:{team}"),
            Self::Skip(team) => format!("1:intro-skip:{team}"),
            Self::Answer {
                introduction,
                answer,
                card,
            } => format!("1:{}{}:{introduction}", card.prefix(), answer.as_str()),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        let ["1", name, id] = *fields else {
            return None;
        };
        Some(match name {
            "intro-offer" => Self::Offer(field(id)?),
            "intro-join" => Self::Join(field(id)?),
            "intro-decline" => Self::Decline(field(id)?),
            "intro-skip" => Self::Skip(field(id)?),
            _ => {
                let [week, opening] = [ThreadMessage::Question, ThreadMessage::Opening]
                    .map(|it| name.strip_prefix(it.prefix()));
                let (card, answer) = match (week, opening) {
                    (Some(answer), _) => (ThreadMessage::Question, answer),
                    (None, answer) => (ThreadMessage::Opening, answer?),
                };
                Self::Answer {
                    introduction: field(id)?,
                    answer: field(answer)?,
                    card,
                }
            }
        })
    }
}
