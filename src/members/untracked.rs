//! Members who asked not to be tracked: Rapport logs nothing about them.

use super::Member;
use super::store::{self, StoredPerson};
use crate::app::App;
use crate::discord::names::Names;
use crate::errors::{CommandError, Refusal};
use crate::ids::PersonId;
use crate::language::text;

/// Refuses to log about people who asked not to be tracked, including the caller.
pub(super) async fn refuse(
    app: &App,
    member: &Member,
    about: &[StoredPerson],
    others: &[PersonId],
) -> Result<(), CommandError> {
    let untracked = about.iter().filter(|it| it.is_untracked);
    let untracked = untracked.map(|it| it.person);
    let myself = member.untracked.then_some(member.person);
    let untracked: Vec<_> = untracked.chain(myself).collect();
    if untracked.is_empty() {
        return Ok(());
    }
    let names = store::names(app.database.readers(), member.team, &untracked).await?;
    Err(refusal(member.person, &untracked, others, &names).into())
}

/// The refusal to log about them.
fn refusal(
    caller: PersonId,
    untracked: &[PersonId],
    others: &[PersonId],
    names: &Names,
) -> Refusal {
    let people = names.listed(untracked);
    Refusal::new(if untracked.contains(&caller) {
        text!("untracked-yourself")
    } else if others.iter().all(|person| untracked.contains(person)) {
        text!("untracked-people", people)
    } else {
        text!("untracked-some", people)
    })
}
