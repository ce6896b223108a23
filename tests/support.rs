//! What the tests share. Seeds are the small words; the rest builds on them.

pub(crate) mod seeds;
