//! The SQL of what a member was thanked for.

use sqlx::SqlitePool;

use super::{MinePage, PAGE, Received, ThankedFor};
use crate::database::{StoreResult, instant};
use crate::ids::{ChannelId, MemberKey, MessageId, PersonId};
use crate::kudos::store::reactions;
use crate::members;

/// A page of what the member was thanked for, or the nearest one.
pub(crate) async fn page(
    readers: &SqlitePool,
    member: MemberKey,
    number: usize,
) -> StoreResult<MinePage> {
    let in_all = count(readers, member).await?;
    let of = in_all.div_ceil(PAGE).max(1);
    let number = number.clamp(1, of);
    let received = received(readers, member, (number - 1) * PAGE).await?;
    let givers: Vec<_> = received.iter().map(|it| it.giver).collect();
    Ok(MinePage {
        names: members::store::names(readers, member.team, &givers).await?,
        received,
        in_all,
        number,
        of,
    })
}

async fn count(readers: &SqlitePool, member: MemberKey) -> StoreResult<usize> {
    let count = sqlx::query_scalar!(
        "SELECT count(*) FROM kudos_receivers WHERE team_id = ? AND person_id = ?",
        member.team,
        member.person,
    )
    .fetch_one(readers)
    .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// A page of them, after the latest `skipped`.
async fn received(
    readers: &SqlitePool,
    member: MemberKey,
    skipped: usize,
) -> StoreResult<Vec<Received>> {
    let most = i64::try_from(PAGE).unwrap_or(i64::MAX);
    let skipped = i64::try_from(skipped).unwrap_or(i64::MAX);
    let rows = sqlx::query!(
        r#"SELECT k.giver_id AS "giver: PersonId", k.given_at, k.reason, k.emoji,
                  k.channel_id AS "channel: ChannelId", k.message_id AS "post: MessageId"
           FROM kudos_receivers AS r JOIN kudos AS k ON k.kudos_id = r.kudos_id
           WHERE r.team_id = ? AND r.person_id = ?
           ORDER BY r.kudos_id DESC LIMIT ? OFFSET ?"#,
        member.team,
        member.person,
        most,
        skipped,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Received {
                giver: row.giver,
                given_at: instant("kudos", "given_at", row.given_at)?,
                thanks: match (row.emoji, row.post) {
                    (Some(emoji), Some(message)) => ThankedFor::Reaction {
                        emoji: reactions::read_emoji(emoji)?,
                        message,
                    },
                    (_, post) => ThankedFor::Words {
                        reason: row.reason.unwrap_or_default(),
                        post,
                    },
                },
                channel: row.channel,
            })
        })
        .collect()
}
