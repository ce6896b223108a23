//! Writing the whole file of a session, and what belongs to it: the steps of the save protocol.
//!
//! 1 make the bytes, read them back, compare · 2 our lock, their changes · 3 a new file beside · 4 a backup of the old
//! one · 5 rename · 6 sync the folder · 7 read and compare · 8 a new journal if there are drafts; without them the next
//! action begins one · 9 clear away. Steps 3 and 5 to 7 are in [`atomic`].
//!
//! A backup that fails does not keep the new file from being written: the file is worth more than its past. It is
//! reported.

use std::borrow::Cow;
use std::path::PathBuf;

use jiff::Timestamp;

use super::desk::Tools;
use super::journaling::guarded;
use super::sheet::{Base, Live, Sheet};
use super::{Report, Why, sweep};
use crate::domain::{History, MAX_WORK};
use crate::store::atomic::{self, Hash, Identity};
use crate::store::backups::{self, Backup, Before, Original};
use crate::store::error::{Cause, SaveError};
use crate::store::folding::{fold, fold_until_small, is_below};
use crate::store::format::{self, Fault, FormatError};
use crate::store::library;
use crate::store::read::LIMIT;
use crate::store::storage::{Kind, Stamp, parent};

/// The bytes of a snapshot.
pub(super) struct Made {
    pub(super) revision: u64,
    pub(super) bytes: Vec<u8>,
    /// The last action folded in them.
    folded: Option<u64>,
    /// What there is with nothing more folded than before, if more was.
    plain: Option<Plain>,
}

/// A file with nothing more folded than before.
enum Plain {
    Bytes(Vec<u8>),
    /// It would be more work than a file may be.
    TooLong,
}

/// Whose the lock of a session is.
enum Holder {
    Us,
    /// We have let it go: the session is closed.
    Nobody,
    /// Its file was removed or replaced.
    Others,
}

impl Sheet {
    /// Writes the whole file, if it is not of the newest state or not there any more. What failed first.
    pub(super) fn snapshot(&mut self, tools: &Tools) -> Option<SaveError> {
        if self.revision() <= self.base.revision && !self.is_missed(tools) {
            return None;
        }
        let made = match self.make(tools) {
            Ok(made) => made,
            Err(error) => return Some(self.failed(error)),
        };
        match self.holder() {
            Holder::Us => {}
            Holder::Nobody => {
                let error = SaveError::NotOurs { path: self.path.clone() };
                return Some(self.keeps(made, error));
            }
            Holder::Others => return self.go_aside(made, Why::NotOurs, tools),
        }
        let made = self.with_its_past(made, tools);
        // What is written again because nobody knows whether the disk keeps it needs no second name.
        let is_again = Hash::of(&made.bytes) == self.live.identity.hash;
        let mut backup = None;
        let keep = |live: &std::path::Path, stamp: &Stamp| {
            backup = (!is_again).then(|| self.back_up(live, stamp, Before::Save, tools));
        };
        let written = atomic::replace_keeping(
            &*tools.storage,
            &self.path,
            &made.bytes,
            Some(&self.live.identity),
            keep,
        );
        let is_there = matches!(written, Ok(_) | Err(SaveError::Unproven { .. }));
        if let Some(backup) = backup.filter(|_| is_there) {
            self.tell_backup(backup, tools);
        }
        match written {
            Ok(identity) => self.landed(&made, identity, tools),
            Err(SaveError::Unproven { path, cause, landed }) => {
                self.live = Live { identity: *landed, revision: made.revision };
                self.rotate(tools);
                Some(self.keeps(made, SaveError::Unproven { path, cause, landed }))
            }
            Err(error) => match self.why_aside(&error, tools) {
                Some(why) => self.go_aside(made, why, tools),
                None => Some(self.keeps(made, error)),
            },
        }
    }

    /// Notes a failure; the bytes are good for the next try.
    pub(super) fn keeps(&mut self, made: Made, error: SaveError) -> SaveError {
        self.made = Some(made);
        self.failed(error)
    }

    fn failed(&mut self, error: SaveError) -> SaveError {
        self.file_failed = true;
        self.dirty = None;
        error
    }

    /// The new file is there to stay: a new journal for the drafts, and away with what it makes superfluous.
    pub(super) fn landed(&mut self, made: &Made, identity: Identity, tools: &Tools) -> Option<SaveError> {
        self.live = Live { identity, revision: made.revision };
        self.base = Base { hash: identity.hash, revision: made.revision };
        self.durable = self.durable.max(made.revision);
        (self.dirty, self.file_failed, self.baseless) = (None, false, false);
        if made.plain.is_some() && self.folded.is_none() {
            (tools.report)(Report::Folded { path: self.path.clone() });
        }
        self.folded = made.folded;
        self.old.extend(self.journaling.take().map(|journaling| journaling.path));
        self.drafts_wait = !self.drafts.is_empty();
        let places = 0..tools.places.journals_of("").len();
        let failure = if self.drafts_wait { self.begin(places, tools) } else { None };
        if !self.waits() {
            self.clear_away(tools);
        }
        failure
    }

    /// Best effort: what stays is tried again after the next snapshot, or does no harm.
    fn clear_away(&mut self, tools: &Tools) {
        let storage = &*tools.storage;
        self.old.retain(|path| {
            storage.remove(path).is_err_and(|error| error.kind() != std::io::ErrorKind::NotFound)
        });
        self.rotate(tools);
        for folder in [parent(&self.path), &self.backups(tools)] {
            sweep::sweep(storage, folder, tools.began);
        }
    }

    /// Removes the backups that are not needed any more. The one that the journal goes on from always is.
    fn rotate(&self, tools: &Tools) {
        let storage = &*tools.storage;
        let mut backups = backups::list(storage, &self.backups(tools));
        backups.retain(|backup| !backup.may_have(self.base.hash));
        for path in backups::rotation(&backups) {
            let _ = storage.remove(&path);
        }
    }

    fn backups(&self, tools: &Tools) -> PathBuf {
        tools.places.backups_of(&self.id.to_string())
    }

    /// The bytes of the newest state, made once.
    fn make(&mut self, tools: &Tools) -> Result<Made, SaveError> {
        let revision = self.revision();
        if let Some(made) = self.made.take().filter(|made| made.revision == revision) {
            return Ok(made);
        }
        let made = match &self.history {
            Some(history) => guarded(|| made(history, self.folded, tools)),
            None => Err(FormatError::whole(Fault::Empty)),
        };
        made.map_err(|error| SaveError::Unmade { path: self.path.clone(), error: Box::new(error) })
    }

    /// Before actions are folded the file that has them is kept longer than others, unless an earlier one kept like that
    /// has them all. If it cannot be, they are not folded as long as the file can do with them.
    fn with_its_past(&self, mut made: Made, tools: &Tools) -> Made {
        if made.plain.is_none() || self.has_past(&made, tools) {
            return made;
        }
        let plain = match made.plain.take() {
            Some(Plain::Bytes(plain)) if fits(&plain) => plain,
            plain => return Made { plain, ..made },
        };
        let storage = &*tools.storage;
        let kept = storage.resolve(&self.path).and_then(|live| Ok((storage.stamp(&live)?, live)));
        let kept =
            kept.is_ok_and(|(stamp, live)| self.back_up(&live, &stamp, Before::Folding, tools).is_ok());
        if kept {
            made.plain = Some(Plain::Bytes(plain));
            made
        } else {
            Made { bytes: plain, folded: self.folded, ..made }
        }
    }

    /// Whether no action of the file goes that is not in a backup made before a folding.
    fn has_past(&self, made: &Made, tools: &Tools) -> bool {
        let goes = made.folded.unwrap_or_default().min(self.live.revision);
        let has_them = |backup: &Backup| backup.before == Before::Folding && backup.revision >= goes;
        self.folded.is_some_and(|folded| folded >= goes)
            || backups::list(&*tools.storage, &self.backups(tools)).iter().any(has_them)
    }

    fn back_up(
        &self,
        live: &std::path::Path,
        stamp: &Stamp,
        before: Before,
        tools: &Tools,
    ) -> Result<(), Cause> {
        let Live { identity, revision } = &self.live;
        let original = Original { path: live, stamp, hash: &identity.hash, revision: *revision };
        backups::keep(&*tools.storage, &self.backups(tools), original, before).map(drop)
    }

    /// Keeps a copy of the file that a journal goes on from: should another program replace it, there is something to go
    /// on from.
    pub(super) fn keep_base(&mut self, tools: &Tools) {
        if self.live.identity.hash != self.base.hash {
            // It was kept when its first journal began.
            return;
        }
        let storage = &*tools.storage;
        let live = match storage.resolve(&self.path) {
            Ok(live) => live,
            Err(error) => {
                let is_gone = error.kind() == std::io::ErrorKind::NotFound;
                let has_actions = self.revision() > self.base.revision;
                self.baseless = is_gone && has_actions && !self.keeps_base_again(tools);
                return;
            }
        };
        let Live { identity, revision } = &self.live;
        let original =
            Original { path: &live, stamp: &identity.stamp, hash: &identity.hash, revision: *revision };
        self.base_kept = backups::keep_copy(storage, &self.backups(tools), original).map(drop);
    }

    /// Whether there is a backup of what the journal goes on from now that its file is gone, with its folder perhaps: one
    /// made before, or one made again.
    fn keeps_base_again(&self, tools: &Tools) -> bool {
        let (storage, folder) = (&*tools.storage, self.backups(tools));
        if backups::list(storage, &folder).iter().any(|backup| backup.may_have(self.base.hash)) {
            return true;
        }
        let Live { identity, revision } = &self.live;
        let original =
            Original { path: &self.path, stamp: &identity.stamp, hash: &identity.hash, revision: *revision };
        let again = self.base_again();
        again.is_some_and(|bytes| backups::keep_bytes(storage, &folder, original, &bytes).is_ok())
    }

    /// The bytes of the file that the journal goes on from, if they can be made again.
    fn base_again(&self) -> Option<Vec<u8>> {
        let history = self.history.as_ref()?;
        let mut before = History::new((**history.base()).clone());
        before.extend(history.entries().iter().take_while(|it| it.seq <= self.base.revision).cloned());
        let bytes = guarded(|| format::encode(&before)).ok()?;
        (Hash::of(&bytes) == self.base.hash).then_some(bytes)
    }

    /// Whether another program has touched the file, as far as the disk tells without reading it.
    pub(super) fn is_touched(&self, tools: &Tools) -> bool {
        match tools.storage.stamp(&self.path) {
            Ok(stamp) => stamp != self.live.identity.stamp,
            Err(error) => error.kind() == std::io::ErrorKind::NotFound,
        }
    }

    /// Whether another program has taken away what was in the file.
    fn is_missed(&self, tools: &Tools) -> bool {
        let Some(history) = self.history.as_ref().filter(|_| self.is_touched(tools)) else { return false };
        let found = library::open(&*tools.storage, &self.path);
        !found.is_ok_and(|found| found.history.entries().starts_with(history.entries()))
    }

    pub(super) fn tell_backup(&mut self, backup: Result<(), Cause>, tools: &Tools) {
        let was_unbacked = std::mem::replace(&mut self.unbacked, backup.is_err());
        if let Err(cause) = backup
            && !was_unbacked
        {
            let folder = self.backups(tools);
            (tools.report)(Report::Unbacked { path: self.path.clone(), folder, cause });
        }
    }

    pub(super) fn has_lost_its_lock(&self) -> bool {
        let lock = self.lock.as_ref().and_then(std::sync::Weak::upgrade);
        lock.is_some_and(|lock| lock.is_lost())
    }

    fn holder(&self) -> Holder {
        match self.lock.as_ref().map(std::sync::Weak::upgrade) {
            Some(None) => Holder::Nobody,
            Some(Some(lock)) if !lock.is_ours() => Holder::Others,
            Some(Some(_)) | None => Holder::Us,
        }
    }

    /// Whether the file is somebody else's now, or not there any more while its folder is.
    fn why_aside(&self, error: &SaveError, tools: &Tools) -> Option<Why> {
        let changed = |stamp: &Stamp| {
            let at = Timestamp::from_second(stamp.changed.0).unwrap_or_default();
            Why::Changed(at)
        };
        let found = tools.storage.stamp(&self.path);
        match (error, &found) {
            (SaveError::Conflict { .. }, Ok(stamp)) => Some(changed(stamp)),
            (SaveError::Conflict { .. } | SaveError::NotWritten { .. }, Err(error))
                if error.kind() == std::io::ErrorKind::NotFound =>
            {
                let folder = tools.storage.stamp(parent(&self.path));
                folder.is_ok_and(|stamp| stamp.kind == Kind::Folder).then_some(Why::Removed)
            }
            (SaveError::NotWritten { .. }, Ok(stamp)) if stamp.kind != Kind::File => Some(changed(stamp)),
            (
                SaveError::Conflict { .. }
                | SaveError::NotOurs { .. }
                | SaveError::Exists { .. }
                | SaveError::TooLarge { .. }
                | SaveError::Unmade { .. }
                | SaveError::NotWritten { .. }
                | SaveError::Unproven { .. },
                Ok(_) | Err(_),
            ) => None,
        }
    }
}

/// The bytes of a history, with as many of its oldest actions folded as it takes.
fn made(history: &History, folded: Option<u64>, tools: &Tools) -> Result<Made, FormatError> {
    let after = |seq: u64| history.entries().len() - history.entries().partition_point(|it| it.seq <= seq);
    let history = match folded {
        Some(seq) => Cow::Owned(fold(history, after(seq))?),
        None => Cow::Borrowed(history),
    };
    let revision = history.revision();
    let is_long = history.work() > tools.ways.long;
    // A file of more work than a file may be is not read back: only a folded one can be made then.
    let mut bytes = if history.work() > MAX_WORK { None } else { Some((tools.ways.encode)(&history)?) };
    if let Some(bytes) =
        bytes.take_if(|bytes| history.entries().is_empty() || (!is_long && is_below(tools.ways.large, bytes)))
    {
        return Ok(Made { revision, bytes, folded: folded.map(|_| folded_to(&history)), plain: None });
    }
    let plain = bytes.map_or(Plain::TooLong, Plain::Bytes);
    let (large, long) = (tools.ways.large, tools.ways.long);
    let (less, bytes) =
        fold_until_small(&history, history.entries().len(), (large, long), tools.ways.encode)?;
    Ok(Made { revision, bytes, folded: Some(folded_to(&less)), plain: Some(plain) })
}

/// The last action that is not in the entries.
fn folded_to(history: &History) -> u64 {
    history.entries().first().map_or(history.revision(), |entry| entry.seq.saturating_sub(1))
}

fn fits(bytes: &[u8]) -> bool {
    is_below(LIMIT, bytes)
}
