//! What the tests share. Seeds are the small words; the rest builds on them.

pub(crate) mod broken;
pub(crate) mod charge;
pub(crate) mod demo;
pub(crate) mod dice;
pub(crate) mod edits;
pub(crate) mod faulty;
pub(crate) mod generate;
pub(crate) mod library;
pub(crate) mod meeting;
pub(crate) mod pty;
pub(crate) mod recovery;
pub(crate) mod rival;
pub(crate) mod room;
pub(crate) mod seeds;
pub(crate) mod sessions;
pub(crate) mod simdisk;
