#![doc = include_str!("../README.md")]
//! A small, strict Discord inside the process: real HTTP and a real gateway on the loopback
//! interface, to which a bot connects as it does to Discord, and people who use it.
//!
//! It knows nothing of the bot. A [`World`] says who and what exists, [`Rehearsal::start`] serves
//! it, and a [`Person`] does what a person at a Discord client can do.
//!
//! ## The rooms
//!
//! - `world`: what exists: servers, channels, people, messages, and what goes wrong
//! - `rest`: a route each; `rules`: what Discord refuses in a body; `refusal`: with which code
//! - `gateway`: sessions and events
//! - `person`: what people do at a client, and what a client refuses
//! - [`page`], [`prompt`]: two ways for people to use it, in the browser and in the terminal
//!
//! To refuse something new: the rule goes into `rules` (a body) or `rest` (a route), its code into
//! `refusal`, and a test into `tests/rehearsal`.

pub mod cast;
mod clock;
mod close_code;
mod component_type;
mod emoji;
mod gateway;
mod ids;
mod line;
mod locale;
mod moves;
pub mod page;
pub mod permissions;
mod person;
pub mod prompt;
mod refusal;
mod relative_time;
mod rest;
mod rules;
mod shard;
mod shared;
mod wire;
mod world;

use std::io;
use std::time::Duration;

use tokio::sync::watch;

pub use clock::{Clock, MovableClock, SystemClock, Timer, Waker};
pub use emoji::Emoji;
pub use ids::{
    ApplicationId, AttachmentId, ChannelId, CommandId, EmojiId, GuildId, InteractionId, MessageId,
    RoleId, UserId,
};
pub use locale::{Locale, UnknownLocale};
pub use person::{
    Accessory, Answer, Block, Button, Embed, File, Input, Modal, Part, Person, Picture, Piece,
    Reacted, Seen, Select, SelectOption, Unable,
};
pub use refusal::Refusal;
pub use relative_time::relative_time;
pub use shard::Shard;
pub use world::{
    Application, Attachment, Channel, ChannelKind, Choice, Command, CommandKind, CommandOption,
    DmOpenings, Fault, GLOBAL_LIMIT, GatewayTroubles, Guild, Identified, Installed, Interaction,
    Limit, Localizations, Member, Message, Occasion, OptionKind, Overwrite, Pings, Place,
    Reactions, Reply, Request, Role, Sharding, Thread, Trouble, User, VoiceState, World,
};

use line::{Address, CutSwitch};
use shared::Shared;
use world::Order;

/// How long a person's client waits for the bot's answer, unless told otherwise.
pub const PATIENCE: Duration = Duration::from_secs(3);
/// How long [`Rehearsal::connected`] and [`Rehearsal::registered`] wait.
const STARTUP: Duration = Duration::from_secs(30);

/// A world that is being served; it stops when this is dropped.
pub struct Rehearsal {
    shared: Shared,
    patience: Duration,
    /// Whether nobody is at the API's address, and at the gateway's.
    api: watch::Sender<bool>,
    gateway: watch::Sender<bool>,
}

impl Rehearsal {
    /// Serves `world` at two free ports of the loopback interface: its API, and its gateway.
    ///
    /// # Errors
    /// There is no port to be had.
    pub async fn start(mut world: World) -> io::Result<Self> {
        let (api, gateway) = (Address::take().await?, Address::take().await?);
        world.base_url = format!("http://{}", api.at);
        world.gateway_url = format!("ws://{}/gateway", gateway.at);
        let shared = Shared::new(world);
        let [api, gateway] = [api, gateway].map(|address| {
            let (lines, gone) = address.open();
            let stopped = shared.stop.clone().cancelled_owned();
            let router = rest::router(shared.clone());
            let service = router.into_make_service_with_connect_info::<CutSwitch>();
            let server = axum::serve(lines, service).with_graceful_shutdown(stopped);
            tokio::spawn(server.into_future());
            gone
        });
        Ok(Self {
            shared,
            patience: PATIENCE,
            api,
            gateway,
        })
    }

    /// Lets people wait for the bot's answers for `patience` of real time.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// What the bot uses in place of `https://discord.com`.
    #[must_use]
    pub fn api_url(&self) -> String {
        self.look(|world| world.base_url.clone())
    }

    /// What the bot signs in with.
    #[must_use]
    pub fn token(&self) -> String {
        self.look(|world| world.application.token.clone())
    }

    /// Looks at the world.
    pub fn look<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        self.shared.look(look)
    }

    /// Changes the world; the bot hears of it as it would from Discord.
    pub fn change<R>(&self, change: impl FnOnce(&mut World) -> R) -> R {
        self.shared.change(change)
    }

    /// The person with this unique name, in the first channel of their first guild.
    ///
    /// # Errors
    /// There is nobody of that name.
    pub fn person(&self, username: &str) -> Result<Person, Unable> {
        Person::named(self.shared.clone(), username, self.patience)
    }

    /// Returns when a bot is at the gateway.
    ///
    /// # Errors
    /// None came within half a minute.
    pub async fn connected(&self) -> Result<(), Unable> {
        self.until(World::bot_is_connected).await
    }

    /// Returns when the bot has registered its commands.
    ///
    /// # Errors
    /// It did not within half a minute.
    pub async fn registered(&self) -> Result<(), Unable> {
        self.until(World::has_registered).await
    }

    /// Returns when the world is as `is_so` wants it.
    ///
    /// # Errors
    /// It did not become so within half a minute.
    pub async fn until(&self, is_so: impl Fn(&World) -> bool) -> Result<(), Unable> {
        let found = |world: &World| is_so(world).then_some(());
        self.shared
            .until(STARTUP, found)
            .await
            .ok_or(Unable::NotInTime)
    }

    /// The commands of a guild: its own, and those that are everywhere.
    #[must_use]
    pub fn commands(&self, guild: GuildId) -> Vec<Command> {
        self.look(|world| {
            let everywhere = world.commands(None);
            world
                .commands(Some(guild))
                .chain(everywhere)
                .cloned()
                .collect()
        })
    }

    /// Every request that the bot has made.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.look(|world| world.requests().cloned().collect())
    }

    /// The requests that were refused.
    #[must_use]
    pub fn refusals(&self) -> Vec<Request> {
        let mut requests = self.requests();
        requests.retain(|request| request.refusal.is_some());
        requests
    }

    /// Tells the bot of the newest interaction once more, as a gateway may.
    pub fn redeliver_last(&self) {
        self.change(|world| {
            if let Some(id) = world
                .last_interaction(None)
                .map(|interaction| interaction.id)
            {
                world.deliver_interaction(id);
            }
        });
    }

    /// Asks the bot to reconnect and resume (op 7).
    pub fn ask_to_reconnect(&self) {
        self.change(|world| world.order(Order::Reconnect));
    }

    /// Tells the bot that its session is invalid, but may be resumed (op 9).
    pub fn interrupt_session(&self) {
        self.change(|world| world.order(Order::InvalidateResumable));
    }

    /// Tells the bot that its session is invalid and gone (op 9).
    pub fn invalidate_session(&self) {
        self.change(|world| world.order(Order::Invalidate));
    }

    /// Closes the bot's connection to the gateway with a code.
    pub fn close_gateway(&self, code: u16) {
        self.change(|world| world.order(Order::Close(code)));
    }

    /// Closes the bot's connection to the gateway without saying why.
    pub fn close_gateway_silently(&self) {
        self.change(|world| world.order(Order::CloseSilently));
    }

    /// From now on something goes wrong.
    pub fn trouble(&self, trouble: Trouble) {
        self.change(|world| world.trouble(trouble));
    }

    /// Everything is well again.
    pub fn heal(&self) {
        self.api.send_replace(false);
        self.gateway.send_replace(false);
        self.change(World::heal);
    }

    /// Nobody is at the gateway's address any more, until all is well again: connections are
    /// refused, and those there are break.
    pub fn vanish_gateway(&self) {
        self.gateway.send_replace(true);
        self.break_gateway();
    }

    /// Nobody is at any address of this Discord any more, until all is well again.
    pub fn vanish(&self) {
        self.api.send_replace(true);
        self.vanish_gateway();
    }

    /// Breaks the bot's connection to the gateway without a word.
    pub fn break_gateway(&self) {
        self.change(|world| world.order(Order::Drop));
    }
}

impl Drop for Rehearsal {
    fn drop(&mut self) {
        self.shared.stop.cancel();
    }
}
