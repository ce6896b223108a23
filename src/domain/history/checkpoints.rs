//! Sessions kept along the way, so that an undo replays a part of the history only: [`Checkpoints`].

use std::sync::Arc;

use crate::domain::Session;

/// The most sessions kept. With twice as many entries they lie twice as far apart.
const MOST: usize = 64;
/// How many done entries lie between two of them at first.
const FIRST: usize = 64;

/// Sessions after so many of the entries done, rising.
#[derive(Debug, Clone)]
pub(super) struct Checkpoints {
    kept: Vec<(usize, Arc<Session>)>,
    /// How many done entries lie between two of them.
    every: usize,
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
        self.kept.iter().rev().find(|(at, _)| *at <= count).map(|(at, session)| (*at, session))
    }

    /// Whether the session after so many of the entries done is to be kept.
    pub(super) const fn is_due(&self, count: usize) -> bool {
        count > 0 && count.is_multiple_of(self.every)
    }

    /// Forgets what is not before so many of the entries done, and keeps the session after them if it is due.
    pub(super) fn keep(&mut self, count: usize, session: &Arc<Session>) {
        self.kept.retain(|(at, _)| *at < count);
        if self.is_due(count) {
            self.kept.push((count, Arc::clone(session)));
        }
        if self.kept.len() > MOST {
            self.every = self.every.saturating_mul(2);
            let every = self.every;
            self.kept.retain(|(at, _)| at.is_multiple_of(every));
        }
    }
}
