//! The texts about privacy.

use poise::serenity_prelude::{ButtonStyle, CreateButton};

use super::export::File;
use super::{Request, StoredCounts};
use crate::app::per_person::Busy;
use crate::discord::layout::Container;
use crate::discord::reply::{Reply, button};
use crate::errors::Refusal;
use crate::language::{Argument, Language, Text, text, tr};
use crate::members::Member;

/// The panel: what is stored, and the buttons.
#[must_use]
pub(crate) fn panel(member: &Member, counts: StoredCounts, language: Language) -> Reply {
    let tracked = if member.untracked {
        tr!(language, "privacy-untracked")
    } else {
        tr!(language, "privacy-tracked")
    };
    let text = format!(
        "## {}\n{}\n{tracked}",
        tr!(language, "privacy-title"),
        tr!(language, "privacy-kept", kept = listed(counts)),
    );
    let mut buttons = vec![press(Request::Export, &text!("privacy-export"), language)];
    buttons.push(if member.untracked {
        press(Request::TrackAgain, &text!("privacy-track-again"), language)
    } else {
        press(Request::DontTrack, &text!("privacy-dont-track"), language)
    });
    let forget = press(Request::AskForget, &text!("privacy-forget"), language);
    buttons.push(forget.style(ButtonStyle::Danger));
    Reply::default().container(Container::default().text(text).buttons(buttons))
}

fn listed(counts: StoredCounts) -> Argument {
    let StoredCounts {
        encounters: talks,
        notes,
        ties,
        contacts,
        nudges,
        reminders,
        introductions,
        given,
        received,
    } = counts;
    let counted = [
        (talks, text!("privacy-kept-talks", talks)),
        (notes, text!("privacy-kept-notes", notes)),
        (ties, text!("privacy-kept-ties", ties)),
        (contacts, text!("privacy-kept-contacts", contacts)),
        (nudges, text!("privacy-kept-nudges", nudges)),
        (reminders, text!("privacy-kept-reminders", reminders)),
        (
            introductions,
            text!("privacy-kept-introductions", introductions),
        ),
        (given, text!("privacy-kept-given", given)),
        (received, text!("privacy-kept-received", received)),
    ];
    let some = counted.into_iter().filter(|(count, _)| *count > 0);
    let all = std::iter::once(text!("privacy-kept-settings")).chain(some.map(|(_, text)| text));
    Argument::List(all.map(Argument::from).collect())
}

fn press(request: Request, label: &Text, language: Language) -> CreateButton {
    button(&request, label.to(language))
}

/// One message for each exported file.
#[must_use]
pub(crate) fn exported(files: Vec<File>, language: Language) -> Vec<Reply> {
    let count = files.len();
    let replies = files.into_iter().zip(1_usize..).map(|(file, part)| {
        let text = match (part, count) {
            (1, 1) => tr!(language, "privacy-exported"),
            (1, _) => format!(
                "{} {}",
                tr!(language, "privacy-exported"),
                tr!(language, "privacy-exported-parts", count)
            ),
            _ => tr!(language, "privacy-exported-part", part, count),
        };
        Reply::new(text).file(&file.name, file.bytes)
    });
    replies.collect()
}

/// Refuses an export while others run.
#[must_use]
pub(crate) fn busy(busy: Busy) -> Refusal {
    Refusal::new(match busy {
        Busy::SamePerson => text!("privacy-export-begun"),
        Busy::OtherPeople => text!("privacy-export-busy"),
    })
}

/// Asks whether they mean it.
#[must_use]
pub(crate) fn ask_forget(language: Language) -> Reply {
    let text = format!(
        "**{}** {}",
        tr!(language, "privacy-forget-title"),
        tr!(language, "privacy-forget-asked")
    );
    let forget = press(Request::Forget, &text!("privacy-yes-forget"), language);
    Reply::new(text).buttons(vec![
        forget.style(ButtonStyle::Danger),
        press(Request::Keep, &text!("privacy-keep"), language),
    ])
}

/// The answer to *Forget me* when everything is deleted.
#[must_use]
pub(crate) fn forgotten(language: Language) -> Reply {
    done(&text!("privacy-forgotten"), language)
}

/// The answer to *Forget me* if the database failed after the start.
#[must_use]
pub(crate) fn being_forgotten(language: Language) -> Reply {
    done(&text!("privacy-forgetting"), language)
}

/// The answer to *Forget me* if nothing is stored.
#[must_use]
pub(crate) fn nothing_kept(language: Language) -> Reply {
    done(&text!("privacy-nothing-kept"), language)
}

fn done(outcome: &Text, language: Language) -> Reply {
    let (outcome, after) = (
        outcome.to(language),
        tr!(language, "privacy-after-forgetting"),
    );
    Reply::new(language.sentences(&[outcome, after])).buttons(vec![press(
        Request::DontTrack,
        &text!("privacy-dont-track"),
        language,
    )])
}
