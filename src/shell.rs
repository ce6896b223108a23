//! How the program runs: the only layer that meets the world.
//!
//! [`run`] is the loop, [`world`] is all it asks of the world, and [`start`] begins and ends it on a real terminal.
//! Below them are the terminal (`terminal`, `out`) and the watch over it (`hangup`), the signals (`signals`), the keys
//! as they come in ([`keys`]), pasted texts ([`paste`]), the work with session files ([`sessions`], [`words`]) and with
//! decks of cards ([`decks`]), and the log of a run ([`logbook`]).
//! Not here: what a key does, what a frame shows, and how a file is saved ([`crate::store`]).

pub mod clock;
pub mod run;
pub mod start;
pub mod world;

pub mod decks;
pub mod logbook;
pub mod paste;
mod real;
pub mod search;
pub mod sessions;
pub mod words;

pub mod keys;

mod hangup;
mod out;
mod signals;
mod terminal;
