//! The integration tests: one binary, told through the DSL in `support`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod catalogue;
mod chords;
mod contrast;
mod edits;
mod input;
mod safe;
mod scores;
mod support;
mod theme;
mod words;
