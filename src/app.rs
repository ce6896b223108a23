//! What the program does. Placeholder on this branch: drop it on merge.

pub mod chord;
