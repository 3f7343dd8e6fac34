//! Roles, and who has them.

use serde_json::json;

use super::{Event, World, intents};
use crate::ids::{GuildId, RoleId, UserId};
use crate::wire;

/// A role.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its identifier.
    pub id: RoleId,
    /// Its name.
    pub name: String,
    /// Permission bits it gives in the whole guild.
    pub permissions: u64,
}

impl World {
    /// A new role that gives `permissions` (bits).
    pub fn add_role(&mut self, guild: GuildId, name: &str, permissions: u64) -> RoleId {
        let id = RoleId(self.snowflake());
        let role = Role {
            id,
            name: name.to_owned(),
            permissions,
        };
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.roles.insert(id, role);
        }
        self.tell_of_role(guild, id, "GUILD_ROLE_CREATE");
        id
    }

    /// Sets what a role gives in the whole guild (bits); `@everyone`'s is [`GuildId::everyone`].
    pub fn set_role_permissions(&mut self, guild: GuildId, role: RoleId, permissions: u64) {
        let roles = self.guilds.get_mut(&guild).map(|guild| &mut guild.roles);
        if let Some(found) = roles.and_then(|roles| roles.get_mut(&role)) {
            found.permissions = permissions;
            self.tell_of_role(guild, role, "GUILD_ROLE_UPDATE");
        }
    }

    /// Removes a role from the guild, and from those who have it.
    pub fn delete_role(&mut self, guild: GuildId, role: RoleId) {
        let Some(found) = self.guilds.get_mut(&guild) else {
            return;
        };
        found.roles.remove(&role);
        // As at Discord, the role's end is all that is told of those who had it.
        for member in found.members.values_mut() {
            member.roles.retain(|held| *held != role);
        }
        let gone = json!({ "guild_id": guild, "role_id": role });
        let name = "GUILD_ROLE_DELETE";
        self.tell(&Event::in_guild(guild, intents::GUILDS, name, gone));
    }

    fn tell_of_role(&mut self, guild: GuildId, role: RoleId, name: &'static str) {
        let Some(found) = self.guild(guild).and_then(|guild| guild.roles.get(&role)) else {
            return;
        };
        let told = json!({ "guild_id": guild, "role": wire::role(found, 1) });
        self.tell(&Event::in_guild(guild, intents::GUILDS, name, told));
    }

    /// Gives `user` a role.
    pub fn give_role(&mut self, guild: GuildId, user: UserId, role: RoleId) {
        self.change_member(guild, user, |member| {
            if !member.roles.contains(&role) {
                member.roles.push(role);
            }
        });
    }

    /// Takes a role from `user`.
    pub fn take_role(&mut self, guild: GuildId, user: UserId, role: RoleId) {
        self.change_member(guild, user, |member| {
            member.roles.retain(|held| *held != role);
        });
    }
}
