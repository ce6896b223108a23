//! The four criteria, their five cells, levels, scales and weights.
//!
//! A [`Cell`] is a place in the grid; [`Cells`] holds one thing per cell; what a level means in words is a [`Scale`].
//! Points and bands are in [`score`](super::score) and [`priority`](super::priority).

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Line, Name};

/// One of the four criteria a risk is assessed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Criterion {
    /// P: how often, if nothing changes.
    Probability,
    /// I: who or what is hit.
    Impact,
    /// D: how much damage one event does; the worse of two halves.
    Damage,
    /// F: how hard it is for our people to fix it.
    Fix,
}

impl Criterion {
    /// The sign in formulas: `P I D F`.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Probability => "P",
            Self::Impact => "I",
            Self::Damage => "D",
            Self::Fix => "F",
        }
    }
}

/// One of the five cells a level is set in; damage has two halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cell {
    /// P.
    Probability,
    /// I.
    Impact,
    /// D€, the financial half of damage.
    Financial,
    /// D◎, the marketing and reputation half of damage.
    Marketing,
    /// F.
    Fix,
}

impl Cell {
    /// The cells from left to right, as on the grid.
    pub const ALL: [Self; 5] = [Self::Probability, Self::Impact, Self::Financial, Self::Marketing, Self::Fix];

    /// The criterion this cell belongs to.
    #[must_use]
    pub const fn criterion(self) -> Criterion {
        match self {
            Self::Probability => Criterion::Probability,
            Self::Impact => Criterion::Impact,
            Self::Financial | Self::Marketing => Criterion::Damage,
            Self::Fix => Criterion::Fix,
        }
    }

    /// The sign in column heads: `P I D€ D◎ F`.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Probability => "P",
            Self::Impact => "I",
            Self::Financial => "D€",
            Self::Marketing => "D◎",
            Self::Fix => "F",
        }
    }

    /// The name in message keys and paths, as the field of [`Cells`].
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Probability => "probability",
            Self::Impact => "impact",
            Self::Financial => "financial",
            Self::Marketing => "marketing",
            Self::Fix => "fix",
        }
    }
}

/// One thing per cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cells<T> {
    /// P.
    pub probability: T,
    /// I.
    pub impact: T,
    /// D€.
    pub financial: T,
    /// D◎.
    pub marketing: T,
    /// F.
    pub fix: T,
}

impl<T> Cells<T> {
    /// What `of` gives for each cell.
    pub fn from_fn(mut of: impl FnMut(Cell) -> T) -> Self {
        Self {
            probability: of(Cell::Probability),
            impact: of(Cell::Impact),
            financial: of(Cell::Financial),
            marketing: of(Cell::Marketing),
            fix: of(Cell::Fix),
        }
    }

    /// The thing in one cell.
    pub const fn at(&self, cell: Cell) -> &T {
        match cell {
            Cell::Probability => &self.probability,
            Cell::Impact => &self.impact,
            Cell::Financial => &self.financial,
            Cell::Marketing => &self.marketing,
            Cell::Fix => &self.fix,
        }
    }

    /// The thing in one cell, to change it.
    pub const fn at_mut(&mut self, cell: Cell) -> &mut T {
        match cell {
            Cell::Probability => &mut self.probability,
            Cell::Impact => &mut self.impact,
            Cell::Financial => &mut self.financial,
            Cell::Marketing => &mut self.marketing,
            Cell::Fix => &mut self.fix,
        }
    }

    /// Each cell with its thing, from left to right.
    pub fn iter(&self) -> impl Iterator<Item = (Cell, &T)> {
        Cell::ALL.into_iter().map(|cell| (cell, self.at(cell)))
    }
}

/// Why a number is not a level, weight or count of levels.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{value} is outside {low}..{high}")]
pub struct OutOfRange {
    value: u8,
    low: u8,
    high: u8,
}

macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $low:literal, $high:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u8", into = "u8")]
        pub struct $name(u8);

        impl $name {
            /// The smallest one.
            pub const MIN: Self = Self($low);
            /// The largest one.
            pub const MAX: Self = Self($high);

            /// The number as this kind of value, if it is in range.
            #[must_use]
            pub const fn new(value: u8) -> Option<Self> {
                match value {
                    $low..=$high => Some(Self(value)),
                    _ => None,
                }
            }

            /// The number.
            #[must_use]
            pub const fn number(self) -> u8 {
                self.0
            }
        }

        impl TryFrom<u8> for $name {
            type Error = OutOfRange;

            fn try_from(value: u8) -> Result<Self, OutOfRange> {
                Self::new(value).ok_or(OutOfRange { value, low: $low, high: $high })
            }
        }

        impl From<$name> for u8 {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

bounded!(
    /// A level on a scale, 1..7; 1 is best, the highest of the scale is worst.
    Level, 1, 7
);
bounded!(
    /// How many levels the scales of a session have, 3..7.
    LevelCount, 3, 7
);
bounded!(
    /// The weight of a criterion, 0..9; 0 takes it out of the points.
    Weight, 0, 9
);

impl LevelCount {
    /// The worst level.
    #[must_use]
    pub const fn worst(self) -> Level {
        Level(self.0)
    }

    /// The levels from 1 to the worst.
    pub fn levels(self) -> impl DoubleEndedIterator<Item = Level> {
        (1..=self.0).map(Level)
    }
}

/// What one level of one cell means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelText {
    /// One word for the cell itself, such as `vendor`.
    pub word: Name,
    /// The sentence that is read out.
    pub text: Line,
}

/// The question and the levels of one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// What the room is asked.
    pub question: Line,
    /// The levels from 1 up; as many as the session's [`Scales::levels`].
    pub levels: Vec<LevelText>,
}

impl Scale {
    /// What this level means, if the scale has it.
    #[must_use]
    pub fn level(&self, level: Level) -> Option<&LevelText> {
        self.levels.get(usize::from(level.number().saturating_sub(1)))
    }
}

/// The scales a session is run with: its own copy of a template's texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scales {
    /// How many levels every cell has.
    pub levels: LevelCount,
    /// The scale of each cell.
    pub cells: Cells<Scale>,
    /// Upper ends of the financial levels but the last, in hundredths of a percent of yearly online revenue, rising.
    pub revenue_shares: Vec<u16>,
}

/// How much each criterion counts in the points; not all may be 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Of P.
    pub probability: Weight,
    /// Of I.
    pub impact: Weight,
    /// Of D, the worse of its halves.
    pub damage: Weight,
    /// Of F.
    pub fix: Weight,
}

impl Weights {
    /// The weight of one criterion.
    #[must_use]
    pub const fn of(self, criterion: Criterion) -> Weight {
        match criterion {
            Criterion::Probability => self.probability,
            Criterion::Impact => self.impact,
            Criterion::Damage => self.damage,
            Criterion::Fix => self.fix,
        }
    }

    /// The sum of the weights, 0..36: the points of a risk with level 1 everywhere.
    #[must_use]
    pub const fn sum(self) -> u16 {
        self.probability.0 as u16 + self.impact.0 as u16 + self.damage.0 as u16 + self.fix.0 as u16
    }
}

impl Default for Weights {
    /// `2·P + 2·D + I + F`.
    fn default() -> Self {
        Self { probability: Weight(2), impact: Weight(1), damage: Weight(2), fix: Weight(1) }
    }
}
