//! The registered commands, and `/help`.

use rehearsal::{Command, CommandOption};

use crate::harness::{Harness, Said as _, Tested};

#[tokio::test]
async fn the_registered_commands_are_as_specified() -> Tested {
    let harness = Harness::start().await;
    let guild = harness.person("alice").guild().unwrap();
    let commands = harness.rehearsal.commands(guild);
    let shown: Vec<_> = commands.iter().map(command).collect();
    insta::assert_snapshot!(shown.join("\n"));
    harness.finish().await
}

fn command(command: &Command) -> String {
    let head = format!(
        "{:?} {}: {}",
        command.kind, command.name, command.description
    );
    head + &options(&command.options, 1)
}

/// A line for each option: name, kind, properties and description.
fn options(all: &[CommandOption], depth: usize) -> String {
    let shown = all.iter().map(|option| {
        let mut special = String::new();
        for (is_so, word) in [
            (option.required, " required"),
            (option.autocomplete, " autocomplete"),
        ] {
            special.push_str(if is_so { word } else { "" });
        }
        let most = option.max_length.map(|most| format!(" up to {most}"));
        special.push_str(&most.unwrap_or_default());
        let choices: Vec<_> = option.choices.iter().map(|it| it.name.as_str()).collect();
        let choices = choices.join(", ");
        format!(
            "\n{}{} ({:?}{special}): {} {choices}",
            "  ".repeat(depth),
            option.name,
            option.kind,
            option.description,
        ) + &options(&option.options, depth + 1)
    });
    shown.collect()
}

#[tokio::test]
async fn help_has_ten_lines_with_clickable_commands() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let help = alice.types("/help").await?.said();
    assert!(help.ephemeral);
    assert!(help.text().lines().count() <= 10, "/help has ten lines");
    for command in harness.rehearsal.commands(alice.guild().unwrap()) {
        let linked = help.text().contains(&format!(":{}>", command.id));
        assert!(linked || command.description.is_empty() || command.name == "help");
    }
    insta::with_settings!({ filters => vec![(r":\d+>", ":id>")] }, {
        insta::assert_snapshot!(harness.read(&help));
    });
    // It works in direct messages too, where clients refuse everything else.
    assert!(
        alice
            .in_dms()
            .types("/help")
            .await?
            .said()
            .text()
            .contains("Rapport")
    );
    assert!(alice.in_dms().types("/me").await.is_err());
    harness.finish().await
}
