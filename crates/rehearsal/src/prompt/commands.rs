//! What somebody could type: the bot's commands, in their language.

use crate::locale::Locale;
use crate::{Command, CommandKind, CommandOption};

/// A line for each slash command or subcommand.
pub(super) fn listed(commands: &[Command], locale: Locale) -> String {
    let slash = commands.iter().filter(|it| it.kind == CommandKind::Slash);
    let lines = slash.flat_map(|command| {
        let name = format!("/{}", command.shown_name(locale));
        let description = command.shown_description(locale);
        lines(&name, description, &command.options, locale)
    });
    lines.collect()
}

fn lines(name: &str, description: &str, options: &[CommandOption], locale: Locale) -> Vec<String> {
    let nested = options.iter().filter(|option| option.kind.is_nested());
    let below: Vec<_> = nested
        .flat_map(|option| {
            let name = format!("{name} {}", option.shown_name(locale));
            lines(
                &name,
                option.shown_description(locale),
                &option.options,
                locale,
            )
        })
        .collect();
    if below.is_empty() {
        vec![format!("{name}: {description}\n")]
    } else {
        below
    }
}
