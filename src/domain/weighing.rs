//! What other weights would make of the ranking, before they are set: [`Weighing`].
//!
//! Nothing here changes a session; setting weights is [`SessionEdit::Weights`](super::SessionEdit::Weights).

use super::priority::Ranking;
use super::{Priority, Session, Weights};

/// How many risks other weights move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changes {
    /// Risks with another rank.
    pub ranks: usize,
    /// Scored risks with another band.
    pub bands: usize,
    /// Scored risks that come above the appetite line.
    pub above: usize,
    /// Scored risks that come below it.
    pub below: usize,
}

/// The ranking a session would have with these weights, beside the one it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighing {
    /// The weights, not all 0.
    pub weights: Weights,
    /// The ranking with them.
    pub ranking: Ranking,
    /// What they move.
    pub changes: Changes,
}

impl Weighing {
    /// What these weights make of a session whose ranking now is `before`.
    #[must_use]
    pub fn of(session: &Session, before: &Ranking, weights: Weights) -> Self {
        let ranking = Ranking::weighed(session, weights);
        let mut changes = Changes {
            ranks: before.ranks.iter().zip(&ranking.ranks).filter(|(one, other)| one != other).count(),
            ..Changes::default()
        };
        // Parked and binned risks have levels, too, and no rank.
        let priorities = before.priorities.iter().zip(&ranking.priorities);
        let listed = priorities.zip(&before.ranks).filter(|(_, rank)| rank.is_some());
        for ((was, is), _) in listed {
            changes.bands += usize::from(was.band != is.band);
            match crossing(was, is, session) {
                Some(Crossing::Up) => changes.above += 1,
                Some(Crossing::Down) => changes.below += 1,
                None => {}
            }
        }
        Self { weights, ranking, changes }
    }
}

/// A way across the appetite line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crossing {
    /// From below to above.
    Up,
    /// From above to below.
    Down,
}

/// Whether a risk comes to the other side of the appetite line.
#[must_use]
pub fn crossing(before: &Priority, after: &Priority, session: &Session) -> Option<Crossing> {
    match (before.is_above(session.appetite), after.is_above(session.appetite)) {
        (false, true) => Some(Crossing::Up),
        (true, false) => Some(Crossing::Down),
        (true, true) | (false, false) => None,
    }
}
