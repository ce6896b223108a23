//! How the room goes through the scoring grid: which cells, and in which order.
//!
//! The quick pass asks only for how often and how bad: the ranges that are left order the risks well enough to tell which
//! deserve the rest. It is how one looks at the grid, not part of the session. What a level does is in [`super::assess`].

use super::App;
use super::assess::Told;
use super::notice::Notice;
use super::workshop::Workshop;
use crate::domain::score::QUICK;
use crate::domain::{Assessment, Cell, RiskId};

/// Where the grid goes on after a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// To the next cell of the risk, then to the next risk.
    #[default]
    Row,
    /// To the same cell of the next risk, then to the next cell.
    Column,
}

/// Which cells the room goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pass {
    /// All five.
    #[default]
    Full,
    /// P, D€ and D◎. The others are reached with the arrows.
    Quick,
}

impl Pass {
    /// Its cells, from left to right.
    #[must_use]
    pub const fn cells(self) -> &'static [Cell] {
        match self {
            Self::Full => &Cell::ALL,
            Self::Quick => &QUICK,
        }
    }
}

impl Workshop {
    /// Goes to the next cell of the pass, by row or by column; whether there was one.
    pub(super) fn go_on(&mut self) -> bool {
        let cells = self.pass.cells();
        let next = cells.iter().copied().find(|cell| *cell > self.cell);
        let at_end = self.list.place + 1 >= self.derived.listed.len();
        match (self.direction, next) {
            (Direction::Row, Some(cell)) => self.cell = cell,
            (Direction::Column, Some(cell)) if at_end => {
                self.cell = cell;
                self.step_risk(isize::MIN);
            }
            (_, _) if at_end => return false,
            (Direction::Row, None) => {
                self.cell = Cell::Probability;
                self.step_risk(1);
            }
            (Direction::Column, _) => {
                // A cell outside the pass was a step aside, from the column before it.
                let column = cells.iter().copied().rfind(|cell| *cell <= self.cell);
                self.cell = column.unwrap_or(Cell::Probability);
                self.step_risk(1);
            }
        }
        true
    }

    /// The next one of these cells that is like this after the selected one, in the order of going on, round and round.
    pub(super) fn next_cell(
        &self,
        cells: &[Cell],
        is_it: impl Fn(&Assessment) -> bool,
    ) -> Option<(RiskId, Cell)> {
        let (rows, columns) = (self.derived.listed.len(), Cell::ALL.len());
        let is_there = |(row, cell): &(usize, Cell)| {
            cells.contains(cell) && self.risk_at(*row).is_some_and(|risk| is_it(risk.cells.at(*cell)))
        };
        let column = self.cell as usize;
        let start = match self.direction {
            Direction::Row => self.list.place * columns + column,
            Direction::Column => column * rows + self.list.place,
        };
        let nth = |step: usize| {
            let at = (start + step) % (rows * columns).max(1);
            let (row, column) = match self.direction {
                Direction::Row => (at / columns, at % columns),
                Direction::Column => (at % rows, at / rows),
            };
            Some((row, *Cell::ALL.get(column)?))
        };
        let found = (1..=rows * columns).filter_map(nth).find(is_there)?;
        Some((self.risk_at(found.0)?.id, found.1))
    }
}

impl App {
    /// Goes on by column instead of by row, or the other way round.
    pub(super) fn turn_direction(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        workshop.direction = match workshop.direction {
            Direction::Row => Direction::Column,
            Direction::Column => Direction::Row,
        };
    }

    /// Goes through three cells of each risk instead of all, or the other way round.
    pub(super) fn turn_pass(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        workshop.pass = match workshop.pass {
            Pass::Full => Pass::Quick,
            Pass::Quick => Pass::Full,
        };
        self.notice = Some(Notice::Assess(Told::Pass(workshop.pass)));
    }
}
