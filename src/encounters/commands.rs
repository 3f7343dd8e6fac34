//! `/met`, the menu *We talked*, and the buttons below their answer.

mod typed;

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use super::view::{self, LoggedTalk};
use super::{Amended, Amending, Amendment, NewEncounter, Talk, Undone, store};
use crate::anywhere;
use crate::app::App;
use crate::discord::Colleague;
use crate::discord::reply::Reply;
use crate::encounters::action::Action;
use crate::errors::{CommandError, Failure};
use crate::ids::{EncounterId, InteractionId, PersonId};
use crate::interaction::press::Press;
use crate::interaction::{Caller, Context, offer};
use crate::language::Text;
use crate::members::{self, Asker, Member};
use crate::prose::is_visible;
use crate::team::Team;
use crate::ties;
use crate::ties::view::{chosen_circle, chosen_kind, days_form, written_circle};
use crate::when;

pub(crate) use typed::{Others, Said, answer, log_talk, log_typed};
use typed::{met_with, read_note};

/// Log that you talked with somebody: it counts for both of you.
#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
#[expect(
    clippy::too_many_arguments,
    reason = "each is one option of the command"
)]
pub(crate) async fn met(
    ctx: Context<'_>,
    person: Colleague,
    #[autocomplete = "complete_when"]
    #[max_length = 100]
    when: Option<String>,
    #[choices("in person", "call", "chat", "coffee", "pairing", "voice", "other")] how: Option<
        &'static str,
    >,
    #[max_length = 1000] note: Option<String>,
    person2: Option<Colleague>,
    person3: Option<Colleague>,
    person4: Option<Colleague>,
    person5: Option<Colleague>,
) -> Result<(), CommandError> {
    let named = [Some(person), person2, person3, person4, person5]
        .into_iter()
        .flatten()
        .collect();
    met_with(ctx, named, Said { when, how, note }).await
}

/// Log that you talked with this person just now.
#[poise::command(
    context_menu_command = "We talked",
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(crate) async fn we_talked(ctx: Context<'_>, user: serenity::User) -> Result<(), CommandError> {
    met_with(ctx, vec![Colleague::from(&user)], Said::default()).await
}

/// Stores an encounter and everything that follows from it.
async fn write(app: &App, talk: Talk) -> Result<LoggedTalk, Failure> {
    let (now, team, member) = (talk.now, talk.team.clone(), talk.member.clone());
    let database = &app.database;
    let recorded = database.write_together(talk, store::record_all).await?;
    if !recorded.acted {
        return Ok(LoggedTalk {
            now,
            member,
            recorded,
        });
    }
    // Logging counts as acting on the last nudge, so the next one may come sooner.
    app.wakers.nudge.wake();
    let replanned = members::store::find(database.readers(), &team, member.person).await?;
    Ok(LoggedTalk {
        now,
        member: replanned.unwrap_or(member),
        recorded,
    })
}

/// Logs that the caller talked with this person just now.
pub(crate) async fn log_now(
    app: &App,
    caller: &Caller,
    other: PersonId,
) -> Result<LoggedTalk, CommandError> {
    let asker = members::asker_about(app, caller, &[other]).await?;
    let named = named_by_button(app, caller, &asker, other).await?;
    let new = NewEncounter::just_now(caller.key(), other, caller.interaction);
    let talk = Talk {
        team: asker.team,
        member: asker.member,
        named,
        new,
        now: app.now(),
    };
    Ok(write(app, talk).await?)
}

/// The members to store for a talk that a button logs: a button carries no name, and may be older
/// than the other's wish to be forgotten.
pub(crate) async fn named_by_button(
    app: &App,
    caller: &Caller,
    asker: &Asker,
    other: PersonId,
) -> Result<Vec<Member>, CommandError> {
    if asker.knows_here(other) {
        return Ok(Vec::new());
    }
    Ok(vec![look_up(app, caller, &asker.team, other).await?])
}

/// The person of a button, as Discord describes them now. Refuses people who are not in the server, and
/// contacts, which Discord does not know.
pub(crate) async fn look_up(
    app: &App,
    caller: &Caller,
    team: &Team,
    person: PersonId,
) -> Result<Member, CommandError> {
    if person.is_contact() {
        return Err(view::contact_gone().into());
    }
    let found = app.api.colleague(team.id.member(person)).await?;
    members::others(caller.person, std::slice::from_ref(&found)).map_err(view::unfit)?;
    Ok(Member::new(team, found.id, &found.name, &app.nudges))
}

pub(crate) async fn complete_when(ctx: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let offered = async {
        let app = ctx.data();
        let caller = anywhere::find_team::while_typing(ctx).await?;
        let (team, member) = members::asker(app, &caller).await?;
        let (now, zone) = (app.now(), member.schedule.zone);
        Ok::<_, CommandError>(when::completions(
            partial,
            now,
            zone,
            team.id.created_at(),
            caller.language,
        ))
    };
    let offered = offered.await;
    offer("dates", offered, |it| {
        AutocompleteChoice::new(it.label, it.value)
    })
}

/// The answer about an encounter, after the caller answered a question below it with `text`.
pub(crate) async fn question_answered(
    app: &App,
    caller: &Caller,
    encounter: EncounterId,
    text: &Text,
) -> Result<Reply, Failure> {
    let (team, member) = members::asker(app, caller).await?;
    let mut reader = app.database.reader().await?;
    let logged = store::logged_encounter(&mut reader, &team, encounter, caller.person).await?;
    let (answered, language) = (text.to(caller.language), caller.language);
    Ok(view::question_answered(
        &answered,
        logged.as_ref(),
        &member,
        app.now(),
        language,
    ))
}

/// Deletes the encounter that was just logged.
pub(crate) async fn undo(
    app: &App,
    press: &Press<'_>,
    encounter: EncounterId,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let logger = caller.key();
    let undone = press
        .in_time(async {
            let (_, member) = members::asker(app, &caller).await?;
            let undo = app
                .database
                .write(async move |connection| store::undo(connection, logger, encounter).await);
            let Undone::Deleted(others) = undo.await? else {
                return Err(view::already_undone().into());
            };
            let names = ties::store::names_of(app.database.readers(), logger, &others).await?;
            Ok((others, names, member))
        })
        .await?;
    app.wakers.nudge.wake();
    let (others, names, member) = undone;
    let reply = view::undone(encounter, &others, &names, &member, caller.language);
    Ok(press.update(reply).await?)
}

/// Undoes a correction: the talk is as it was before.
pub(crate) async fn undo_correction(
    app: &App,
    press: &Press<'_>,
    correction: InteractionId,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let by = caller.uses(app.now());
    let (member, undone) = press
        .in_time(async {
            let (team, member) = members::asker(app, &caller).await?;
            let undo = app.database.write(async move |connection| {
                store::undo_correction(connection, &team, correction, by).await
            });
            Ok((member, undo.await?))
        })
        .await?;
    let Undone::Restored(logged) = undone else {
        return Err(view::already_undone().into());
    };
    app.wakers.nudge.wake();
    let reply = view::restored(&logged, &member, by.now, caller.language);
    Ok(press.update(reply).await?)
}

/// One step of adding something to the encounter that was just logged.
pub(crate) async fn amend(
    app: &App,
    press: &Press<'_>,
    encounter: EncounterId,
    step: Amending,
) -> Result<(), CommandError> {
    match step {
        Amending::AskNote => Ok(press
            .ask(view::note_form(encounter, press.language()))
            .await?),
        Amending::Note => {
            let words = press.written(view::NOTE).unwrap_or_default();
            let written = add_note(app, press, encounter, words).await;
            written.map_err(|error| error.giving_back(Some(words).filter(|it| is_visible(it))))
        }
        Amending::People => {
            let caller = press.caller()?;
            let people = press.in_time(people_to_add(app, press, &caller)).await?;
            write_amendment(app, press, encounter, Amendment::People(people)).await
        }
        Amending::Circle => {
            let Some(circle) = chosen_circle(press)? else {
                let step = Amending::Days;
                let action = Action::AmendEncounter { encounter, step };
                return Ok(press.ask(days_form(&action, press.language())).await?);
            };
            write_amendment(app, press, encounter, Amendment::Circle(circle)).await
        }
        Amending::Days => {
            let circle = written_circle(press)?;
            write_amendment(app, press, encounter, Amendment::Circle(circle)).await
        }
        Amending::Kind => {
            let kind = chosen_kind(press)?;
            write_amendment(app, press, encounter, Amendment::Kind(kind)).await
        }
    }
}

/// The people chosen as having been there too.
async fn people_to_add(
    app: &App,
    press: &Press<'_>,
    caller: &Caller,
) -> Result<Vec<Member>, CommandError> {
    let mut named = anywhere::find_team::chosen_people(app, press, caller).await?;
    // The logger took part anyway: ignore that they chose themselves besides others.
    if named.len() > 1 {
        named.retain(|person| person.id != caller.person);
    }
    let others = members::others(caller.person, &named).map_err(view::unfit)?;
    let Asker { team, .. } = members::asker_about(app, caller, &others).await?;
    let member = |it: &Colleague| Member::new(&team, it.id, &it.name, &app.nudges);
    Ok(named.iter().map(member).collect())
}

async fn add_note(
    app: &App,
    press: &Press<'_>,
    encounter: EncounterId,
    words: &str,
) -> Result<(), CommandError> {
    let note = read_note(app, &press.caller()?, words).await?;
    write_amendment(app, press, encounter, Amendment::Note(note)).await
}

async fn write_amendment(
    app: &App,
    press: &Press<'_>,
    encounter: EncounterId,
    amendment: Amendment,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let written = amendment.clone();
    let by = caller.uses(app.now());
    let (member, amended) = press
        .in_time(async {
            let (team, member) = members::asker(app, &caller).await?;
            let write = app.database.write(async move |connection| {
                store::amend(connection, &team, encounter, &written, by).await
            });
            Ok((member, write.await?))
        })
        .await?;
    let logged = match amended {
        Amended::Done(logged) => logged,
        Amended::Gone => return Err(view::gone().into()),
        Amended::TooMany => return Err(view::too_many().into()),
        Amended::NoteFull => return Err(view::note_full().into()),
        Amended::NotOne => return Err(view::not_one().into()),
    };
    let reply = view::amended(&logged, &amendment, &member, app.now(), caller.language);
    Ok(press.update(reply).await?)
}
