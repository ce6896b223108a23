//! The integration tests: one binary, told through the DSL in `support`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod atomic;
mod catalogue;
mod chords;
mod commands;
mod contrast;
mod crosschecks;
mod cuts;
mod deck;
mod demo;
mod difference;
mod docs;
mod edits;
mod exchange;
mod faults;
mod flows;
mod format;
mod frames;
mod hostile;
mod index;
mod input;
mod journal;
mod keycodes;
mod keys;
mod kills;
mod large;
mod laws;
mod letters;
mod library;
mod locate;
mod locks;
mod logbook;
mod monkey;
mod paths;
mod power;
mod recover;
mod rivals;
mod safe;
mod samples;
mod scores;
mod sentences;
mod shift;
mod similar;
mod steering;
mod support;
mod template;
mod terminal;
mod theme;
mod tidy;
mod timer;
mod words;
mod writer;
