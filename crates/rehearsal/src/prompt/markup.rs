//! Discord's markup, as a terminal can show it: mentions by name, instants in the reader's zone.

use chrono::DateTime;

use crate::locale::Locale;
use crate::relative_time::relative_time;
use crate::{ChannelId, Place, UserId, World};
use zones::Zone;

/// Who reads: names and instants are shown as they would see them.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) world: &'a World,
    /// The zone of their machine.
    pub(super) zone: Zone,
    /// The language of their client.
    pub(super) locale: Locale,
    /// Those whose names their client knows; all, where it is not a message that is read.
    pub(super) known: Option<&'a [UserId]>,
}

impl Reader<'_> {
    /// The text with mentions, instants and escapes resolved, headings in bold and small print in
    /// brackets. Emphasis stays as it was typed.
    pub(super) fn plain(&self, text: &str) -> String {
        let lines = text.split('\n').map(|line| match line_mark(line) {
            Some((LineMark::Heading, rest)) => format!("**{}**", self.inline(rest)),
            Some((LineMark::Small, rest)) => format!("({})", self.inline(rest)),
            None => self.inline(line),
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn inline(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(['<', '\\']) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            rest = match self.tag(rest) {
                Some((shown, after)) => {
                    out.push_str(&shown);
                    after
                }
                None => push_escaped(rest, &mut out),
            };
        }
        out.push_str(rest);
        out
    }

    /// What a `<…>` at the start of `text` shows, and what comes after it.
    fn tag<'t>(&self, text: &'t str) -> Option<(String, &'t str)> {
        let (tag, after) = text.strip_prefix('<')?.split_once('>')?;
        let shown = if let Some(id) = tag.strip_prefix('@') {
            let id = UserId(id.trim_start_matches('!').parse().ok()?);
            if self.known.is_some_and(|known| !known.contains(&id)) {
                format!("<@{id}>")
            } else {
                self.name(id)
            }
        } else if let Some(id) = tag.strip_prefix('#') {
            self.channel(ChannelId(id.parse().ok()?))
        } else if let Some(instant) = tag.strip_prefix("t:") {
            self.instant(instant)?
        } else if let Some(command) = tag.strip_prefix('/') {
            format!("/{}", command.rsplit_once(':')?.0)
        } else if tag.starts_with("http") {
            tag.to_owned()
        } else {
            // An emoji of a server's own: `:name:` stands for its picture.
            let (name, _) = tag
                .trim_start_matches('a')
                .strip_prefix(':')?
                .split_once(':')?;
            format!(":{name}:")
        };
        Some((shown, after))
    }

    /// `@name` of an account.
    pub(super) fn name(&self, id: UserId) -> String {
        match self.world.user(id) {
            Some(user) => format!("@{}", user.username),
            None => "@unknown-user".to_owned(),
        }
    }

    /// The name that others see of the account with this unique name.
    pub(super) fn shown_name<'n>(&'n self, username: &'n str) -> &'n str {
        let user = self.world.user_named(username);
        user.and_then(|user| user.global_name.as_deref())
            .unwrap_or(username)
    }

    /// `#name` of a channel, or the people its direct messages reach.
    pub(super) fn channel(&self, id: ChannelId) -> String {
        let Some(channel) = self.world.channel(id) else {
            return "#deleted-channel".to_owned();
        };
        match (&channel.place, channel.name()) {
            (Place::Dm { with }, _) => format!("direct message to {}", self.name(*with)),
            (Place::Private { people }, _) => {
                let people: Vec<_> = people.iter().map(|it| self.name(*it)).collect();
                format!("messages between {}", people.join(", "))
            }
            (_, name) => format!("#{}", name.unwrap_or_default()),
        }
    }

    /// `1700000000:R` and the like: in American English for those who use it, and in British
    /// English for everybody else, as a terminal speaks nothing else.
    fn instant(&self, tag: &str) -> Option<String> {
        let (seconds, style) = tag.split_once(':').unwrap_or((tag, "f"));
        let at = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
        let there = at.with_timezone(&self.zone);
        let date = match self.locale {
            Locale::EN_US => "%B %-d, %Y",
            _ => "%-d %B %Y",
        };
        let hour = match self.locale {
            Locale::EN_US => "%-I:%M %p",
            _ => "%H:%M",
        };
        let written = |format: &str| there.format(format).to_string();
        Some(match (style, self.locale) {
            ("t", _) => written(hour),
            ("T", Locale::EN_US) => written("%-I:%M:%S %p"),
            ("T", _) => written("%H:%M:%S"),
            ("d", Locale::EN_US) => written("%-m/%-d/%Y"),
            ("d", _) => written("%d/%m/%Y"),
            ("D", _) => written(date),
            ("f", _) => written(&format!("{date} at {hour}")),
            ("F", _) => written(&format!("%A, {date} at {hour}")),
            ("R", _) => relative_time(at, self.world.now()),
            _ => return None,
        })
    }
}

/// What a mark at the beginning makes of a whole line.
enum LineMark {
    Heading,
    Small,
}

/// The mark that a line begins with, and the line without it.
fn line_mark(line: &str) -> Option<(LineMark, &str)> {
    let (mark, rest) = line.split_once(' ')?;
    let rest = rest.trim();
    match mark {
        "#" | "##" | "###" if !rest.is_empty() => Some((LineMark::Heading, rest)),
        "-#" if !rest.is_empty() => Some((LineMark::Small, rest)),
        _ => None,
    }
}

/// Passes a sign that is not the start of a tag on; a backslash before punctuation is not shown.
fn push_escaped<'t>(text: &'t str, out: &mut String) -> &'t str {
    let text = match text.strip_prefix('\\') {
        Some(after) if after.starts_with(|sign: char| sign.is_ascii_punctuation()) => after,
        _ => text,
    };
    let mut signs = text.chars();
    out.extend(signs.next());
    signs.as_str()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::Utc;

    use super::*;
    use crate::clock::MovableClock;

    #[test]
    fn markup_is_shown_as_the_reader_would_see_it() {
        let start: DateTime<Utc> = "2026-11-23T08:00:00Z".parse().unwrap();
        let mut world = World::new(Arc::new(MovableClock::standing(start)));
        let alice = world.add_person("alice", "Alice");
        let guild = world.add_guild("Lighthouse", alice);
        let channel = world.add_channel(guild, "general");
        let zone = "Europe/Berlin".parse::<Zone>().unwrap();
        let reader = Reader {
            world: &world,
            zone,
            locale: "de".parse().unwrap(),
            known: Some(&[alice]),
        };
        let shown = |text: &str| reader.plain(text);
        assert_eq!(
            shown(&format!("<@{alice}> and <@!{alice}>")),
            "@alice and @alice"
        );
        assert_eq!(shown(&format!("<@{guild}>")), format!("<@{guild}>"));
        assert_eq!(
            shown(&format!("in <#{channel}>, <#1>")),
            "in #general, #deleted-channel"
        );
        assert_eq!(
            shown("</nudge on:123> <:heart:1> <a:wave:2>"),
            "/nudge on :heart: :wave:"
        );
        assert_eq!(
            shown(r"\*not bold\*, \<@1>, a\b, 1 < 2"),
            r"*not bold*, <@1>, a\b, 1 < 2"
        );
        let at = |after: i64| start.timestamp() + after;
        assert_eq!(shown(&format!("<t:{}:t>", at(0))), "09:00");
        assert_eq!(
            shown(&format!("<t:{}>", at(0))),
            "23 November 2026 at 09:00"
        );
        assert_eq!(shown(&format!("<t:{}:R>", at(3 * 86_400))), "in 3 days");
        assert_eq!(shown(&format!("<t:{}:R>", at(-3_600))), "1 hour ago");
    }
    #[test]
    fn instants_are_written_as_the_readers_language_has_them() {
        let start: DateTime<Utc> = "2026-11-23T08:05:09Z".parse().unwrap();
        let world = World::new(Arc::new(MovableClock::standing(start)));
        let shown = |locale: &str| {
            let reader = Reader {
                world: &world,
                zone: "Europe/Berlin".parse::<Zone>().unwrap(),
                locale: locale.parse().unwrap(),
                known: None,
            };
            let styles = ["", ":t", ":T", ":d", ":D", ":f", ":F", ":R", ":x"];
            let tags = styles.map(|style| format!("<t:{}{style}>", start.timestamp()));
            reader.plain(&tags.join("\n"))
        };
        insta::assert_snapshot!(shown("en-US"), @"
        November 23, 2026 at 9:05 AM
        9:05 AM
        9:05:09 AM
        11/23/2026
        November 23, 2026
        November 23, 2026 at 9:05 AM
        Monday, November 23, 2026 at 9:05 AM
        now
        <t:1795421109:x>
        ");
        insta::assert_snapshot!(shown("en-GB"), @"
        23 November 2026 at 09:05
        09:05
        09:05:09
        23/11/2026
        23 November 2026
        23 November 2026 at 09:05
        Monday, 23 November 2026 at 09:05
        now
        <t:1795421109:x>
        ");
    }

    #[test]
    fn headings_are_bold_and_small_print_is_in_brackets() {
        let start = "2026-11-23T08:00:00Z".parse().unwrap();
        let world = World::new(Arc::new(MovableClock::standing(start)));
        let reader = Reader {
            world: &world,
            zone: Zone::utc(),
            locale: Locale::EN_US,
            known: None,
        };
        let shown = reader.plain("### Bob\n-# You wanted to talk.\n#general\n\\# one\n#### four");
        let expected = "**Bob**\n(You wanted to talk.)\n#general\n# one\n#### four";
        assert_eq!(shown, expected);
    }
}
