//! `/people`, `/person`, `/me`, and the components of the list and the card.

use super::talks::store::with_nobody_left;
use super::{CardStep, Done, Filter, Page, TieChange, network, page, store, view};
use crate::anywhere;
use crate::anywhere::find_team::{About, find_own_team, find_team};
use crate::app::App;
use crate::discord::Colleague;
use crate::discord::reply::{Attached, Reply};
use crate::encounters;
use crate::errors::{CommandError, Failure, Refusal};
use crate::ids::PersonId;
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::language::text;
use crate::members::{self, Member};
use crate::people::action::Action;
use crate::picture::{self, laid_out};
use crate::team;
use crate::ties;
use crate::ties::view::{chosen_circle, chosen_kind, days_form, written_circle};

/// The people you keep in touch with, the most overdue first.
#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(crate) async fn people(
    ctx: Context<'_>,
    #[choices("due", "all", "snoozed", "stopped")] show: Option<&'static str>,
    #[choices(
        "manager",
        "report",
        "skip-level",
        "peer",
        "mentor",
        "customer",
        "partner",
        "friend",
        "other"
    )]
    kind: Option<&'static str>,
) -> Result<(), CommandError> {
    let filter = Filter {
        show: show.and_then(|it| it.parse().ok()).unwrap_or_default(),
        kind: kind.and_then(|it| it.parse().ok()),
    };
    let later = Action::ShowPeoplePage { filter, page: 1 };
    let Some(caller) = find_own_team(ctx, later).await? else {
        return Ok(());
    };
    let reply = in_time(ctx, Audience::Asker, async {
        Ok(list(ctx.data(), &caller, filter, 1).await?)
    })
    .await?;
    say(ctx, Audience::Asker, reply).await
}

/// What you know of one person: when you spoke, your notes, and when a nudge can come.
#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel"
)]
pub(crate) async fn person(ctx: Context<'_>, who: Colleague) -> Result<(), CommandError> {
    let later = Action::OnCard {
        other: who.id,
        step: CardStep::Open,
    };
    let about = About {
        named: vec![who],
        unfit: view::unfit,
    };
    let Some((caller, people)) = find_team(ctx, about, |_, _| later).await? else {
        return Ok(());
    };
    let reply = in_time(ctx, Audience::Asker, async {
        open_card(ctx.data(), &caller, &people).await
    })
    .await?;
    say(ctx, Audience::Asker, reply).await
}

/// A picture of your network: who is near, and who you are losing touch with.
#[poise::command(slash_command, guild_only)]
pub(crate) async fn me(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let reply = in_time(ctx, Audience::Asker, async {
        Ok(picture(ctx.data(), &caller).await?)
    })
    .await?;
    say(ctx, Audience::Asker, reply).await
}

/// Shows another page of the list.
pub(crate) async fn show_page(
    app: &App,
    press: &Press<'_>,
    filter: Filter,
    page: usize,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let reply = press
        .in_time(async { Ok(list(app, &caller, filter, page).await?) })
        .await?;
    Ok(press.update(reply).await?)
}

/// Shows the card of the person chosen in the list.
pub(crate) async fn open(app: &App, press: &Press<'_>) -> Result<(), CommandError> {
    let other = press.choice(|id| id.parse().ok())?;
    show(app, press, other).await
}

/// The card of the one person in `people`, who may be new to Rapport.
async fn open_card(
    app: &App,
    caller: &Caller,
    people: &[Colleague],
) -> Result<Reply, CommandError> {
    let [who] = people else {
        return Err(Refusal::new(text!("outdated-form")).into());
    };
    meet(app, caller, who).await?;
    card(app, caller, who.id, None).await
}

/// Shows the card of a person in the team that was chosen for it.
async fn open_in_team(app: &App, press: &Press<'_>, other: PersonId) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let named = [Colleague::not_in_team(other)];
    let reply = press
        .in_time(Box::pin(async {
            let found = anywhere::in_team(app, caller.team, caller.person, &named).await?;
            open_card(app, &caller, &found.people).await
        }))
        .await?;
    Ok(press.update(reply).await?)
}

async fn show(app: &App, press: &Press<'_>, other: PersonId) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let reply = press
        .in_time(async { card(app, &caller, other, None).await })
        .await?;
    Ok(press.update(reply).await?)
}

/// One step on the card of `other`.
pub(crate) async fn act(
    app: &App,
    press: &Press<'_>,
    other: PersonId,
    step: CardStep,
) -> Result<(), CommandError> {
    let change = match step {
        CardStep::Talked => return talked(app, press, other).await,
        CardStep::Show => return show(app, press, other).await,
        CardStep::Open => return open_in_team(app, press, other).await,
        CardStep::Stop => TieChange::Stop,
        CardStep::Resume => TieChange::Resume,
        CardStep::Snooze => TieChange::Snooze(view::chosen_snooze(press)?),
        CardStep::Circle => {
            let Some(circle) = chosen_circle(press)? else {
                let step = CardStep::Days;
                let form = days_form(&Action::OnCard { other, step }, press.language());
                return Ok(press.ask(form).await?);
            };
            TieChange::Circle(circle)
        }
        CardStep::Days => TieChange::Circle(written_circle(press)?),
        CardStep::Kind => TieChange::Kind(chosen_kind(press)?),
        CardStep::Apart => TieChange::Apart,
        CardStep::Together => TieChange::Together,
        CardStep::Absent => TieChange::Absent(press.choice(|id| id.parse().ok())?),
    };
    let caller = press.caller()?;
    let reply = press
        .in_time(async {
            let done = write(app, &caller, other, change).await?;
            card(app, &caller, other, Some(done)).await
        })
        .await?;
    Ok(press.update(reply).await?)
}

/// *We talked* works like `/met`: below the card comes the same answer, with the same buttons.
async fn talked(app: &App, press: &Press<'_>, other: PersonId) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let (logged, reply) = press
        .in_time(async {
            let logged = encounters::commands::log_now(app, &caller, other).await?;
            let reply = card(
                app,
                &caller,
                other,
                Some(Done::Talked(logged.recorded.outcome)),
            )
            .await?;
            Ok((logged, reply))
        })
        .await?;
    press.update(reply).await?;
    press
        .whisper(encounters::view::logged(&logged, press.language()))
        .await?;
    Ok(())
}

/// A page of the people that the caller keeps in touch with.
pub(crate) async fn list(
    app: &App,
    caller: &Caller,
    filter: Filter,
    number: usize,
) -> Result<Reply, Failure> {
    let now = app.now();
    let (team, _) = members::asker(app, caller).await?;
    let readers = app.database.readers();
    let known = store::known(readers, &team, caller.person).await?;
    let page = Page {
        with_nobody_left: with_nobody_left(readers, caller.key()).await?,
        ..page(known, filter, number, now)
    };
    Ok(view::list(&page, now, caller.language))
}

async fn picture(app: &App, caller: &Caller) -> Result<Reply, Failure> {
    let team = team::load(app, caller.team).await?;
    let known = store::known(app.database.readers(), &team, caller.person).await?;
    let language = caller.language;
    let people = network::network(&known, app.now(), language);
    if people.is_empty() {
        return Ok(network::view::nobody(language));
    }
    let drawn_in = picture::language(language).await;
    let draw = move || network::view::drawn(people, drawn_in, language);
    let (picture, described, words) = laid_out(draw).await;
    let picture = Attached::rendered("me.png", picture).await;
    let figure = picture.as_ref().map(|picture| picture.figure(&described));
    Ok(network::view::picture(words, figure).attach(picture))
}

/// The card of `other`, for members who did something about them just now.
pub(crate) async fn card(
    app: &App,
    caller: &Caller,
    other: PersonId,
    done: Option<Done>,
) -> Result<Reply, CommandError> {
    let (team, member) = members::asker(app, caller).await?;
    let card = store::card(app.database.readers(), &team, caller.person, other).await?;
    if other.is_contact() && card.contact.is_none() {
        return Err(encounters::view::contact_gone().into());
    }
    Ok(view::card(&card, &member, done, app.now(), caller.language))
}

/// Stores a person who is new to Rapport, has a new name, or came back, as buttons carry
/// no names.
async fn meet(app: &App, caller: &Caller, who: &Colleague) -> Result<(), Failure> {
    let now = app.now();
    let team = team::load(app, caller.team).await?;
    if members::store::is_known_as(app.database.readers(), team.id.member(who.id), &who.name)
        .await?
    {
        return Ok(());
    }
    let other = Member::new(&team, who.id, &who.name, &app.nudges);
    app.database
        .write(async move |connection| store::meet(connection, &team, &other, now).await)
        .await?;
    Ok(())
}

async fn write(
    app: &App,
    caller: &Caller,
    other: PersonId,
    change: TieChange,
) -> Result<Done, CommandError> {
    let now = app.now();
    let (team, member) = members::asker(app, caller).await?;
    let kept = ties::store::name_of(app.database.readers(), caller.key(), other).await?;
    let named = match kept {
        Some(_) => Vec::new(),
        None => vec![encounters::commands::look_up(app, caller, &team, other).await?],
    };
    let done = app
        .database
        .write(async move |connection| {
            team::store::keep(connection, &team, now).await?;
            members::store::keep_all(connection, &named).await?;
            store::change(connection, &team, &member, other, change, now).await
        })
        .await?;
    app.wakers.nudge.wake();
    Ok(done)
}
