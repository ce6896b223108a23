//! What distinguishes two sessions as such, before any of their risks is looked at.

use std::collections::BTreeSet;

use crate::domain::{Band, Bands, Money, Session, Weights};

/// What differs, each before and after; `None` if it is the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The weights.
    pub weights: Option<(Weights, Weights)>,
    /// Where the bands begin.
    pub bands: Option<(Bands, Bands)>,
    /// The band above which the appetite line is drawn.
    pub appetite: Option<(Band, Band)>,
    /// How many levels the scale has.
    pub levels: Option<(u8, u8)>,
    /// Whether the texts of the levels differ.
    pub texts: bool,
    /// The yearly revenue.
    pub revenue: Option<(Option<Money>, Option<Money>)>,
    /// Who was there the second time only, by name.
    pub joined: Vec<String>,
    /// Who was there the first time only.
    pub left: Vec<String>,
}

impl Settings {
    /// What distinguishes `after` from `before`.
    #[must_use]
    pub fn of(before: &Session, after: &Session) -> Self {
        let names = |session: &Session| -> BTreeSet<String> {
            let present = session.people.iter().filter(|person| person.present);
            present.map(|person| person.name.to_string()).collect()
        };
        let (first, second) = (names(before), names(after));
        let levels = |session: &Session| session.scales.levels.number();
        Self {
            weights: differing(before.weights, after.weights),
            bands: differing(before.bands, after.bands),
            appetite: differing(before.appetite, after.appetite),
            levels: differing(levels(before), levels(after)),
            texts: before.scales != after.scales,
            revenue: differing(before.revenue, after.revenue),
            joined: second.difference(&first).cloned().collect(),
            left: first.difference(&second).cloned().collect(),
        }
    }

    /// How many facts it tells: the scale, weights, bands, appetite line, revenue, who joined, who left.
    #[must_use]
    pub fn count(&self) -> usize {
        let facts = [
            self.levels.is_some() || self.texts,
            self.weights.is_some(),
            self.bands.is_some(),
            self.appetite.is_some(),
            self.revenue.is_some(),
            !self.joined.is_empty(),
            !self.left.is_empty(),
        ];
        facts.into_iter().filter(|is_there| *is_there).count()
    }

    /// Whether they are alike in all of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn differing<T: PartialEq>(before: T, after: T) -> Option<(T, T)> {
    (before != after).then_some((before, after))
}
