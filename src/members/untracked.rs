//! Members who asked not to be tracked: Rapport logs nothing about them.

use super::Member;
use super::store::{self, StoredPerson};
use crate::app::App;
use crate::discord::names::Names;
use crate::errors::{CommandError, Refusal};
use crate::ids::PersonId;
use crate::language::Language;

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
    let who = names.listed(untracked).to(Language::default());
    Refusal::new(if untracked.contains(&caller) {
        "You asked not to be tracked here, so nothing is logged. *Track me again* in `/privacy` \
         changes that."
            .to_owned()
    } else if others.iter().all(|person| untracked.contains(person)) {
        format!(
            "{who} asked not to be tracked, so nothing is logged about them. The talk itself is what \
             counts."
        )
    } else {
        format!(
            "{who} asked not to be tracked, so nothing is logged, not about the others either. Name \
             the others alone, and it counts for you and them."
        )
    })
}
