//! Step 3: the solutions board.

use super::Action;
use super::App;
use super::board::Lane;
use super::chord::Chord;
use super::form::solution::SolutionField;
use super::form::value::Change;
use super::form::{Field, Subject};
use super::notice::{Notice, Unavailable};
use super::overlay::{Asked, Choice, Item, Overlay};
use super::workshop::{Pane, Workshop};
use crate::domain::{
    Approach, Cell, Edit, Level, Link, Risk, RiskId, Solution, SolutionEdit, SolutionId, Title,
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
        let items = effects(known, risk, session.scales.levels.worst());
        if items.is_empty() {
            self.notice = Some(Notice::Unavailable(Action::Effect, Unavailable::NothingToLower));
            return;
        }
        let is_now = |item: &Item| matches!(item, Item::Effect(.., true));
        let place = items.iter().position(is_now).unwrap_or(0);
        self.choose(Asked::EffectLevel(solution, risk.id), items, false, place);
    }

    /// Sets the level expected in the selected cell to a digit; one above the level now is refused with the reason.
    pub(super) fn expect_level(&mut self, chord: Option<Chord>) {
        let digit = chord.and_then(Chord::typed).and_then(|digit| digit.to_digit(10));
        let typed = digit.and_then(|digit| u8::try_from(digit).ok()).and_then(Level::new);
        let (Some((id, risk, lever)), Some(expected)) = (self.selected_lever(), typed) else { return };
        let session = self.workshop.as_ref().map(Workshop::session);
        let now = session.and_then(|session| session.risk(risk)).and_then(|it| it.cells.at(lever).level());
        if now == Some(expected) {
            self.notice = Some(Notice::LowersNothing);
            return;
        }
        let link = SolutionEdit::Link(Link { risk, lever, expected });
        if self.commit("link", vec![Edit::Solution(id, link)]) {
            self.overlay = None;
        }
    }

    /// Takes away what the solution does to the selected cell.
    pub(super) fn remove_effect(&mut self) {
        let Some((id, risk, lever)) = self.selected_lever() else { return };
        if self.commit("unlink", vec![Edit::Solution(id, SolutionEdit::Unlink(risk, lever))]) {
            self.overlay = None;
        }
    }

    /// The solution, the risk and the cell that the selected effect is about.
    fn selected_lever(&self) -> Option<(SolutionId, RiskId, Cell)> {
        let Some(Overlay::Choice(Choice { asked: Asked::EffectLevel(id, risk), items, cursor, .. })) =
            &self.overlay
        else {
            return None;
        };
        match items.get(cursor.place)? {
            Item::Effect(lever, ..) | Item::NoEffect(lever) => Some((*id, *risk, *lever)),
            Item::Value(..)
            | Item::Risk(..)
            | Item::Solution(..)
            | Item::Round(_)
            | Item::Card(_)
            | Item::Deck(..)
            | Item::Template(..)
            | Item::Course(..)
            | Item::Cards(..) => None,
        }
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

    /// Moves the selected card to the column beside: another status, or another approach.
    pub(super) fn move_card_across(&mut self, action: &str, by: isize) {
        let Some(workshop) = &self.workshop else { return };
        let (lanes, columns) = (workshop.board.lanes, workshop.board.columns());
        self.edit_solution(action, |solution| {
            let column = lanes.column_of(solution).checked_add_signed(by).filter(|at| *at < columns)?;
            lanes.lane(column).map(|lane| match lane {
                Lane::Status(status) => SolutionEdit::Status(status),
                Lane::Approach(approach) => SolutionEdit::Approach(approach),
            })
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

/// What a solution can do to a risk: per cell all lower levels, and taking away what it does now. Of a cell without a level
/// all but the worst are lower: the link counts once the cell is scored.
fn effects(solution: &Solution, risk: &Risk, worst: Level) -> Vec<Item> {
    let levers = solution.approach.levers();
    let others = Cell::ALL.into_iter().filter(|cell| !levers.contains(cell));
    let cells = levers.iter().copied().chain(others);
    cells.flat_map(|cell| effects_on(solution, risk, cell, worst)).collect()
}

fn effects_on(solution: &Solution, risk: &Risk, cell: Cell, worst: Level) -> Vec<Item> {
    let link = solution.link(risk.id, cell);
    let now = risk.cells.at(cell).level();
    let lower = now.unwrap_or(worst).number().saturating_sub(1);
    let levels = (1..=lower).rev().filter_map(Level::new);
    let is_now = |level: Level| link.is_some_and(|link| link.expected == level);
    let effect = |to: Level| Item::Effect(cell, now, to, is_now(to));
    levels.map(effect).chain(link.map(|_| Item::NoEffect(cell))).collect()
}
