//! Sessions kept along the way, so that an undo replays a part of the history only: [`Checkpoints`].

use std::sync::Arc;

use crate::domain::{MAX_WEIGHT, Session};

/// The most sessions kept. With twice as many entries they lie twice as far apart.
const MOST: usize = 64;
/// How many done entries lie between two of them at first.
const FIRST: usize = 64;
/// The most that those kept may weigh together: what is changed between two of them is in memory twice.
const HEAVIEST: u64 = 100_000_000;

/// Sessions after so many of the entries done, rising.
#[derive(Debug, Clone)]
pub(super) struct Checkpoints {
    kept: Vec<Kept>,
    /// How many done entries lie between two of them.
    every: usize,
}

/// One of them.
#[derive(Debug, Clone)]
struct Kept {
    after: usize,
    session: Arc<Session>,
    /// A bound of what it weighs.
    weight: u64,
}

impl Default for Checkpoints {
    fn default() -> Self {
        Self { kept: Vec::new(), every: FIRST }
    }
}

impl Checkpoints {
    /// The checkpoints of so many entries that are all known already, before the first is kept.
    pub(super) fn for_entries(count: usize) -> Self {
        let mut every = FIRST;
        while count / every > MOST {
            every = every.saturating_mul(2);
        }
        Self { kept: Vec::new(), every }
    }

    /// The last one after at most so many of the entries done.
    pub(super) fn before(&self, count: usize) -> Option<(usize, &Arc<Session>)> {
        self.kept.iter().rev().find(|kept| kept.after <= count).map(|kept| (kept.after, &kept.session))
    }

    /// Whether the session after so many of the entries done is to be kept.
    pub(super) const fn is_due(&self, count: usize) -> bool {
        count > 0 && count.is_multiple_of(self.every)
    }

    /// Forgets what is not before so many of the entries done, and keeps the session after them, which weighs at most
    /// so much, if it is due.
    pub(super) fn keep(&mut self, count: usize, session: &Arc<Session>, weight: u64) {
        self.forget(count);
        if self.is_due(count) {
            let weight = weight.min(MAX_WEIGHT);
            self.kept.push(Kept { after: count, session: Arc::clone(session), weight });
        }
        while self.kept.len() > MOST || self.kept.iter().map(|kept| kept.weight).sum::<u64>() > HEAVIEST {
            self.every = self.every.saturating_mul(2);
            let every = self.every;
            self.kept.retain(|kept| kept.after.is_multiple_of(every));
        }
    }

    /// Forgets what is not before so many of the entries done.
    pub(super) fn forget(&mut self, count: usize) {
        self.kept.retain(|kept| kept.after < count);
    }
}
