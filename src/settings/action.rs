//! What a member presses in the panel of `/settings`.

use super::Setting;
use crate::discord::custom_id::{CustomId, field};
use crate::ids::TeamId;

/// Change a setting of the presser in this team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Action {
    /// The team.
    pub(crate) team: TeamId,
    /// The setting.
    pub(crate) setting: Setting,
}

impl CustomId for Action {
    fn encode(&self) -> String {
        format!("1:settings:{}:{}", self.team, self.setting)
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        match *fields {
            ["1", "settings", team, setting] => Some(Self {
                team: field(team)?,
                setting: field(setting)?,
            }),
            _ => None,
        }
    }
}
