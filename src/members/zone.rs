//! Time zones as people choose them.

use crate::calendar::{Zone, cities};
use crate::errors::Refusal;

/// How many zones are offered at a time: as many as Discord shows.
pub const OFFERED: usize = 25;

/// Reads a zone: an IANA name, a city, or an offset.
pub fn parse(text: &str) -> Result<Zone, Refusal> {
    cities::find(text).ok_or_else(|| {
        Refusal::new(
            "I don't know that time zone. A large city works, like Berlin or São Paulo, and so does \
             an offset, like UTC+2.",
        )
    })
}
