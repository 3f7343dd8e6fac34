//! The one world that the server, the gateway and the people share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::world::{Order, World};

/// The world behind its one lock, which is held for a look or a change and never while waiting.
#[derive(Clone)]
pub(super) struct Shared {
    world: Arc<Mutex<World>>,
    changed: Arc<watch::Sender<()>>,
    /// Cancelled when the server is to stop.
    pub(super) stop: CancellationToken,
}

impl Shared {
    pub(super) fn new(world: World) -> Self {
        Self {
            world: Arc::new(Mutex::new(world)),
            changed: Arc::new(watch::Sender::new(())),
            stop: CancellationToken::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the world.
    pub(super) fn look<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        look(&self.lock())
    }

    /// Changes the world, and wakes everyone who waits for a change.
    pub(super) fn change<R>(&self, change: impl FnOnce(&mut World) -> R) -> R {
        let outcome = change(&mut self.lock());
        self.changed.send_replace(());
        outcome
    }

    /// Changes what nobody waits for: how requests fare, say.
    pub(super) fn quietly<R>(&self, change: impl FnOnce(&mut World) -> R) -> R {
        change(&mut self.lock())
    }

    /// What the session of a connection has still to hear after `sent`, and its orders.
    pub(super) fn drain(&self, connection: u64, sent: u64) -> (Vec<(u64, Value)>, Vec<Order>) {
        // Not a change that anyone waits for: to announce it would wake the caller again.
        let mut world = self.lock();
        let Some(session) = world.session_of(connection) else {
            return (Vec::new(), Vec::new());
        };
        (session.after(sent), session.orders.drain(..).collect())
    }

    /// Tells of every change from now on.
    pub(super) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Waits until `find` finds what it looks for, which may take as long as `patience`.
    pub(super) async fn until<R>(
        &self,
        patience: Duration,
        mut find: impl FnMut(&World) -> Option<R>,
    ) -> Option<R> {
        let mut changes = self.changes();
        let search = async {
            loop {
                if let Some(found) = self.look(&mut find) {
                    return Some(found);
                }
                changes.changed().await.ok()?;
            }
        };
        tokio::time::timeout(patience, search).await.ok().flatten()
    }
}
