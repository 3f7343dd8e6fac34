//! One of a bot's shards, to make trouble for it alone.

use crate::Rehearsal;
use crate::world::Order;

/// One shard of the bot.
pub struct Shard<'r> {
    rehearsal: &'r Rehearsal,
    id: u64,
}

impl Rehearsal {
    /// The bot's shard of this number.
    #[must_use]
    pub fn shard(&self, id: u64) -> Shard<'_> {
        Shard {
            rehearsal: self,
            id,
        }
    }
}

impl Shard<'_> {
    fn order(&self, order: Order) {
        self.rehearsal
            .change(|world| world.order_shard(self.id, order));
    }

    /// Breaks its connection without a word.
    pub fn break_off(&self) {
        self.order(Order::Drop);
    }

    /// Closes its connection with a code.
    pub fn close(&self, code: u16) {
        self.order(Order::Close(code));
    }

    /// Closes its connection without saying why.
    pub fn close_silently(&self) {
        self.order(Order::CloseSilently);
    }

    /// Tells it that its session is invalid and gone (op 9).
    pub fn invalidate_session(&self) {
        self.order(Order::Invalidate);
    }
}
