//! What people read outside of a team's server.

use poise::serenity_prelude as serenity;
use serenity::{CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption};

use crate::discord::custom_id::{CustomId, TEAM_SELECT, in_team};
use crate::discord::reply::Reply;
use crate::discord::text::{cut, plain};
use crate::errors::Refusal;
use crate::ids::TeamId;
use crate::language::{Argument, Language, text, tr};

/// The most characters of an option's label.
const LABEL: usize = 100;

/// Asks in which team to do `action`.
pub(super) fn which(
    teams: &[(TeamId, String)],
    action: &impl CustomId,
    language: Language,
) -> Reply {
    let encoded = action.encode();
    let option = |(team, name): &(TeamId, String)| {
        CreateSelectMenuOption::new(cut(name, LABEL), in_team(*team, &encoded))
    };
    let options = teams.iter().map(option).collect();
    let select = CreateSelectMenu::new(TEAM_SELECT, CreateSelectMenuKind::String { options });
    let select = select.placeholder(tr!(language, "anywhere-choose"));
    Reply::new(tr!(language, "anywhere-which")).select(select)
}

/// Refuses to choose between teams for the person.
pub(super) fn several(teams: &[(TeamId, String)]) -> Refusal {
    let names = teams.iter().map(|(_, name)| format!("**{}**", plain(name)));
    let servers = Argument::alternatives(names.collect::<Vec<_>>());
    Refusal::new(text!("anywhere-several", servers))
}

/// Refuses to a person without a team.
pub(super) fn no_team() -> Refusal {
    Refusal::new(text!("anywhere-no-team"))
}

/// Refuses what is about people who share no team with the person, or asked not to be tracked.
pub(super) fn not_shared() -> Refusal {
    Refusal::new(text!("anywhere-not-shared"))
}
