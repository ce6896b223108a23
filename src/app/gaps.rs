//! Gaps over the screen: what is still missing, each with a jump to where it is mended; and closing, which reads back who
//! does what until when, and asks for a reason if gaps are left.
//!
//! Enter goes to the place of a gap and opens the field that is missing; once that is set, the list of gaps is there
//! again. What counts as a gap is `domain::gap`'s; how they are drawn is `ui::gaps`'.

use jiff::civil::Date;

use super::App;
use super::action::Action;
use super::cursor::Cursor;
use super::form::risk::RiskField;
use super::form::solution::SolutionField;
use super::form::{Field, Subject};
use super::notice::Notice;
use super::overlay::Overlay;
use super::parking::{OpenLot, Parked};
use super::solve::Following;
use super::typing::purpose::Purpose;
use super::workshop::{Pane, Step, Workshop};
use crate::domain::gap::{Gap, gaps};
use crate::domain::{Cell, Edit, Line, RiskId, SessionEdit, SolutionId, Status, TopicState};

/// A row of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The head of a part, with how many rows it has; never selected.
    Head(Part, usize),
    /// A gap.
    Gap(Gap),
    /// A risk above the appetite line, read back.
    Risk(RiskId),
    /// A solution that was chosen, read back.
    Solution(SolutionId),
}

/// A part of what is shown when a session is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is missing.
    Gaps,
    /// Chosen solutions by owner and date.
    Solutions,
    /// Risks above the appetite line by rank.
    Risks,
}

/// The gaps on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenGaps {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many of them are gaps.
    pub count: usize,
    /// The selected row.
    pub cursor: Cursor,
    /// Whether they are there to close the session.
    pub closing: bool,
    /// The state they were found in: the last entry, and the day.
    found: (u64, Date),
}

impl OpenGaps {
    fn of(workshop: &Workshop, today: Date, closing: bool) -> Self {
        let session = workshop.session();
        let found = gaps(session, &workshop.derived.ranking, today);
        let count = found.len();
        let gaps = found.into_iter().map(Row::Gap).collect();
        let rows = if closing {
            let parts =
                [(Part::Gaps, gaps), (Part::Solutions, chosen(workshop)), (Part::Risks, above(workshop))];
            let filled = parts.into_iter().filter(|(_, rows)| !rows.is_empty());
            filled.flat_map(|(part, rows)| std::iter::once(Row::Head(part, rows.len())).chain(rows)).collect()
        } else {
            gaps
        };
        let mut open = Self {
            rows,
            count,
            cursor: Cursor::default(),
            closing,
            found: (workshop.history.revision(), today),
        };
        open.leave_head(1);
        open
    }

    /// Moves the selection by so many rows; heads are passed over.
    pub(super) fn step(&mut self, by: isize) {
        self.cursor.step(by, self.rows.len());
        self.leave_head(if by < 0 { -1 } else { 1 });
    }

    fn leave_head(&mut self, by: isize) {
        let is_head = |place: usize| matches!(self.rows.get(place), Some(Row::Head(..)));
        if is_head(self.cursor.place) {
            // The first row is a head, and no head is the last row.
            let way = if self.cursor.place == 0 { 1 } else { by };
            self.cursor.step(way, self.rows.len());
        }
    }

    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<Row> {
        self.rows.get(self.cursor.place).copied()
    }
}

/// The solutions chosen or being done: by owner as they are read aloud, those without one first, then by date.
fn chosen(workshop: &Workshop) -> Vec<Row> {
    let solutions = workshop.session().solutions.iter();
    let is_chosen = |status| matches!(status, Status::Chosen | Status::Doing);
    let mut chosen: Vec<_> = solutions.filter(|it| !it.binned && is_chosen(it.status)).collect();
    chosen.sort_by_key(|it| (it.owner.clone(), it.due.is_none(), it.due, it.id));
    chosen.into_iter().map(|solution| Row::Solution(solution.id)).collect()
}

fn above(workshop: &Workshop) -> Vec<Row> {
    let derived = &workshop.derived;
    derived.ranking.order.iter().take(derived.above_in_all).copied().map(Row::Risk).collect()
}

impl App {
    /// Shows the gaps; `closing` if the session is to be closed.
    pub(super) fn open_gaps(&mut self, closing: bool) {
        let today = self.today();
        if let Some(workshop) = &self.workshop {
            self.place = super::Place::Workshop;
            self.overlay = Some(Overlay::Gaps(OpenGaps::of(workshop, today, closing)));
        }
    }

    /// Finds the gaps again if the session or the day has changed.
    pub(super) fn settle_gaps(&mut self) {
        let today = self.today();
        let (Some(Overlay::Gaps(open)), Some(workshop)) = (&mut self.overlay, &self.workshop) else { return };
        if open.found != (workshop.history.revision(), today) {
            let Cursor { place, offset } = open.cursor;
            *open = OpenGaps::of(workshop, today, open.closing);
            open.cursor.offset = offset;
            open.cursor.place = place.min(open.rows.len().saturating_sub(1));
            open.leave_head(1);
        }
    }

    /// Goes to where the selected row is mended.
    pub(super) fn open_gap(&mut self) {
        let Some(Overlay::Gaps(open)) = &self.overlay else { return };
        let (row, closing, place) = (open.selected(), open.closing, open.cursor.place);
        match row {
            Some(Row::Gap(gap)) => {
                self.go_to_gap(gap);
                if self.typing.is_some() || matches!(self.overlay, Some(Overlay::Choice(_))) {
                    self.following = Following::Gaps { closing, place };
                }
            }
            Some(Row::Risk(id)) => self.show_ranked(id),
            Some(Row::Solution(id)) => self.show_card(id),
            Some(Row::Head(..)) | None => {}
        }
    }

    /// Shows the gaps again after one was mended.
    pub(super) fn back_to_gaps(&mut self, closing: bool, place: usize) {
        self.following = Following::Nothing;
        self.open_gaps(closing);
        if let Some(Overlay::Gaps(open)) = &mut self.overlay {
            open.cursor.place = place.min(open.rows.len().saturating_sub(1));
            open.leave_head(1);
        }
    }

    fn go_to_gap(&mut self, gap: Gap) {
        match gap {
            Gap::RiskOwner(id) => {
                self.show_ranked(id);
                self.mend(Subject::Risk(id), Field::Risk(RiskField::Owner));
            }
            Gap::Decision(id) | Gap::Acceptance(id) | Gap::Review(id) => {
                self.show_ranked(id);
                match self.availability(Action::Decide) {
                    Ok(()) => self.choose_course(),
                    Err(why) => self.notice = Some(Notice::Unavailable(Action::Decide, why)),
                }
            }
            Gap::OnlyIdeas(id) => {
                let idea = self.workshop.as_ref().and_then(|workshop| linked_idea(workshop, id));
                match idea {
                    Some(solution) => self.show_card(solution),
                    None => self.show_ranked(id),
                }
            }
            Gap::Reason(id, cell) => {
                self.show_cell(id, cell);
                self.mend(Subject::Risk(id), Field::Risk(RiskField::Reason(cell)));
            }
            Gap::Owner(id) => {
                self.show_card(id);
                self.mend(Subject::Solution(id), Field::Solution(SolutionField::Owner));
            }
            Gap::Due(id) | Gap::Late(id) => {
                self.show_card(id);
                self.mend(Subject::Solution(id), Field::Solution(SolutionField::Due));
            }
            Gap::NoEffect(id, risk, _) => {
                self.show_card(id);
                if self.availability(Action::Effect).is_ok() {
                    self.choose_effect(id, risk);
                }
            }
            Gap::Unscored(id, _) => {
                let empty = self.workshop.as_ref().and_then(|workshop| {
                    let levels = workshop.session().risk(id)?.levels();
                    levels.iter().find(|(_, level)| level.is_none()).map(|(cell, _)| cell)
                });
                self.show_cell(id, empty.unwrap_or(Cell::Probability));
            }
            Gap::ParkedRisk(_) | Gap::Topic(_) => self.lay_over(Overlay::Lot(OpenLot::default())),
        }
    }

    /// Opens a field to be filled, where that may be done.
    fn mend(&mut self, subject: Subject, field: Field) {
        let action = if field.is_follow_up() { Action::DueDate } else { Action::Edit };
        match self.availability(action) {
            Ok(()) => self.edit_field(subject, field),
            Err(why) => self.notice = Some(Notice::Unavailable(action, why)),
        }
    }

    /// Shows a risk among the ranks.
    fn show_ranked(&mut self, id: RiskId) {
        self.show_in(Step::Solve, Pane::Ranks);
        if let Some(workshop) = &mut self.workshop {
            workshop.select_risk(id);
        }
    }

    /// Shows a solution on the board.
    pub(super) fn show_card(&mut self, id: SolutionId) {
        self.show_in(Step::Solve, Pane::Board);
        if let Some(workshop) = &mut self.workshop {
            let dropped = workshop.session().solution(id).is_some_and(|it| it.status == Status::Dropped);
            workshop.board.dropped |= dropped;
            workshop.select_solution(id);
        }
    }

    /// Shows a cell on the grid.
    pub(super) fn show_cell(&mut self, id: RiskId, cell: Cell) {
        self.show_in(Step::Assess, Pane::Grid);
        if let Some(workshop) = &mut self.workshop {
            workshop.select_risk(id);
            workshop.cell = cell;
        }
    }

    /// Goes to a pane, with nothing in front of it and nothing filtered out.
    pub(super) fn show_in(&mut self, step: Step, pane: Pane) {
        self.overlay = None;
        self.go_to_step(step);
        if let Some(workshop) = &mut self.workshop {
            workshop.set_focus(pane);
            workshop.filter.clear();
            workshop.refresh();
        }
    }

    /// Closes the session; if gaps are left, it asks why first.
    pub(super) fn close_session(&mut self) {
        let Some(Overlay::Gaps(open)) = &self.overlay else { return };
        if open.count == 0 {
            self.close_because("");
        } else {
            self.type_for(Purpose::CloseSession);
        }
    }

    /// What the reason of a closing starts with: what is carried over, so that nobody has to type that.
    pub(super) fn reason_to_close(&self) -> String {
        let left = self.undecided();
        carried(self.label(Action::CarryOver), &left)
    }

    fn undecided(&self) -> Vec<Parked> {
        let rows = self.workshop.iter().flat_map(|workshop| &workshop.derived.lot.rows);
        rows.copied().filter(|row| row.is_undecided()).collect()
    }

    /// Closes the session with a reason; what is still parked is carried over. Whether it was closed.
    pub(super) fn close_because(&mut self, reason: &str) -> bool {
        let gaps = matches!(&self.overlay, Some(Overlay::Gaps(open)) if open.count > 0);
        let reason = Line::new(reason.trim()).unwrap_or_default();
        if gaps && reason.is_empty() {
            self.notice = Some(Notice::ReasonToClose);
            return false;
        }
        let topics = self.undecided().into_iter().filter_map(|row| match row {
            Parked::Topic(id, _) => Some(Edit::Topic(id, TopicState::CarriedOver)),
            Parked::Risk(_) => None,
        });
        let close = Edit::Session(SessionEdit::Close { at: self.now, reason });
        let edits = topics.chain([close]).collect();
        let closed = self.commit_quietly("close-session", edits);
        if closed {
            self.end_round();
            self.overlay = None;
            self.notice = Some(Notice::Closed);
        }
        closed
    }
}

/// A solution of a risk that is only an idea, else a dropped one.
fn linked_idea(workshop: &Workshop, risk: RiskId) -> Option<SolutionId> {
    let linked = || {
        let solutions = workshop.session().solutions.iter().filter(|solution| !solution.binned);
        solutions.filter(|solution| solution.links.iter().any(|link| link.risk == risk))
    };
    let idea = linked().find(|solution| solution.status == Status::Idea);
    idea.or_else(|| linked().next()).map(|solution| solution.id)
}

/// What is carried over when a session is closed: `Carry over: R4, R7, T2`; nothing if nothing is parked.
fn carried(label: &str, left: &[Parked]) -> String {
    if left.is_empty() {
        return String::new();
    }
    let mut text = format!("{label}: ");
    for (place, row) in left.iter().enumerate() {
        let id = row.id();
        let gap = if place == 0 { "" } else { ", " };
        if text.chars().count() + gap.len() + id.len() + 3 > Line::LIMIT {
            text.push_str(", …");
            break;
        }
        text.push_str(gap);
        text.push_str(&id);
    }
    text
}
