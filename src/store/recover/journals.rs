//! The journals of a session, wherever they had room, and the joining of those that go on from one file.
//!
//! Not here: their lines ([`crate::store::journal`]), and journals that go on from another file ([`super::stray`]).

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Reading, Recovered, Seen};
use crate::domain::{Entry, History, Uid};
use crate::store::atomic::Hash;
use crate::store::error::{Cause, ReadError, Unreadable};
use crate::store::journal::{self, Draft, Journal};
use crate::store::storage::{Kind, Storage};

/// How the name of a journal begins and ends.
const NAME: (&str, &str) = ("journal", "log");

/// The rights of everybody but the owner.
const OTHERS: u32 = 0o077;

/// A journal that was found.
#[derive(Debug, Clone)]
pub(super) struct Paper {
    pub(super) path: PathBuf,
    /// The place of its folder: a later one is used when those before have no room.
    place: usize,
    pub(super) content: Content,
}

/// What is in it.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// A journal of this session.
    Journal(Journal),
    /// Not even a whole first line: nothing was ever added to it.
    Nothing,
    /// Something that cannot be read.
    Unreadable,
}

impl Paper {
    pub(super) fn goes_on_from(&self, hash: Hash) -> bool {
        self.journal().is_some_and(|journal| journal.head.hash == hash)
    }

    pub(super) fn is_torn(&self) -> bool {
        self.journal().is_some_and(|journal| journal.torn > 0)
    }

    /// How many lines of it cannot be read, though they have an end.
    pub(super) fn broken(&self) -> usize {
        self.journal().map_or(0, |journal| journal.broken)
    }

    pub(super) fn journal(&self) -> Option<&Journal> {
        match &self.content {
            Content::Journal(journal) => Some(journal),
            Content::Nothing | Content::Unreadable => None,
        }
    }

    /// Whether it goes on where this history is in the middle of it, so that the two are one: a snapshot of which the disk
    /// did not say that it is there, and the journal that went on without it.
    pub(super) fn overlaps(&self, history: &History) -> bool {
        let known = self.entries().iter().take_while(|entry| entry.seq <= history.revision());
        let mut known = known.map(|entry| entry_of(history, entry.seq) == Some(entry)).peekable();
        self.last() > history.revision() && known.peek().is_some() && known.all(|is_same| is_same)
    }

    pub(super) fn entries(&self) -> &[Arc<Entry>] {
        self.journal().map_or(&[], |journal| &journal.entries)
    }

    pub(super) fn last(&self) -> u64 {
        self.entries().last().map_or(0, |entry| entry.seq)
    }
}

/// The journals that were found, and those that may be there but cannot be read now.
#[derive(Debug, Default)]
pub(super) struct Papers {
    pub(super) read: Vec<Paper>,
    /// They are left alone, and so is what they may go on from.
    pub(super) unread: Vec<ReadError>,
    /// What the disk told of all of them before.
    pub(super) seen: Seen,
}

/// The paths of the journals of a session, with the places of their folders. Among the temporary files only folders
/// count that are ours alone: anybody could have put a journal into another.
pub(super) fn paths(reading: Reading<'_>, id: Uid) -> Vec<(PathBuf, usize)> {
    listed(reading, id, &mut Vec::new())
}

/// The same; folders that cannot be looked into are added to the unread.
fn listed(reading: Reading<'_>, id: Uid, unread: &mut Vec<ReadError>) -> Vec<(PathBuf, usize)> {
    let Reading { storage, places, .. } = reading;
    let mut found = Vec::new();
    for (place, folder) in places.journals_of(&id.to_string()).into_iter().enumerate() {
        let is_temporary = folder.starts_with(&places.temporary);
        if is_temporary && !(is_ours(storage, &places.temporary) && is_ours(storage, &folder)) {
            continue;
        }
        let inside = storage.list(&folder).unwrap_or_else(|error| {
            unread.extend(hindrance(&error).map(|reason| ReadError { path: folder.clone(), reason }));
            Vec::new()
        });
        found.extend(inside.into_iter().filter(|path| is_called_so(path)).map(|path| (path, place)));
    }
    found
}

fn is_ours(storage: &dyn Storage, folder: &Path) -> bool {
    let us = rustix::process::geteuid().as_raw();
    storage.stamp(folder).is_ok_and(|it| it.kind == Kind::Folder && it.owner == us && it.mode & OTHERS == 0)
}

fn is_called_so(path: &Path) -> bool {
    let (begin, end) = NAME;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.starts_with(begin) && path.extension().is_some_and(|extension| extension == end)
}

/// The journals of a session. Those of another session that have come here are left alone.
pub(super) fn of(reading: Reading<'_>, id: Uid) -> Papers {
    let mut papers = Papers::default();
    for (path, place) in listed(reading, id, &mut papers.unread) {
        let stamp = reading.storage.stamp(&path).ok();
        papers.seen.extend(stamp.map(|stamp| (path.clone(), stamp)));
        match content(reading, &path, id) {
            Ok(content) => papers.read.extend(content.map(|content| Paper { path, place, content })),
            Err(reason) => papers.unread.push(ReadError { path, reason }),
        }
    }
    papers
}

/// What is in a journal of a session; nothing if it is none of it.
fn content(reading: Reading<'_>, path: &Path, id: Uid) -> Result<Option<Content>, Unreadable> {
    let bytes = match reading.storage.read(path, journal::LIMIT) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            let size = reading.storage.stamp(path).map_or(journal::LIMIT, |stamp| stamp.size);
            return Err(Unreadable::TooLarge { size });
        }
        Err(error) => return hindrance(&error).map_or(Ok(None), Err),
    };
    match journal::read(&bytes) {
        Some(journal) if journal.head.id == id => Ok(Some(Content::Journal(journal))),
        Some(_) => Ok(None),
        None if !bytes.contains(&b'\n') => Ok(Some(Content::Nothing)),
        None if is_newer(&bytes) => Err(Unreadable::Newer),
        None => Ok(Some(Content::Unreadable)),
    }
}

/// Why something that may have changes cannot be read; nothing if it is not there any more or was never ours, as a
/// folder or a pipe with the name of a journal.
fn hindrance(error: &io::Error) -> Option<Unreadable> {
    use io::ErrorKind as Kind;
    let is_nothing = matches!(
        error.kind(),
        Kind::NotFound | Kind::NotADirectory | Kind::IsADirectory | Kind::InvalidInput
    );
    (!is_nothing).then(|| Unreadable::Disk(Cause::from(error)))
}

/// Whether a journal is of a later format.
fn is_newer(bytes: &[u8]) -> bool {
    let begin = bytes.split(|byte| *byte == b'\n').next().and_then(|line| std::str::from_utf8(line).ok());
    let format =
        begin.and_then(|line| line.strip_prefix("riskroom journal ")?.split(' ').next()?.parse().ok());
    format.is_some_and(|format: u64| format > journal::FORMAT)
}

/// What came of joining journals to a history.
pub(super) struct Joined {
    pub(super) recovered: Option<Recovered>,
    /// All in the history now.
    pub(super) used: Vec<Paper>,
    /// In it up to an action that could not follow.
    pub(super) stopped: Vec<Paper>,
    /// Not in it: they tell something else.
    pub(super) left: Vec<Paper>,
}

/// Lets happen what these journals have and the history has not, as far as it follows. A journal that tells something
/// else of an action than the history, or than a journal before it, is left.
pub(super) fn join(history: &mut History, papers: Vec<Paper>) -> Joined {
    let mut entries: BTreeMap<u64, &Arc<Entry>> = BTreeMap::new();
    let mut agrees = Vec::new();
    for paper in &papers {
        let differs = |entry: &Arc<Entry>| {
            let known = entry_of(history, entry.seq).or_else(|| entries.get(&entry.seq).copied());
            known.is_some_and(|known| known != entry)
        };
        let is_usable = paper.journal().is_some() && !paper.entries().iter().any(differs);
        agrees.push(is_usable);
        if is_usable {
            entries.extend(paper.entries().iter().map(|entry| (entry.seq, entry)));
        }
    }
    let follow: Vec<Arc<Entry>> =
        entries.range(history.revision().saturating_add(1)..).map(|(_, entry)| Arc::clone(entry)).collect();
    let changes = history.extend(follow);
    let newest = history.entries().last().filter(|_| changes > 0);
    let recovered =
        newest.map(|entry| Recovered { changes: u64::try_from(changes).unwrap_or(u64::MAX), last: entry.at });
    let (mut used, mut stopped, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for (paper, agrees) in papers.into_iter().zip(agrees) {
        let list = match agrees {
            true if paper.last() <= history.revision() => &mut used,
            true => &mut stopped,
            false => &mut left,
        };
        list.push(paper);
    }
    Joined { recovered, used, stopped, left }
}

/// The entry with this number, if the history has it.
pub(super) fn entry_of(history: &History, seq: u64) -> Option<&Arc<Entry>> {
    let first = history.entries().first()?.seq;
    history.entries().get(usize::try_from(seq.checked_sub(first)?).ok()?)
}

/// The texts left unfinished, as the newest of these journals tells that tells of them; `None` if none does.
pub(super) fn last_drafts(papers: &[Paper]) -> Option<Vec<Draft>> {
    let tells = |paper: &&Paper| paper.journal().is_some_and(|journal| journal.drafts.is_some());
    // A later one of the same snapshot has all that those before it have.
    let base = |paper: &Paper| paper.journal().map_or(0, |journal| journal.head.revision);
    let age = |paper: &&Paper| (base(paper), paper.last(), journal::number(&paper.path), paper.place);
    let newest = papers.iter().filter(tells).max_by_key(age);
    newest.and_then(Paper::journal).and_then(|journal| journal.drafts.clone())
}
