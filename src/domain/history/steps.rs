//! A history step by step: [`History::steps`] walks it once, [`History::at`] goes to one place.

use std::slice;
use std::sync::Arc;

use super::{Cost, Counters, Entry, EntryKind, History, replay};
use crate::domain::{Refusal, Session};

/// An entry with the session before and after it.
#[derive(Debug, Clone)]
pub struct Step {
    /// The place of the entry.
    pub entry: usize,
    /// The place of the entry that is taken back or done again, if it is such a step.
    pub meant: Option<usize>,
    /// The session before it.
    pub before: Arc<Session>,
    /// The session after it.
    pub after: Arc<Session>,
}

/// The steps of a history, oldest first.
#[derive(Debug)]
pub struct Steps<'a> {
    entries: slice::Iter<'a, Arc<Entry>>,
    walked: History,
}

impl Iterator for Steps<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let entry = self.entries.next()?;
        let place = self.walked.entries.len();
        let before = Arc::clone(&self.walked.session);
        let meant = match entry.kind {
            EntryKind::Undo => self.walked.done.last().copied(),
            EntryKind::Redo => self.walked.undone.last().copied(),
            EntryKind::Do(_) | EntryKind::Replaced(_) => None,
        };
        self.walked.walk(entry).ok()?;
        Some(Step { entry: place, meant, before, after: Arc::clone(&self.walked.session) })
    }
}

impl History {
    /// Its entries one by one, each with the session before and after it.
    #[must_use]
    pub fn steps(&self) -> Steps<'_> {
        let walked = Self::start(Arc::clone(&self.base), Counters::default());
        Steps { entries: self.entries.iter(), walked }
    }

    /// The session after so many of its entries: the base after none, the session of now after all.
    #[must_use]
    pub fn at(&self, count: usize) -> Arc<Session> {
        if count >= self.entries.len() {
            return Arc::clone(&self.session);
        }
        let entries = self.entries.iter().take(count).cloned();
        let replayed = Self::replay_all(Arc::clone(&self.base), Counters::default(), entries, u64::MAX);
        // What was replayed as a whole can be replayed in part.
        replayed.map_or_else(|_| Arc::clone(&self.base), |history| history.session)
    }

    /// What would be taken back now.
    #[must_use]
    pub fn last_done(&self) -> Option<&Arc<Entry>> {
        self.entries.get(*self.done.last()?)
    }

    /// What would be done again now.
    #[must_use]
    pub fn last_undone(&self) -> Option<&Arc<Entry>> {
        self.entries.get(*self.undone.last()?)
    }

    /// The places of the entries that are done and not undone, oldest first.
    pub fn done(&self) -> impl Iterator<Item = usize> {
        self.done.iter().copied()
    }

    /// Follows an entry that was recorded and has been replayed: no limit of what is new applies to it.
    fn walk(&mut self, entry: &Arc<Entry>) -> Result<(), Refusal> {
        match &entry.kind {
            EntryKind::Do(_) | EntryKind::Replaced(_) => {
                let (session, work) = replay::after(&self.session, entry)?;
                let weight = self.bound_after(&entry.kind);
                self.costs.push(Cost { weight, work: self.work().saturating_add(work) });
                self.done.push(self.entries.len());
                self.undone.clear();
                self.entries.push(Arc::clone(entry));
                self.session = session;
                self.checkpoints.keep(self.done.len(), &self.session, weight);
                Ok(())
            }
            EntryKind::Undo | EntryKind::Redo => self.follow(Arc::clone(entry)),
        }
    }
}
