//! How the program runs: the only layer that meets the world.
//!
//! Here are the terminal ([`terminal`], [`out`]), the signals ([`signals`]) and the keys as they come in ([`keys`]).
//! Not here: what a key does, what a frame shows, and how a file is saved ([`crate::store`]).

pub mod keys;
pub mod out;
pub mod signals;
pub mod terminal;
