//! Somebody at the terminal, typing.

use std::io::Write;

use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, Lines};

use super::Prompt;

/// Plays what is typed until `quit` or the end of the input. A form that the bot opens is asked
/// for field by field.
pub async fn converse(
    prompt: &mut Prompt,
    input: impl AsyncBufRead + Unpin,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let mut lines = input.lines();
    while let Some(line) = ask(&mut lines, out, &prompt.sign()).await? {
        if matches!(line.trim(), "quit" | "exit") {
            return Ok(());
        }
        play(prompt, &line, out).await?;
        if prompt.open_fields().is_empty() || line.trim_start().starts_with("fill") {
            continue;
        }
        if !fill_in(prompt, &mut lines, out).await? {
            break;
        }
    }
    // The input ended behind the sign, where the shell's own would follow.
    writeln!(out)
}

async fn play(prompt: &mut Prompt, line: &str, out: &mut impl Write) -> std::io::Result<()> {
    match prompt.play(line).await {
        Ok(seen) => write!(out, "{seen}"),
        Err(why) => writeln!(out, "! {why}"),
    }
}

/// Asks for each field of the open form and sends it off; an empty line leaves what stands there.
/// `false` at the end of the input.
async fn fill_in(
    prompt: &mut Prompt,
    lines: &mut Lines<impl AsyncBufRead + Unpin>,
    out: &mut impl Write,
) -> std::io::Result<bool> {
    for (label, number) in prompt.open_fields().into_iter().zip(1..) {
        let Some(text) = ask(lines, out, &format!("  {label}: ")).await? else {
            return Ok(false);
        };
        if !text.trim().is_empty() {
            play(prompt, &format!("fill {number}: {text}"), out).await?;
        }
    }
    play(prompt, "submit", out).await?;
    Ok(true)
}

async fn ask(
    lines: &mut Lines<impl AsyncBufRead + Unpin>,
    out: &mut impl Write,
    sign: &str,
) -> std::io::Result<Option<String>> {
    write!(out, "{sign}")?;
    out.flush()?;
    lines.next_line().await
}
