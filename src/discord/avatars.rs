//! Addresses of people's avatars. Discord sends them with its answers about members; they stay in
//! memory for the messages that are drawn within the hour.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use poise::serenity_prelude as serenity;

use crate::ids::{MemberKey, PersonId, TeamId};

/// How long an address counts. Members change their avatars.
const COUNTS_FOR: TimeDelta = TimeDelta::hours(1);

/// How many addresses to hold: many more than one batch of nudges shows, and a megabyte.
const MOST: usize = 8_000;

/// The width that Discord scales avatars to, in pixels: a small picture on a sharp screen.
const WIDTH: u32 = 128;

/// The address of the member's avatar in the server, else of their account's avatar, else of the
/// default one. Animated avatars stand still.
pub(crate) fn avatar_url(member: &serenity::Member) -> String {
    let url = member.face();
    // Default avatars have one size and one format.
    match url.split_once('?').map(|(address, _)| address) {
        Some(address) => {
            let (address, _) = address.rsplit_once('.').unwrap_or((address, ""));
            format!("{address}.webp?size={WIDTH}")
        }
        None => url,
    }
}

/// The addresses that Discord sent in the last hour, and when.
#[derive(Default)]
pub(crate) struct Avatars(Mutex<HashMap<MemberKey, (DateTime<Utc>, String)>>);

impl Avatars {
    /// Stores addresses that Discord sent at `now`.
    pub(crate) fn insert(&self, team: TeamId, found: Vec<(PersonId, String)>, now: DateTime<Utc>) {
        let mut all = self.all();
        all.retain(|_, (at, _)| counts(*at, now));
        if all.len() + found.len() > MOST {
            all.clear();
        }
        let found = found
            .into_iter()
            .map(|(person, url)| (team.member(person), (now, url)));
        all.extend(found);
    }

    /// The addresses of these people's avatars, as far as Discord sent them in the last hour.
    #[must_use]
    pub(crate) fn get(
        &self,
        team: TeamId,
        people: &[PersonId],
        now: DateTime<Utc>,
    ) -> HashMap<PersonId, String> {
        let all = self.all();
        let known = people.iter().filter_map(|person| {
            let found = all.get(&team.member(*person));
            let (_, url) = found.filter(|(at, _)| counts(*at, now))?;
            Some((*person, url.clone()))
        });
        known.collect()
    }

    fn all(&self) -> MutexGuard<'_, HashMap<MemberKey, (DateTime<Utc>, String)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether what Discord sent at this time still counts. The clock may have been set back since.
fn counts(at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    (now - at).abs() < COUNTS_FOR
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const HASH: &str = "0123456789abcdef0123456789abcdef";

    fn url_of(server_avatar: Option<&str>, avatar: Option<&str>) -> String {
        let member: Value = json!({
            "guild_id": "7", "roles": [], "joined_at": null, "deaf": false, "mute": false, "flags": 0,
            "avatar": server_avatar,
            "user": { "id": "4194304", "username": "bob", "discriminator": "0", "avatar": avatar },
        });
        avatar_url(&serde_json::from_value(member).unwrap())
    }

    #[test]
    fn a_servers_avatar_comes_before_the_accounts_and_the_default_one() {
        let still = format!("{HASH}.webp?size=128");
        let animated = format!("a_{HASH}");
        let cdn = "https://cdn.discordapp.com";
        let of_account = format!("{cdn}/avatars/4194304");
        assert_eq!(
            url_of(Some(HASH), Some(&animated)),
            format!("{cdn}/guilds/7/users/4194304/avatars/{still}")
        );
        assert_eq!(url_of(None, Some(HASH)), format!("{of_account}/{still}"));
        assert_eq!(
            url_of(None, Some(&animated)),
            format!("{of_account}/a_{still}")
        );
        assert_eq!(url_of(None, None), format!("{cdn}/embed/avatars/1.png"));
    }

    fn avatar(person: i64) -> (PersonId, String) {
        (PersonId(person), person.to_string())
    }

    #[test]
    fn an_address_counts_for_an_hour_and_in_its_team() {
        let (avatars, now) = (Avatars::default(), DateTime::UNIX_EPOCH);
        avatars.insert(TeamId(1), vec![avatar(2)], now);
        let known = |team, minutes| {
            let now = now + TimeDelta::minutes(minutes);
            avatars.get(TeamId(team), &[PersonId(2), PersonId(3)], now)
        };
        assert_eq!(known(1, 59), HashMap::from([avatar(2)]));
        assert!(known(1, 60).is_empty() && known(1, -60).is_empty());
        assert!(known(2, 0).is_empty());
    }

    #[test]
    fn old_addresses_are_dropped_and_memory_is_bounded() {
        let (avatars, now) = (Avatars::default(), DateTime::UNIX_EPOCH);
        for person in 0..20_000 {
            avatars.insert(TeamId(1), vec![avatar(person)], now);
        }
        assert!(avatars.all().len() <= MOST);
        avatars.insert(TeamId(1), vec![avatar(1)], now + TimeDelta::hours(1));
        assert_eq!(avatars.all().len(), 1);
    }
}
