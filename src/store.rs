//! How a session lasts: its file, the save protocol, locks and the one thread that writes.
//!
//! The promise: what the program calls saved survives `kill -9` and a power cut. It is kept by [`atomic`] (whole
//! files, never half of one), through the seam of [`storage`], on the thread of [`writer`], for the one process that
//! holds the [`lock`]. All of these work on bytes and paths.
//!
//! What the bytes mean is told by [`mod@format`]. To follow a save, read [`writer`], then [`atomic`], then [`storage`]; to
//! follow a load, [`read`], then [`mod@format`], then [`recover`], which puts together what a crash or another hand has left.

pub mod atomic;
pub mod backups;
pub mod deck;
pub mod difference;
pub mod error;
pub mod folding;
pub mod format;
pub mod index;
pub mod journal;
pub mod library;
pub mod locate;
pub mod lock;
pub mod log;
pub mod own;
pub mod paths;
pub mod random;
pub mod read;
pub mod recover;
pub mod sentence;
pub mod storage;
pub mod templates;
pub mod writer;
