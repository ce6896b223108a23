//! How a session lasts.

pub mod format;
pub mod locate;
