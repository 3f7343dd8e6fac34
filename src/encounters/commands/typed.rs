//! A talk that a member types: read, logged and answered.

use super::super::note::Note;
use super::super::view::{self, LoggedTalk};
use super::super::when;
use super::super::{How, LogOutcome, NewEncounter, Talk};
use super::write;
use crate::app::App;
use crate::discord::Colleague;
use crate::errors::{CommandError, Refusal};
use crate::ids::PersonId;
use crate::interaction::{Audience, Caller, Context, in_time, language_of, say_with};
use crate::language::text;
use crate::members::mentions::name_mentions;
use crate::members::{self, Asker, Member, closed_dms};

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
    /// The people named in a command.
    pub(super) fn named(caller: &Caller, named: Vec<Colleague>) -> Result<Self, Refusal> {
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
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) when: Option<String>,
    pub(crate) how: Option<&'static str>,
    pub(crate) note: Option<String>,
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
        Some(text) => Some(
            when::understand(text, now, zone, team.id.created_at(), caller.language)
                .map_err(|error| view::bad_date(&error, caller.language))?
                .stated(zone),
        ),
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
