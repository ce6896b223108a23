//! Random bits from the system, for identities and seeds.
//!
//! Everything random after that comes from a seed in the session, so that it can be told again.

use crate::domain::Uid;

/// A new identity; `None` if the system has no random bits to give.
#[must_use]
pub fn identity() -> Option<Uid> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits).ok()?;
    Some(Uid::from_bits(u128::from_le_bytes(bits)))
}

/// A new seed; `None` if the system has no random bits to give.
#[must_use]
pub fn seed() -> Option<u64> {
    getrandom::u64().ok()
}
