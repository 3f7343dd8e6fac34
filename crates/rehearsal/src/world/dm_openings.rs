//! Opening channels of direct messages: who opens many fast is asked to slow down, and who does not
//! is put in quarantine.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

use super::World;
use crate::refusal::Refusal;

/// How many channels may be opened, and how patient Discord is with who opens more. It is real
/// time: the world's clock may stand still.
#[derive(Debug)]
pub struct DmOpenings {
    /// How many may be opened within [`Self::within`]; none for any number.
    pub most: Option<usize>,
    /// In which time they are counted.
    pub within: Duration,
    /// How often the bot is asked to slow down before it is put in quarantine, for good.
    pub warnings: u32,
    opened: VecDeque<Instant>,
    warned: u32,
}

impl Default for DmOpenings {
    fn default() -> Self {
        Self {
            most: None,
            within: Duration::from_mins(10),
            warnings: 3,
            opened: VecDeque::new(),
            warned: 0,
        }
    }
}

impl DmOpenings {
    pub(super) fn forgive(&mut self) {
        self.opened.clear();
        self.warned = 0;
    }
}

impl World {
    /// The bot opens one more channel.
    ///
    /// # Errors
    /// It opened too many, or it is in quarantine.
    pub(crate) fn count_dm_opening(&mut self) -> Result<(), Refusal> {
        let openings = &mut self.dm_openings;
        let Some(most) = openings.most else {
            return Ok(());
        };
        if openings.warned > openings.warnings {
            return Err(Refusal::QUARANTINED);
        }
        let now = Instant::now();
        let within = openings.within;
        let is_old = |at: &Instant| now - *at >= within;
        while openings.opened.front().is_some_and(is_old) {
            openings.opened.pop_front();
        }
        if openings.opened.len() >= most {
            openings.warned += 1;
            let quarantined = openings.warned > openings.warnings;
            return Err(if quarantined {
                Refusal::QUARANTINED
            } else {
                Refusal::OPENS_DMS_TOO_FAST
            });
        }
        openings.opened.push_back(now);
        Ok(())
    }
}
