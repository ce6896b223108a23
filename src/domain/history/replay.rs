//! A recorded history happens again: [`History::replay`] and [`History::append`].
//!
//! Only what is done and not undone is carried out, on one session and in place: reading a file takes time for its
//! bytes, not for its risks times its entries. What was undone for good leads nowhere and is not tried.

use std::sync::Arc;

use super::checkpoints::Checkpoints;
use super::{BrokenHistory, Counters, Entry, EntryKind, History};
use crate::domain::weight::growth;
use crate::domain::{Refusal, Session};

/// The highest number a recorded entry can have: no meeting reaches it, and there is room to count on.
const MAX_SEQ: u64 = u64::MAX / 2;

impl History {
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
            history.note(entry, in_turn)?;
        }
        history.carry_out()?;
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
        let place = self.entries.len();
        if entry.seq != self.counters.entries + 1 || entry.seq > MAX_SEQ {
            return Err(BrokenHistory { entry: place, refusal: None });
        }
        self.follow(entry).map_err(|refusal| BrokenHistory { entry: place, refusal: Some(refusal) })
    }

    /// Takes an entry in as done or undone, without carrying it out.
    fn note(&mut self, entry: Arc<Entry>, in_turn: bool) -> Result<(), BrokenHistory> {
        let place = self.entries.len();
        if !in_turn || entry.seq > MAX_SEQ {
            return Err(BrokenHistory { entry: place, refusal: None });
        }
        let impossible = |refusal| BrokenHistory { entry: place, refusal: Some(refusal) };
        match &entry.kind {
            EntryKind::Do(_) | EntryKind::Replaced(_) => {
                self.done.push(place);
                self.undone.clear();
            }
            EntryKind::Undo => {
                let undone = self.undoable().map_err(impossible)?;
                self.done.pop();
                self.undone.push(undone);
            }
            EntryKind::Redo => {
                let redone = self.undone.pop().ok_or_else(|| impossible(Refusal::NothingToRedo))?;
                self.done.push(redone);
            }
        }
        self.counters.raise_to_entry(&entry);
        self.entries.push(entry);
        Ok(())
    }

    /// Carries out all that is done.
    fn carry_out(&mut self) -> Result<(), BrokenHistory> {
        self.checkpoints = Checkpoints::for_entries(self.done.len());
        let mut weight = self.base.weight();
        let mut session = (*self.base).clone();
        for (count, &place) in (1..).zip(&self.done) {
            let Some(entry) = self.entries.get(place) else { continue };
            carry_out(entry, &mut session)
                .map_err(|refusal| BrokenHistory { entry: place, refusal: Some(refusal) })?;
            weight = match &entry.kind {
                EntryKind::Replaced(_) => growth(&entry.kind),
                EntryKind::Do(_) | EntryKind::Undo | EntryKind::Redo => {
                    weight.saturating_add(growth(&entry.kind))
                }
            };
            self.weights.push(weight);
            if self.checkpoints.is_due(count) {
                self.checkpoints.keep(count, &Arc::new(session.clone()));
            }
        }
        self.session = Arc::new(session);
        Ok(())
    }

    /// The session after the first `count` of what is done.
    pub(super) fn after_done(&self, count: usize) -> Result<Arc<Session>, Refusal> {
        let (from, start) = self.checkpoints.before(count).unwrap_or((0, &self.base));
        if from == count {
            return Ok(Arc::clone(start));
        }
        let mut session = (**start).clone();
        for place in self.done.iter().take(count).skip(from) {
            if let Some(entry) = self.entries.get(*place) {
                carry_out(entry, &mut session)?;
            }
        }
        Ok(Arc::new(session))
    }
}

/// The session after what this entry does.
pub(super) fn after(session: &Session, entry: &Entry) -> Result<Arc<Session>, Refusal> {
    let mut next = session.clone();
    carry_out(entry, &mut next)?;
    Ok(Arc::new(next))
}

/// Does what this entry does; an undo or redo does nothing by itself. After a refusal the session is neither the one
/// before nor the one after.
fn carry_out(entry: &Entry, session: &mut Session) -> Result<(), Refusal> {
    match &entry.kind {
        EntryKind::Do(edits) => edits.iter().try_for_each(|edit| session.apply(edit)),
        EntryKind::Replaced(replacement) => {
            *session = (**replacement).clone();
            Ok(())
        }
        EntryKind::Undo | EntryKind::Redo => Ok(()),
    }
}
