//! The text of `/help`.

use crate::discord::CommandIds;
use crate::discord::reply::Reply;
use crate::language::{Language, tr};

/// The ten lines, with clickable commands.
#[must_use]
pub(crate) fn help(commands: &CommandIds, language: Language) -> Reply {
    let link = |name: &str| commands.link(name);
    let lines = [
        format!("**{}**", tr!(language, "help-title")),
        tr!(language, "help-met", met = link("met")),
        tr!(language, "help-notes"),
        tr!(
            language,
            "help-people",
            people = link("people"),
            person = link("person"),
            me = link("me"),
            contact = link("contact add")
        ),
        tr!(language, "help-nudge", on = link("nudge on")),
        tr!(
            language,
            "help-nudge-settings",
            now = link("nudge now"),
            when = link("nudge when"),
            away = link("away until"),
            off = link("nudge off"),
            introductions = link("introductions on")
        ),
        tr!(language, "help-kudos", kudos = link("kudos")),
        tr!(
            language,
            "help-leaderboard",
            leaderboard = link("leaderboard"),
            mine = link("kudos-mine")
        ),
        tr!(
            language,
            "help-panels",
            settings = link("settings"),
            birthday = link("dates birthday"),
            privacy = link("privacy"),
            setup = link("setup")
        ),
        tr!(language, "help-promise"),
    ];
    Reply::new(lines.join("\n"))
}
