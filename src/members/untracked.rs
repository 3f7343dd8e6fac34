//! Members who asked not to be tracked: Rapport logs nothing about them.

use super::store;
use crate::app::App;
use crate::discord::names::Names;
use crate::errors::{CommandError, Refusal};
use crate::ids::PersonId;
use crate::interaction::Caller;

/// Refuses to log about people who asked not to be tracked, including the caller.
pub(crate) async fn refuse_untracked(
    app: &App,
    caller: &Caller,
    others: &[PersonId],
) -> Result<(), CommandError> {
    let mut people = others.to_vec();
    people.push(caller.person);
    let readers = app.database.readers();
    let untracked = store::untracked_among(readers, caller.team, &people).await?;
    if untracked.is_empty() {
        return Ok(());
    }
    let names = store::names(readers, caller.team, &untracked).await?;
    Err(refusal(caller.person, &untracked, others, &names).into())
}

/// The refusal to log about them.
fn refusal(
    caller: PersonId,
    untracked: &[PersonId],
    others: &[PersonId],
    names: &Names,
) -> Refusal {
    let who = names.listed(untracked);
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
