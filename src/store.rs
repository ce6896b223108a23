//! How a session lasts: files, the save protocol, locks and the one thread that writes.
//!
//! The promise: what the program calls saved survives `kill -9` and a power cut. It is kept by [`atomic`] (whole
//! files, never half of one), through the seam of [`storage`], on the thread of [`writer`], for the one process that
//! holds the [`lock`].
//!
//! What the bytes mean is not told here: this layer works on bytes and paths. To follow a save, read [`writer`], then
//! [`atomic`], then [`storage`].

pub mod atomic;
pub mod error;
pub mod lock;
pub mod paths;
pub mod read;
pub mod storage;
pub mod writer;
