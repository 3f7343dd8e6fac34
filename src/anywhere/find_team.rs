//! Finds the team of a command or press, wherever it is used.

use futures::future::join_all;

use super::{Shared, candidates, in_team, refusal, shared, view};
use crate::app::App;
use crate::discord::Colleague;
use crate::discord::custom_id::CustomId;
use crate::errors::{CommandError, Refusal};
use crate::ids::TeamId;
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, Elsewhere, in_time, say};
use crate::language::Language;
use crate::members::{self, Unfit};

/// The people that a command names, and how it refuses those that it can't be about.
pub(crate) struct About {
    pub(crate) named: Vec<Colleague>,
    pub(crate) unfit: fn(Unfit) -> Refusal,
}

impl About {
    /// A command about the person who uses it.
    pub(crate) fn oneself() -> Self {
        Self {
            named: Vec::new(),
            unfit: |_| view::not_shared(),
        }
    }
}

/// Finds the team of a command: that of the server, or else the only one in which the person and those
/// they name are. Returns the person who uses it and the people named, as they are there. If there are
/// several teams, asks in which of them to do `later`, and returns `None`.
pub(crate) async fn find_team<A: CustomId>(
    ctx: Context<'_>,
    about: About,
    later: impl FnOnce(&Context<'_>, &[Colleague]) -> A,
) -> Result<Option<(Caller, Vec<Colleague>)>, CommandError> {
    let About { mut named, unfit } = about;
    let person = ctx.interaction.user.id.into();
    if let Ok(caller) = Caller::of(ctx) {
        members::others(person, &named).map_err(unfit)?;
        return Ok(Some((caller, named)));
    }
    // Discord does not say here who is in the team: count everybody as in it until the lookup asks.
    for colleague in &mut named {
        colleague.in_team = true;
    }
    members::others(person, &named).map_err(unfit)?;
    let mut found = shared_teams(ctx, &named).await?;
    if found.len() > 1 {
        let (names, action) = (with_names(ctx.data(), &found).await, later(&ctx, &named));
        let language = Language::of_locale(&ctx.interaction.locale);
        say(ctx, Audience::Asker, view::which(&names, &action, language)).await?;
        return Ok(None);
    }
    let found = found.pop().ok_or_else(|| refusal(&named))?;
    Ok(Some(settle(ctx, found).await))
}

/// Finds the team of a command about the person who uses it, as [`find_team`] does.
pub(crate) async fn find_own_team<A: CustomId>(
    ctx: Context<'_>,
    later: A,
) -> Result<Option<Caller>, CommandError> {
    let found = find_team(ctx, About::oneself(), |_, _| later).await?;
    Ok(found.map(|(caller, _)| caller))
}

/// The team of a command that changes something, where it can't ask for one.
pub(crate) async fn only_team(ctx: Context<'_>) -> Result<Caller, CommandError> {
    if let Ok(caller) = Caller::of(ctx) {
        return Ok(caller);
    }
    let mut found = shared_teams(ctx, &[]).await?;
    if found.len() > 1 {
        let names = with_names(ctx.data(), &found).await;
        return Err(view::several(&names).into());
    }
    let found = found.pop().ok_or_else(view::no_team)?;
    let (caller, _) = settle(ctx, found).await;
    Ok(caller)
}

/// The teams that the person who uses the command and all of `named` share.
async fn shared_teams(ctx: Context<'_>, named: &[Colleague]) -> Result<Vec<Shared>, CommandError> {
    let (app, person) = (ctx.data(), ctx.interaction.user.id.into());
    in_time(ctx, Audience::Asker, async {
        // The future holds requests: keep it on the heap, so that other futures stay small.
        Ok(Box::pin(shared(app, person, named)).await?)
    })
    .await
}

/// Makes this team the one that the command is about.
async fn settle(ctx: Context<'_>, found: Shared) -> (Caller, Vec<Colleague>) {
    let Shared { team, name, people } = found;
    let caller = Caller::elsewhere(ctx, team, name);
    let server = ctx.data().server_name(team).await;
    ctx.data().enter(Elsewhere::new(caller.clone(), server));
    (caller, people)
}

/// The team by which to read what a person is typing. Does not ask Discord, as nothing of the team is
/// shown.
pub(crate) async fn while_typing(ctx: Context<'_>) -> Result<Caller, CommandError> {
    if let Ok(caller) = Caller::of(ctx) {
        return Ok(caller);
    }
    let teams = candidates(ctx.data(), ctx.interaction.user.id.into()).await?;
    let team = teams.first().ok_or_else(view::no_team)?;
    Ok(Caller::elsewhere(ctx, *team, None))
}

/// Makes the team that the component carries the one of its press. Refuses if the presser is no
/// longer in it, or Rapport isn't.
pub(crate) async fn enter(app: &App, press: &Press<'_>, team: TeamId) -> Result<(), CommandError> {
    let found = press
        .in_time(async { Box::pin(in_team(app, team, press.presser(), &[])).await })
        .await?;
    let mut caller = press.caller_in(team);
    if let Some(name) = found.name {
        (caller.name, caller.is_named_in_team) = (name, true);
    }
    let server = app.server_name(team).await;
    press.enter(Elsewhere::new(caller, server));
    Ok(())
}

/// The people chosen in a select, as they are in the presser's team.
pub(crate) async fn chosen_people(
    app: &App,
    press: &Press<'_>,
    caller: &Caller,
) -> Result<Vec<Colleague>, CommandError> {
    let chosen = press.people();
    if press.carried().is_none() {
        return Ok(chosen.to_vec());
    }
    let found = Box::pin(in_team(app, caller.team, caller.person, chosen)).await?;
    Ok(found.people)
}

/// The teams with the names of their servers, or with their ids where a name is not known, sorted by
/// name.
async fn with_names(app: &App, found: &[Shared]) -> Vec<(TeamId, String)> {
    let named = found.iter().map(async |Shared { team, .. }| {
        let name = app.server_name(*team).await;
        (*team, name.unwrap_or_else(|| team.to_string()))
    });
    let mut named = join_all(named).await;
    named.sort_by(|(_, one), (_, other)| one.cmp(other));
    named
}
