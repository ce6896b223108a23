//! A recorded history happens again: [`History::replay`], [`History::append`] and [`History::extend`].
//!
//! Only what is done and not undone is carried out, on one session and in place: reading a file takes time for its
//! bytes, not for its risks times its entries. What was undone for good leads nowhere and is not tried.

use std::sync::Arc;

use super::checkpoints::Checkpoints;
use super::{BrokenHistory, Cost, Counters, Entry, EntryKind, History};
use crate::domain::weight::growth;
use crate::domain::{MAX_WEIGHT, MAX_WORK, Refusal, Session};

/// The highest number a recorded entry can have: no meeting reaches it, and there is room to count on.
const MAX_SEQ: u64 = u64::MAX / 2;
/// Looking at all texts of a session is as much work as looking at one item for so many bytes of it.
const BYTES: u64 = 4;

impl History {
    /// The history that was recorded: a base and the entries since.
    ///
    /// # Errors
    /// [`BrokenHistory`] at the first entry that could not have followed the ones before it, or is more than
    /// [`MAX_WORK`] together with them.
    pub fn replay(
        base: Arc<Session>,
        counters: Counters,
        entries: impl IntoIterator<Item = Arc<Entry>>,
    ) -> Result<Self, BrokenHistory> {
        Self::replay_all(base, counters, entries, MAX_WORK)
    }

    /// The same with another limit of the work.
    pub(super) fn replay_all(
        base: Arc<Session>,
        counters: Counters,
        entries: impl IntoIterator<Item = Arc<Entry>>,
        most: u64,
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
        history.carry_out(most)?;
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

    /// Lets entries happen that were recorded after this history was, as far as they could have followed and take no
    /// more than [`MAX_WORK`]; how many.
    pub fn extend(&mut self, entries: impl IntoIterator<Item = Arc<Entry>>) -> usize {
        let before = self.entries.len();
        let mut session = (*self.session).clone();
        let mut left = MAX_WORK;
        for entry in entries {
            let in_turn = entry.seq == self.counters.entries.saturating_add(1) && entry.seq <= MAX_SEQ;
            if !in_turn || !self.follow_on(&entry, &mut session, &mut left) {
                break;
            }
            self.counters.raise_to_entry(&entry);
            self.entries.push(entry);
        }
        self.session = Arc::new(session);
        self.entries.len().saturating_sub(before)
    }

    /// Lets an entry happen to the session in place; whether it did. If not, the session is the one before.
    fn follow_on(&mut self, entry: &Entry, session: &mut Session, left: &mut u64) -> bool {
        let place = self.entries.len();
        match &entry.kind {
            EntryKind::Do(_) | EntryKind::Replaced(_) => {
                if !self.carry_on(entry, session, left) {
                    return false;
                }
                self.undone.clear();
                self.done.push(place);
            }
            EntryKind::Undo => {
                let Ok(undone) = self.undoable() else { return false };
                let count = self.done.len().saturating_sub(1);
                let from = self.checkpoints.before(count).map_or(0, |(from, _)| from);
                let work_at = |count: usize| {
                    count.checked_sub(1).and_then(|last| self.costs.get(last)).map_or(0, |cost| cost.work)
                };
                let copied = session.risks.len().saturating_add(session.solutions.len());
                let copied = u64::try_from(copied).unwrap_or(u64::MAX);
                let work = work_at(count).saturating_sub(work_at(from)).saturating_add(copied);
                let (Some(rest), Ok(before)) = (left.checked_sub(work), self.after_done(count)) else {
                    return false;
                };
                *left = rest;
                *session = Arc::unwrap_or_clone(before);
                self.done.pop();
                self.costs.pop();
                self.checkpoints.forget(count.saturating_add(1));
                self.undone.push(undone);
            }
            EntryKind::Redo => {
                let again = self.undone.last().and_then(|&place| self.entries.get(place)).cloned();
                let Some(again) = again else { return false };
                if !self.carry_on(&again, session, left) {
                    return false;
                }
                self.done.extend(self.undone.pop());
            }
        }
        if self.checkpoints.is_due(self.done.len()) {
            let weight = self.costs.last().map_or(MAX_WEIGHT, |cost| cost.weight);
            self.checkpoints.keep(self.done.len(), &Arc::new(session.clone()), weight);
        }
        true
    }

    /// Carries out an entry on the session and notes what it comes to, unless it is refused, makes the session too large
    /// or is too much work; the session is the one before then.
    fn carry_on(&mut self, entry: &Entry, session: &mut Session, left: &mut u64) -> bool {
        let mut weight = self.bound_after(&entry.kind);
        let carried = carry_out(entry, session, *left);
        let mut work = carried.as_ref().map_or(0, |work| *work);
        let mut fits = carried.is_ok() && is_sound(&entry.kind);
        if fits && weight > MAX_WEIGHT {
            weight = session.weight();
            work = work.saturating_add(weight / BYTES);
            fits = weight <= MAX_WEIGHT;
        }
        let rest = left.checked_sub(work).filter(|_| fits);
        let Some(rest) = rest else {
            if let Ok(before) = self.after_done(self.done.len()) {
                *session = Arc::unwrap_or_clone(before);
            }
            return false;
        };
        *left = rest;
        self.costs.push(Cost { weight, work: self.work().saturating_add(work) });
        true
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
    fn carry_out(&mut self, most: u64) -> Result<(), BrokenHistory> {
        self.checkpoints = Checkpoints::for_entries(self.done.len());
        let (mut weight, mut work) = (self.base.weight(), 0_u64);
        let mut session = (*self.base).clone();
        for (count, &place) in (1..).zip(&self.done) {
            let Some(entry) = self.entries.get(place) else { continue };
            let more = carry_out(entry, &mut session, most.saturating_sub(work))
                .map_err(|refusal| BrokenHistory { entry: place, refusal: Some(refusal) })?;
            work = work.saturating_add(more);
            weight = match &entry.kind {
                EntryKind::Replaced(_) => growth(&entry.kind),
                EntryKind::Do(_) | EntryKind::Undo | EntryKind::Redo => {
                    weight.saturating_add(growth(&entry.kind))
                }
            };
            self.costs.push(Cost { weight, work });
            if self.checkpoints.is_due(count) {
                self.checkpoints.keep(count, &Arc::new(session.clone()), weight);
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
                carry_out(entry, &mut session, u64::MAX)?;
            }
        }
        Ok(Arc::new(session))
    }
}

/// Whether a session put in place has nothing wrong in it.
fn is_sound(kind: &EntryKind) -> bool {
    match kind {
        EntryKind::Replaced(session) => session.check().is_empty(),
        EntryKind::Do(_) | EntryKind::Undo | EntryKind::Redo => true,
    }
}

/// The session after what this entry does, and how much work that is.
pub(super) fn after(session: &Session, entry: &Entry) -> Result<(Arc<Session>, u64), Refusal> {
    let mut next = session.clone();
    let work = carry_out(entry, &mut next, u64::MAX)?;
    Ok((Arc::new(next), work))
}

/// Does what this entry does, and tells how much work that was; an undo or redo does nothing by itself. After a refusal
/// the session is neither the one before nor the one after.
fn carry_out(entry: &Entry, session: &mut Session, most: u64) -> Result<u64, Refusal> {
    match &entry.kind {
        EntryKind::Do(edits) => edits.iter().try_fold(0_u64, |work, edit| {
            let work = work.saturating_add(session.work(edit));
            if work > most {
                return Err(Refusal::TooMuchWork);
            }
            session.apply(edit).map(|()| work)
        }),
        EntryKind::Replaced(replacement) => {
            *session = (**replacement).clone();
            Ok(1)
        }
        EntryKind::Undo | EntryKind::Redo => Ok(0),
    }
}
