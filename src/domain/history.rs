//! History: a session with everything that was done to it. Undo is the replay of a shorter history.
//!
//! Whether anything of this is on disk is `store`'s concern; how often it is replayed for drawing (never) is `app`'s.

mod checkpoints;
mod counters;
mod replay;
mod steps;

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::weight;
use super::{Edit, Key, MAX_WEIGHT, PersonId, Refusal, RiskId, Session, SolutionId, TopicId};
use checkpoints::Checkpoints;
pub use counters::Counters;
pub use steps::{Step, Steps};

/// What an entry does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum EntryKind {
    /// These edits, all or none.
    Do(Vec<Edit>),
    /// The last thing done and not undone is undone.
    Undo,
    /// The last thing undone is done again.
    Redo,
    /// The whole session was replaced, because it was edited outside the program.
    Replaced(Box<Session>),
}

/// One user action: one undo step, one line of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number, counted from 1 without gaps over the life of the session.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// The name of the action.
    pub action: Key,
    /// What it did.
    pub kind: EntryKind,
}

/// Why a recorded history is not one that could have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenHistory {
    /// The place of the entry in the list, from 0.
    pub entry: usize,
    /// Why it cannot follow the ones before it; `None` if its number is out of turn.
    pub refusal: Option<Refusal>,
}

/// A session now, and how it came to be so.
///
/// Always: replaying the entries from the base gives the session, and the counters are at least as high as every id.
#[derive(Debug, Clone)]
pub struct History {
    base: Arc<Session>,
    entries: Vec<Arc<Entry>>,
    counters: Counters,
    session: Arc<Session>,
    /// Places in `entries` of what is done and not undone, oldest first.
    done: Vec<usize>,
    /// Places in `entries` of what is undone, the next to redo last.
    undone: Vec<usize>,
    /// For each of `done`, what the session came to with it.
    costs: Vec<Cost>,
    /// Where an undo can start.
    checkpoints: Checkpoints,
}

/// What a session comes to with an entry and those before it.
#[derive(Debug, Clone, Copy)]
struct Cost {
    /// A bound of what the session weighs.
    weight: u64,
    /// What is to be looked at to let all of them happen again.
    work: u64,
}

impl Entry {
    /// Whether all it did is possible after a closing, too.
    #[must_use]
    pub fn is_follow_up(&self) -> bool {
        matches!(&self.kind, EntryKind::Do(edits) if edits.iter().all(Edit::is_follow_up))
    }
}

impl History {
    /// A history that begins with this session.
    #[must_use]
    pub fn new(base: Session) -> Self {
        let mut counters = Counters::default();
        counters.raise_to_session(&base);
        Self::start(Arc::new(base), counters)
    }

    fn start(base: Arc<Session>, counters: Counters) -> Self {
        let session = Arc::clone(&base);
        let (entries, done, undone, costs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { base, entries, counters, session, done, undone, costs, checkpoints: Checkpoints::default() }
    }

    /// The session now.
    #[must_use]
    pub const fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// The session at the beginning.
    #[must_use]
    pub const fn base(&self) -> &Arc<Session> {
        &self.base
    }

    /// Everything since the beginning, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// The highest numbers handed out.
    #[must_use]
    pub const fn counters(&self) -> Counters {
        self.counters
    }

    /// The number of the last entry; it rises with every change.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.counters.entries
    }

    /// How much is looked at to let all that is done happen again; a file may take [`MAX_WORK`](crate::domain::MAX_WORK).
    #[must_use]
    pub fn work(&self) -> u64 {
        self.costs.last().map_or(0, |cost| cost.work)
    }

    /// The id for a new risk.
    #[must_use]
    pub const fn next_risk(&self) -> RiskId {
        RiskId::after(self.counters.risks)
    }

    /// The id for a new solution.
    #[must_use]
    pub const fn next_solution(&self) -> SolutionId {
        SolutionId::after(self.counters.solutions)
    }

    /// The id for a new participant.
    #[must_use]
    pub const fn next_person(&self) -> PersonId {
        PersonId::after(self.counters.people)
    }

    /// The id for a new topic.
    #[must_use]
    pub const fn next_topic(&self) -> TopicId {
        TopicId::after(self.counters.topics)
    }

    /// Carries out the edits of one action, all or none.
    ///
    /// # Errors
    /// The first [`Refusal`], or [`Refusal::NothingChanges`]; nothing has changed then.
    pub fn commit(&mut self, at: Timestamp, action: Key, edits: Vec<Edit>) -> Result<(), Refusal> {
        self.record(at, action, EntryKind::Do(edits))
    }

    /// Puts another session in place of this one, because it was edited outside the program.
    ///
    /// # Errors
    /// [`Refusal::NothingChanges`] if it is the same session.
    pub fn replace(&mut self, at: Timestamp, action: Key, session: Session) -> Result<(), Refusal> {
        self.record(at, action, EntryKind::Replaced(Box::new(session)))
    }

    /// Undoes the last entry done, and gives it back.
    ///
    /// # Errors
    /// [`Refusal::NothingToUndo`] at the beginning, [`Refusal::UndoStopsAtClosing`] at a closing.
    pub fn undo(&mut self, at: Timestamp, action: Key) -> Result<Arc<Entry>, Refusal> {
        self.record(at, action, EntryKind::Undo)?;
        let entry = self.undone.last().and_then(|&place| self.entries.get(place));
        entry.cloned().ok_or(Refusal::NothingToUndo)
    }

    /// Does the last entry undone again, and gives it back.
    ///
    /// # Errors
    /// [`Refusal::NothingToRedo`] if nothing was undone since the last change.
    pub fn redo(&mut self, at: Timestamp, action: Key) -> Result<Arc<Entry>, Refusal> {
        self.record(at, action, EntryKind::Redo)?;
        let entry = self.done.last().and_then(|&place| self.entries.get(place));
        entry.cloned().ok_or(Refusal::NothingToRedo)
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.undoable().is_ok()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The same with about so many of its entries: the oldest have become a part of the base, so that undo stops there.
    ///
    /// More entries stay if something kept undoes or does again what would be gone. Session and counters are the same.
    ///
    /// # Errors
    /// [`BrokenHistory`] never, as long as a history replays.
    pub fn folded(&self, keep: usize) -> Result<Self, BrokenHistory> {
        let count = self.fold(self.entries.len().saturating_sub(keep));
        let (gone, kept) = self.entries.split_at_checked(count).unwrap_or((&[], &self.entries));
        let (base, gone, kept) = (Arc::clone(&self.base), gone.iter().cloned(), kept.iter().cloned());
        let before = Self::replay_all(base, Counters::default(), gone, u64::MAX)?;
        Self::replay_all(before.session, self.counters, kept, u64::MAX)
    }

    /// Whether the entries after this number neither undo nor do again anything up to it.
    #[must_use]
    pub fn can_fold_to(&self, seq: u64) -> bool {
        let count = self.entries.partition_point(|entry| entry.seq <= seq);
        self.fold(count) == count
    }

    /// The most entries up to this count that nothing later reaches back to.
    fn fold(&self, most: usize) -> usize {
        let (mut done, mut undone) = (Vec::new(), Vec::new());
        // Of each entry, how far back a later one reaches that comes after it.
        let mut reached: Vec<(usize, usize)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let from = match entry.kind {
                EntryKind::Do(_) | EntryKind::Replaced(_) => {
                    done.push(place);
                    undone.clear();
                    None
                }
                EntryKind::Undo => done.pop().inspect(|place| undone.push(*place)),
                EntryKind::Redo => undone.pop().inspect(|place| done.push(*place)),
            };
            reached.extend(from.map(|from| (from, place)));
        }
        // The latest first: a count that one of them splits is lowered to before what it reaches.
        let mut count = most;
        let mut moved = true;
        while moved {
            let split = reached.iter().filter(|(from, by)| *from < count && count <= *by);
            let lowest = split.map(|(from, _)| *from).min();
            moved = lowest.is_some();
            count = lowest.unwrap_or(count);
        }
        count
    }

    fn record(&mut self, at: Timestamp, action: Key, kind: EntryKind) -> Result<(), Refusal> {
        let seq = self.counters.entries + 1;
        self.follow(Arc::new(Entry { seq, at, action, kind }))
    }

    /// Lets an entry happen: new or recorded, the same way.
    fn follow(&mut self, entry: Arc<Entry>) -> Result<(), Refusal> {
        let place = self.entries.len();
        let session = match &entry.kind {
            EntryKind::Do(_) | EntryKind::Replaced(_) => {
                let (session, work) = replay::after(&self.session, &entry)?;
                if session == self.session {
                    return Err(Refusal::NothingChanges);
                }
                let weight = self.weight_after(&entry.kind, &session)?;
                self.costs.push(Cost { weight, work: self.work().saturating_add(work) });
                self.done.push(place);
                self.undone.clear();
                session
            }
            EntryKind::Undo => {
                let undone = self.undoable()?;
                let session = self.after_done(self.done.len() - 1)?;
                self.done.pop();
                self.costs.pop();
                self.undone.push(undone);
                session
            }
            EntryKind::Redo => {
                let &redone = self.undone.last().ok_or(Refusal::NothingToRedo)?;
                let again = self.entries.get(redone).ok_or(Refusal::NothingToRedo)?;
                let (session, work) = replay::after(&self.session, again)?;
                let weight = self.bound_after(&again.kind);
                self.undone.pop();
                self.costs.push(Cost { weight, work: self.work().saturating_add(work) });
                self.done.push(redone);
                session
            }
        };
        self.counters.raise_to_entry(&entry);
        self.entries.push(entry);
        self.session = session;
        self.checkpoints.keep(self.done.len(), &self.session, self.weight());
        Ok(())
    }

    /// A bound of what the session weighs after this, grown by what the edits bring; only once it passes the limit are
    /// all texts looked at.
    fn weight_after(&self, kind: &EntryKind, session: &Session) -> Result<u64, Refusal> {
        let bound = self.bound_after(kind);
        if bound <= MAX_WEIGHT {
            return Ok(bound);
        }
        let weight = session.weight();
        if weight <= MAX_WEIGHT { Ok(weight) } else { Err(Refusal::TooLarge) }
    }

    fn bound_after(&self, kind: &EntryKind) -> u64 {
        let before = match kind {
            EntryKind::Do(_) | EntryKind::Undo | EntryKind::Redo => self.weight(),
            EntryKind::Replaced(_) => 0,
        };
        before.saturating_add(weight::growth(kind))
    }

    /// A bound of what the session weighs.
    fn weight(&self) -> u64 {
        self.costs.last().map_or_else(|| self.base.weight(), |cost| cost.weight)
    }

    fn undoable(&self) -> Result<usize, Refusal> {
        let &place = self.done.last().ok_or(Refusal::NothingToUndo)?;
        match self.entries.get(place).map(|entry| &entry.kind) {
            Some(EntryKind::Do(edits)) if edits.iter().any(Edit::is_closing) => {
                Err(Refusal::UndoStopsAtClosing)
            }
            Some(_) => Ok(place),
            None => Err(Refusal::NothingToUndo),
        }
    }
}
