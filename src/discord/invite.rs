//! The address at which somebody adds Rapport to a server.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use serenity::model::Permissions;

/// What Rapport asks for in a server, and no more: to see a channel and post kudos and recaps in
/// it and its threads, with embeds and pictures; and to look whether a recap sent just before a crash arrived.
/// Commands need no permission, direct messages neither.
pub const PERMISSIONS: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// The address that adds the application `client_id` to a server with [`PERMISSIONS`].
#[must_use]
pub fn url(client_id: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={client_id}\
         &scope=bot+applications.commands&permissions={}",
        PERMISSIONS.bits()
    )
}

/// The application's id as the token carries it: its first part is the bot user's id in base64,
/// which is the application's id too (for all but applications made before late 2016, whose bot
/// has an id of its own). No request is needed, so that `invite` works offline.
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
    fn the_address_asks_for_exactly_what_is_needed() {
        // 1024 view + 2048 send + 2^38 send in threads + 16384 embed + 32768 attach + 65536 history.
        assert_eq!(
            url(80_351_110_224_678_912),
            "https://discord.com/oauth2/authorize?client_id=80351110224678912\
             &scope=bot+applications.commands&permissions=274878024704"
        );
    }

    #[test]
    fn the_token_carries_the_id() {
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
