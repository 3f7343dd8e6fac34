//! What Discord and people are told before anything is done: the commands, and `/help`.

use rehearsal::{Command, CommandOption};

use crate::harness::{Harness, Said as _, Tested};

#[tokio::test]
async fn the_commands_are_registered_as_meant() -> Tested {
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

/// A line for each option: name, kind, what is special about it, and what it is for.
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
async fn help_says_it_in_ten_lines_with_commands_to_click() -> Tested {
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
    // It works in direct messages too, where everything else is refused by the client.
    assert!(
        alice
            .in_dms()
            .types("/help")
            .await?
            .said()
            .text()
            .contains("Rapport")
    );
    assert!(alice.in_dms().types("/met @bob").await.is_err());
    harness.finish().await
}
