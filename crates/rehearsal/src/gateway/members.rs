//! Requests for members of a guild (op 8), and the chunks that answer them.

use serde::Deserialize;
use serde_json::{Value, json};

use super::frames::REQUEST_MEMBERS;
use crate::close_code;
use crate::ids::{GuildId, UserId};
use crate::wire;
use crate::world::{World, intents};

/// The most members that are asked for by number, or found by the beginning of their name.
const MOST: usize = 100;

/// The most members in a chunk.
const CHUNK: usize = 1000;

/// The longest nonce, in bytes; a longer one is ignored.
const LONGEST_NONCE: usize = 32;

/// What a client asks.
#[derive(Deserialize)]
pub(super) struct MembersRequest {
    guild_id: GuildId,
    query: Option<String>,
    limit: Option<usize>,
    #[serde(default)]
    presences: bool,
    user_ids: Option<OneOrMany>,
    nonce: Option<Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(UserId),
    Many(Vec<UserId>),
}

/// Who is asked for.
enum Wanted {
    /// Those whose name begins so; a limit of 0 is none.
    Called(String, usize),
    These(Vec<UserId>),
}

impl MembersRequest {
    /// Answers on the session of this connection. As Discord does, it answers nothing to who asks
    /// for a guild that the bot is not in, or for everybody without the intent for it.
    ///
    /// # Errors
    /// The code to close the connection with.
    pub(super) fn answer(self, world: &mut World, connection: u64) -> Result<(), u16> {
        let (guild, presences, nonce) = (self.guild_id, self.presences, self.nonce());
        let wanted = self.wanted()?;
        let Some(session) = world.session_of(connection) else {
            return Ok(());
        };
        let (held, shard) = (session.intents, session.shard);
        let silent = world.gateway.without_members;
        if silent || !world.guilds_of_shard(shard).contains(&guild) {
            return Ok(());
        }
        let (found, not_found) = match wanted {
            Wanted::Called(name, _) if name.is_empty() && held & intents::GUILD_MEMBERS == 0 => {
                return Ok(());
            }
            Wanted::Called(name, 0) if name.is_empty() => {
                if let Some(wait) = world.listed_too_soon(connection, guild) {
                    let limited = json!({
                        "opcode": REQUEST_MEMBERS, "retry_after": wait.as_secs_f64(),
                        "meta": { "guild_id": guild, "nonce": nonce },
                    });
                    world.dispatch_to(connection, "RATE_LIMITED", &limited);
                    return Ok(());
                }
                (called(world, guild, "", usize::MAX), Vec::new())
            }
            Wanted::Called(name, 0) => (called(world, guild, &name, MOST), Vec::new()),
            Wanted::Called(name, limit) => {
                (called(world, guild, &name, limit.min(MOST)), Vec::new())
            }
            Wanted::These(ids) => ids
                .into_iter()
                .partition(|id| world.member(guild, *id).is_some()),
        };
        let shown = presences && held & intents::GUILD_PRESENCES != 0;
        for mut chunk in chunks(world, guild, &found, &not_found) {
            if let Some(nonce) = &nonce {
                chunk["nonce"] = json!(nonce);
            }
            if shown {
                // Nobody here shows whether they are online.
                chunk["presences"] = json!([]);
            }
            world.dispatch_to(connection, "GUILD_MEMBERS_CHUNK", &chunk);
        }
        Ok(())
    }

    fn nonce(&self) -> Option<String> {
        let nonce = self.nonce.as_ref()?.as_str()?;
        (nonce.len() <= LONGEST_NONCE).then(|| nonce.to_owned())
    }

    /// One of `query` and `user_ids` is given, and a `query` with its `limit`.
    fn wanted(self) -> Result<Wanted, u16> {
        match (self.query, self.user_ids, self.limit) {
            (Some(name), None, Some(limit)) => Ok(Wanted::Called(name, limit)),
            (None, Some(OneOrMany::One(id)), _) => Ok(Wanted::These(vec![id])),
            (None, Some(OneOrMany::Many(ids)), _) if ids.len() <= MOST => Ok(Wanted::These(ids)),
            _ => Err(close_code::UNKNOWN_OPCODE),
        }
    }
}

fn called(world: &World, guild: GuildId, beginning: &str, most: usize) -> Vec<UserId> {
    let members = world.guild(guild).map(|guild| guild.members.keys());
    let is_called = |id: &&UserId| {
        world
            .user(**id)
            .is_some_and(|user| user.username.starts_with(beginning))
    };
    let found = members.into_iter().flatten().filter(is_called);
    found.take(most).copied().collect()
}

/// The members in chunks; one that is empty if there are none.
fn chunks(world: &World, guild: GuildId, found: &[UserId], not_found: &[UserId]) -> Vec<Value> {
    let count = found.len().div_ceil(CHUNK).max(1);
    let chunk = |index: usize| {
        let members = found.iter().skip(index * CHUNK).take(CHUNK);
        let members: Vec<_> = members
            .filter_map(|id| wire::member(world, guild, *id))
            .collect();
        let mut chunk = json!({
            "guild_id": guild, "members": members, "chunk_index": index, "chunk_count": count,
        });
        if !not_found.is_empty() {
            chunk["not_found"] = json!(not_found);
        }
        chunk
    };
    (0..count).map(chunk).collect()
}
