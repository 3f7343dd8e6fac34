//! A guild's `AutoMod` rule by keyword.

use serde_json::Value;

use super::{Channel, Message, World};
use crate::ids::GuildId;
use crate::refusal::{Refusal, list};

impl World {
    /// From now on `AutoMod` keeps messages of the bot's out of this guild that have this word, in
    /// capitals or not.
    pub fn block_word(&mut self, guild: GuildId, word: &str) {
        self.blocked_words.push((guild, word.to_lowercase()));
    }

    /// Whether a message that is not posted yet may be.
    ///
    /// # Errors
    /// `AutoMod` keeps it out.
    pub(crate) fn passes_automod(&self, message: &Message) -> Result<(), Refusal> {
        let guild = self.channel(message.channel).and_then(Channel::guild);
        let text = message.text();
        let mut rules = self.blocked_words.iter();
        let is_blocked = rules.any(|(of, word)| {
            let embeds = message.embeds.iter().flat_map(texts);
            let mut written = std::iter::once(text.as_str()).chain(embeds);
            Some(*of) == guild && written.any(|text| has_word(text, word))
        });
        if is_blocked {
            return Err(Refusal::BLOCKED_BY_AUTOMOD);
        }
        Ok(())
    }
}

/// What people read of an embed.
fn texts(embed: &Value) -> impl Iterator<Item = &str> {
    let fields = list(embed, "fields").iter();
    let fields = fields.flat_map(|field| [&field["name"], &field["value"]]);
    let head = [&embed["title"], &embed["description"]];
    head.into_iter().chain(fields).filter_map(Value::as_str)
}

fn has_word(text: &str, word: &str) -> bool {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    words.map(str::to_lowercase).any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_blocked_as_a_whole_and_whatever_its_capitals() {
        for text in ["tea", "for the TEA!", "*Tea*, please"] {
            assert!(has_word(text, "tea"), "{text}");
        }
        for text in ["steam", "teapot", ""] {
            assert!(!has_word(text, "tea"), "{text}");
        }
    }
}
