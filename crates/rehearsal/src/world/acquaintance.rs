//! The people whose names a person's client knows.
//!
//! A mention carries a number. A client shows a name for it if it has heard of that member, and the
//! number if not; a mention that pings comes with the member, any other comes with nothing
//! (discord/discord-api-docs#1479 and #2126).

use super::{Message, World};
use crate::ids::UserId;

impl World {
    /// Whether the client of `reader` shows the name of `user` where a text mentions them: they
    /// wrote, used the bot or were pinged where the reader sees it, or the reader chose them in a
    /// command, a menu or a select.
    #[must_use]
    pub fn knows(&self, reader: UserId, user: UserId) -> bool {
        if user == reader || user == self.bot() {
            return true;
        }
        let key = user.to_string();
        let chosen = |resolved: &serde_json::Value| resolved["users"].get(&key).is_some();
        let mut mine = self.interactions.values().filter(|it| it.user == reader);
        mine.any(|it| chosen(&it.payload["data"]["resolved"]))
            || self
                .messages
                .values()
                .any(|message| self.brings(message, user) && self.shows(reader, message))
    }

    /// Whether a message comes to clients with this account.
    fn brings(&self, message: &Message, user: UserId) -> bool {
        let asked = message.interaction.and_then(|id| self.interaction(id));
        message.author == user
            || message.pings.users.contains(&user)
            || asked.is_some_and(|asked| asked.user == user)
    }
}
