//! The texts about privacy.

use poise::serenity_prelude::{ButtonStyle, CreateButton};

use super::export::File;
use super::{Kept, Request};
use crate::app::per_person::Busy;
use crate::discord::layout::Container;
use crate::discord::reply::{Reply, button};
use crate::errors::Refusal;
use crate::members::Member;

/// The panel: what is stored, and the buttons.
#[must_use]
pub(crate) fn panel(member: &Member, kept: Kept) -> Reply {
    let text = format!(
        "## What Rapport keeps about you on this server\n\
         Your name and settings, {} you took part in, {} of yours, {} with other people, {} made \
         for you, {}. It reads no messages, and nobody but you sees \
         your notes.\n\
         {}",
        counted(kept.encounters, "talk"),
        counted(kept.notes, "note"),
        counted(kept.ties, "tie"),
        counted(kept.nudges, "nudge"),
        counted_kudos(kept.given, kept.received),
        tracked(member),
    );
    let mut buttons = vec![press(Request::Export, "Export")];
    buttons.push(if member.untracked {
        press(Request::TrackAgain, "Track me again")
    } else {
        press(Request::DontTrack, "Don't track me")
    });
    buttons.push(press(Request::AskForget, "Forget me").style(ButtonStyle::Danger));
    Reply::default().container(Container::default().text(text).buttons(buttons))
}

fn tracked(member: &Member) -> &'static str {
    if member.untracked {
        "You are not tracked: nobody can log a talk with you, nobody is nudged about you, and you \
         get no nudges."
    } else {
        "With *Don't track me* nobody can log a talk with you or be nudged about you, and you get \
         no nudges; what is there stays until you say *Forget me*."
    }
}

fn press(request: Request, label: &str) -> CreateButton {
    button(&request, label)
}

fn counted(number: i64, thing: &str) -> String {
    match number {
        0 => format!("no {thing}s"),
        1 => format!("1 {thing}"),
        _ => format!("{number} {thing}s"),
    }
}

fn counted_kudos(given: i64, received: i64) -> String {
    match (given, received) {
        (0, 0) => "and no kudos".to_owned(),
        (given, 0) => format!("and {given} kudos given"),
        (0, received) => format!("and {received} kudos received"),
        (given, received) => format!("{given} kudos given and {received} received"),
    }
}

/// One message for each exported file.
#[must_use]
pub(crate) fn exported(files: Vec<File>) -> Vec<Reply> {
    let count = files.len();
    let replies = files.into_iter().zip(1..).map(|(file, part)| {
        let text = match (part, count) {
            (1, 1) => EXPORTED.to_owned(),
            (1, _) => format!(
                "{EXPORTED} It is too large for one file, so it comes in {count}. This is part 1."
            ),
            _ => format!("Part {part} of {count} of what Rapport keeps about you on this server."),
        };
        Reply::new(text).file(&file.name, file.bytes)
    });
    replies.collect()
}

const EXPORTED: &str = "Everything Rapport keeps about you on this server, your notes included. \
     What others noted or chose is theirs and not in it.";

/// Refuses an export while others run.
#[must_use]
pub(crate) fn busy(busy: Busy) -> Refusal {
    Refusal::new(match busy {
        Busy::SamePerson => {
            "Your export is being made already. It appears here as soon as it is done."
        }
        Busy::OtherPeople => {
            "Other people's exports are being made right now. Press Export again in a minute."
        }
    })
}

/// Asks whether they mean it.
#[must_use]
pub(crate) fn ask_forget() -> Reply {
    Reply::new(
        "**Forget you on this server?** This deletes your notes, settings and ties, the talks you \
         logged and the kudos you received, and can't be undone. Where others took part, what they \
         keep no longer names you; kudos you gave stay with them, from \"someone\". Posts in \
         channels are Discord's and stay until somebody deletes them.",
    )
    .buttons(vec![
        press(Request::Forget, "Yes, forget me").style(ButtonStyle::Danger),
        press(Request::Keep, "Keep everything"),
    ])
}

/// The answer to *Forget me* when everything is deleted.
#[must_use]
pub(crate) fn forgotten() -> Reply {
    done(
        "Forgotten: nothing that Rapport keeps of this server names you any more. The last traces \
         in its file are overwritten within the hour.",
    )
}

/// The answer to *Forget me* if the database failed after the start.
#[must_use]
pub(crate) fn being_forgotten() -> Reply {
    done(
        "You are being forgotten, but I could not finish that just now. I go on until nothing that \
         Rapport keeps of this server names you; there is nothing you need to do.",
    )
}

/// The answer to *Forget me* if nothing is stored.
#[must_use]
pub(crate) fn nothing_kept() -> Reply {
    done("Rapport keeps nothing about you on this server, so there was nothing to forget.")
}

fn done(text: &str) -> Reply {
    let text = format!(
        "{text} People could log a talk with you from now on; *Don't track me* keeps your id and \
         name, to refuse that."
    );
    Reply::new(text).buttons(vec![press(Request::DontTrack, "Don't track me")])
}
