//! Writing a session's journal: adding lines to the one at hand, beginning another in the next place that takes it.
//!
//! A journal is begun with everything since the snapshot it goes on from, in a file that was not there. It counts once
//! its bytes and its name are synced; so the first action after a snapshot, which begins one, is called saved only
//! then, and a snapshot itself needs none.
//!
//! A reader can find more than one: a place failed, or the end came after a snapshot had its name and before the journal
//! it makes superfluous was gone. Their actions never contradict each other or the file: each is there already, or it
//! follows. Not here: what a line looks like ([`crate::store::journal`]).

use std::fmt::Write;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::desk::Tools;
use super::sheet::Sheet;
use crate::domain::{Entry, History};
use crate::store::atomic::Hash;
use crate::store::error::SaveError;
use crate::store::format::{Fault, FormatError};
use crate::store::journal::{self, Head, Record};
use crate::store::paths::Places;
use crate::store::storage::{Kind, Log, Stamp, Storage, make_folders, parent};

/// The most numbers tried for a name that is taken.
const NUMBERS: u32 = 1000;
/// The place that other users can write to.
const TEMPORARY: usize = 2;
/// The rights of all but the owner.
const OTHERS: u32 = 0o077;

/// A journal that is being written.
pub(super) struct Journaling {
    log: Box<dyn Log>,
    pub(super) path: PathBuf,
    /// Which of the places it is in.
    pub(super) place: usize,
    /// How many bytes it has.
    size: usize,
    /// What the disk said of it when it was begun.
    stamp: Option<Stamp>,
}

impl Journaling {
    /// Whether its name still leads to it: what is added to a file without a name is lost.
    fn is_there(&self, storage: &dyn Storage) -> bool {
        let file = |stamp: &Stamp| (stamp.device, stamp.inode);
        match storage.stamp(&self.path) {
            Ok(found) => self.stamp.is_none_or(|begun| file(&begun) == file(&found)),
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        }
    }
}

impl Sheet {
    /// Brings to disk what is on none: as lines of the journal, or else in a new one in the next place, the first one
    /// coming last. What failed first, even if another place took it.
    pub(super) fn keep(&mut self, tools: &Tools) -> Option<SaveError> {
        if !self.waits() || self.reaches_too_far_back() {
            return None;
        }
        let mut failure = None;
        let mut next = 0;
        if let Some(mut journaling) = self.journaling.take() {
            let lines = match self.lines(self.durable, self.drafts_wait) {
                Ok(lines) => lines,
                Err(error) => {
                    self.journaling = Some(journaling);
                    return Some(error);
                }
            };
            if journaling.size.saturating_add(lines.len()) > tools.ways.most {
                // No reader would take a longer one: what is new goes into one that goes on where this ends.
                let place = journaling.place;
                self.journaling = Some(journaling);
                return self.begin_after(self.durable, std::iter::once(place), tools);
            }
            match journaling.log.append(lines.as_bytes()) {
                Ok(()) if !journaling.is_there(&*tools.storage) => {
                    failure = Some(SaveError::not_written(&journaling.path, &io::ErrorKind::NotFound.into()));
                }
                Ok(()) => {
                    let before = journaling.size;
                    journaling.size = before.saturating_add(lines.len());
                    let is_long = before / tools.ways.journal < journaling.size / tools.ways.journal;
                    self.journaling = Some(journaling);
                    self.is_durable();
                    return if is_long { self.shorten(tools) } else { None };
                }
                Err(error) => {
                    failure = Some(SaveError::not_written(&journaling.path, &error));
                    next = journaling.place + 1;
                    self.old.push(journaling.path);
                }
            }
        }
        let all = tools.places.journals_of("").len();
        let later = self.begin((next..all).chain(0..next), tools);
        failure.or(later)
    }

    /// Begins a new journal in the first of these places that takes it. What failed first.
    pub(super) fn begin(&mut self, places: impl Iterator<Item = usize>, tools: &Tools) -> Option<SaveError> {
        self.begin_after(self.base.revision, places, tools)
    }

    /// The same with what came after this action: others hold what was before.
    fn begin_after(
        &mut self,
        after: u64,
        places: impl Iterator<Item = usize>,
        tools: &Tools,
    ) -> Option<SaveError> {
        let drafts = self.drafts_wait || !self.drafts.is_empty();
        let lines = match self.lines(after, drafts) {
            Ok(lines) => lines,
            Err(error) => return Some(error),
        };
        self.keep_base(tools);
        let (path, id) = (journal::told(&self.path), self.id);
        let head = Head { id, revision: self.base.revision, hash: self.base.hash, path };
        let content = journal::first_line(&head) + &lines;
        let folders = tools.places.journals_of(&id.to_string());
        let number =
            1 + folders.iter().map(|folder| last_number(tools, folder, &head.hash)).max().unwrap_or(0);
        let mut failure = None;
        for place in places {
            let Some(folder) = folders.get(place) else { continue };
            match create(tools, folder, place, (&head.hash, number), content.as_bytes()) {
                Ok((path, log)) => {
                    let (stamp, size) = (tools.storage.stamp(&path).ok(), content.len());
                    let before = self.journaling.replace(Journaling { log, path, place, size, stamp });
                    self.old.extend(before.map(|before| before.path));
                    self.is_durable();
                    break;
                }
                Err(Failed { error, path, left }) => {
                    failure.get_or_insert(SaveError::not_written(&path, &error));
                    self.old.extend(left.then_some(path));
                }
            }
        }
        failure
    }

    /// Goes on in a new journal, which has everything since the snapshot but only the last of the unfinished texts, and
    /// takes the old one away. Where that makes it no shorter, it stays.
    fn shorten(&mut self, tools: &Tools) -> Option<SaveError> {
        let (place, size) = self.journaling.as_ref().map(|it| (it.place, it.size))?;
        let lines = self.lines(self.base.revision, !self.drafts.is_empty()).ok()?;
        if lines.len() > size / 2 {
            return None;
        }
        let failure = self.begin(std::iter::once(place), tools);
        if failure.is_none()
            && let Some(old) = self.old.pop()
            && tools.storage.remove(&old).is_err()
        {
            self.old.push(old);
        }
        failure
    }

    fn is_durable(&mut self) {
        self.durable = self.revision();
        self.drafts_wait = false;
    }

    /// Whether something undone is folded in the file, so that only a whole new file can tell of it.
    fn reaches_too_far_back(&self) -> bool {
        let history = self.folded.zip(self.history.as_ref());
        history.is_some_and(|(folded, history)| !history.can_fold_to(folded))
    }

    /// The lines of all actions after this one, and of the drafts if they are wanted.
    fn lines(&self, after: u64, drafts: bool) -> Result<String, SaveError> {
        let entries = self.history.as_ref().map_or(&[][..], History::entries);
        let first = entries.partition_point(|entry| entry.seq <= after);
        let entries = entries.get(first..).unwrap_or_default();
        let made = guarded(|| self.text(entries, drafts));
        made.map_err(|error| SaveError::Unmade { path: self.path.clone(), error: Box::new(error) })
    }

    fn text(&self, entries: &[Arc<Entry>], drafts: bool) -> Result<String, FormatError> {
        let mut text = String::new();
        let entries = entries.iter().map(|entry| (entry.seq, Record::Entry(Arc::clone(entry))));
        let drafts = drafts.then(|| (self.revision(), Record::Drafts(self.drafts.clone())));
        for (number, record) in entries.chain(drafts) {
            let line = journal::line(number, &record).map_err(|error| unmade(&error.to_string()))?;
            let _ = text.write_str(&line);
        }
        Ok(text)
    }
}

/// Makes something of values alone. A panic in there must not take the writer of all sessions with it.
pub(super) fn guarded<T>(make: impl FnOnce() -> Result<T, FormatError>) -> Result<T, FormatError> {
    panic::catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|_| Err(unmade("an internal error")))
}

fn unmade(reason: &str) -> FormatError {
    FormatError::whole(Fault::Unmade { reason: reason.to_owned() })
}

/// A journal that could not be begun.
struct Failed {
    error: io::Error,
    path: PathBuf,
    /// Whether a part of it may be there.
    left: bool,
}

/// Creates a durable journal under the first free name.
fn create(
    tools: &Tools,
    folder: &Path,
    place: usize,
    (hash, number): (&Hash, u32),
    content: &[u8],
) -> Result<(PathBuf, Box<dyn Log>), Failed> {
    let storage = &*tools.storage;
    let failed = |error| Failed { error, path: folder.join("journal"), left: false };
    make_folders(storage, folder).map_err(failed)?;
    if place == TEMPORARY {
        check_private(storage, &tools.places, folder).map_err(failed)?;
    }
    for number in number..number.saturating_add(NUMBERS) {
        let path = folder.join(journal::file_name(hash, number));
        match storage.create_log(&path, content) {
            Ok(log) => match storage.sync_folder(folder) {
                Ok(()) => return Ok((path, log)),
                Err(error) => return Err(given_up(storage, path, error)),
            },
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(given_up(storage, path, error)),
        }
    }
    Err(failed(io::ErrorKind::AlreadyExists.into()))
}

/// Takes away what there may be of it; what stays is remembered.
fn given_up(storage: &dyn Storage, path: PathBuf, error: io::Error) -> Failed {
    let left = storage.remove(&path).is_err_and(|error| error.kind() != io::ErrorKind::NotFound);
    Failed { error, path, left }
}

/// The number of the last journal in a folder that goes on from this snapshot, 0 if there is none.
fn last_number(tools: &Tools, folder: &Path, hash: &Hash) -> u32 {
    let paths = tools.storage.list(folder).unwrap_or_default();
    let begin = journal::file_name(hash, 1);
    let begin = begin.trim_end_matches(".log");
    let is_ours =
        |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begin));
    paths.iter().filter(is_ours).map(|path| journal::number(path)).max().unwrap_or(0)
}

/// Makes sure that a folder among the temporary files, and the one above it, are real folders of ours that nobody else
/// can look into or write to: anybody could have made them.
fn check_private(storage: &dyn Storage, places: &Places, folder: &Path) -> io::Result<()> {
    let user = rustix::process::geteuid().as_raw();
    for folder in [&*places.temporary, folder] {
        let stamp = storage.stamp(folder)?;
        let name = folder.file_name().unwrap_or_default();
        let is_real = storage.resolve(folder)? == storage.resolve(parent(folder))?.join(name);
        let is_private = stamp.kind == Kind::Folder && stamp.owner == user && stamp.mode & OTHERS == 0;
        if !is_real || !is_private {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
    }
    Ok(())
}
