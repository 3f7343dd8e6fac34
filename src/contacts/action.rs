//! The buttons below what Rapport understood of a file with contacts.

use crate::discord::custom_id::{CustomId, field};
use crate::ids::InteractionId;

/// What a member decides about the contacts in a file. The id is that of the command's use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Add them.
    AddImported(InteractionId),
    /// Don't add them.
    DropImported(InteractionId),
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::AddImported(file) => format!("1:import-add:{file}"),
            Self::DropImported(file) => format!("1:import-drop:{file}"),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        Some(match *fields {
            ["1", "import-add", file] => Self::AddImported(field(file)?),
            ["1", "import-drop", file] => Self::DropImported(field(file)?),
            _ => return None,
        })
    }
}
