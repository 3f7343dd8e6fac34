//! Kudos by reaction: reacting to a message with the emoji that the team chose thanks its author,
//! as long as the reaction is there. Nobody is notified, and over the allowance it does not count.

mod removed_meanwhile;

pub(super) use removed_meanwhile::check_recent;

use std::collections::BTreeSet;

use super::store::allowance::{self, AllowanceCheck};
use super::store::{self, reactions};
use super::{Allowance, CountedReaction, NewReaction};
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::Colleague;
use crate::discord::reaction::{Reaction, Unreacted};
use crate::errors::Failure;
use crate::ids::{ChannelId, KudosId, PersonId};
use crate::members::{self, Member};
use crate::team::{self, Team};

/// The author that `reaction` can thank: not the person themselves, and no bot as far as is known.
fn thanked(team: &Team, reaction: &Reaction) -> Option<PersonId> {
    let chosen = team.reaction.as_ref().filter(|_| team.kudos_on)?;
    let author = reaction.author?;
    let is_thanks = reaction.emoji.means(chosen) && !reaction.by.is_bot;
    (is_thanks && author != reaction.by.id).then_some(author)
}

/// Whether `gone` takes this kudos back.
fn takes_back(gone: &Unreacted, counted: &CountedReaction) -> bool {
    gone.by.is_none_or(|by| by == counted.giver)
        && gone.emoji.as_ref().is_none_or(|it| *it == counted.emoji)
}

/// Counts a reaction, if it thanks somebody and the giver's allowance covers it.
pub(crate) async fn added(app: &App, reaction: &Reaction) -> Result<(), Failure> {
    let _turn = app.reactions.turn(reaction.message).await;
    let readers = app.database.readers();
    let Some(team) = team::store::find(readers, reaction.team).await? else {
        return Ok(());
    };
    let Some(author) = thanked(&team, reaction) else {
        return Ok(());
    };
    let allowance = Allowance::of(&team, app.now());
    if app.bots.has(&author) || !is_allowed(app, reaction, author, allowance).await? {
        return Ok(());
    }
    let Some(author) = person(app, &team, author).await? else {
        return Ok(());
    };
    let new = NewReaction {
        team: team.id,
        channel: reaction.channel,
        parent: parent(app, reaction).await?,
        message: reaction.message,
        giver: reaction.by.id,
        receiver: author.id,
        emoji: reaction.emoji.clone(),
    };
    Ok(keep(app, &team, new, [&reaction.by, &author], allowance).await?)
}

/// Looks before Discord is asked about the author: over the allowance no reaction costs a request.
async fn is_allowed(
    app: &App,
    reaction: &Reaction,
    author: PersonId,
    allowance: Allowance,
) -> StoreResult<bool> {
    let mut reader = app.database.reader().await?;
    let giver = reaction.team.member(reaction.by.id);
    let checked = allowance::check(&mut reader, giver, &[author], allowance).await?;
    Ok(matches!(checked, AllowanceCheck::Enough { .. }))
}

/// The author as they are on the server now; `None` for bots, and for people who left.
async fn person(app: &App, team: &Team, author: PersonId) -> Result<Option<Colleague>, Failure> {
    let person = app.outbox.colleague(team.id.member(author)).await?;
    if person.is_bot {
        app.bots.remember(author);
    }
    Ok(Some(person).filter(|it| it.in_team && !it.is_bot))
}

/// The parent channel, if the message is in a thread.
async fn parent(app: &App, reaction: &Reaction) -> Result<Option<ChannelId>, Failure> {
    let (team, channel) = (reaction.team, reaction.channel);
    match reactions::known_parent(app.database.readers(), team, channel).await? {
        Some(parent) => Ok(parent),
        None => Ok(app.outbox.parent(channel).await?),
    }
}

async fn keep(
    app: &App,
    team: &Team,
    new: NewReaction,
    seen: [&Colleague; 2],
    allowance: Allowance,
) -> StoreResult<()> {
    let (now, message) = (app.now(), new.message);
    let seen = seen.map(|it| Member::new(team, it.id, &it.name, &app.nudges));
    let kept = app.database.write(async move |connection| {
        if reactions::add(connection, &new, allowance, now).await? {
            members::store::keep_all(connection, &seen).await?;
        }
        Ok(())
    });
    kept.await?;
    if app.deleted_messages.has(&message) {
        super::deleted_posts::deleted(app, &[message]).await?;
    }
    Ok(())
}

/// Takes back the kudos of reactions that are gone.
pub(crate) async fn removed(app: &App, gone: &Unreacted) -> StoreResult<()> {
    let _turn = app.reactions.turn(gone.message).await;
    let counted = reactions::to_message(app.database.readers(), gone.team, gone.message).await?;
    let taken_back = counted.iter().filter(|it| takes_back(gone, it));
    take_back(app, taken_back.map(|it| it.kudos).collect()).await
}

async fn take_back(app: &App, all: BTreeSet<KudosId>) -> StoreResult<()> {
    if all.is_empty() {
        return Ok(());
    }
    app.database
        .write(async move |connection| {
            for kudos in all {
                store::remove(connection, kudos).await?;
            }
            Ok(())
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Environment, Settings};
    use crate::discord::names::PersonName;
    use crate::ids::{MessageId, TeamId};

    const GIVER: PersonId = PersonId(1);

    fn team(reaction: &str) -> Team {
        let config = Settings::read_without_token(&Environment::default()).unwrap();
        Team {
            reaction: Some(reaction.parse().unwrap()),
            ..Team::new(TeamId(1), &config.teams, &config.kudos)
        }
    }

    fn reaction(emoji: &str, author: Option<i64>) -> Reaction {
        Reaction {
            team: TeamId(1),
            channel: ChannelId(2),
            message: MessageId(3),
            author: author.map(PersonId),
            by: Colleague {
                id: GIVER,
                name: PersonName::default(),
                is_bot: false,
                in_team: true,
            },
            emoji: emoji.parse().unwrap(),
        }
    }

    #[test]
    fn only_the_chosen_emoji_on_somebody_elses_message_thanks() {
        let team = team("👏");
        let author = Some(PersonId(7));
        assert_eq!(thanked(&team, &reaction("👏🏽", Some(7))), author);
        assert_eq!(thanked(&team, &reaction("🎉", Some(7))), None);
        assert_eq!(thanked(&team, &reaction("👏", Some(GIVER.0))), None);
        // A webhook wrote it.
        assert_eq!(thanked(&team, &reaction("👏", None)), None);
        let mut by_bot = reaction("👏", Some(7));
        by_bot.by.is_bot = true;
        assert_eq!(thanked(&team, &by_bot), None);
    }

    #[test]
    fn no_reaction_thanks_while_kudos_are_off_or_no_emoji_is_chosen() {
        let clap = reaction("👏", Some(7));
        let off = Team {
            kudos_on: false,
            ..team("👏")
        };
        assert_eq!(thanked(&off, &clap), None);
        let none = Team {
            reaction: None,
            ..team("👏")
        };
        assert_eq!(thanked(&none, &clap), None);
    }

    #[test]
    fn a_removed_reaction_takes_its_own_kudos_back() {
        let counted = CountedReaction {
            kudos: KudosId(1),
            channel: ChannelId(2),
            message: MessageId(3),
            giver: GIVER,
            emoji: "👏🏽".parse().unwrap(),
        };
        let gone = |by: Option<i64>, emoji: Option<&str>| Unreacted {
            team: TeamId(1),
            message: MessageId(3),
            by: by.map(PersonId),
            emoji: emoji.map(|it| it.parse().unwrap()),
        };
        assert!(takes_back(&gone(Some(GIVER.0), Some("👏🏽")), &counted));
        assert!(takes_back(&gone(None, Some("👏🏽")), &counted));
        assert!(takes_back(&gone(None, None), &counted));
        // The same person also reacted with another one, or somebody else did.
        assert!(!takes_back(&gone(Some(GIVER.0), Some("👏")), &counted));
        assert!(!takes_back(&gone(Some(7), Some("👏🏽")), &counted));
    }
}
