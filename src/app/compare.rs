//! Two sessions compared on screen: what is shown of the comparison, and risks matched by hand.
//!
//! What distinguishes them is `domain::compare`'s, found when the two are there and when a match is corrected; the
//! corrections last as long as the comparison is open. How it is drawn is `ui::compare`'s.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::cursor::Cursor;
use super::event::Effect;
use super::notice::{Notice, Unavailable};
use super::overlay::Overlay;
use crate::domain::compare::{Comparison, Pairing, Row, Side};
use crate::domain::{History, RiskId, Session, Target};

/// One of the two sessions.
#[derive(Debug, Clone)]
pub struct Compared {
    /// Its file.
    pub path: PathBuf,
    /// It, with all that was done to it.
    pub history: History,
}

impl Compared {
    /// The session.
    #[must_use]
    pub fn session(&self) -> &Arc<Session> {
        self.history.session()
    }
}

/// One of the two, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The first one.
    Before,
    /// The second one.
    After,
}

/// A comparison on screen.
#[derive(Debug, Clone)]
pub struct OpenCompare {
    /// The first session.
    pub before: Compared,
    /// The second one.
    pub after: Compared,
    /// What distinguishes them.
    pub comparison: Comparison,
    /// What was corrected by hand.
    pub pairing: Pairing,
    /// The places of the rows that are shown.
    pub rows: Vec<usize>,
    /// Whether only what has changed is shown.
    pub only_changes: bool,
    /// Whether the heat maps are shown instead of the rows.
    pub maps: bool,
    /// A risk that is gone, and waits for the new one that it is.
    pub waiting: Option<RiskId>,
    /// The selected row.
    pub cursor: Cursor,
}

impl OpenCompare {
    fn of(before: Compared, after: Compared, pairing: Pairing) -> Self {
        let (first, second) = (before.session(), after.session());
        let comparison = Comparison::of(first, second, &pairing, Some(&after.history));
        let only_changes = comparison.rows.iter().any(Row::is_change);
        let mut open = Self {
            before,
            after,
            comparison,
            pairing,
            rows: Vec::new(),
            only_changes,
            maps: false,
            waiting: None,
            cursor: Cursor::default(),
        };
        open.refilter();
        open
    }

    /// How many lines tell what distinguishes the sessions as such.
    #[must_use]
    pub fn facts(&self) -> usize {
        self.comparison.settings.count() + usize::from(!self.comparison.work.is_empty())
    }

    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&Row> {
        self.row(self.cursor.place)
    }

    /// In which session it must not be told yet how a risk stands: in the other one the room is about to give its own
    /// levels, and nobody should vote after those of last time.
    #[must_use]
    pub fn hidden(&self, row: &Row) -> Option<End> {
        let (before, after) = row.before.as_ref().zip(row.after.as_ref())?;
        let is_about_to_score = |it: &Compared, side: &Side| {
            let session = it.session();
            session.carried_from.is_some() && !session.is_closed() && !side.priority.scored
        };
        if is_about_to_score(&self.after, after) {
            Some(End::Before)
        } else {
            is_about_to_score(&self.before, before).then_some(End::After)
        }
    }

    /// The row at a place among those shown.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Row> {
        self.comparison.rows.get(*self.rows.get(place)?)
    }

    fn refilter(&mut self) {
        let selected = self.rows.get(self.cursor.place).copied();
        let rows = self.comparison.rows.iter().enumerate();
        let shown = rows.filter(|(_, row)| !self.only_changes || row.is_change());
        self.rows = shown.map(|(place, _)| place).collect();
        let before = selected.map_or(0, |selected| self.rows.partition_point(|place| *place < selected));
        self.cursor.place = before.min(self.rows.len().saturating_sub(1));
    }

    /// Finds the differences again after a match was corrected; the selection stays on this risk.
    fn compare_again(&mut self, keep: Option<RiskId>) {
        let (first, second) = (self.before.session(), self.after.session());
        self.comparison = Comparison::of(first, second, &self.pairing, Some(&self.after.history));
        self.refilter();
        let is_it = |place: &usize| {
            let row = self.comparison.rows.get(*place);
            keep.is_some() && row.and_then(|row| row.before.as_ref()).map(|side| side.id) == keep
        };
        if let Some(place) = self.rows.iter().position(is_it) {
            self.cursor.place = place;
        }
    }
}

impl App {
    /// Asks for the two marked sessions, the older one first.
    pub(super) fn compare_marked(&mut self) {
        let mut marked = self.home.marked_by_age();
        if let (Some(to), Some(from)) = (marked.pop(), marked.pop()) {
            self.ask(Effect::Compare { from, to });
        }
    }

    /// Asks for the session that the one on screen goes on from.
    pub(super) fn compare_with_last(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let Some(earlier) = workshop.history.session().carried_from else {
            self.notice = Some(Notice::Unavailable(super::Action::GoCompare, Unavailable::NotCarried));
            return;
        };
        let to = workshop.path.clone();
        match self.home.path_of(earlier) {
            Some(from) => self.ask(Effect::Compare { from, to }),
            None => self.notice = Some(Notice::EarlierNotFound),
        }
    }

    /// Shows what distinguishes two sessions.
    pub(super) fn compared(&mut self, before: Compared, after: Compared) {
        let open = OpenCompare::of(before, after, Pairing::default());
        self.lay_over(Overlay::Compare(Box::new(open)));
    }

    /// How many rows are shown.
    pub(super) fn compared_rows(&self) -> usize {
        let Some(Overlay::Compare(open)) = &self.overlay else { return 0 };
        open.rows.len()
    }

    /// Shows only what has changed, or all.
    pub(super) fn turn_changes(&mut self) {
        if let Some(Overlay::Compare(open)) = &mut self.overlay {
            open.only_changes = !open.only_changes;
            open.refilter();
        }
    }

    /// Shows the heat maps, or the rows again.
    pub(super) fn turn_compared_maps(&mut self) {
        if let Some(Overlay::Compare(open)) = &mut self.overlay {
            open.maps = !open.maps;
        }
    }

    /// Swaps the two sessions.
    pub(super) fn swap_compared(&mut self) {
        let Some(Overlay::Compare(open)) = self.overlay.take() else { return };
        let OpenCompare { before, after, pairing, only_changes, maps, .. } = *open;
        let same = pairing.same.iter().map(|(one, other)| (*other, *one)).collect();
        // What was taken apart is told by the risks of the first session; of the other one they are those paired with it.
        let listed = |id: &RiskId| before.session().risk(*id).map(|risk| risk.uid);
        let uids: Vec<_> = pairing.apart.iter().filter_map(listed).collect();
        let apart = after.session().risks.iter().filter(|risk| uids.contains(&risk.uid)).map(|risk| risk.id);
        let pairing = Pairing { same, apart: apart.collect() };
        let mut open = OpenCompare::of(after, before, pairing);
        (open.only_changes, open.maps) = (only_changes, maps);
        open.refilter();
        self.overlay = Some(Overlay::Compare(Box::new(open)));
    }

    /// Takes two risks for one, or takes one apart into two.
    pub(super) fn match_risks(&mut self) {
        let Some(Overlay::Compare(open)) = &mut self.overlay else { return };
        let Some(row) = open.selected() else { return };
        let ids = (row.before.as_ref().map(|side| side.id), row.after.as_ref().map(|side| side.id));
        self.notice = Some(match (ids, open.waiting) {
            ((Some(one), Some(other)), _) => {
                open.pairing.same.remove(&one);
                open.pairing.apart.insert(one);
                open.waiting = None;
                open.compare_again(Some(one));
                Notice::TakenApart(one, other)
            }
            ((None, Some(other)), Some(one)) => {
                open.pairing.same.insert(one, other);
                open.pairing.apart.remove(&one);
                open.waiting = None;
                open.compare_again(Some(one));
                Notice::Matched(one, other)
            }
            ((Some(one), None), _) => {
                open.waiting = Some(one);
                Notice::WaitsForMatch(one)
            }
            ((None, _), _) => Notice::NoMatch,
        });
    }

    /// Goes to the selected risk in its session: in the second one, or else in the first.
    pub(super) fn open_difference(&mut self) {
        let Some(Overlay::Compare(open)) = &self.overlay else { return };
        let found = open.selected().and_then(|row| match (&row.after, &row.before) {
            (Some(side), _) => Some((open.after.path.clone(), side.id)),
            (None, Some(side)) => Some((open.before.path.clone(), side.id)),
            (None, None) => None,
        });
        if let Some((path, id)) = found {
            self.jump_to(path, Target::Risk(id, None));
        }
    }

    /// Goes to something in a session, which is opened first if it is not.
    pub(super) fn jump_to(&mut self, path: PathBuf, target: Target) {
        if self.workshop.as_ref().is_some_and(|workshop| workshop.path == path) {
            self.overlay = None;
            self.preparing.beneath = None;
            self.place = super::Place::Workshop;
            self.leave_replay();
            self.show_target(target);
        } else if !self.must_stay() {
            self.reviewing = None;
            self.jump = Some((path.clone(), target));
            self.ask(Effect::Open(path));
        }
    }

    /// Goes to what a session was opened for.
    pub(super) fn land(&mut self) {
        let Some((path, target)) = self.jump.take() else { return };
        if self.workshop.as_ref().is_some_and(|workshop| workshop.path == path) {
            self.show_target(target);
        }
    }
}
