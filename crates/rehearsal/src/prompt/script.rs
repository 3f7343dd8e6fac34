//! A script: lines played one after the other, and what was to be seen after each.

use std::io::Write;

use thiserror::Error;

use super::Prompt;
use super::line::Line;

/// Lines to play, and where they are from.
pub struct Script<'a> {
    /// The file's name, for messages.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// A script that stopped.
#[derive(Debug, Error)]
pub enum Failed {
    /// A line could not be played, or something about it went wrong.
    #[error("{script} line {number} `{line}`: {why}")]
    Line {
        /// The script's name.
        script: String,
        /// The line's number, from 1.
        number: usize,
        /// The line.
        line: String,
        /// What went wrong.
        why: String,
    },
    /// What was seen can't be written down.
    #[error("the output can't be written")]
    Output(#[from] std::io::Error),
}

impl Script<'_> {
    /// Plays all lines up to the first that fails, or `quit`. Writes each line as its speaker
    /// typed it with what was to be seen then below it, and comments as they are.
    pub async fn play(&self, prompt: &mut Prompt, out: &mut impl Write) -> Result<(), Failed> {
        for (index, line) in self.text.lines().enumerate() {
            let line = line.trim();
            let read = Line::parse(line);
            if read == Ok(Line::Quit) {
                break;
            }
            match read {
                Ok(Line::Expect(_)) => {}
                Ok(Line::Nothing) => writeln!(out, "{line}")?,
                _ => writeln!(out, "{}{line}", prompt.sign())?,
            }
            let seen = prompt.play(line).await.map_err(|why| Failed::Line {
                script: self.name.to_owned(),
                number: index + 1,
                line: line.to_owned(),
                why,
            })?;
            out.write_all(seen.as_bytes())?;
        }
        out.flush()?;
        Ok(())
    }
}
