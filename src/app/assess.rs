//! Step 2: the scoring grid. In which order its cells follow one another is in [`super::pass`].

use super::form::risk::RiskField;
use super::form::{Field, Subject};
use super::notice::Notice;
use super::pass::Pass;
use super::solve::Following;
use super::workshop::{Pane, Workshop};
use super::{App, votes};
use crate::domain::agreement::{self, RoomRule, lacks_reason};
use crate::domain::{Agreed, Assessment, Band, Cell, Edit, Level, Line, Risk, RiskEdit, RiskId};

/// Something told about the grid and its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A field of a risk that the grid does not show has another value.
    Set(RiskId, RiskField),
    /// The room goes through these cells from now on.
    Pass(Pass),
    /// The appetite line lies below this band.
    Appetite(Band),
}

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

    /// Tells what was set from the grid, if that is seen nowhere on it.
    pub(super) fn tell_set(&mut self, subject: Subject, field: Field) {
        let is_on_grid = self.workshop.as_ref().is_some_and(|it| it.focus == Pane::Grid);
        let is_unseen = |field: &RiskField| match field {
            RiskField::HitTags | RiskField::Evidence | RiskField::Duty | RiskField::Reason(_) => true,
            RiskField::Title
            | RiskField::Cause
            | RiskField::Consequence
            | RiskField::Category
            | RiskField::Money
            | RiskField::Marketing
            | RiskField::HitNote
            | RiskField::Owner
            | RiskField::SaidBy
            | RiskField::Sign
            | RiskField::SignThreshold
            | RiskField::SignWatcher
            | RiskField::Origin => false,
        };
        if let (Subject::Risk(risk), Field::Risk(field)) = (subject, field)
            && is_on_grid
            && is_unseen(&field)
        {
            self.notice = Some(Notice::Assess(Told::Set(risk, field)));
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
                self.notice = Some(Notice::Votes(votes::Told::ReasonMissing(risk, cell)));
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

    /// Goes to the next cell of the pass without a level.
    pub(super) fn go_to_next_empty(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let cells = workshop.pass.cells();
        let found = workshop.next_cell(cells, |assessment| assessment.agreed.is_none());
        self.go_to_cell(found, Notice::NothingEmpty);
    }

    /// Goes to the next cell the room should talk about, or that too many don't know, whether it has a level or not.
    pub(super) fn go_to_next_disputed(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let found = workshop.next_cell(&Cell::ALL, is_disputed);
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
