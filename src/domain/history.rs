//! History: a session with everything that was done to it. Undo is the replay of a shorter history.
//!
//! Whether anything of this is on disk is `store`'s concern; how often it is replayed for drawing (never) is `app`'s.

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Edit, Key, PersonId, Refusal, RiskId, Session, SolutionId, TopicId};

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

/// The highest number handed out per kind of id; only ever raised, so that no id is used again. The number of entries is
/// that of the last one kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counters {
    /// Of entries.
    pub entries: u64,
    /// Of risks.
    pub risks: u32,
    /// Of solutions.
    pub solutions: u32,
    /// Of participants.
    pub people: u32,
    /// Of topics.
    pub topics: u32,
}

impl Counters {
    /// Raises the counters to the ids a session uses.
    fn raise_to_session(&mut self, session: &Session) {
        let number = |ids: &mut dyn Iterator<Item = u32>, known: u32| ids.fold(known, u32::max);
        self.risks = number(&mut session.risks.iter().map(|risk| risk.id.number()), self.risks);
        let mut solutions = session.solutions.iter().map(|solution| solution.id.number());
        self.solutions = number(&mut solutions, self.solutions);
        self.people = number(&mut session.people.iter().map(|person| person.id.number()), self.people);
        self.topics = number(&mut session.topics.iter().map(|topic| topic.id.number()), self.topics);
    }

    /// Raises the counters to the ids an entry uses.
    fn raise_to_entry(&mut self, entry: &Entry) {
        self.entries = self.entries.max(entry.seq);
        match &entry.kind {
            EntryKind::Do(edits) => {
                for edit in edits {
                    match edit {
                        Edit::AddPerson(person) => self.people = self.people.max(person.id.number()),
                        Edit::AddRisk(risk) => self.risks = self.risks.max(risk.id.number()),
                        Edit::AddSolution(solution) => {
                            self.solutions = self.solutions.max(solution.id.number());
                        }
                        Edit::AddTopic(topic) => self.topics = self.topics.max(topic.id.number()),
                        Edit::Session(_)
                        | Edit::Person(..)
                        | Edit::Risk(..)
                        | Edit::Solution(..)
                        | Edit::Topic(..)
                        | Edit::Card(_)
                        | Edit::ForgetCard(_) => {}
                    }
                }
            }
            EntryKind::Replaced(session) => self.raise_to_session(session),
            EntryKind::Undo | EntryKind::Redo => {}
        }
    }
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
    /// Sessions after so many of `done`, rising; every undo starts at one of them.
    checkpoints: Vec<(usize, Arc<Session>)>,
}

/// How many done entries lie between checkpoints: an undo replays fewer than this.
const CHECKPOINT_EVERY: usize = 64;

/// The highest number a recorded entry can have: no meeting reaches it, and there is room to count on.
const MAX_SEQ: u64 = u64::MAX / 2;

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
        let (entries, done, undone, checkpoints) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { base, entries, counters, session, done, undone, checkpoints }
    }

    /// The history that was recorded: a base and the entries since.
    ///
    /// # Errors
    /// [`BrokenHistory`] at the first entry that could not have followed the ones before it.
    pub fn replay(
        base: Arc<Session>,
        counters: Counters,
        entries: impl IntoIterator<Item = Arc<Entry>>,
    ) -> Result<Self, BrokenHistory> {
        let mut history = Self::start(base, counters);
        let base = Arc::clone(&history.base);
        history.counters.raise_to_session(&base);
        if counters.entries > MAX_SEQ {
            return Err(BrokenHistory { entry: 0, refusal: None });
        }
        for entry in entries {
            let in_turn = history.entries.last().is_none_or(|last| entry.seq == last.seq + 1);
            history.recorded(entry, in_turn)?;
        }
        // Of a history cut short the next entry follows the last one left; ids stay used up.
        if let Some(last) = history.entries.last() {
            history.counters.entries = last.seq;
        }
        Ok(history)
    }

    /// Lets an entry happen that was recorded after this history was.
    ///
    /// # Errors
    /// [`BrokenHistory`] if it could not have followed; nothing has changed then.
    pub fn append(&mut self, entry: Arc<Entry>) -> Result<(), BrokenHistory> {
        let in_turn = entry.seq == self.counters.entries + 1;
        self.recorded(entry, in_turn)
    }

    fn recorded(&mut self, entry: Arc<Entry>, in_turn: bool) -> Result<(), BrokenHistory> {
        let place = self.entries.len();
        if !in_turn || entry.seq > MAX_SEQ {
            return Err(BrokenHistory { entry: place, refusal: None });
        }
        self.follow(entry).map_err(|refusal| BrokenHistory { entry: place, refusal: Some(refusal) })
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
        let before = Self::replay(Arc::clone(&self.base), Counters::default(), gone.iter().cloned())?;
        Self::replay(before.session, self.counters, kept.iter().cloned())
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
                let session = after(&self.session, &entry)?;
                if session == self.session {
                    return Err(Refusal::NothingChanges);
                }
                self.done.push(place);
                self.undone.clear();
                session
            }
            EntryKind::Undo => {
                let undone = self.undoable()?;
                let session = self.after_done(self.done.len() - 1)?;
                self.done.pop();
                self.undone.push(undone);
                session
            }
            EntryKind::Redo => {
                let &redone = self.undone.last().ok_or(Refusal::NothingToRedo)?;
                let again = self.entries.get(redone).ok_or(Refusal::NothingToRedo)?;
                let session = after(&self.session, again)?;
                self.undone.pop();
                self.done.push(redone);
                session
            }
        };
        self.counters.raise_to_entry(&entry);
        self.entries.push(entry);
        self.session = session;
        self.keep_checkpoint();
        Ok(())
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

    /// The session after the first `count` of what is done.
    fn after_done(&self, count: usize) -> Result<Arc<Session>, Refusal> {
        let start = self.checkpoints.iter().rev().find(|(at, _)| *at <= count);
        let (from, session) = start.map_or((0, &self.base), |(at, session)| (*at, session));
        let mut session = Arc::clone(session);
        for place in self.done.iter().take(count).skip(from) {
            if let Some(entry) = self.entries.get(*place) {
                session = after(&session, entry)?;
            }
        }
        Ok(session)
    }

    fn keep_checkpoint(&mut self) {
        let count = self.done.len();
        self.checkpoints.retain(|(at, _)| *at < count);
        if count > 0 && count.is_multiple_of(CHECKPOINT_EVERY) {
            self.checkpoints.push((count, Arc::clone(&self.session)));
        }
    }
}

/// The session after what this entry does; an undo or redo does nothing by itself.
fn after(session: &Arc<Session>, entry: &Entry) -> Result<Arc<Session>, Refusal> {
    match &entry.kind {
        EntryKind::Do(edits) => {
            let mut next = (**session).clone();
            edits.iter().try_for_each(|edit| next.apply(edit))?;
            Ok(Arc::new(next))
        }
        EntryKind::Replaced(replacement) => Ok(Arc::new((**replacement).clone())),
        EntryKind::Undo | EntryKind::Redo => Ok(Arc::clone(session)),
    }
}
