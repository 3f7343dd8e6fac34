//! The `custom_id` of a button, select or form (at most 100 characters) holds its whole state, so
//! that it works after a restart: `1:talked:17:3` is the version, the name, and the fields. A
//! message can stay in a channel for years, so the meaning of an old version must never change. Outside
//! of a team's server the team stands before it: `1:in:9:1:talked:17:3`.

use std::str::FromStr;

use serde_json::Value;

use crate::ids::TeamId;

/// The actions of one feature's components.
pub trait CustomId: Sized {
    /// Returns the `custom_id` of this action.
    fn encode(&self) -> String;

    /// Parses the fields of a `custom_id`. `None` if it belongs to another feature or version, or
    /// is not ours.
    fn from_fields(fields: &[&str]) -> Option<Self>;

    /// Parses a `custom_id`.
    #[must_use]
    fn decode(custom_id: &str) -> Option<Self> {
        let fields: Vec<&str> = custom_id.split(':').collect();
        Self::from_fields(&fields)
    }
}

/// Parses a field: a number, or the word of an enum.
#[must_use]
pub(crate) fn field<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

/// The `custom_id` of the select that asks for a team; its values are other custom ids, each in one
/// of the teams.
pub(crate) const TEAM_SELECT: &str = "1:team";

/// What stands before the team and the `custom_id` of a component outside of the team's server.
const IN_TEAM: &str = "1:in:";

/// Discord's number of a text input, whose `custom_id` names it within its form.
const TEXT_INPUT: u64 = 4;

/// A `custom_id` with its team: the interaction does not say which one it is about.
#[must_use]
pub(crate) fn in_team(team: TeamId, custom_id: &str) -> String {
    format!("{IN_TEAM}{team}:{custom_id}")
}

/// The team in a `custom_id`, if it has one, and the rest.
#[must_use]
pub(crate) fn team_of(custom_id: &str) -> (Option<TeamId>, &str) {
    let carried = custom_id.strip_prefix(IN_TEAM);
    let split = carried.and_then(|it| it.split_once(':'));
    match split.and_then(|(team, rest)| Some((field(team)?, rest))) {
        Some((team, rest)) => (Some(team), rest),
        None => (None, custom_id),
    }
}

/// Writes the team into every `custom_id` of a message or form.
pub(crate) fn put_into_team(part: &mut Value, team: TeamId) {
    match part {
        Value::Array(parts) => parts.iter_mut().for_each(|it| put_into_team(it, team)),
        Value::Object(fields) => {
            let is_input = fields.get("type").and_then(Value::as_u64) == Some(TEXT_INPUT);
            for (name, field) in fields {
                match field.as_str() {
                    Some(id) if name == "custom_id" && !is_input => {
                        *field = in_team(team, id).into();
                    }
                    _ => put_into_team(field, team),
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_custom_id_carries_its_team_and_gives_it_back() {
        let carried = in_team(TeamId(9), "1:undo:17");
        assert_eq!(carried, "1:in:9:1:undo:17");
        assert_eq!(team_of(&carried), (Some(TeamId(9)), "1:undo:17"));
        for other in ["1:undo:17", "1:in:nine:1:undo:17", "1:in:9", ""] {
            assert_eq!(team_of(other), (None, other));
        }
    }

    #[test]
    fn a_form_carries_its_team_and_its_inputs_keep_their_names() {
        let mut form = json!({ "data": { "custom_id": "1:met-note:5", "components": [
            { "type": 1, "components": [{ "type": 4, "custom_id": "note" }] },
            { "type": 1, "components": [{ "type": 2, "custom_id": "1:undo:5" }] },
        ] } });
        put_into_team(&mut form, TeamId(9));
        let expected = json!({ "data": { "custom_id": "1:in:9:1:met-note:5", "components": [
            { "type": 1, "components": [{ "type": 4, "custom_id": "note" }] },
            { "type": 1, "components": [{ "type": 2, "custom_id": "1:in:9:1:undo:5" }] },
        ] } });
        assert_eq!(form, expected);
    }
}
