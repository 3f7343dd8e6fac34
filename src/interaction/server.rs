//! On which server something is used.

use poise::serenity_prelude as serenity;
use serenity::{AuthorizingIntegrationOwner, AuthorizingIntegrationOwners, GuildId};

/// The server in which something is used, unless Rapport is there only because a person installed it
/// for themselves.
pub(crate) fn server_of(
    guild: Option<GuildId>,
    owners: &AuthorizingIntegrationOwners,
) -> Option<GuildId> {
    let of_person = |it: &_| matches!(it, AuthorizingIntegrationOwner::UserInstall(_));
    let of_server = |it: &_| matches!(it, AuthorizingIntegrationOwner::GuildInstall(Some(_)));
    let of_person_alone = owners.0.iter().any(of_person) && !owners.0.iter().any(of_server);
    guild.filter(|_| !of_person_alone)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(owners: Value) -> Option<GuildId> {
        let owners = serde_json::from_value(owners).unwrap();
        server_of(Some(GuildId::new(9)), &owners)
    }

    #[test]
    fn a_server_counts_unless_only_a_person_installed_rapport() {
        let server = Some(GuildId::new(9));
        assert_eq!(read(json!({ "0": "9" })), server);
        assert_eq!(read(json!({ "0": "9", "1": "17" })), server);
        assert_eq!(read(json!({})), server);
        assert_eq!(read(json!({ "1": "17" })), None);
    }
}
