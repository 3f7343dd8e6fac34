//! `MESSAGE_CREATE` and `MESSAGE_UPDATE`: which sessions hear of a message, and which of them without
//! its content.

use serde_json::json;

use super::messages::message_intent;
use super::{Event, Place, World};
use crate::ids::MessageId;
use crate::wire;

impl World {
    pub(super) fn tell_of_message(&mut self, id: MessageId, name: &'static str) {
        let Some(message) = self.message(id) else {
            return;
        };
        if message.only_for.is_some() {
            return;
        }
        let Some(channel) = self.channel(message.channel) else {
            return;
        };
        let guild = channel.guild();
        let in_full = matches!(channel.place, Place::Dm { .. })
            || message.author == self.bot()
            || message.pings.users.contains(&self.bot());
        let mut data = wire::message(self, message);
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild);
            data["member"] = wire::partial_member(self, guild, message.author);
        }
        let place = message.channel;
        let mut event = Event::new(guild, message_intent(guild), name, data.clone()).seen_in(place);
        if !in_full {
            data["content"] = json!("");
            for list in ["embeds", "components", "attachments"] {
                data[list] = json!([]);
            }
            event = event.or_without_content(data);
        }
        self.tell(&event);
    }
}
