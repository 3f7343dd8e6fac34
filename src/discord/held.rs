//! What Rapport may do in a channel.

use poise::serenity_prelude as serenity;
use serenity::http::{LightMethod, Request, Route};
use serenity::{GuildChannel, PartialGuild, Permissions};

use super::api::Api;
use super::error::DiscordError;
use crate::ids::{ChannelId, PersonId, TeamId};

impl Api {
    /// The permissions that Rapport has in a channel of the server. The error says why it does not see
    /// it.
    pub(crate) async fn held_in(
        &self,
        team: TeamId,
        channel: ChannelId,
    ) -> Result<Permissions, DiscordError> {
        let channel_id = channel.into();
        let channel = Request::new(Route::Channel { channel_id }, LightMethod::Get);
        let channel: GuildChannel = self.ask(channel).await?;
        let guild_id = team.into();
        let guild = Request::new(Route::Guild { guild_id }, LightMethod::Get);
        let guild: PartialGuild = self.ask(guild).await?;
        let bot = PersonId::from(self.bot());
        let bot = self.member(team.member(bot)).await?;
        Ok(guild.user_permissions_in(&channel, &bot))
    }
}
