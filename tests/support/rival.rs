//! Those who work on the same files at the same time: windows of this program ([`window`]), and another program that
//! copies, moves and removes what it likes ([`other`]), on one [`disk`].

pub(crate) mod disk;
pub(crate) mod other;
pub(crate) mod window;
