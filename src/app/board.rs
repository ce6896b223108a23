//! The solutions board as it is looked at: by status or by approach, whole or filtered, and which card is selected.
//!
//! This is how it is looked at, not part of the session. What is done to the cards is in `app::solve`; drawing them is
//! `ui::board`.

use std::sync::Arc;

use jiff::civil::Date;

use super::App;
use super::cursor::Cursor;
use super::form::value::Change;
use super::overlay::{Asked, Choice, Item};
use super::search::{Words, folded};
use super::workshop::{Pane, Step, Workshop};
use crate::domain::{Approach, Name, Place, RiskId, Session, Solution, SolutionId, Status};

/// What the columns of the board are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lanes {
    /// How far a solution is.
    #[default]
    Status,
    /// What it does to a risk.
    Approach,
}

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Solutions of this status.
    Status(Status),
    /// Solutions of this approach.
    Approach(Approach),
}

impl Lanes {
    /// The other columns.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Status => Self::Approach,
            Self::Approach => Self::Status,
        }
    }

    /// How many columns there are at most.
    const fn count(self) -> usize {
        match self {
            Self::Status => Status::ALL.len(),
            Self::Approach => Approach::ALL.len(),
        }
    }

    /// What stands in this column.
    #[must_use]
    pub fn lane(self, column: usize) -> Option<Lane> {
        match self {
            Self::Status => Status::ALL.get(column).map(|status| Lane::Status(*status)),
            Self::Approach => Approach::ALL.get(column).map(|approach| Lane::Approach(*approach)),
        }
    }

    /// The column of a solution.
    #[must_use]
    pub const fn column_of(self, solution: &Solution) -> usize {
        match self {
            Self::Status => solution.status as usize,
            Self::Approach => solution.approach as usize,
        }
    }
}

/// One thing the cards are filtered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facet {
    /// Nothing: every card is shown.
    All,
    /// Due before this day and not done.
    Late(Date),
    /// A kind of change.
    Change(Change),
    /// Who does it, or nobody.
    Owner(Option<Name>),
    /// A risk it works on.
    Risk(RiskId),
}

impl Facet {
    fn fits(&self, solution: &Solution) -> bool {
        match self {
            Self::All => true,
            Self::Late(today) => solution.is_late(*today),
            Self::Change(change) => change.is_in(solution.changes),
            Self::Owner(owner) => solution.owner == *owner,
            Self::Risk(id) => solution.links.iter().any(|link| link.risk == *id),
        }
    }

    /// Facets of one kind widen the filter, those of different kinds narrow it.
    const fn kind(&self) -> usize {
        match self {
            Self::All => 0,
            Self::Late(_) => 1,
            Self::Change(_) => 2,
            Self::Owner(_) => 3,
            Self::Risk(_) => 4,
        }
    }
}

/// What cards are filtered by: words that must all be found, and facets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// What title, note, owner and risks are searched for.
    pub words: String,
    /// Of each kind that is there, one must fit.
    pub facets: Vec<Facet>,
}

impl Filter {
    /// Whether every card is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.facets.is_empty()
    }

    fn fits(&self, session: &Session, words: &Words, solution: &Solution) -> bool {
        let of_kind_fits = |asked: &Facet| {
            let mut alike = self.facets.iter().filter(|facet| facet.kind() == asked.kind());
            alike.any(|facet| facet.fits(solution))
        };
        self.facets.iter().all(of_kind_fits)
            && (words.is_empty() || words.are_in_lines(&said(session, solution)))
    }
}

/// What a card is searched in, folded, one text a line.
fn said(session: &Session, solution: &Solution) -> String {
    let mut lines = vec![solution.id.to_string(), solution.title.to_string(), solution.note.to_string()];
    lines.extend(solution.owner.as_ref().map(Name::to_string));
    for risk in solution.links.iter().filter_map(|link| session.risk(link.risk)) {
        lines.extend([risk.id.to_string(), risk.title.to_string()]);
    }
    folded(&lines.join("\n"))
}

/// The solutions board as it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Board {
    /// What its columns are.
    pub lanes: Lanes,
    /// The column of the selection.
    pub column: usize,
    /// The first column seen.
    pub offset: usize,
    /// A cursor per column.
    pub cursors: [Cursor; Status::ALL.len()],
    /// Whether the dropped solutions are shown.
    pub dropped: bool,
    /// Which cards are shown.
    pub filter: Filter,
    /// Per column the solutions shown, as places in `session.solutions`.
    pub cards: Vec<Vec<usize>>,
    /// How many solutions there are, dropped ones only if they are shown.
    pub all: usize,
    /// How many dropped solutions are not shown.
    pub hidden: usize,
}

impl Board {
    /// How many columns there are.
    #[must_use]
    pub const fn columns(&self) -> usize {
        match self.lanes {
            Lanes::Status if !self.dropped => self.lanes.count() - 1,
            Lanes::Status | Lanes::Approach => self.lanes.count(),
        }
    }

    /// How many cards pass the filter.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.cards.iter().map(Vec::len).sum()
    }

    /// Puts the solutions of a session into the columns.
    pub(super) fn arrange(&mut self, session: &Session) {
        let words = Words::of(&self.filter.words);
        self.cards = vec![Vec::new(); self.columns()];
        (self.all, self.hidden) = (0, 0);
        for (place, solution) in session.solutions.iter().enumerate().filter(|(_, it)| !it.binned) {
            if solution.status == Status::Dropped && !self.dropped {
                self.hidden += 1;
                continue;
            }
            self.all += 1;
            let column = self.cards.get_mut(self.lanes.column_of(solution));
            if let Some(column) = column.filter(|_| self.filter.fits(session, &words, solution)) {
                column.push(place);
            }
        }
    }
}

impl Workshop {
    /// Whether a search is for cards rather than for risks.
    #[must_use]
    pub fn finds_cards(&self) -> bool {
        self.step == Step::Solve && self.focus == Pane::Board
    }

    /// Puts the cards into the columns again, the selection following.
    pub(super) fn arrange_board(&mut self) {
        let session = self.shown();
        self.board.arrange(&session);
        self.find_solution();
    }

    /// The same after the filter has changed: where the selected card is not shown, the first one is selected.
    pub(super) fn filter_board(&mut self) {
        self.arrange_board();
        if self.solution.is_none() {
            self.solution = self.first_solution();
            self.find_solution();
        }
    }

    /// The solution in this row of this column of the board.
    #[must_use]
    pub fn solution_at(&self, column: usize, place: usize) -> Option<&Arc<Solution>> {
        self.session().solutions.get(*self.board.cards.get(column)?.get(place)?)
    }

    /// Selects a solution, wherever it is shown.
    pub fn select_solution(&mut self, id: SolutionId) {
        self.solution = Some(id);
        self.about_solution = true;
        self.find_solution();
    }

    /// Moves the selection in its column by so many rows.
    pub fn step_card(&mut self, by: isize) {
        self.about_solution = true;
        self.pick_card(by);
    }

    fn pick_card(&mut self, by: isize) {
        let column = self.board.column;
        let length = self.board.cards.get(column).map_or(0, Vec::len);
        let place = self.board.cursors.get_mut(column).map(|cursor| {
            cursor.step(by, length);
            cursor.place
        });
        self.solution = place.and_then(|place| self.solution_at(column, place)).map(|found| found.id);
    }

    /// Moves the selection to the column beside.
    pub fn step_column(&mut self, by: isize) {
        let last = self.board.columns() - 1;
        self.board.column = self.board.column.saturating_add_signed(by).min(last);
        self.step_card(0);
    }

    /// Fits the board to the columns and cards that can be seen; whether anything moved.
    pub(super) fn settle_board(&mut self, columns: usize, cards: usize) -> bool {
        let mut moved = false;
        for (cursor, column) in self.board.cursors.iter_mut().zip(&self.board.cards) {
            moved |= cursor.settle(column.len(), cards);
        }
        let mut across = Cursor { place: self.board.column, offset: self.board.offset };
        moved |= across.settle(self.board.columns(), columns);
        (self.board.column, self.board.offset) = (across.place, across.offset);
        moved
    }

    pub(super) fn find_solution(&mut self) {
        let session = self.shown();
        let is_it = |at: &usize| session.solutions.get(*at).map(|known| known.id) == self.solution;
        let mut shown = self.board.cards.iter().enumerate();
        let found = shown
            .find_map(|(column, places)| Some((column, places.iter().position(is_it)?)))
            .filter(|_| self.solution.is_some());
        if let Some((column, place)) = found {
            self.board.column = column;
            if let Some(cursor) = self.board.cursors.get_mut(column) {
                cursor.place = place;
            }
        } else if self.focus != Pane::Details || self.selected_solution().is_none_or(|it| it.binned) {
            self.board.column = self.board.column.min(self.board.columns() - 1);
            self.pick_card(0);
        }
    }

    pub(super) fn first_solution(&self) -> Option<SolutionId> {
        let place = self.board.cards.iter().flatten().next()?;
        self.session().solutions.get(*place).map(|solution| solution.id)
    }

    /// Whether the board shows this solution.
    pub(super) fn shows_card(&self, id: SolutionId) -> bool {
        let session = self.session();
        let is_it = |at: &usize| session.solutions.get(*at).is_some_and(|known| known.id == id);
        self.board.cards.iter().flatten().any(is_it)
    }

    /// Clears the filter of the list in front, or else the other one; whether there was one.
    pub(super) fn clear_filter(&mut self) -> bool {
        if self.finds_cards() && self.clear_card_filter() {
            return true;
        }
        if !self.filter.is_empty() {
            self.filter.clear();
            self.rearrange();
            return true;
        }
        self.step == Step::Solve && self.clear_card_filter()
    }

    /// Shows every card again; whether some were left out.
    pub(super) fn clear_card_filter(&mut self) -> bool {
        let was = !self.board.filter.is_empty();
        if was {
            self.board.filter = Filter::default();
            self.filter_board();
        }
        was
    }
}

impl App {
    /// Shows the board by approach, or by status again; the selected card stays selected.
    pub(super) fn turn_board(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        workshop.board.lanes = workshop.board.lanes.other();
        workshop.arrange_board();
    }

    /// Shows or hides the dropped solutions.
    pub(super) fn turn_dropped(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        workshop.board.dropped = !workshop.board.dropped;
        workshop.arrange_board();
    }

    /// Asks what the cards are filtered by.
    pub(super) fn choose_cards(&mut self) {
        let today = self.today();
        let Some(workshop) = &self.workshop else { return };
        let (session, now) = (workshop.session(), &workshop.board.filter.facets);
        let shown =
            |it: &&Arc<Solution>| !it.binned && (workshop.board.dropped || it.status != Status::Dropped);
        let solutions: Vec<_> = session.solutions.iter().filter(shown).collect();
        let count = |facet: &Facet| solutions.iter().filter(|solution| facet.fits(solution)).count();
        let owners = owners(session, &solutions).into_iter().filter(|_| !workshop.blank);
        let risks = workshop.derived.order.iter().filter_map(|place| session.risks.get(*place));
        let risks = risks.map(|risk| Facet::Risk(risk.id)).filter(|facet| count(facet) > 0);
        let facets = [Facet::All, Facet::Late(today)].into_iter();
        let facets = facets.chain(Change::ALL.map(Facet::Change)).chain(owners).chain(risks);
        let items = facets.map(|facet| {
            let on = now.contains(&facet);
            Item::Cards(count(&facet), facet, on)
        });
        let items: Vec<Item> = items.collect();
        let place = items.iter().position(|item| matches!(item, Item::Cards(.., true))).unwrap_or(0);
        self.choose(Asked::Cards, items, true, place);
    }

    /// Filters the cards by all that is on, or else by what is selected.
    pub(super) fn take_cards(&mut self, choice: &Choice, selected: Facet) {
        let Some(workshop) = &mut self.workshop else { return };
        let on =
            |item: &Item| if let Item::Cards(_, facet, true) = item { Some(facet.clone()) } else { None };
        let mut facets: Vec<Facet> = choice.items.iter().filter_map(on).collect();
        if selected == Facet::All {
            workshop.board.filter.words.clear();
            facets.clear();
        } else if facets.is_empty() {
            facets.push(selected);
        }
        workshop.board.filter.facets = facets;
        workshop.set_focus(Pane::Board);
        workshop.filter_board();
    }
}

/// Nobody first, then the owners of solutions in the order of the board.
fn owners(session: &Session, solutions: &[&Arc<Solution>]) -> Vec<Facet> {
    let mut owners = vec![Facet::Owner(None)];
    let people = session.people.iter().map(|person| &person.name);
    let is_owner = |name: &&Name| solutions.iter().any(|solution| solution.owner.as_ref() == Some(*name));
    let others = solutions.iter().filter_map(|solution| solution.owner.as_ref());
    for name in people.filter(is_owner).chain(others) {
        let facet = Facet::Owner(Some(name.clone()));
        if !owners.contains(&facet) {
            owners.push(facet);
        }
    }
    owners
}

/// The risks of the list that a solution works on, in the order of its links.
#[must_use]
pub fn listed_risks(session: &Session, solution: &Solution) -> Vec<RiskId> {
    let is_listed = |id: &RiskId| session.risk(*id).is_some_and(|risk| risk.place == Place::List);
    let mut risks: Vec<RiskId> = Vec::new();
    for id in solution.links.iter().map(|link| link.risk).filter(is_listed) {
        if !risks.contains(&id) {
            risks.push(id);
        }
    }
    risks
}
