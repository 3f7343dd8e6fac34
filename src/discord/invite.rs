//! The addresses that add Rapport to a server, and to a person's account.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use serenity::model::Permissions;

/// The permissions that Rapport needs: to see a channel, to post kudos and recaps in it and its
/// threads with pictures, to make private threads for introductions, and to check whether a recap
/// arrived that was sent just before a crash. Commands and direct messages need no permission.
pub const PERMISSIONS: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::CREATE_PRIVATE_THREADS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// The address that adds the application `client_id` to a server with [`PERMISSIONS`].
#[must_use]
pub fn url(client_id: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={client_id}\
         &scope=bot+applications.commands&permissions={}&integration_type=0",
        PERMISSIONS.bits()
    )
}

/// The address by which people add the application `client_id` to their own account.
#[must_use]
pub fn url_for_people(client_id: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={client_id}\
         &scope=applications.commands&integration_type=1"
    )
}

/// The application's id, read from the token: its first part is the bot user's id in base64. That
/// is the application's id too, except for applications made before late 2016. No request is
/// needed, so `invite` works offline.
#[must_use]
pub fn client_id(token: &SecretString) -> Option<u64> {
    let token = token.expose_secret();
    let token = token.strip_prefix("Bot ").unwrap_or(token);
    let first = token.split('.').next()?.trim_end_matches('=');
    let digits = STANDARD_NO_PAD.decode(first).ok()?;
    std::str::from_utf8(&digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_asks_for_exactly_the_needed_permissions() {
        // 1024 view + 2048 send + 2^38 send in threads + 2^36 make private ones + 32768 attach
        // + 65536 history.
        assert_eq!(
            url(80_351_110_224_678_912),
            "https://discord.com/oauth2/authorize?client_id=80351110224678912\
             &scope=bot+applications.commands&permissions=343597485056&integration_type=0"
        );
    }

    #[test]
    fn the_address_for_people_asks_for_commands_alone() {
        assert_eq!(
            url_for_people(80_351_110_224_678_912),
            "https://discord.com/oauth2/authorize?client_id=80351110224678912\
             &scope=applications.commands&integration_type=1"
        );
    }

    #[test]
    fn the_token_contains_the_id() {
        let id = |token: &str| client_id(&SecretString::from(token));
        assert_eq!(
            id("ODAzNTExMTAyMjQ2Nzg5MTI.made-up.token"),
            Some(80_351_110_224_678_912)
        );
        assert_eq!(
            id("Bot ODAzNTExMTAyMjQ2Nzg5MTI=.made-up.token"),
            Some(80_351_110_224_678_912)
        );
        assert_eq!(id("rehearsal"), None);
        assert_eq!(id(""), None);
    }
}
