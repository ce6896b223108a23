//! Points: how the levels of a risk add up, and the range still possible while cells are empty.
//!
//! `points = wP·P + wD·max(D€, D◎) + wI·I + wF·F`. Levels are roughly logarithmic (one step ≈ ×5), so adding them
//! multiplies the quantities behind them. Bands and ranks are in [`priority`](super::priority).
//!
//! How well that orders risks depends on what the truth is. Simulated with four independent lognormal quantities, it
//! agrees better with p·d·√(i·f) than the product P·D·I·F does (Kendall's τ-b 0.85 against 0.71); with p·d·i·f the
//! product is slightly better. The test `simulation` prints both.

use super::{Cell, Cells, Level, LevelCount, Weights};

/// The cells of the quick pass: how often, and how bad. What is hit and how long it lasts only modify that.
pub const QUICK: [Cell; 3] = [Cell::Probability, Cell::Financial, Cell::Marketing];

/// The lowest and the highest points a risk can have, both 0..=252; alike once every cell is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points {
    /// With empty cells at level 1.
    pub lower: u16,
    /// With empty cells at the worst level.
    pub upper: u16,
}

/// The points of these levels.
#[must_use]
pub fn points(levels: &Cells<Option<Level>>, weights: Weights, count: LevelCount) -> Points {
    let with = |empty: Level| {
        let level = |cell: Cell| u16::from(levels.at(cell).unwrap_or(empty).number());
        let weigh = |cell: Cell, level: u16| u16::from(weights.of(cell.criterion()).number()) * level;
        let damage = level(Cell::Financial).max(level(Cell::Marketing));
        weigh(Cell::Probability, level(Cell::Probability))
            + weigh(Cell::Financial, damage)
            + weigh(Cell::Impact, level(Cell::Impact))
            + weigh(Cell::Fix, level(Cell::Fix))
    };
    Points { lower: with(Level::MIN), upper: with(count.worst()) }
}

/// Whether every cell has a level.
#[must_use]
pub fn is_scored(levels: &Cells<Option<Level>>) -> bool {
    Cell::ALL.into_iter().all(|cell| levels.at(cell).is_some())
}

/// Whether every cell of the quick pass has a level.
#[must_use]
pub fn is_quick_scored(levels: &Cells<Option<Level>>) -> bool {
    QUICK.into_iter().all(|cell| levels.at(cell).is_some())
}

/// The worse of the damage halves set so far.
#[must_use]
pub fn damage(levels: &Cells<Option<Level>>) -> Option<Level> {
    levels.financial.max(levels.marketing)
}
