//! How it goes out and comes in: what other programs wrote, read into plain values. Pure: a text goes in, a preview comes
//! out, and nothing is changed.
//!
//! Here: [`paste`], the risks in a pasted text. Not here: what becomes of them (`app`), nor files (`store`).

pub mod changes;
pub mod paste;
