//! The open session with all that the screen remembers of it: step, focus, selection, filter, save state.
//!
//! What follows from the session is in [`Derived`]; what is known of the disk is in [`saving`]; what actions do is beside
//! each step.

pub mod saving;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use self::saving::{Drafted, Saving};
use super::arrangement::Arrangement;
use super::board::Board;
use super::capture::Capture;
use super::cursor::Cursor;
use super::deck::{Dealt, Hand};
use super::derived::Derived;
use super::event::Access;
use super::form::Subject;
use super::layout::{Layout, Rows, Shape};
use super::pass::{Direction, Pass};
use super::present::View;
use super::replay::{OpenedFor, Replay};
use crate::domain::{Cell, History, Place, Risk, RiskId, Session, Solution, SolutionId, Target};

/// One of the three steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Step {
    /// Everything that could go wrong.
    #[default]
    Identify,
    /// Four criteria for each risk.
    Assess,
    /// What to do about them.
    Solve,
}

impl Step {
    /// From first to last.
    pub const ALL: [Self; 3] = [Self::Identify, Self::Assess, Self::Solve];

    /// The step after this one; the last one stays.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Identify => Self::Assess,
            Self::Assess | Self::Solve => Self::Solve,
        }
    }

    /// The step before this one; the first one stays.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self {
            Self::Identify | Self::Assess => Self::Identify,
            Self::Solve => Self::Assess,
        }
    }

    /// The panes that can have the focus, in the order of Tab.
    #[must_use]
    pub const fn panes(self) -> &'static [Pane] {
        match self {
            Self::Identify => &[Pane::Risks, Pane::Details, Pane::Coverage],
            Self::Assess => &[Pane::Grid, Pane::Details],
            Self::Solve => &[Pane::Ranks, Pane::Board, Pane::Details],
        }
    }

    /// The pane that has the focus when the step begins.
    #[must_use]
    pub const fn first_pane(self) -> Pane {
        match self {
            Self::Identify => Pane::Risks,
            Self::Assess => Pane::Grid,
            Self::Solve => Pane::Ranks,
        }
    }

    /// Where a session goes on: assessing once there are levels, solving once there are solutions.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        if !session.solutions.is_empty() {
            Self::Solve
        } else if session.has_levels() {
            Self::Assess
        } else {
            Self::Identify
        }
    }
}

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The sessions at home.
    Sessions,
    /// What is in the selected session.
    Preview,
    /// The risk list.
    Risks,
    /// The scoring grid.
    Grid,
    /// Risks by rank.
    Ranks,
    /// The solutions board.
    Board,
    /// The fields of the selected risk or solution.
    Details,
    /// The texts of the levels.
    Levels,
    /// The prompt card in hand, and the categories with their risks and cards.
    Coverage,
}

/// An open session.
#[derive(Debug, Clone)]
pub struct Workshop {
    /// Where it lies.
    pub path: PathBuf,
    /// The session and what was done to it.
    pub history: History,
    /// The session as it was, while it is replayed.
    pub replay: Option<Replay>,
    /// What may be done with it, as its user wants.
    pub opened_for: OpenedFor,
    /// What follows from it.
    pub derived: Derived,
    /// What may be done with it.
    pub access: Access,
    /// What is on disk.
    pub saving: Saving,
    /// Which texts left unfinished are on disk.
    pub drafted: Drafted,
    /// When it was last looked whether another window has changed it.
    pub followed: Timestamp,
    /// The step on screen.
    pub step: Step,
    /// The pane with the focus.
    pub focus: Pane,
    /// Whether the focused pane fills the screen.
    pub zoom: bool,
    /// What is shown of it; asked by [`Workshop::is_presenting`].
    pub view: View,
    /// Whether scores and names are hidden for open discussion.
    pub blank: bool,
    /// What the lists are searched for.
    pub filter: String,
    /// How the list is arranged.
    pub arrangement: Arrangement,
    /// The selected risk.
    pub risk: Option<RiskId>,
    /// Its place in list and grid.
    pub list: Cursor,
    /// Its row in the grouped list.
    pub grouped: Cursor,
    /// Its place among the ranks.
    pub ranks: Cursor,
    /// The selected cell of the grid.
    pub cell: Cell,
    /// Where the grid goes on.
    pub direction: Direction,
    /// Which cells it goes through.
    pub pass: Pass,
    /// The selected solution.
    pub solution: Option<SolutionId>,
    /// The board.
    pub board: Board,
    /// Whether the details are of the solution rather than of the risk.
    pub about_solution: bool,
    /// The selected field of the details.
    pub field: Cursor,
    /// Marked risks.
    pub marks: BTreeSet<RiskId>,
    /// The prompt card in hand, and those it is drawn from.
    pub hand: Hand,
    /// What is known of the text in the capture line.
    pub capture: Capture,
    /// What stands below the list on a screen without room for both: the details, or the deck once a card is drawn.
    pub below: Pane,
}

impl Workshop {
    /// Opens a session where its work goes on; `now` is the time.
    #[must_use]
    pub fn open(path: PathBuf, history: History, access: Access, now: Timestamp) -> Self {
        let step = Step::of(history.session());
        let derived = Derived::of(history.session(), "");
        let saving = Saving { revision: history.revision(), ..Saving::default() };
        let first = match step {
            Step::Identify | Step::Assess => derived.listed.first(),
            Step::Solve => derived.ranked.first(),
        };
        let risk = first.and_then(|place| history.session().risks.get(*place)).map(|risk| risk.id);
        let mut workshop = Self {
            path,
            history,
            replay: None,
            opened_for: OpenedFor::Work,
            derived,
            access,
            saving,
            drafted: Drafted::default(),
            followed: now,
            step,
            focus: step.first_pane(),
            zoom: false,
            view: View::default(),
            blank: false,
            filter: String::new(),
            arrangement: Arrangement::default(),
            risk,
            list: Cursor::default(),
            grouped: Cursor::default(),
            ranks: Cursor::default(),
            cell: Cell::Probability,
            direction: Direction::default(),
            pass: Pass::default(),
            solution: None,
            board: Board::default(),
            about_solution: false,
            field: Cursor::default(),
            marks: BTreeSet::new(),
            hand: Hand::default(),
            capture: Capture::default(),
            below: Pane::Details,
        };
        workshop.board.arrange(workshop.history.session());
        workshop.solution = workshop.first_solution();
        workshop.find_solution();
        workshop
    }

    /// Takes another state of the same session, of which nothing waits for the disk; what is selected stays selected.
    pub fn replace(&mut self, history: History) {
        self.saving = Saving { revision: history.revision(), at: self.saving.at, ..Saving::default() };
        self.history = history;
        self.replay = None;
        self.refresh();
    }

    /// The session now.
    #[must_use]
    pub fn session(&self) -> &Session {
        self.replay.as_ref().map_or_else(|| self.history.session(), |replay| &replay.session)
    }

    /// The selected risk.
    #[must_use]
    pub fn selected_risk(&self) -> Option<&Risk> {
        self.session().risk(self.risk?)
    }

    /// The selected solution.
    #[must_use]
    pub fn selected_solution(&self) -> Option<&Solution> {
        self.session().solution(self.solution?)
    }

    /// What the details are of.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        if self.step == Step::Solve && self.about_solution {
            self.solution.map(Subject::Solution)
        } else {
            self.risk.map(Subject::Risk)
        }
    }

    /// The risk in this row of the list in front.
    #[must_use]
    pub fn risk_at(&self, place: usize) -> Option<&Arc<Risk>> {
        self.session().risks.get(*self.rows().get(place)?)
    }

    /// The rows of the list in front: list and grid as they are arranged, ranks by priority.
    #[must_use]
    pub fn rows(&self) -> &[usize] {
        match self.step {
            Step::Identify | Step::Assess => &self.derived.listed,
            Step::Solve => &self.derived.ranked,
        }
    }

    /// The cursor of the list in front.
    #[must_use]
    pub const fn cursor(&self) -> &Cursor {
        match self.step {
            Step::Identify | Step::Assess => &self.list,
            Step::Solve => &self.ranks,
        }
    }

    pub(super) const fn cursor_mut(&mut self) -> &mut Cursor {
        match self.step {
            Step::Identify | Step::Assess => &mut self.list,
            Step::Solve => &mut self.ranks,
        }
    }

    /// Moves the selection in the list in front by so many rows; whether it moved.
    pub fn step_risk(&mut self, by: isize) -> bool {
        let before = self.risk;
        self.step_list(by);
        self.risk = self.risk_at(self.cursor().place).map(|risk| risk.id).or(self.risk);
        self.about_solution = false;
        self.risk != before
    }

    /// Selects a risk, wherever it is shown.
    pub fn select_risk(&mut self, id: RiskId) {
        self.risk = Some(id);
        self.about_solution = false;
        self.find_risk();
    }

    /// Moves to the next field of the details by so many.
    pub fn step_field(&mut self, by: isize) {
        let length = self.subject().map_or(0, |subject| subject.fields().len());
        self.field.step(by, length);
    }

    /// Computes again what follows, and lets the selection find its place, after a change of session or filter.
    pub fn refresh(&mut self) {
        let session = self.shown();
        self.derived = Derived::arranged(&session, &self.filter, self.arrangement);
        self.hand.settle(&session);
        self.derived.dealt = Dealt::of(&session, &self.derived.coverage, &self.hand.cards);
        self.marks.retain(|id| session.risk(*id).is_some_and(|risk| risk.place == Place::List));
        self.find_risk();
        self.arrange_board();
    }

    /// Selects what an entry was about, and gives its list the focus, unless the details have it.
    pub fn follow(&mut self, target: Target) {
        match target {
            Target::Risk(id, cell) => {
                let id = self.kept(id);
                self.cell = cell.unwrap_or(self.cell);
                let is_listed = self.session().risk(id).is_some_and(|risk| risk.place == Place::List);
                if is_listed && !self.filter.is_empty() && !self.shows(id) {
                    self.filter.clear();
                    self.refresh();
                }
                self.select_risk(id);
                if self.focus == Pane::Board {
                    self.focus = Pane::Ranks;
                }
            }
            Target::Solution(id) => {
                if !self.shows_card(id) {
                    self.clear_card_filter();
                }
                self.select_solution(id);
                if self.focus == Pane::Ranks {
                    self.focus = Pane::Board;
                }
            }
            Target::Session | Target::Person(_) | Target::Topic(_) | Target::Cards => {}
        }
    }

    /// Whether the lists show this risk.
    fn shows(&self, id: RiskId) -> bool {
        let place = self.session().place_of(id);
        place.is_some_and(|place| self.derived.listed.contains(&place))
    }

    /// Whether a list of risks has the focus.
    #[must_use]
    pub const fn is_on_list(&self) -> bool {
        matches!(self.focus, Pane::Risks | Pane::Grid | Pane::Ranks)
    }

    /// Whether a cell of the grid has the focus.
    #[must_use]
    pub fn is_on_cell(&self) -> bool {
        self.focus == Pane::Grid && self.risk.is_some()
    }

    /// Fits cursors to the rows that can be seen; whether anything moved.
    pub fn settle(&mut self, layout: &Layout) -> bool {
        if layout.shape == Shape::Wide {
            // There is room for both.
            self.below = Pane::Details;
        }
        let Rows { risks, cards, columns, fields, .. } = layout.rows;
        let moved = self.settle_list(risks) | self.settle_board(columns, cards);
        let length = self.subject().map_or(0, |subject| subject.fields().len());
        moved | self.field.settle(length, fields)
    }

    pub(super) fn find_risk(&mut self) {
        let session = self.shown();
        let place_of = |rows: &[usize], cursor: Cursor| {
            let is_it = |at: &usize| session.risks.get(*at).map(|risk| risk.id) == self.risk;
            rows.iter().position(is_it).unwrap_or(cursor.place.min(rows.len().saturating_sub(1)))
        };
        let list = place_of(&self.derived.listed, self.list);
        let ranks = place_of(&self.derived.ranked, self.ranks);
        (self.list.place, self.ranks.place) = (list, ranks);
        self.risk = self.risk_at(self.cursor().place).map(|risk| risk.id);
    }

    /// Gives a pane the focus, if it can have it on this step.
    pub(super) fn set_focus(&mut self, pane: Pane) {
        if !self.step.panes().contains(&pane) {
            return;
        }
        if matches!(pane, Pane::Board | Pane::Ranks) {
            self.about_solution = pane == Pane::Board;
        }
        self.focus = pane;
    }
}
