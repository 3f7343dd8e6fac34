//! The buttons and forms of kudos, boards and recaps.

use super::board::BoardView;
use super::{Said, Thanks};
use crate::discord::custom_id::{CustomId, number};
use crate::ids::{KudosId, RecapId};

/// What is pressed about kudos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Take a kudos back.
    TakeBackKudos(KudosId),
    /// Turn to another page of a leaderboard.
    TurnBoard(BoardView),
    /// Thank a person for what the form says.
    Thank(Thanks),
    /// Show the presser the board of the week that a recap sums up.
    ShowRecapBoard(RecapId),
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::TakeBackKudos(kudos) => format!("1:take-back:{kudos}"),
            Self::TurnBoard(view) => format!("1:board:{}", view.encode()),
            Self::Thank(Thanks { whom, what: None }) => format!("1:thank:{whom}"),
            Self::Thank(Thanks {
                whom,
                what: Some(Said { channel, message }),
            }) => format!("1:thank-for:{whom}:{channel}:{message}"),
            Self::ShowRecapBoard(recap) => format!("1:recap-board:{recap}"),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        Some(match *fields {
            ["1", "take-back", kudos] => Self::TakeBackKudos(number(kudos)?),
            ["1", "board", ref view @ ..] => Self::TurnBoard(BoardView::decode(view)?),
            ["1", "thank", whom] => Self::Thank(Thanks {
                whom: number(whom)?,
                what: None,
            }),
            ["1", "thank-for", whom, channel, message] => Self::Thank(Thanks {
                whom: number(whom)?,
                what: Some(Said {
                    channel: number(channel)?,
                    message: number(message)?,
                }),
            }),
            ["1", "recap-board", recap] => Self::ShowRecapBoard(number(recap)?),
            _ => return None,
        })
    }
}
