//! The buttons and forms of kudos, boards and recaps.

use super::board::BoardView;
use super::{ThankedMessage, Thanks};
use crate::discord::custom_id::{CustomId, field};
use crate::ids::{KudosId, RecapId};

/// What a member presses about kudos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Take a kudos back.
    TakeBackKudos(KudosId),
    /// Show another page of a leaderboard.
    ShowBoardPage(BoardView),
    /// Post the thanks with the reason from the form.
    Thank(Thanks),
    /// Show the presser the board for the days of a recap.
    ShowRecapBoard(RecapId),
    /// Show the presser another page of what they were thanked for.
    ShowMine {
        /// The page, from 1.
        page: usize,
    },
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::TakeBackKudos(kudos) => format!("1:take-back:{kudos}"),
            Self::ShowBoardPage(view) => format!("1:board:{}", view.encode()),
            Self::Thank(Thanks {
                receiver,
                for_message: None,
            }) => format!("1:thank:{receiver}"),
            Self::Thank(Thanks {
                receiver,
                for_message: Some(ThankedMessage { channel, message }),
            }) => format!("1:thank-for:{receiver}:{channel}:{message}"),
            Self::ShowRecapBoard(recap) => format!("1:recap-board:{recap}"),
            Self::ShowMine { page } => format!("1:kudos-mine:{page}"),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        Some(match *fields {
            ["1", "take-back", kudos] => Self::TakeBackKudos(field(kudos)?),
            ["1", "board", ref view @ ..] => Self::ShowBoardPage(BoardView::decode(view)?),
            ["1", "thank", receiver] => Self::Thank(Thanks {
                receiver: field(receiver)?,
                for_message: None,
            }),
            ["1", "thank-for", receiver, channel, message] => Self::Thank(Thanks {
                receiver: field(receiver)?,
                for_message: Some(ThankedMessage {
                    channel: field(channel)?,
                    message: field(message)?,
                }),
            }),
            ["1", "recap-board", recap] => Self::ShowRecapBoard(field(recap)?),
            ["1", "kudos-mine", page] => Self::ShowMine { page: field(page)? },
            _ => return None,
        })
    }
}
