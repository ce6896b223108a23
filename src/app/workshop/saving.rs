//! What an open session knows of the disk: how far it is saved, what went wrong, which unfinished texts are kept.
//!
//! Not here: when something is written ([`crate::app::App`] asks for it), and what the screen makes of it
//! ([`crate::app::banner`]).

use jiff::Timestamp;

use crate::app::event::Again;

/// What is known of the disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saving {
    /// The last revision known to be on disk.
    pub revision: u64,
    /// When that became known; `None` if it was there when the session was opened.
    pub at: Option<Timestamp>,
    /// Since when a newer revision waits.
    pub waiting: Option<Timestamp>,
    /// Why it could not be written where it belongs, as long as it is not.
    pub trouble: Option<Trouble>,
}

/// Why something could not be written where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What was wrong.
    pub sentence: String,
    /// Since when a revision waits.
    pub since: Timestamp,
    /// Whether it is tried again.
    pub again: Again,
    /// The folder that keeps the changes meanwhile, if one does.
    pub kept: Option<String>,
}

impl Trouble {
    /// Whether nothing on any disk keeps what waits.
    #[must_use]
    pub const fn loses(&self) -> bool {
        self.kept.is_none()
    }
}

/// What is known of the texts left unfinished, with what they are for, in the order of their purposes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drafted {
    /// Those the disk was last asked to keep.
    pub kept: Vec<(String, String)>,
    /// Since when the text being typed differs from them.
    pub since: Option<Timestamp>,
    /// Those with nothing to go on with here; they are kept until they were read among the messages.
    pub strays: Vec<(String, String)>,
}
