//! One session in the writer's charge: [`Sheet`], what is known of it, what is due for it and in which order.
//!
//! Not here: how a journal is written ([`super::journaling`]) and how the whole file is ([`super::snapshot`]).

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Weak;
use std::time::{Duration, Instant};

use super::desk::Tools;
use super::journaling::Journaling;
use super::snapshot::Made;
use super::{Adopted, Kept, Report, Ways};
use crate::domain::{History, Uid};
use crate::store::atomic::{Hash, Identity};
use crate::store::error::{Cause, SaveError};
use crate::store::journal::Draft;
use crate::store::lock::Lock;
use crate::store::storage::parent;

/// The place among [`crate::store::paths::Places::journals_of`] where a journal belongs.
const HOME: usize = 0;
/// The last one where it is meant to stay.
const LASTING: usize = 1;

/// What is known of one session and what is still to be done for it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Sheet {
    pub(super) path: PathBuf,
    pub(super) id: Uid,
    /// The lock of the session; `None` once it is not ours any more and the session goes on beside it.
    pub(super) lock: Option<Weak<Lock>>,
    /// What stands in the file, as far as we know.
    pub(super) live: Live,
    /// What journals go on from: the last snapshot that is known to survive a power cut.
    pub(super) base: Base,
    pub(super) history: Option<History>,
    pub(super) drafts: Vec<Draft>,
    /// Whether these drafts are on no disk yet.
    pub(super) drafts_wait: bool,
    /// The last action that is on disk.
    pub(super) durable: u64,
    pub(super) journaling: Option<Journaling>,
    /// Journals that are not written any more, to be removed once a snapshot holds all that is in them.
    pub(super) old: Vec<PathBuf>,
    /// The bytes of a snapshot that could not be written.
    pub(super) made: Option<Made>,
    /// The last action that is folded in the file.
    pub(super) folded: Option<u64>,
    /// Whether backups fail.
    pub(super) unbacked: bool,
    /// What came of the copy of the file that the journal goes on from, until that is told.
    pub(super) base_kept: Result<(), Cause>,
    /// Whether what the journal goes on from is neither in its file nor among the backups: alone it proves nothing.
    pub(super) baseless: bool,
    /// The last action that was reported as saved.
    told: u64,
    /// Whether what is on no disk was tried since it came.
    tried: bool,
    wants_file: bool,
    /// Since when there is something to put into a snapshot.
    pub(super) dirty: Option<Instant>,
    trouble: Option<Trouble>,
    /// Whether the last snapshot failed.
    pub(super) file_failed: bool,
}

/// What stands in the file.
#[derive(Clone, Copy)]
pub(super) struct Live {
    pub(super) identity: Identity,
    pub(super) revision: u64,
}

/// What journals go on from.
#[derive(Clone, Copy)]
pub(super) struct Base {
    pub(super) hash: Hash,
    pub(super) revision: u64,
}

/// Something is not where it belongs.
#[derive(Clone, Copy)]
struct Trouble {
    /// When it is tried again by itself.
    retry: Option<Instant>,
}

/// When there is something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    Now,
    At(Instant),
    Never,
}

impl Sheet {
    pub(super) fn new(path: PathBuf, adopted: Adopted, lock: Weak<Lock>) -> Self {
        let Adopted { id, identity, revision, journals } = adopted;
        Self {
            path,
            id,
            lock: Some(lock),
            live: Live { identity, revision },
            base: Base { hash: identity.hash, revision },
            history: None,
            drafts: Vec::new(),
            drafts_wait: false,
            durable: revision,
            journaling: None,
            old: journals,
            made: None,
            folded: None,
            unbacked: false,
            base_kept: Ok(()),
            baseless: false,
            told: revision,
            tried: false,
            wants_file: false,
            dirty: None,
            trouble: None,
            file_failed: false,
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Takes a newer state.
    pub(super) fn save(&mut self, history: History) {
        let waits = self.trouble.is_some_and(|trouble| trouble.retry.is_some());
        if !waits && history.revision() > self.base.revision {
            self.dirty.get_or_insert_with(Instant::now);
        }
        self.history = Some(history);
        self.tried = false;
    }

    /// Takes the drafts there are now. Where no journal has any, there is nothing to end.
    pub(super) fn leave(&mut self, drafts: Vec<Draft>) {
        let is_new = drafts != self.drafts || self.drafts_wait;
        self.drafts_wait = is_new && !(drafts.is_empty() && self.journaling.is_none());
        self.drafts = drafts;
        self.tried = false;
    }

    pub(super) fn ask_for_file(&mut self) {
        self.wants_file = true;
    }

    /// Has the whole file written and everything tried again.
    pub(super) fn ask_for_all(&mut self) {
        self.wants_file = true;
        self.tried = false;
    }

    pub(super) fn due(&self, ways: &Ways) -> Due {
        let many = self.revision().saturating_sub(self.base.revision) >= ways.entries;
        if self.wants_file || (self.waits() && !self.tried) || (many && !self.file_failed) {
            return Due::Now;
        }
        let retry = self.trouble.and_then(|trouble| trouble.retry);
        let dirty = self.dirty.and_then(|since| since.checked_add(ways.dirty));
        retry.into_iter().chain(dirty).min().map_or(Due::Never, Due::At)
    }

    /// Does what is due, and reports what came of it.
    ///
    /// A line in the journal comes first: it takes one sync. Only when something is tried again, or another program has
    /// touched the file, the whole file does: it makes everything good.
    pub(super) fn attempt(&mut self, tools: &Tools) {
        let now = Instant::now();
        let is_over = |at: Instant, wait: Duration| at.checked_add(wait).is_none_or(|at| at <= now);
        let again = match self.trouble {
            Some(trouble) => self.wants_file || trouble.retry.is_some_and(|at| is_over(at, Duration::ZERO)),
            // Another program was there: what is new goes into a file that is ours first.
            None => self.waits() && (self.is_touched(tools) || self.has_lost_its_lock()),
        };
        let dirty = self.dirty.is_some_and(|since| is_over(since, tools.ways.dirty));
        let many = self.revision().saturating_sub(self.base.revision) >= tools.ways.entries;
        let wants_file = self.wants_file || again || dirty || (many && !self.file_failed);
        self.wants_file = false;

        let mut failure = if again { None } else { self.keep(tools) };
        // Another program came before there was a copy of what the journal goes on from: it alone proves nothing.
        let is_overtaken = self.base_kept.is_err() && self.is_touched(tools);
        if !is_overtaken {
            self.tell_saved(tools);
        }
        if wants_file || is_overtaken || self.waits() {
            let failed = self.snapshot(tools);
            failure = failure.or(failed);
        }
        if again {
            let failed = self.bring_home(tools);
            failure = failure.or(failed);
        }
        self.tried = true;
        self.tell_saved(tools);
        if self.base_kept.is_err() {
            let kept = mem::replace(&mut self.base_kept, Ok(()));
            self.tell_backup(kept, tools);
        }
        self.tell_trouble(failure, now, tools);
    }

    /// Puts the journal where it belongs, if it is elsewhere; or else on any disk what is on none.
    fn bring_home(&mut self, tools: &Tools) -> Option<SaveError> {
        let place = self.journaling.as_ref().map_or(HOME, |journaling| journaling.place);
        let failure = if place == HOME { None } else { self.begin(HOME..place, tools) };
        failure.or_else(|| self.keep(tools))
    }

    fn tell_saved(&mut self, tools: &Tools) {
        if self.durable > self.told && !self.baseless {
            self.told = self.durable;
            (tools.report)(Report::Saved { path: self.path.clone(), revision: self.durable });
        }
    }

    fn tell_trouble(&mut self, failure: Option<SaveError>, now: Instant, tools: &Tools) {
        let path = self.path.clone();
        let is_well = !self.file_failed && self.place() == HOME && !self.waits() && !self.baseless;
        let was_troubled = self.trouble.is_some() || failure.is_some();
        if let Some(error) = failure {
            let passes = error.is_passing() || self.place() != HOME || self.waits();
            let retry = if passes { now.checked_add(tools.ways.retry) } else { None };
            self.trouble = Some(Trouble { retry });
            (tools.report)(Report::Trouble { path: path.clone(), error, kept: self.kept() });
        }
        if is_well {
            self.trouble = None;
            if was_troubled {
                (tools.report)(Report::Well { path });
            }
        } else if let Some(trouble) = &mut self.trouble
            && trouble.retry.is_some_and(|at| at <= now)
        {
            trouble.retry = now.checked_add(tools.ways.retry);
        }
    }

    /// The number of the last action.
    pub(super) fn revision(&self) -> u64 {
        self.history.as_ref().map_or(self.live.revision, History::revision)
    }

    /// Whether something is on no disk.
    pub(super) fn waits(&self) -> bool {
        self.drafts_wait || self.revision() > self.durable
    }

    fn place(&self) -> usize {
        self.journaling.as_ref().map_or(HOME, |journaling| journaling.place)
    }

    pub(super) fn is_on_disk_to_stay(&self) -> bool {
        !self.waits() && !self.baseless && self.place() <= LASTING
    }

    fn kept(&self) -> Kept {
        match &self.journaling {
            _ if self.waits() || self.baseless => Kept::Nowhere,
            Some(journaling) => Kept::In(parent(&journaling.path).to_owned()),
            None => Kept::In(parent(&self.path).to_owned()),
        }
    }
}
