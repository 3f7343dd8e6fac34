//! The components and forms of the list of talks and of an opened talk.

use super::{Fix, OpenTalk, TalkAt, TalkStep, store, view};
use crate::app::App;
use crate::discord::reply::Reply;
use crate::encounters::note::Note;
use crate::encounters::{self, Stated};
use crate::errors::{CommandError, Failure};
use crate::ids::{EncounterId, PersonId};
use crate::interaction::Caller;
use crate::interaction::press::Press;
use crate::language::Text;
use crate::members;
use crate::members::mentions::name_mentions;
use crate::prose::is_visible;
use crate::when::{Precision, understand};

/// Shows a page of the talks with `other`.
pub(crate) async fn show_page(
    app: &App,
    press: &Press<'_>,
    other: PersonId,
    page: usize,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let reply = press
        .in_time(async { Ok(list(app, &caller, other, page, None).await?) })
        .await?;
    Ok(press.update(reply).await?)
}

/// Shows the talk chosen in the list.
pub(crate) async fn open(
    app: &App,
    press: &Press<'_>,
    other: PersonId,
) -> Result<(), CommandError> {
    let encounter = press.choice(|id| id.parse().ok())?;
    let page = 1;
    let at = TalkAt {
        encounter,
        other,
        page,
    };
    act(app, press, at, TalkStep::Read).await
}

/// One step on an opened talk.
pub(crate) async fn act(
    app: &App,
    press: &Press<'_>,
    at: TalkAt,
    step: TalkStep,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    match step {
        TalkStep::AskNote => {
            let talk = find(app, &caller, at.encounter).await?;
            return Ok(press
                .ask(view::note_form(at, &talk, caller.language))
                .await?);
        }
        TalkStep::AskDate => {
            let (_, member) = members::asker(app, &caller).await?;
            let talk = find(app, &caller, at.encounter).await?;
            let form = view::date_form(at, &talk, &member, caller.language);
            return Ok(press.ask(form).await?);
        }
        _ => {}
    }
    let words = press.written(view::NOTE);
    let drawn = press
        .in_time(async {
            match step {
                TalkStep::AskNote | TalkStep::AskDate | TalkStep::Read => {
                    show(app, &caller, at, view::Notice::None).await
                }
                TalkStep::AskDelete => show(app, &caller, at, view::Notice::AskDelete).await,
                TalkStep::Note => {
                    let note = written_note(app, &caller, words.unwrap_or_default()).await?;
                    fix(app, &caller, at, Fix::Note(note)).await
                }
                TalkStep::Date => {
                    let text = press.written(view::WHEN).unwrap_or_default();
                    let when = written_date(app, &caller, at.encounter, text).await?;
                    fix(app, &caller, at, Fix::Date(when)).await
                }
                TalkStep::Delete => fix(app, &caller, at, Fix::Delete).await,
                TalkStep::Absent => fix(app, &caller, at, Fix::Absent).await,
            }
        })
        .await;
    let drawn = drawn.map_err(|error| error.giving_back(words.filter(|it| is_visible(it))))?;
    Ok(press.update(drawn).await?)
}

/// The note from the form; an empty form deletes the note.
async fn written_note(
    app: &App,
    caller: &Caller,
    words: &str,
) -> Result<Option<Note>, CommandError> {
    if !is_visible(words) {
        return Ok(None);
    }
    let named = name_mentions(app, caller.team, words, caller.language).await?;
    Ok(Some(
        Note::parse_whole(&named).map_err(encounters::view::bad_note)?,
    ))
}

/// The date from the form. The same day again says nothing new about the time.
async fn written_date(
    app: &App,
    caller: &Caller,
    encounter: EncounterId,
    text: &str,
) -> Result<Stated, CommandError> {
    let before = find(app, caller, encounter).await?.talk.happened_at;
    let (team, member) = members::asker(app, caller).await?;
    let zone = member.schedule.zone;
    let when = understand(text, app.now(), zone, team.id.created_at(), caller.language);
    let when = when.map_err(|it| encounters::view::bad_date(&it, caller.language))?;
    let when = Stated::in_zone(zone, when);
    let same_day = when.precision == Precision::Day && when.day.contains(&before);
    Ok(Stated {
        at: if same_day { before } else { when.at },
        ..when
    })
}

async fn fix(app: &App, caller: &Caller, at: TalkAt, fix: Fix) -> Result<Reply, CommandError> {
    let now = app.now();
    let (team, member) = members::asker(app, caller).await?;
    let before = find(app, caller, at.encounter).await?.talk.happened_at;
    let notice = view::fixed(&fix, before, member.schedule.zone, caller.language);
    let stays = matches!(fix, Fix::Note(_) | Fix::Date(_));
    let done = app.database.write(async move |connection| {
        store::put_right(connection, &team, &member, at.encounter, &fix, now).await
    });
    if !done.await? {
        return Err(view::gone().into());
    }
    app.wakers.nudge.wake();
    if stays {
        show(app, caller, at, view::Notice::Fixed(notice)).await
    } else {
        Ok(list(app, caller, at.other, 1, Some(&notice)).await?)
    }
}

async fn find(
    app: &App,
    caller: &Caller,
    encounter: EncounterId,
) -> Result<OpenTalk, CommandError> {
    let found = store::open(app.database.readers(), caller.key(), encounter).await?;
    Ok(found.ok_or_else(view::gone)?)
}

async fn show(
    app: &App,
    caller: &Caller,
    at: TalkAt,
    notice: view::Notice,
) -> Result<Reply, CommandError> {
    let (_, member) = members::asker(app, caller).await?;
    let talk = find(app, caller, at.encounter).await?;
    Ok(view::talk(&talk, at, &member, &notice, caller.language))
}

async fn list(
    app: &App,
    caller: &Caller,
    other: PersonId,
    number: usize,
    notice: Option<&Text>,
) -> Result<Reply, Failure> {
    let (_, member) = members::asker(app, caller).await?;
    let page = store::page(app.database.readers(), caller.key(), other, number).await?;
    Ok(view::list(&page, &member, notice, caller.language))
}
