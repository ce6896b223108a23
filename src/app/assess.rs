//! Step 2: the scoring grid.

use super::App;
use super::notice::Notice;
use super::workshop::{Direction, Workshop};
use crate::domain::{Agreed, Assessment, Cell, Edit, Level, Line, Risk, RiskEdit, RiskId, agreement};

impl Workshop {
    /// What is known of the selected cell.
    #[must_use]
    pub fn selected_cell(&self) -> Option<&Assessment> {
        self.selected_risk().map(|risk| risk.cells.at(self.cell))
    }

    /// Begins at the first cell of the first risk.
    pub(super) fn start_scoring(&mut self) {
        self.cell = Cell::Probability;
        self.step_risk(isize::MIN);
    }

    /// Goes to the next cell, by row or by column; whether there was one.
    fn go_on(&mut self) -> bool {
        let next = Cell::ALL.into_iter().find(|cell| *cell > self.cell);
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
                self.step_risk(1);
            }
        }
        true
    }

    /// The next cell without a level after the selected one, in the order of going on, round and round.
    fn next_empty(&self) -> Option<(RiskId, Cell)> {
        let rows = self.derived.listed.len();
        let is_empty = |(row, cell): &(usize, Cell)| {
            self.risk_at(*row).is_some_and(|risk| risk.cells.at(*cell).agreed.is_none())
        };
        let cells = Cell::ALL.len();
        let column = self.cell as usize;
        let start = match self.direction {
            Direction::Row => self.list.place * cells + column,
            Direction::Column => column * rows + self.list.place,
        };
        let nth = |step: usize| {
            let at = (start + step) % (rows * cells).max(1);
            let (row, column) = match self.direction {
                Direction::Row => (at / cells, at % cells),
                Direction::Column => (at % rows, at / rows),
            };
            Some((row, *Cell::ALL.get(column)?))
        };
        let found = (1..=rows * cells).filter_map(nth).find(is_empty)?;
        Some((self.risk_at(found.0)?.id, found.1))
    }
}

impl App {
    /// Sets the agreed level of the selected cell, keeping no reason of another level, and goes on.
    pub(super) fn set_level(&mut self, action: &str, level: Level) {
        if self.agree(action, Some(level)) {
            let went_on = self.workshop.as_mut().is_some_and(Workshop::go_on);
            if !went_on {
                self.notice = Some(Notice::EndReached);
            }
        }
    }

    /// Takes the agreed level of the selected cell away.
    pub(super) fn clear_level(&mut self) {
        self.agree("clear-level", None);
    }

    fn agree(&mut self, action: &str, level: Option<Level>) -> bool {
        let Some(workshop) = &self.workshop else { return false };
        let Some(risk) = workshop.selected_risk() else { return false };
        let (id, cell) = (risk.id, workshop.cell);
        let agreed = level.map(|level| Agreed { level, reason: kept_reason(risk, cell, level) });
        self.commit(action, vec![Edit::Risk(id, RiskEdit::Agree(cell, agreed))])
    }

    /// Takes the median of the votes revealed for the selected cell, and goes on.
    pub(super) fn take_median(&mut self) {
        let assessment = self.workshop.as_ref().and_then(Workshop::selected_cell);
        let median = assessment.and_then(Assessment::revealed).and_then(agreement::median);
        if let Some(median) = median {
            self.set_level("take-median", median.level);
        }
    }

    /// Goes to the next cell without a level.
    pub(super) fn go_to_next_empty(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        match workshop.next_empty() {
            Some((risk, cell)) => {
                workshop.select_risk(risk);
                workshop.cell = cell;
            }
            None => self.notice = Some(Notice::NothingEmpty),
        }
    }

    /// Moves to the cell beside.
    pub(super) fn step_cell(&mut self, by: isize) {
        let Some(workshop) = &mut self.workshop else { return };
        let place = (workshop.cell as usize).saturating_add_signed(by).min(Cell::ALL.len() - 1);
        workshop.cell = Cell::ALL.get(place).copied().unwrap_or(workshop.cell);
    }

    /// Goes on by column instead of by row, or the other way round.
    pub(super) fn turn_direction(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        workshop.direction = match workshop.direction {
            Direction::Row => Direction::Column,
            Direction::Column => Direction::Row,
        };
    }
}

/// The reason given for the level that stands there already; a new level needs a new one.
fn kept_reason(risk: &Risk, cell: Cell, level: Level) -> Line {
    let agreed = risk.cells.at(cell).agreed.as_ref();
    agreed.filter(|agreed| agreed.level == level).map(|agreed| agreed.reason.clone()).unwrap_or_default()
}
