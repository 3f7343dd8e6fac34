//! Shards: the connections among which Discord divides a bot's servers.

use crate::ids::TeamId;

/// One of several connections to the gateway. Events without a server come to the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Shard {
    /// From 0 on.
    pub(crate) id: u32,
    /// How many there are.
    pub(crate) total: u32,
}

impl Shard {
    /// Whether Discord sends this server's events over this shard. Source: Discord's reference,
    /// "Sharding".
    #[must_use]
    pub(crate) fn serves(self, team: TeamId) -> bool {
        let total = i64::from(self.total.max(1));
        (team.0 >> 22) % total == i64::from(self.id)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_server_has_one_shard(team in 0_i64.., total in 1_u32..100) {
            let shards = (0..total).map(|id| Shard { id, total });
            let serving = shards.filter(|shard| shard.serves(TeamId(team)));
            prop_assert_eq!(serving.count(), 1);
        }
    }

    #[test]
    fn the_time_in_a_servers_id_decides_on_its_shard() {
        let team = TeamId((7 << 22) | 5);
        let shards = [0, 1, 2].map(|id| Shard { id, total: 3 }.serves(team));
        assert_eq!(shards, [false, true, false]);
    }
}
