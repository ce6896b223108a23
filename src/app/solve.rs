//! Step 3: the solutions board.

use super::App;
use super::form::solution::SolutionField;
use super::form::value::Change;
use super::form::{Field, Subject};
use super::notice::{Notice, Unavailable};
use super::overlay::{Asked, Item};
use super::{Action, workshop::Pane};
use crate::domain::{
    Approach, Cell, Edit, Level, Risk, RiskId, Solution, SolutionEdit, SolutionId, Status, Title,
};

/// What is asked next, once the field being edited is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Following {
    /// Nothing.
    #[default]
    Nothing,
    /// What the solution costs every year.
    CostYearly(SolutionId),
    /// How much work it is.
    Effort(SolutionId),
    /// Nothing, but the grid goes on to its next cell.
    NextCell,
    /// The gaps are shown again, with this row selected.
    Gaps {
        /// Whether the session is to be closed.
        closing: bool,
        /// The row.
        place: usize,
    },
}

impl App {
    /// Adds an idea at the end of the board; whether that worked.
    pub(super) fn add_solution(&mut self, text: &str) -> bool {
        let Ok(title) = Title::new(text.trim()) else {
            self.notice = Some(Notice::NotBlank);
            return false;
        };
        let uid = self.draw_uid();
        let Some(workshop) = &self.workshop else { return false };
        let id = workshop.history.next_solution();
        let approach = self.part_of_bow_tie().and_then(|part| part.lane.approach());
        let solution = Solution::new(id, uid, title, approach.unwrap_or(Approach::Prevent));
        let added = self.commit("add-solution", vec![Edit::AddSolution(Box::new(solution))]);
        if added {
            self.notice = Some(Notice::SolutionAdded(id));
            if let Some(workshop) = &mut self.workshop {
                workshop.set_focus(Pane::Board);
            }
        }
        added
    }

    /// Asks for the effect of the solution just added on the risk it was added for.
    pub(super) fn link_new_solution(&mut self, risk: Option<RiskId>) {
        let solution = self.workshop.as_ref().and_then(|workshop| workshop.solution);
        if let (Some(solution), Some(risk)) = (solution, risk) {
            self.choose_effect(solution, risk);
        }
    }

    /// Asks which risk the selected solution works on; the risk selected by rank comes first.
    pub(super) fn choose_effect_risk(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let Some(solution) = workshop.selected_solution() else { return };
        let session = workshop.session();
        let risks = workshop.derived.ranked.iter().filter_map(|place| session.risks.get(*place));
        let is_linked = |id: RiskId| solution.links.iter().any(|link| link.risk == id);
        let items: Vec<Item> = risks.map(|risk| Item::Risk(risk.id, is_linked(risk.id))).collect();
        let linked = items.iter().position(|item| matches!(item, Item::Risk(_, true)));
        let place = linked.unwrap_or(workshop.ranks.place);
        let asked = Asked::EffectRisk(solution.id);
        self.choose(asked, items, false, place);
    }

    /// Asks which cell of a risk a solution lowers, and how far: the cells its approach works on come first.
    pub(super) fn choose_effect(&mut self, solution: SolutionId, risk: RiskId) {
        let Some(workshop) = &self.workshop else { return };
        let session = workshop.session();
        let (Some(known), Some(risk)) = (session.solution(solution), session.risk(risk)) else { return };
        let items = effects(known, risk);
        if items.is_empty() {
            self.notice = Some(Notice::Unavailable(Action::Effect, Unavailable::NoLevels));
            return;
        }
        let is_now = |item: &Item| matches!(item, Item::Effect(.., true));
        let place = items.iter().position(is_now).unwrap_or(0);
        self.choose(Asked::EffectLevel(solution, risk.id), items, false, place);
    }

    /// Changes the selected solution by what `edit` makes of it, the selection following.
    pub(super) fn edit_solution(
        &mut self,
        action: &str,
        edit: impl FnOnce(&Solution) -> Option<SolutionEdit>,
    ) {
        let solution = self.workshop.as_ref().and_then(|workshop| workshop.selected_solution());
        let edit = solution.and_then(|solution| Some((solution.id, edit(solution)?)));
        match edit {
            Some((id, edit)) => {
                self.commit(action, vec![Edit::Solution(id, edit)]);
            }
            None => self.notice = Some(Notice::EndReached),
        }
    }

    /// Moves the selected card to the column beside.
    pub(super) fn move_card_across(&mut self, action: &str, by: isize) {
        let Some(workshop) = &self.workshop else { return };
        let columns = workshop.board.columns();
        self.edit_solution(action, |solution| {
            let column = (solution.status as usize).checked_add_signed(by).filter(|at| *at < columns)?;
            Status::ALL.get(column).map(|status| SolutionEdit::Status(*status))
        });
    }

    /// Moves the selected card one place up or down its column.
    pub(super) fn move_card_along(&mut self, action: &str, by: isize) {
        let Some(workshop) = &self.workshop else { return };
        let column = workshop.board.column;
        let Some(place) = workshop.board.cursors.get(column).map(|cursor| cursor.place) else { return };
        let at = |place: usize| workshop.solution_at(column, place).map(|solution| solution.id);
        let beside = place.checked_add_signed(by).and_then(at);
        let before = if by < 0 { beside } else { at(place + 2) };
        self.edit_solution(action, |_| beside.map(|_| SolutionEdit::MoveBefore(before)));
    }

    /// Puts the selected solution into the bin.
    pub(super) fn bin_solution(&mut self) {
        let Some(id) = self.workshop.as_ref().and_then(|workshop| workshop.solution) else { return };
        if self.commit_quietly("bin-solution", vec![Edit::Solution(id, SolutionEdit::Binned(true))]) {
            self.notice = Some(Notice::SolutionBinned(id));
        }
    }

    /// Switches a kind of change of the selected solution.
    pub(super) fn switch_change(&mut self, action: &str, change: Change) {
        self.edit_solution(action, |solution| {
            Some(SolutionEdit::Changes(change.switched_in(solution.changes)))
        });
    }

    /// Gives the selected solution the next approach.
    pub(super) fn turn_approach(&mut self, action: &str) {
        self.edit_solution(action, |solution| {
            let next = (solution.approach as usize + 1) % Approach::ALL.len();
            Approach::ALL.get(next).map(|approach| SolutionEdit::Approach(*approach))
        });
    }

    /// Opens a field of the selected solution.
    pub(super) fn edit_solution_field(&mut self, field: SolutionField) {
        if let Some(id) = self.workshop.as_ref().and_then(|workshop| workshop.solution) {
            self.edit_field(Subject::Solution(id), Field::Solution(field));
        }
    }

    /// Asks for cost once, cost every year and effort, one after the other.
    pub(super) fn edit_cost(&mut self) {
        if let Some(id) = self.workshop.as_ref().and_then(|workshop| workshop.solution) {
            self.edit_solution_field(SolutionField::CostOnce);
            self.following = Following::CostYearly(id);
        }
    }

    /// Asks what comes next, once a field is set.
    pub(super) fn follow_up(&mut self) {
        let (id, field) = match self.following {
            Following::Nothing => return,
            Following::NextCell => return self.go_on_after_reason(),
            Following::Gaps { closing, place } => return self.back_to_gaps(closing, place),
            Following::CostYearly(id) => {
                self.following = Following::Effort(id);
                (id, SolutionField::CostYearly)
            }
            Following::Effort(id) => {
                self.following = Following::Nothing;
                (id, SolutionField::Effort)
            }
        };
        self.edit_field(Subject::Solution(id), Field::Solution(field));
    }
}

/// What a solution can do to a risk: per cell all lower levels, and taking away what it does now.
fn effects(solution: &Solution, risk: &Risk) -> Vec<Item> {
    let levers = solution.approach.levers();
    let others = Cell::ALL.into_iter().filter(|cell| !levers.contains(cell));
    let cells = levers.iter().copied().chain(others);
    cells.flat_map(|cell| effects_on(solution, risk, cell)).collect()
}

fn effects_on(solution: &Solution, risk: &Risk, cell: Cell) -> Vec<Item> {
    let link = solution.link(risk.id, cell);
    let now = risk.cells.at(cell).level();
    let lower = now.map_or(0, |level| level.number().saturating_sub(1));
    let levels = (1..=lower).rev().filter_map(Level::new);
    let is_now = |level: Level| link.is_some_and(|link| link.expected == level);
    let effect = |to: Level| now.map(|from| Item::Effect(cell, from, to, is_now(to)));
    levels.filter_map(effect).chain(link.map(|_| Item::NoEffect(cell))).collect()
}
