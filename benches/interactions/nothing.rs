//! A serenity bot with Rapport's commands, which answers each at once and does nothing else.

use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{
    Context, CreateInteractionResponse, CreateInteractionResponseMessage, EventHandler,
    GatewayIntents, HttpBuilder, Interaction, Ready,
};

struct Nothing;

#[serenity::async_trait]
impl EventHandler for Nothing {
    async fn ready(&self, ctx: Context, ready: Ready) {
        let commands =
            poise::builtins::create_application_commands(&rapport::bot::registry::commands());
        ctx.http.set_application_id(ready.application.id);
        ctx.http.create_global_commands(&commands).await.unwrap();
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let Interaction::Command(command) = interaction else {
            return;
        };
        let message = CreateInteractionResponseMessage::new()
            .content("Done nothing.")
            .ephemeral(true);
        let response = CreateInteractionResponse::Message(message);
        command.create_response(&ctx, response).await.unwrap();
    }
}

pub(crate) async fn run() {
    let variable = |name| std::env::var(name).unwrap();
    let client = reqwest::Client::builder()
        .timeout(Duration::from_secs(10))
        .build()
        .unwrap();
    let http = HttpBuilder::new(variable("DISCORD_TOKEN"))
        .client(client)
        .proxy(variable("RAPPORT__DISCORD__API_URL"))
        .ratelimiter_disabled(true)
        .build();
    let intents = GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES;
    let client = serenity::ClientBuilder::new_with_http(http, intents).event_handler(Nothing);
    client.await.unwrap().start().await.unwrap();
}
