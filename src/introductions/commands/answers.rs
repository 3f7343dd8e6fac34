//! What people answer in the thread of an introduction.

use super::super::action::ThreadMessage;
use super::super::{Answer, Introduction, store, view};
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::reply::Reply;
use crate::encounters::{self, NewEncounter, Talk};
use crate::errors::{CommandError, Failure};
use crate::ids::{IntroductionId, PersonId};
use crate::interaction::Caller;
use crate::interaction::press::Press;
use crate::language::Text;
use crate::members;
use store::Placed;

/// A button in the thread.
pub(crate) async fn answer(
    app: &App,
    press: &Press<'_>,
    introduction: IntroductionId,
    answer: Answer,
    card: ThreadMessage,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    if answer == Answer::NotYet {
        let noted = press.in_time_to_whisper(async {
            let found = theirs(app, &caller, introduction).await?;
            give(app, &caller, found.id, answer).await?;
            Ok(())
        });
        noted.await?;
        let text = view::not_yet().to(caller.language);
        return Ok(press.whisper(Reply::new(text)).await?);
    }
    let told = press.in_time(async {
        let found = theirs(app, &caller, introduction).await?;
        match answer {
            Answer::Cannot => cannot(app, &caller, &found).await,
            Answer::Met | Answer::NotYet => {
                met(app, &caller, &found).await?;
                Ok(None)
            }
        }
    });
    let told = told.await?;
    // The card of an introduction that three took over says so.
    let mut reader = app.database.reader().await.map_err(Failure::from)?;
    let shown = store::load(&mut reader, introduction).await?;
    drop(reader);
    press
        .update(view::answered(&shown, card, app.now()))
        .await?;
    if let Some(told) = told {
        press.tell_all(Reply::new(told.to(shown.language))).await?;
    }
    Ok(())
}

/// The introduction as it is now, if the caller takes part in it.
async fn theirs(
    app: &App,
    caller: &Caller,
    introduction: IntroductionId,
) -> Result<Introduction, CommandError> {
    let mut reader = app.database.reader().await?;
    let latest = store::answers::latest(&mut reader, introduction).await?;
    let found = store::find(&mut reader, latest).await?;
    let found = found.filter(|it| {
        it.team == caller.team && it.people.iter().any(|it| it.person == caller.person)
    });
    Ok(found.ok_or_else(view::not_yours)?)
}

async fn give(
    app: &App,
    caller: &Caller,
    introduction: IntroductionId,
    answer: Answer,
) -> StoreResult<bool> {
    let person = caller.person;
    app.database
        .write(async move |connection| {
            store::answers::answer(connection, introduction, person, answer).await
        })
        .await
}

/// Logs one talk of all in it when the first of them says that they met.
async fn met(app: &App, caller: &Caller, found: &Introduction) -> Result<(), CommandError> {
    if found.met_at.is_some() {
        return Ok(());
    }
    let others = found.present().map(|it| it.person);
    let others: Vec<_> = others.filter(|it| *it != caller.person).collect();
    if others.is_empty() {
        return Err(view::nobody_left().into());
    }
    let asker = members::asker_about(app, caller, &others).await?;
    let mut named = Vec::new();
    for other in &others {
        let one = encounters::commands::named_by_button(app, caller, &asker, *other);
        named.extend(one.await?);
    }
    let (introduction, now) = (found.id, app.now());
    let mut member = asker.member;
    // The answer has no room for the question about nudges, which is asked once.
    member.asked = true;
    let talk = Talk {
        team: asker.team,
        new: NewEncounter {
            others,
            ..NewEncounter::just_now(caller.key(), PersonId::FORGOTTEN, caller.interaction)
        },
        member,
        named,
        now,
    };
    let person = caller.person;
    let logged = app.database.write(async move |connection| {
        store::answers::answer(connection, introduction, person, Answer::Met).await?;
        if store::answers::mark_met(connection, introduction, now).await? {
            encounters::store::record(connection, talk).await?;
        }
        Ok(())
    });
    logged.await?;
    app.wakers.nudge.wake();
    Ok(())
}

/// Takes the caller out of the introduction, and puts a person who is then alone together with
/// others. Returns what the others read.
async fn cannot(
    app: &App,
    caller: &Caller,
    found: &Introduction,
) -> Result<Option<Text>, CommandError> {
    if !found.is_open() {
        return Ok(None);
    }
    let (introduction, person, now) = (found.id, caller.person, app.now());
    let placed = app.database.write(async move |connection| {
        if !store::answers::answer(connection, introduction, person, Answer::Cannot).await? {
            return Ok(None);
        }
        let left = store::present(&mut *connection, introduction).await?;
        Ok(Some(match left[..] {
            [alone] => store::rejoin(connection, introduction, alone, now).await?,
            _ => Placed::Together,
        }))
    });
    let placed: Option<Placed> = placed.await?;
    app.wakers.introductions.wake();
    let name = found.people.iter().find(|it| it.person == person);
    let name = name.map(|it| it.name.clone()).unwrap_or_default();
    Ok(placed.map(|placed| view::told(&name, placed)))
}
