//! Reads what a recap says, just before it is posted: without kudos that were taken back or deleted
//! since, and without kudos from channels that not everyone can read. How many people and messages it
//! shows stands in [`super`].

use std::collections::BTreeSet;

use super::{ClaimedRecap, Quote, Recap, store, top};
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::{ChannelId, PersonId};
use crate::kudos::board::{Scope, Side};
use crate::kudos::commands::LOOKED_UP;
use crate::kudos::deleted_posts;
use crate::kudos::ranking::Row;
use crate::kudos::store::{Counted, board, highest};
use crate::members::{self, presence};
use crate::team;

/// How often other messages are chosen because the posts of some are gone.
const CHOICES: usize = 5;

/// Reads what the recap says, after asking Discord who and what is still there.
pub(super) async fn load(app: &App, claimed: &ClaimedRecap) -> Result<Recap, Failure> {
    look_up(app, claimed).await?;
    let messages = messages(app, claimed).await?;
    Ok(read(app, claimed, messages).await?)
}

/// Looks up which of the top people on both boards left or came back.
async fn look_up(app: &App, claimed: &ClaimedRecap) -> StoreResult<()> {
    let mut people = BTreeSet::new();
    for side in [Side::Received, Side::Given] {
        let counted = counted(claimed, side);
        people.extend(highest(app.database.readers(), &counted, LOOKED_UP).await?);
    }
    presence::look_up(app, [(claimed.team, people)].into()).await
}

fn counted(claimed: &ClaimedRecap, side: Side) -> Counted {
    Counted {
        team: claimed.team,
        channel: claimed.channel,
        scope: Scope::Server,
        side,
        buckets: claimed.days.buckets(),
    }
}

async fn read(app: &App, claimed: &ClaimedRecap, messages: Vec<Quote>) -> StoreResult<Recap> {
    let team = team::load(app, claimed.team).await?;
    let mut connection = app.database.reader().await?;
    let mut listed = async |side| -> StoreResult<Vec<Row>> {
        if !team.leaderboards_on {
            return Ok(Vec::new());
        }
        let board = board(&mut *connection, &counted(claimed, side)).await?;
        Ok(top(board.page(1, PersonId(0)).rows))
    };
    let (thanked, givers) = (listed(Side::Received).await?, listed(Side::Given).await?);
    let ranked = thanked.iter().chain(&givers).map(|row| row.person);
    let quoted = messages
        .iter()
        .flat_map(|it| it.receivers.iter().chain([&it.giver]));
    let people: Vec<_> = ranked.chain(quoted.copied()).collect();
    Ok(Recap {
        names: members::store::names(&mut *connection, claimed.team, &people).await?,
        id: claimed.recap,
        team: claimed.team,
        language: team.language(),
        days: claimed.days,
        people: store::people_thanked(&mut connection, claimed.team, claimed.days).await?,
        thanked,
        givers,
        messages,
    })
}

/// The latest messages whose posts exist, from channels that everyone who can read the recap's
/// channel can read.
async fn messages(app: &App, claimed: &ClaimedRecap) -> Result<Vec<Quote>, Failure> {
    let channels = open_channels(app, claimed).await?;
    for _ in 0..CHOICES {
        let mut connection = app.database.reader().await.map_err(Failure::from)?;
        let quotes = store::quotes::latest(&mut connection, claimed, &channels).await?;
        drop(connection);
        let mut gone = 0;
        for quote in &quotes {
            let posts = [quote.post];
            gone += deleted_posts::check(app, claimed.team, quote.channel, &posts).await?;
        }
        if gone == 0 {
            return Ok(quotes);
        }
    }
    Ok(Vec::new())
}

/// The channels from which the recap may show messages.
async fn open_channels(app: &App, claimed: &ClaimedRecap) -> Result<Vec<ChannelId>, Failure> {
    let mut connection = app.database.reader().await.map_err(Failure::from)?;
    let mut channels = store::quotes::channels(&mut connection, claimed).await?;
    drop(connection);
    if channels.iter().all(|channel| *channel == claimed.channel) {
        return Ok(channels);
    }
    match app.outbox.visibility(claimed.team, &channels).await {
        Ok(visibility) => channels.retain(|there| visibility.shows(*there, claimed.channel)),
        // If Discord does not answer, only the recap's own channel is known to be open.
        Err(DiscordError::Refused { .. }) => channels.retain(|there| *there == claimed.channel),
        Err(error) => return Err(error.into()),
    }
    Ok(channels)
}
