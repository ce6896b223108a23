//! What was found in the texts of all sessions.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::domain::Title;
use crate::domain::said::Spot;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The file of the session.
    pub path: PathBuf,
    /// What the session is called.
    pub session: Title,
    /// When it was created.
    pub created: Timestamp,
    /// Where in it.
    pub spot: Spot,
    /// What that is called.
    pub title: String,
    /// The line it was found in, if that is not the title.
    pub text: String,
}

/// What was found for a search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// What was searched for.
    pub words: String,
    /// What was found: the newest session first, within it as it stands there; a part of it if there is much.
    pub hits: Vec<Hit>,
    /// How much there is.
    pub all: usize,
}
