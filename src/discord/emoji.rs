//! Emoji that people react with: those of Unicode, and those of a server.

use std::fmt;
use std::str::FromStr;

use emojis::SkinTone;
use poise::serenity_prelude as serenity;
use serenity::ReactionType;

use crate::ids::EmojiId;

/// An emoji. It is written as Discord writes it in texts: `👏`, or `<:party:12>`.
#[derive(Debug, Clone)]
pub enum Emoji {
    /// One of Unicode's.
    Unicode(String),
    /// One of a server's own.
    Custom {
        /// Its id.
        id: EmojiId,
        /// Its name, which its server can change.
        name: String,
        /// Whether it moves.
        animated: bool,
    },
}

/// The name of an emoji whose server deleted it.
const NAMELESS: &str = "_";

/// Asks for the coloured form of the character before it: some clients leave it out.
const COLOURED: char = '\u{fe0f}';

impl Emoji {
    /// The emoji that a person typed: itself, its name on their server, or its common name. `None`
    /// if there is none. `of_server` are those of the server.
    pub(crate) fn read(typed: &str, of_server: &[Self]) -> Option<Self> {
        let typed = typed.trim();
        if let Some(known) = emojis::get(typed) {
            return Some(Self::Unicode(known.as_str().to_owned()));
        }
        if let Ok(written @ Self::Custom { .. }) = typed.parse() {
            return of_server.iter().find(|it| **it == written).cloned();
        }
        let name = typed.trim_matches(':');
        let own = of_server.iter().find(|it| it.is_named(name)).cloned();
        let common = || emojis::get_by_shortcode(name).map(emojis::Emoji::as_str);
        own.or_else(|| common().map(|it| Self::Unicode(it.to_owned())))
    }

    /// Whether a reaction with this emoji means the `chosen` one, in whatever skin tone.
    #[must_use]
    pub(crate) fn means(&self, chosen: &Self) -> bool {
        match (self, chosen) {
            (Self::Unicode(one), Self::Unicode(other)) => toneless(one) == toneless(other),
            _ => self == chosen,
        }
    }

    /// The emoji in the address of a request.
    #[must_use]
    pub(crate) fn in_route(&self) -> String {
        ReactionType::from(self).as_data()
    }

    fn is_named(&self, wanted: &str) -> bool {
        matches!(self, Self::Custom { name, .. } if name.eq_ignore_ascii_case(wanted))
    }
}

/// The emoji without a skin tone.
fn toneless(text: &str) -> String {
    let toned = emojis::get(text);
    let toneless = toned.map(|it| it.with_skin_tone(SkinTone::Default).unwrap_or(it).as_str());
    bare(toneless.unwrap_or(text))
}

fn bare(text: &str) -> String {
    text.chars().filter(|it| *it != COLOURED).collect()
}

/// The id alone counts: the name can change.
impl PartialEq for Emoji {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unicode(one), Self::Unicode(other)) => bare(one) == bare(other),
            (Self::Custom { id: one, .. }, Self::Custom { id: other, .. }) => one == other,
            _ => false,
        }
    }
}

impl Eq for Emoji {}

impl fmt::Display for Emoji {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unicode(text) => f.write_str(text),
            Self::Custom { id, name, animated } => {
                let moves = if *animated { "a" } else { "" };
                write!(f, "<{moves}:{name}:{id}>")
            }
        }
    }
}

/// Not an emoji as Discord writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoEmoji;

impl FromStr for Emoji {
    type Err = NoEmoji;

    fn from_str(text: &str) -> Result<Self, NoEmoji> {
        if text.is_empty() {
            return Err(NoEmoji);
        }
        let Some(inside) = text.strip_prefix('<').and_then(|it| it.strip_suffix('>')) else {
            return Ok(Self::Unicode(text.to_owned()));
        };
        match inside.split(':').collect::<Vec<_>>()[..] {
            [moves @ ("" | "a"), name, id] => Ok(Self::Custom {
                id: id.parse().map_err(|_| NoEmoji)?,
                name: name.to_owned(),
                animated: moves == "a",
            }),
            _ => Err(NoEmoji),
        }
    }
}

impl From<&serenity::Emoji> for Emoji {
    fn from(emoji: &serenity::Emoji) -> Self {
        Self::Custom {
            id: emoji.id.into(),
            name: emoji.name.clone(),
            animated: emoji.animated,
        }
    }
}

impl Emoji {
    /// What people reacted with. `None` is a kind that Discord may add.
    pub(crate) fn of_reaction(reaction: &ReactionType) -> Option<Self> {
        Some(match reaction {
            ReactionType::Unicode(text) => Self::Unicode(text.clone()),
            ReactionType::Custom { animated, id, name } => Self::Custom {
                id: (*id).into(),
                name: name.as_deref().unwrap_or(NAMELESS).to_owned(),
                animated: *animated,
            },
            _ => return None,
        })
    }
}

impl From<&Emoji> for ReactionType {
    fn from(emoji: &Emoji) -> Self {
        match emoji {
            Emoji::Unicode(text) => Self::Unicode(text.clone()),
            Emoji::Custom { id, name, animated } => Self::Custom {
                animated: *animated,
                id: (*id).into(),
                name: Some(name.clone()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(name: &str) -> Emoji {
        format!("<:{name}:12>").parse().unwrap()
    }

    #[test]
    fn an_emoji_is_read_as_people_type_it() {
        let of_server = [party("party")];
        let read = |typed| Emoji::read(typed, &of_server).map(|it| it.to_string());
        for (typed, meant) in [
            ("👏", "👏"),
            (" 👏🏽 ", "👏🏽"),
            ("❤", "❤️"),
            (":clap:", "👏"),
            ("Party", "<:party:12>"),
            (":party:", "<:party:12>"),
            ("<:old_name:12>", "<:party:12>"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(meant), "{typed}");
        }
        for nothing in ["", "thanks", "1", "👏👏", "<:party:13>", "<:party:x>"] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn an_emoji_means_the_chosen_one_in_any_skin_tone() {
        let means = |one: &str, other: &str| {
            let [one, other] = [one, other].map(|it| it.parse::<Emoji>().unwrap());
            one.means(&other)
        };
        assert!(means("👏🏽", "👏") && means("👏", "👏🏿") && means("❤", "❤️"));
        assert!(means("<a:new:12>", "<:old:12>"));
        assert!(!means("👏", "🎉") && !means("<:party:12>", "<:party:13>"));
        assert!(!means("👏", "<:party:12>"));
    }

    #[test]
    fn an_emoji_is_kept_as_it_is_written() {
        for text in ["👏", "<:party:12>", "<a:party:12>"] {
            assert_eq!(text.parse::<Emoji>().unwrap().to_string(), text);
        }
        for none in ["", "<>", "<:party:>", "<b:party:1>"] {
            assert_eq!(none.parse::<Emoji>(), Err(NoEmoji), "{none}");
        }
    }
}
