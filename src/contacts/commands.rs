//! `/contact` and the buttons on the card of a contact.

mod import;

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use super::store::{Added, EditOutcome, NewContact};
use super::{Contact, Meant, meant, offered, read_details, store, view};
use crate::app::App;
use crate::calendar::Circle;
use crate::encounters;
use crate::encounters::commands::{Others, Said, complete_when};
use crate::errors::CommandError;
use crate::ids::PersonId;
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, offer, say};
use crate::members;
use crate::people::commands::{card, list};
use crate::people::{self, ContactDetails, ContactStep, Done, Filter, Show};
use crate::when::Order;

pub(crate) use import::decide;

/// People outside the server you keep in touch with. Only you see them.
#[poise::command(
    slash_command,
    guild_only,
    subcommands("add", "met", "list_all", "edit", "remove", "import::import_file"),
    subcommand_required
)]
#[expect(
    clippy::unused_async,
    reason = "only its subcommands are used; poise wants it async"
)]
pub(crate) async fn contact(_: Context<'_>) -> Result<(), CommandError> {
    Ok(())
}

/// Add somebody outside the server. Only you see them.
#[poise::command(slash_command, guild_only)]
async fn add(
    ctx: Context<'_>,
    #[max_length = 60] name: String,
    #[max_length = 60] org: Option<String>,
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
    #[choices("close", "regular", "wider", "distant")] circle: Option<&'static str>,
    #[max_length = 40] birthday: Option<String>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let (org, birthday) = (org.unwrap_or_default(), birthday.unwrap_or_default());
    let order = Order::of(caller.language);
    let details = read_details(&name, &org, &birthday, order);
    let new = NewContact {
        details: details.map_err(|error| view::bad_details(&error, caller.language))?,
        kind: kind.and_then(|it| it.parse().ok()),
        circle: circle.and_then(|it| Circle::parse(it).ok()),
    };
    let reply = in_time(ctx, Audience::Asker, async {
        let contact = keep(ctx.data(), &caller, new).await?;
        card(ctx.data(), &caller, contact, Some(Done::ContactAdded)).await
    })
    .await?;
    say(ctx, Audience::Asker, reply).await
}

/// Log that you talked with a contact.
#[poise::command(slash_command, guild_only)]
async fn met(
    ctx: Context<'_>,
    #[autocomplete = "complete"]
    #[max_length = 130]
    name: String,
    #[autocomplete = "complete_when"]
    #[max_length = 100]
    when: Option<String>,
    #[choices("in person", "call", "chat", "coffee", "pairing", "other")] how: Option<&'static str>,
    #[max_length = 1000] note: Option<String>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let contact = in_time(ctx, Audience::Asker, find(ctx.data(), &caller, &name)).await;
    let contact = contact.map_err(|error| error.giving_back(note.as_deref()))?;
    let others = Others::contact(contact.id);
    encounters::commands::answer(ctx, caller, others, Said { when, how, note }).await
}

/// Your contacts, the most overdue first.
#[poise::command(slash_command, guild_only, rename = "list")]
async fn list_all(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let filter = Filter {
        show: Show::Contacts,
        kind: None,
    };
    let reply = in_time(ctx, Audience::Asker, async {
        Ok(list(ctx.data(), &caller, filter, 1).await?)
    })
    .await?;
    say(ctx, Audience::Asker, reply).await
}

/// Change a contact: name, organisation, birthday, kind and circle.
#[poise::command(slash_command, guild_only)]
async fn edit(
    ctx: Context<'_>,
    #[autocomplete = "complete"]
    #[max_length = 130]
    name: String,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let reply = in_time(ctx, Audience::Asker, async {
        let contact = find(ctx.data(), &caller, &name).await?;
        card(ctx.data(), &caller, contact.id, Some(Done::ContactOpened)).await
    })
    .await?;
    say(ctx, Audience::Asker, reply).await
}

/// Remove a contact, with your talks and notes.
#[poise::command(slash_command, guild_only)]
async fn remove(
    ctx: Context<'_>,
    #[autocomplete = "complete"]
    #[max_length = 130]
    name: String,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let contact = in_time(ctx, Audience::Asker, find(ctx.data(), &caller, &name)).await?;
    let question = view::ask_remove(&contact, caller.language);
    say(ctx, Audience::Asker, question).await
}

/// The caller's contact that `typed` means.
async fn find(app: &App, caller: &Caller, typed: &str) -> Result<Contact, CommandError> {
    let contacts = store::all(app.database.readers(), caller.key()).await?;
    match meant(&contacts, typed) {
        Meant::One(contact) => Ok(contact.clone()),
        Meant::Nobody => Err(view::unknown(typed).into()),
        Meant::Several(several) => Err(view::several(typed, &several).into()),
    }
}

/// Offers the caller's own contacts while they type.
async fn complete(ctx: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let found = async {
        let caller = Caller::of(ctx)?;
        let contacts = store::all(ctx.data().database.readers(), caller.key()).await?;
        let choice = |it: &Contact| AutocompleteChoice::new(it.label(), it.id.to_string());
        let choices = offered(&contacts, partial).into_iter().map(choice);
        Ok::<_, CommandError>(choices.collect())
    };
    offer("contacts", found.await, |choice| choice)
}

/// Stores a new contact of the caller.
async fn keep(app: &App, caller: &Caller, new: NewContact) -> Result<PersonId, CommandError> {
    let by = caller.uses(app.now());
    let (team, owner) = members::asker(app, caller).await?;
    let name = new.details.name.clone();
    let added = app
        .database
        .write(async move |connection| store::add(connection, &team, &owner, &new, by).await);
    let contact = match added.await? {
        Added::Done(contact) => contact,
        Added::Namesake => return Err(view::namesake(&name).into()),
        Added::Full => return Err(view::full().into()),
    };
    app.wakers.nudge.wake();
    Ok(contact)
}

/// One step on the card of a contact.
pub(crate) async fn act(
    app: &App,
    press: &Press<'_>,
    contact: PersonId,
    step: ContactStep,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    match step {
        ContactStep::Edit => {
            let contact = kept(app, &caller, contact).await?;
            Ok(press.ask(view::form(&contact, caller.language)).await?)
        }
        ContactStep::AskRemove => {
            let contact = press.in_time(kept(app, &caller, contact)).await?;
            let question = view::ask_remove(&contact, caller.language);
            Ok(press.update(question).await?)
        }
        ContactStep::Save => {
            let details = view::written(press)?;
            let reply = press.in_time(async {
                change(app, &caller, contact, details).await?;
                card(app, &caller, contact, Some(Done::ContactChanged)).await
            });
            Ok(press.update(reply.await?).await?)
        }
        ContactStep::Remove => {
            let removed = press.in_time(take_out(app, &caller, contact)).await?;
            let reply = view::removed(&removed, caller.language);
            Ok(press.update(reply).await?)
        }
    }
}

/// The caller's contact with this id.
async fn kept(app: &App, caller: &Caller, id: PersonId) -> Result<Contact, CommandError> {
    let readers = app.database.readers();
    let details = people::store::contact(readers, caller.key(), id).await?;
    let details = details.ok_or_else(encounters::view::contact_gone)?;
    Ok(Contact { id, details })
}

async fn change(
    app: &App,
    caller: &Caller,
    contact: PersonId,
    details: ContactDetails,
) -> Result<(), CommandError> {
    let by = caller.uses(app.now());
    let (_, owner) = members::asker(app, caller).await?;
    let name = details.name.clone();
    let changed = app.database.write(async move |connection| {
        store::change(connection, &owner, contact, &details, by).await
    });
    match changed.await? {
        EditOutcome::Done => {}
        EditOutcome::Namesake => return Err(view::namesake(&name).into()),
        EditOutcome::Gone => return Err(encounters::view::contact_gone().into()),
    }
    app.wakers.removal.wake();
    app.wakers.nudge.wake();
    Ok(())
}

async fn take_out(app: &App, caller: &Caller, id: PersonId) -> Result<Contact, CommandError> {
    let contact = kept(app, caller, id).await?;
    let by = caller.uses(app.now());
    let (_, owner) = members::asker(app, caller).await?;
    let removed = app
        .database
        .write(async move |connection| store::remove(connection, &owner, id, by).await);
    if !removed.await? {
        return Err(encounters::view::contact_gone().into());
    }
    // The removal worker overwrites the traces in the file.
    app.wakers.removal.wake();
    app.wakers.nudge.wake();
    Ok(contact)
}
