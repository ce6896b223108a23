//! Replaying a session: the same panes show it as it was after each of its entries; and reviewing, where nothing is
//! written.
//!
//! While it is replayed, [`Workshop::session`] is the session of then, and every action that writes is refused by the one
//! guard. History, saving and drafts know nothing of it. How the bar is drawn is `ui::replay`'s.

use std::sync::Arc;

use super::App;
use super::changes::Filter;
use super::notice::Notice;
use super::overlay::Overlay;
use super::workshop::Workshop;
use crate::domain::change::{Change, Kind, changes};
use crate::domain::{
    Cell, Edit, EntryKind, History, RiskEdit, RiskId, Session, SessionEdit, SolutionEdit, Target,
};

/// How many stops a page is.
const PAGE: usize = 10;

/// What a session was opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OpenedFor {
    /// To work in it.
    #[default]
    Work,
    /// To look at it only.
    Review,
}

/// What one step passes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grain {
    /// Nothing: every entry is a stop.
    #[default]
    Edit,
    /// All but what the room saw: revealed votes.
    Reveal,
    /// All but what the room decided: levels, decisions, what becomes of solutions, closing.
    Decision,
}

impl Grain {
    const fn next(self) -> Self {
        match self {
            Self::Edit => Self::Reveal,
            Self::Reveal => Self::Decision,
            Self::Decision => Self::Edit,
        }
    }
}

/// What an entry was, for the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// Votes were revealed.
    pub reveal: bool,
    /// Something was decided.
    pub decision: bool,
}

impl Mark {
    fn of(kind: &EntryKind) -> Self {
        let EntryKind::Do(edits) = kind else { return Self::default() };
        Self { reveal: edits.iter().any(is_reveal), decision: edits.iter().any(is_decision) }
    }

    const fn stops(self, grain: Grain) -> bool {
        match grain {
            Grain::Edit => true,
            Grain::Reveal => self.reveal,
            Grain::Decision => self.decision,
        }
    }
}

const fn is_reveal(edit: &Edit) -> bool {
    matches!(edit, Edit::Risk(_, RiskEdit::Reveal(_)))
}

const fn is_decision(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::Risk(_, RiskEdit::Agree(..) | RiskEdit::Decision(_))
            | Edit::Solution(_, SolutionEdit::Status(_))
            | Edit::Session(SessionEdit::Close { .. } | SessionEdit::Reopen { .. })
    )
}

/// A session as it was.
#[derive(Debug, Clone)]
pub struct Replay {
    /// After so many entries, 0 to all.
    pub at: usize,
    /// The session then.
    pub session: Arc<Session>,
    /// What one step passes over.
    pub grain: Grain,
    /// What each entry was.
    pub marks: Vec<Mark>,
    /// What changed in each entry, oldest first.
    pub changes: Vec<Change>,
}

impl Replay {
    fn of(history: &History, at: usize) -> Self {
        let marks = history.entries().iter().map(|entry| Mark::of(&entry.kind)).collect();
        Self { at, session: history.at(at), grain: Grain::default(), marks, changes: changes(history) }
    }

    /// What the last entry changed; nothing before the first.
    pub fn told(&self) -> impl Iterator<Item = &Change> {
        let entry = self.at.checked_sub(1);
        let first = self.changes.partition_point(|change| Some(change.entry) < entry);
        self.changes.iter().skip(first).take_while(move |change| Some(change.entry) == entry)
    }

    /// The stop that many stops away, or the last one on that way; both ends are stops.
    fn stop(&self, by: isize) -> usize {
        let last = self.marks.len();
        let is_stop = |at: usize| {
            at == 0 || at == last || self.marks.get(at - 1).is_some_and(|mark| mark.stops(self.grain))
        };
        let (mut at, mut left) = (self.at, by.unsigned_abs());
        while left > 0 {
            let next = if by < 0 {
                (0..at).rfind(|at| is_stop(*at))
            } else {
                (at + 1..=last).find(|at| is_stop(*at))
            };
            let Some(next) = next else { break };
            (at, left) = (next, left - 1);
        }
        at
    }
}

impl Workshop {
    /// The session on screen: of now, or as it was.
    pub(super) fn shown(&self) -> Arc<Session> {
        Arc::clone(self.replay.as_ref().map_or_else(|| self.history.session(), |replay| &replay.session))
    }

    fn replay_at(&mut self, at: usize) {
        if let Some(replay) = &mut self.replay {
            replay.at = at;
            replay.session = self.history.at(at);
            self.refresh();
        }
    }
}

impl App {
    /// Whether a session is replayed on screen.
    #[must_use]
    pub fn replay(&self) -> Option<&Replay> {
        let workshop = self.workshop.as_ref().filter(|_| self.place == super::Place::Workshop)?;
        workshop.replay.as_ref()
    }

    /// Begins to replay the session from its end, or stops.
    pub(super) fn turn_replay(&mut self) {
        if self.leave_replay() {
            return;
        }
        let Some(workshop) = &mut self.workshop else { return };
        let last = workshop.history.entries().len();
        if last == 0 {
            self.notice = Some(Notice::NothingToReplay);
            return;
        }
        self.replay_from(last);
    }

    /// Begins to replay the session after so many entries.
    fn replay_from(&mut self, at: usize) {
        self.end_round();
        self.overlay = None;
        self.preparing.beneath = None;
        self.place = super::Place::Workshop;
        let Some(workshop) = &mut self.workshop else { return };
        workshop.filter.clear();
        workshop.replay = Some(Replay::of(&workshop.history, at));
        workshop.refresh();
    }

    /// Back to the session of now; whether it was replayed.
    pub(super) fn leave_replay(&mut self) -> bool {
        let Some(workshop) = &mut self.workshop else { return false };
        let was = workshop.replay.take().is_some();
        if was {
            workshop.refresh();
        }
        was
    }

    /// Goes on by so many stops.
    pub(super) fn step_replay(&mut self, by: isize) {
        let Some(workshop) = &mut self.workshop else { return };
        let Some(replay) = &workshop.replay else { return };
        let at = replay.stop(by);
        if at == replay.at {
            self.notice = Some(Notice::EndReached);
        } else {
            workshop.replay_at(at);
        }
    }

    /// Goes on by a page of stops, as far as there are any.
    pub(super) fn page_replay(&mut self, forward: bool) {
        let page = isize::try_from(PAGE).unwrap_or(1);
        self.step_replay(if forward { page } else { -page });
    }

    /// Goes to the beginning or the end.
    pub(super) fn end_of_replay(&mut self, last: bool) {
        if let Some(workshop) = &mut self.workshop {
            let at = if last { workshop.history.entries().len() } else { 0 };
            workshop.replay_at(at);
        }
    }

    /// Steps pass over something else.
    pub(super) fn turn_grain(&mut self) {
        if let Some(replay) = self.workshop.as_mut().and_then(|workshop| workshop.replay.as_mut()) {
            replay.grain = replay.grain.next();
        }
    }

    /// Goes to what the last entry changed.
    pub(super) fn show_replayed(&mut self) {
        let about = self.replay().and_then(|replay| replay.told().last()).map(|change| change.about);
        match about {
            Some(about) => self.show_target(about),
            None => self.notice = Some(Notice::EndReached),
        }
    }

    /// Replays the session from the selected change of the log on, and goes to what it changed.
    pub(super) fn replay_changed(&mut self) {
        let Some(Overlay::Changes(log)) = &self.overlay else { return };
        let Some((entry, about)) = log.selected().map(|change| (change.entry, change.about)) else { return };
        self.replay_from(entry + 1);
        self.show_target(about);
    }

    /// Opens the log for what was done to the selected cell.
    pub(super) fn open_cell_history(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        if let Some(risk) = workshop.risk {
            let filter = Filter { cell: Some((risk, workshop.cell)), ..Filter::default() };
            self.open_changes_of(filter);
        }
    }

    /// Opens the selected session to be looked at only.
    pub(super) fn review_selected(&mut self) {
        let Some(listing) = self.home.selection() else { return };
        let path = listing.path.clone();
        self.reviewing = Some(path.clone());
        if self.workshop.as_ref().is_some_and(|workshop| workshop.path == path) {
            self.review_opened();
            self.place = super::Place::Workshop;
        } else if self.must_stay() {
            self.reviewing = None;
        } else {
            self.ask(super::event::Effect::Open(path));
        }
    }

    /// A session that was asked for to be looked at is; any other is open for work.
    pub(super) fn review_opened(&mut self) {
        let asked = self.reviewing.take();
        if let Some(workshop) = &mut self.workshop {
            let is_it = asked.is_some_and(|path| path == workshop.path);
            workshop.opened_for = if is_it { OpenedFor::Review } else { OpenedFor::Work };
        }
    }
}

/// Whether a change was made to this cell.
pub(super) fn is_of_cell(change: &Change, risk: RiskId, cell: Cell) -> bool {
    change.about == Target::Risk(risk, Some(cell))
        && matches!(change.kind, Kind::Edit(_) | Kind::Undo(_) | Kind::Redo(_))
}
