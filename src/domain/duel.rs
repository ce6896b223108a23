//! Neighbour duels: which of two risks that are alike in everything the order looks at stands first, and why.
//!
//! A duel swaps two neighbours, so it changes the order of no other pair and no chain of duels goes in a circle. The
//! duels stand in the order in which they were fought; the places follow from them. Each risk begins at the place of its
//! own number, and a duel won from behind swaps two places: no two risks ever have the same one, and where they are not
//! tied the places have no effect. Who is tied is told by [`priority`](super::priority).

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Line, RiskId, Session};

/// Most duels a session can have.
pub const MAX_DUELS: usize = 1_000;

/// One duel of two tied neighbours.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duel {
    /// The risk that stands first.
    pub first: RiskId,
    /// The risk that stands behind it.
    pub second: RiskId,
    /// Why; may be empty.
    pub reason: Line,
}

impl Duel {
    /// Whether it is between these two, whichever won.
    #[must_use]
    pub fn is_between(&self, one: RiskId, other: RiskId) -> bool {
        (self.first, self.second) == (one, other) || (self.second, self.first) == (one, other)
    }
}

/// The place of each risk in a tie, from its duels. Only places of risks that are tied are to be compared.
#[derive(Debug, Clone, Default)]
pub struct DuelPlaces(HashMap<RiskId, u32>);

impl DuelPlaces {
    /// The places that follow from these duels, the oldest first.
    #[must_use]
    pub fn of(duels: &[Duel]) -> Self {
        let mut places = Self::default();
        for duel in duels {
            let (first, second) = (places.of_risk(duel.first), places.of_risk(duel.second));
            if first > second {
                places.0.insert(duel.first, second);
                places.0.insert(duel.second, first);
            }
        }
        places
    }

    /// The place of a risk: the lower, the further in front.
    #[must_use]
    pub fn of_risk(&self, id: RiskId) -> u32 {
        self.0.get(&id).copied().unwrap_or_else(|| id.number())
    }
}

impl Session {
    /// The newest duel of two risks.
    #[must_use]
    pub fn duel_of(&self, one: RiskId, other: RiskId) -> Option<&Duel> {
        self.duels.iter().rev().find(|duel| duel.is_between(one, other))
    }
}
