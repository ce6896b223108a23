//! The clock: the one place where the time comes in.

use jiff::{Timestamp, Unit};

/// The time of the system, to the millisecond: a person reads it in files.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "here is where the clock comes in")]
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    now.round(Unit::Millisecond).unwrap_or(now)
}
