//! The early-warning sign of a risk: what is watched, from where on it is a warning, and who watches.

use serde::{Deserialize, Serialize};

use super::{Line, Name};

/// What warns of a risk before it happens. At least one part tells something.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// What is watched; may be empty.
    pub watched: Line,
    /// From where on it is a warning; may be empty.
    pub threshold: Line,
    /// Who watches.
    pub watcher: Option<Name>,
}

impl Sign {
    /// The sign, if it tells anything at all.
    #[must_use]
    pub fn if_any(self) -> Option<Self> {
        (self != Self::default()).then_some(self)
    }
}
