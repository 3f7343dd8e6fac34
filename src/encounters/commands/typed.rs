//! A talk that a member types: read, logged and answered.

use std::sync::Arc;

use super::super::note::Note;
use super::super::view::{self, LoggedTalk};
use super::super::{How, LogOutcome, NewEncounter, Stated, Talk};
use super::write;
use crate::anywhere;
use crate::anywhere::find_team::{About, find_team};
use crate::app::App;
use crate::app::waiting::TypedTalk;
use crate::discord::Colleague;
use crate::encounters::action::Action;
use crate::errors::{CommandError, Refusal};
use crate::ids::{InteractionId, PersonId};
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, language_of, say_with};
use crate::language::text;
use crate::members::mentions::name_mentions;
use crate::members::{self, Asker, Member, closed_dms};
use crate::when;

/// A note as Rapport stores it: with names in place of mentions.
pub(super) async fn read_note(
    app: &App,
    caller: &Caller,
    text: &str,
) -> Result<Note, CommandError> {
    let named = name_mentions(app, caller.team, text, caller.language).await?;
    Ok(Note::parse(&named).map_err(view::bad_note)?)
}

/// With which other people a member talked.
pub(crate) struct Others {
    people: Vec<PersonId>,
    /// Those of them that Discord just described.
    named: Vec<Colleague>,
}

impl Others {
    /// The members named in a command.
    pub(super) fn members(caller: &Caller, named: Vec<Colleague>) -> Result<Self, Refusal> {
        let people = members::others(caller.person, &named).map_err(view::unfit)?;
        Ok(Self { people, named })
    }

    /// A contact of the caller.
    pub(crate) fn contact(contact: PersonId) -> Self {
        Self {
            people: vec![contact],
            named: Vec::new(),
        }
    }
}

/// What a member says of a talk in a command, besides who took part.
#[derive(Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) when: Option<String>,
    pub(crate) how: Option<&'static str>,
    pub(crate) note: Option<String>,
}

/// Logs a talk in the team that the caller and the people named share, and answers.
pub(super) async fn met_with(
    ctx: Context<'_>,
    named: Vec<Colleague>,
    said: Said,
) -> Result<(), CommandError> {
    let about = About {
        named,
        unfit: view::unfit,
    };
    let found = find_team(ctx, about, |ctx, named| later(*ctx, named, &said)).await;
    let found = found.map_err(|error| error.giving_back(said.note.as_deref()))?;
    let Some((caller, people)) = found else {
        return Ok(());
    };
    let others = Others::members(&caller, people)?;
    answer(ctx, caller, others, said).await
}

/// What logs the talk once its team is chosen. What was said of it waits in memory; without it, the
/// component holds everything.
fn later(ctx: Context<'_>, named: &[Colleague], said: &Said) -> Action {
    let command = ctx.interaction.id.into();
    match named {
        [other] if *said == Said::default() => Action::LogTalk {
            command,
            other: other.id,
        },
        _ => {
            let typed = Arc::new(TypedTalk {
                people: named.to_vec(),
                when: said.when.clone(),
                how: said.how,
                note: said.note.clone(),
            });
            let (app, person) = (ctx.data(), ctx.interaction.user.id.into());
            app.waiting_talks.insert(person, command, typed, app.now());
            Action::LogTyped(command)
        }
    }
}

/// Logs the talk that waits, in the team that was chosen for it.
pub(crate) async fn log_typed(
    app: &App,
    press: &Press<'_>,
    command: InteractionId,
) -> Result<(), CommandError> {
    let typed = app.waiting_talks.get(press.presser(), command, app.now());
    let typed = typed.ok_or_else(view::typed_gone)?;
    let said = Said {
        when: typed.when.clone(),
        how: typed.how,
        note: typed.note.clone(),
    };
    let logged = log_chosen(app, press, command, &typed.people, said).await;
    logged.map_err(|error| error.giving_back(typed.note.as_deref()))
}

/// Logs that the two talked, in the team that was chosen for it.
pub(crate) async fn log_talk(
    app: &App,
    press: &Press<'_>,
    command: InteractionId,
    other: PersonId,
) -> Result<(), CommandError> {
    let people = [Colleague::not_in_team(other)];
    log_chosen(app, press, command, &people, Said::default()).await
}

/// Two presses of one select log one talk: the command is what its writes happen once for.
async fn log_chosen(
    app: &App,
    press: &Press<'_>,
    command: InteractionId,
    people: &[Colleague],
    said: Said,
) -> Result<(), CommandError> {
    let presser = press.caller()?;
    let work = Box::pin(async {
        let found = anywhere::in_team(app, presser.team, presser.person, people).await?;
        let caller = Caller {
            interaction: command,
            ..presser.clone()
        };
        let note = match &said.note {
            Some(text) => Some(read_note(app, &caller, text).await?),
            None => None,
        };
        let others = Others::members(&caller, found.people)?;
        log(app, caller, others, said, note).await
    });
    let talk = press.in_time(work).await?;
    let reply = view::logged(&talk, press.language());
    Ok(press.update(reply).await?)
}

/// Logs a talk, and answers.
pub(crate) async fn answer(
    ctx: Context<'_>,
    caller: Caller,
    others: Others,
    said: Said,
) -> Result<(), CommandError> {
    let note = match &said.note {
        Some(text) => Some(read_note(ctx.data(), &caller, text).await?),
        None => None,
    };
    let written = note.clone();
    // The future holds writes: keep it on the heap, so that other commands' futures stay small.
    let work = Box::pin(log(ctx.data(), caller, others, said, note));
    let talk = in_time(ctx, Audience::Asker, work).await;
    let talk = talk.map_err(|error| error.giving_back(written.as_ref().map(Note::as_str)))?;
    let postscript = closed_dms::notice(&talk.member);
    let logged = view::logged(&talk, language_of(ctx));
    say_with(ctx, Audience::Asker, logged, postscript).await
}

async fn log(
    app: &App,
    caller: Caller,
    others: Others,
    said: Said,
    note: Option<Note>,
) -> Result<LoggedTalk, CommandError> {
    let now = app.now();
    let asker = members::asker_about(app, &caller, &others.people).await?;
    let removed = |it: &&PersonId| it.is_contact() && !asker.knows_here(**it);
    if others.people.iter().any(|it| removed(&it)) {
        return Err(view::contact_gone().into());
    }
    let Asker { team, member, .. } = asker;
    let zone = member.schedule.zone;
    let when = match &said.when {
        Some(text) => {
            let when = when::understand(text, now, zone, team.id.created_at(), caller.language)
                .map_err(|error| view::bad_date(&error, caller.language))?;
            Some(Stated::in_zone(zone, when))
        }
        None => None,
    };
    let how = said.how.map(How::parse).transpose();
    let how = how.map_err(|_| Refusal::new(text!("outdated-choice")))?;
    let new = NewEncounter {
        team: team.id,
        logged_by: caller.person,
        others: others.people,
        when,
        how,
        note,
        interaction: caller.interaction,
    };
    let named = others
        .named
        .iter()
        .map(|person| Member::new(&team, person.id, &person.name, &app.nudges))
        .collect();
    let talk = Talk {
        team,
        member,
        named,
        new,
        now,
    };
    let talk = write(app, talk).await?;
    if talk.recorded.outcome == LogOutcome::NoteFull {
        return Err(view::note_full().into());
    }
    Ok(talk)
}
