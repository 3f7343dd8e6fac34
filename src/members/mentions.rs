//! Replaces mentions by names in what a member typed.

use std::collections::HashMap;
use std::time::Duration;

use futures::future::join_all;
use tokio::time::timeout;

use super::store;
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::names::PersonName;
use crate::discord::text::{mentioned, with_names};
use crate::ids::{PersonId, TeamId};
use crate::language::Language;

/// How many unknown people are looked up for one text.
const MOST_ASKED: usize = 5;

/// How long to wait for a name from Discord: the member waits meanwhile.
const NAME_TIMEOUT: Duration = Duration::from_millis(700);

/// `text` with names in place of mentions; "someone", in the writer's language, if no name is found.
pub(crate) async fn name_mentions(
    app: &App,
    team: TeamId,
    text: &str,
    language: Language,
) -> StoreResult<String> {
    let people = mentioned(text);
    if people.is_empty() {
        return Ok(text.to_owned());
    }
    let kept = store::names(app.database.readers(), team, &people).await?;
    let mut unknown: Vec<_> = people.into_iter().filter(|it| !kept.has(*it)).collect();
    unknown.sort_unstable();
    unknown.dedup();
    unknown.truncate(MOST_ASKED);
    let asked = ask(app, team, &unknown).await;
    Ok(with_names(text, |person| match asked.get(&person) {
        Some(name) => name.label(language),
        None => kept.label(person, language),
    }))
}

async fn ask(app: &App, team: TeamId, people: &[PersonId]) -> HashMap<PersonId, PersonName> {
    let asked = people.iter().map(|person| async {
        let name = timeout(NAME_TIMEOUT, app.api.name_in(team.member(*person))).await;
        Some((*person, name.ok()?.ok()?))
    });
    join_all(asked).await.into_iter().flatten().collect()
}
