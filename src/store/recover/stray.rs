//! Journals that do not go on from the file: what is to become of each, [`Fate`].
//!
//! Not here: doing it ([`super::settle`]).

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::Reading;
use super::journals::{Content, Paper, entry_of};
use crate::domain::History;
use crate::store::atomic::Hash;
use crate::store::backups;
use crate::store::format;
use crate::store::journal::{Draft, Journal};
use crate::store::read::{LIMIT, read};

/// A journal that does not go on from the file.
#[derive(Debug, Clone)]
pub struct Stray {
    /// The journal.
    pub path: PathBuf,
    /// When its last action was, if it can be read and has one.
    pub last: Option<Timestamp>,
    /// What is to become of it.
    pub fate: Fate,
}

impl Stray {
    /// Whether it is stale but for texts left unfinished.
    pub(super) fn has_drafts(&self) -> bool {
        matches!(&self.fate, Fate::Stale(drafts) if !drafts.is_empty())
    }
}

/// What is to become of a journal.
#[derive(Debug, Clone)]
pub enum Fate {
    /// All its actions are in the file, or it has none: it can go. Its unfinished texts may be wanted.
    Stale(Vec<Draft>),
    /// It belongs to another version of the session, which it makes this history of: to be kept as a file.
    Mine(Box<History>),
    /// There is nothing it could be added to: a copy is to be kept.
    Lost,
}

/// What is to become of a journal; `None` if it belongs to another file that is there. `history` is the session with its
/// journals; `base`, the hash of its file and what is in that alone.
pub(super) fn judge(
    reading: Reading<'_>,
    path: &Path,
    history: &History,
    base: Option<(Hash, &History)>,
    paper: Paper,
) -> Option<Stray> {
    if belongs_elsewhere(reading, path, &paper) {
        return None;
    }
    let journal = match paper.content {
        Content::Journal(journal) => journal,
        Content::Nothing => {
            return Some(Stray { path: paper.path, last: None, fate: Fate::Stale(Vec::new()) });
        }
        Content::Unreadable => return Some(lost(paper)),
    };
    let last = journal.entries.last().map(|entry| entry.at);
    let fate = if is_in(history, &journal) {
        Fate::Stale(journal.drafts.unwrap_or_default())
    } else {
        let in_file = base.filter(|(hash, _)| *hash == journal.head.hash).map(|(_, history)| history.clone());
        // A history that ends where the journal begins, in a file that was edited since.
        let ends_there = base.is_none() && history.revision() == journal.head.revision;
        let before = in_file
            .or_else(|| ends_there.then(|| history.clone()))
            .or_else(|| backup_of(reading, journal.head.id, journal.head.hash));
        match before.map(|before| continued(before, &journal)) {
            Some(Some(mine)) if is_folded_in(history, &mine) => {
                Fate::Stale(journal.drafts.unwrap_or_default())
            }
            Some(Some(mine)) => Fate::Mine(Box::new(mine)),
            Some(None) | None => Fate::Lost,
        }
    };
    Some(Stray { path: paper.path, last, fate })
}

/// A journal nothing can be made of.
pub(super) fn lost(paper: Paper) -> Stray {
    let last = paper.journal().and_then(|journal| journal.entries.last()).map(|entry| entry.at);
    let fate = match paper.content {
        Content::Nothing => Fate::Stale(Vec::new()),
        Content::Journal(_) | Content::Unreadable => Fate::Lost,
    };
    Stray { path: paper.path, last, fate }
}

/// The unfinished texts in journals whose actions are all in the file.
pub(super) fn stale_drafts(strays: &[Stray]) -> Vec<Draft> {
    let stale = strays.iter().filter_map(|stray| match &stray.fate {
        Fate::Stale(drafts) => Some((stray.last, drafts)),
        Fate::Mine(_) | Fate::Lost => None,
    });
    stale.max_by_key(|(last, _)| *last).map(|(_, drafts)| drafts.clone()).unwrap_or_default()
}

/// Whether the journal goes on from another file, which is there and has not changed since.
pub(super) fn belongs_elsewhere(reading: Reading<'_>, path: &Path, paper: &Paper) -> bool {
    let Some(journal) = paper.journal() else { return false };
    let other = Path::new(&journal.head.path);
    let stamp = |path: &Path| reading.storage.stamp(path).ok().map(|it| (it.device, it.inode));
    if other == path || stamp(other).is_none() || stamp(other) == stamp(path) {
        return false;
    }
    read(reading.storage, other).is_ok_and(|file| file.identity.hash == journal.head.hash)
}

/// Whether the journal goes on from a version of the session that is known, and that this history does not come from.
pub(super) fn is_of_another_version(reading: Reading<'_>, history: &History, paper: &Paper) -> bool {
    let Some(journal) = paper.journal() else { return false };
    let base = backup_of(reading, journal.head.id, journal.head.hash);
    base.is_some_and(|base| !comes_from(history, &base))
}

/// Whether the history went through what another one leads to, as far as both tell.
fn comes_from(history: &History, base: &History) -> bool {
    let begins = history.entries().first().map_or(history.revision().saturating_add(1), |entry| entry.seq);
    let first = base.entries().partition_point(|entry| entry.seq < begins);
    let shared = base.entries().get(first..).unwrap_or_default();
    base.revision() <= history.revision()
        && shared.iter().all(|entry| entry_of(history, entry.seq) == Some(entry))
}

/// Whether the history has every action of the journal.
fn is_in(history: &History, journal: &Journal) -> bool {
    journal.entries.iter().all(|entry| entry_of(history, entry.seq) == Some(entry))
}

/// Whether the history has every action of another one, whose oldest have become a part of its beginning: after these
/// that one was where the history begins.
fn is_folded_in(history: &History, other: &History) -> bool {
    let begins = history.entries().first().map_or(history.revision().saturating_add(1), |entry| entry.seq);
    let folded = other.entries().partition_point(|entry| entry.seq < begins);
    let (_, kept) = other.entries().split_at_checked(folded).unwrap_or_default();
    let reaches = folded > 0 && other.revision().saturating_add(1) >= begins;
    let agrees = || kept.iter().all(|entry| entry_of(history, entry.seq) == Some(entry));
    let begins_there = |other: History| other.entries().len() == kept.len() && other.base() == history.base();
    reaches && agrees() && other.folded(kept.len()).is_ok_and(begins_there)
}

/// The history with all that the journal has; `None` if not all of it follows.
fn continued(mut history: History, journal: &Journal) -> Option<History> {
    let known = journal.entries.partition_point(|entry| entry.seq <= history.revision());
    let (known, new) = journal.entries.split_at_checked(known)?;
    let agrees = known.iter().all(|entry| entry_of(&history, entry.seq) == Some(entry));
    (agrees && history.extend(new.iter().cloned()) == new.len()).then_some(history)
}

/// What is in the backup with this hash.
pub(super) fn backup_of(reading: Reading<'_>, id: crate::domain::Uid, hash: Hash) -> Option<History> {
    let folder = reading.places.backups_of(&id.to_string());
    let candidates = backups::list(reading.storage, &folder);
    candidates.into_iter().filter(|backup| backup.may_have(hash)).find_map(|backup| {
        let bytes = reading.storage.read(&backup.path, LIMIT).ok()?;
        let is_it = Hash::of(&bytes) == hash;
        is_it.then(|| format::decode_with(&bytes, reading.migrations).ok())?.map(|loaded| loaded.history)
    })
}
