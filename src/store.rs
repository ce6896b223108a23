//! How a session lasts: files and the save protocol.
//!
//! What the bytes mean is not told here: this layer works on bytes and paths. To follow a save, read [`atomic`], then
//! [`storage`].

pub mod atomic;
pub mod error;
pub mod lock;
pub mod paths;
pub mod read;
pub mod storage;
