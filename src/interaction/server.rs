//! On which server something is used.

use poise::serenity_prelude as serenity;
use serenity::{AuthorizingIntegrationOwner, AuthorizingIntegrationOwners, GuildId};

/// The server in which something is used, if Rapport was added to it. A person who installed Rapport for
/// themselves uses it in other servers too.
pub(crate) fn server_of(
    guild: Option<GuildId>,
    owners: &AuthorizingIntegrationOwners,
) -> Option<GuildId> {
    let mut owners = owners.0.iter();
    let is_added =
        owners.any(|it| matches!(it, AuthorizingIntegrationOwner::GuildInstall(Some(_))));
    guild.filter(|_| is_added)
}
