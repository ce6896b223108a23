//! Step 2: the scoring grid.

use super::App;
use super::form::risk::RiskField;
use super::notice::Notice;
use super::solve::Following;
use super::votes::Told;
use super::workshop::{Direction, Workshop};
use crate::domain::agreement::{self, RoomRule, lacks_reason};
use crate::domain::{Agreed, Assessment, Cell, Edit, Level, Line, Risk, RiskEdit, RiskId};

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

    /// The next cell that is like this after the selected one, in the order of going on, round and round.
    fn next_cell(&self, is_it: impl Fn(&Assessment) -> bool) -> Option<(RiskId, Cell)> {
        let rows = self.derived.listed.len();
        let is_there =
            |(row, cell): &(usize, Cell)| self.risk_at(*row).is_some_and(|risk| is_it(risk.cells.at(*cell)));
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
        let found = (1..=rows * cells).filter_map(nth).find(is_there)?;
        Some((self.risk_at(found.0)?.id, found.1))
    }
}

impl App {
    /// Sets the agreed level of the selected cell, keeping no reason of another level, and goes on.
    pub(super) fn set_level(&mut self, action: &str, level: Level) {
        if self.agree(action, Some(level)) {
            let cell = self.workshop.as_ref().filter(|it| it.selected_cell().is_some_and(lacks_reason));
            if let Some(cell) = cell.map(|workshop| workshop.cell) {
                self.following = Following::NextCell;
                self.edit_risk_field(RiskField::Reason(cell));
            } else {
                self.go_on();
            }
        }
    }

    fn go_on(&mut self) {
        let went_on = self.workshop.as_mut().is_some_and(Workshop::go_on);
        if !went_on {
            self.notice = Some(Notice::EndReached);
        }
    }

    /// Goes on after the reason for a level was asked for; without one the level stands.
    pub(super) fn go_on_after_reason(&mut self) {
        self.following = Following::Nothing;
        let Some(workshop) = &self.workshop else { return };
        let missing = workshop.selected_cell().is_some_and(lacks_reason);
        let cell = workshop.risk.map(|risk| (risk, workshop.cell));
        let is_draft = self.notice == Some(Notice::DraftKept);
        self.go_on();
        match cell {
            Some(_) if is_draft => self.notice = Some(Notice::DraftKept),
            Some((risk, cell)) if missing => {
                self.notice = Some(Notice::Votes(Told::ReasonMissing(risk, cell)));
            }
            Some(_) | None => {}
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
        let Some(workshop) = &self.workshop else { return };
        let found = workshop.next_cell(|assessment| assessment.agreed.is_none());
        self.go_to_cell(found, Notice::NothingEmpty);
    }

    /// Goes to the next cell the room should talk about, or that too many don't know, whether it has a level or not.
    pub(super) fn go_to_next_disputed(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let found = workshop.next_cell(is_disputed);
        self.go_to_cell(found, Notice::NothingDisputed);
    }

    fn go_to_cell(&mut self, found: Option<(RiskId, Cell)>, none: Notice) {
        match (found, &mut self.workshop) {
            (Some((risk, cell)), Some(workshop)) => {
                workshop.select_risk(risk);
                workshop.cell = cell;
            }
            (_, _) => self.notice = Some(none),
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

/// Whether the votes revealed last ask the room to talk, or leave it without knowledge.
#[must_use]
pub fn is_disputed(assessment: &Assessment) -> bool {
    let rule = assessment.revealed().and_then(agreement::room_rule);
    matches!(rule, Some(RoomRule::Talk | RoomRule::KnowledgeGap))
}

/// Whether the median is still to be taken: all votes are revealed and there is no level, or only one that the second
/// round speaks against and no reason stands for.
pub(super) fn waits_for_level(assessment: &Assessment) -> bool {
    let is_second = assessment.rounds.len() == Assessment::ROUNDS;
    let is_open = assessment.agreed.is_none() || is_second && lacks_reason(assessment);
    is_open && !assessment.is_voting() && assessment.revealed().and_then(agreement::median).is_some()
}

/// The reason given for the level that stands there already; a new level needs a new one.
fn kept_reason(risk: &Risk, cell: Cell, level: Level) -> Line {
    let agreed = risk.cells.at(cell).agreed.as_ref();
    agreed.filter(|agreed| agreed.level == level).map(|agreed| agreed.reason.clone()).unwrap_or_default()
}
