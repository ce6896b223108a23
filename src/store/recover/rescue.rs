//! The best that can be made of a damaged file, its backups and its journals: [`rescue`]. Nothing on disk is changed.
//!
//! The newest backup that loads comes first, with all that is left of the file and of the journals and goes on from it;
//! without a backup, the file's own history as far as it is whole. What the meeting stood at, if that part of the file
//! is whole and ahead of all this, is put on top as one more action, which can be undone.
//!
//! Not here: what is left of the file ([`super::salvage`](mod@super::salvage)), and writing the result
//! ([`super::settle`]).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::journals::{self, Paper, Papers, entry_of, join};
use super::{Reading, Recovered, Salvaged, Torn, salvage, stray};
use crate::domain::{History, Key, Session, Uid};
use crate::store::backups;
use crate::store::error::ReadError;
use crate::store::format;
use crate::store::journal::Draft;
use crate::store::read::LIMIT;

/// How many characters of the id stand in a file's name at least.
const SHORT_ID: usize = 6;
/// How many characters an id has.
const FULL_ID: usize = 26;
/// The name of the action that puts the session part on top.
const ACTION: &str = "recover";

/// What was made of a damaged file.
#[derive(Debug, Clone)]
pub struct Rescued {
    /// The session with its history.
    pub history: History,
    /// What it was made from.
    pub source: Source,
    /// What the journals had.
    pub recovered: Option<Recovered>,
    /// The journals that are in the history now.
    pub journals: Vec<PathBuf>,
    /// What of the journals cannot be read.
    pub torn: Torn,
    /// The texts left unfinished.
    pub drafts: Vec<Draft>,
    /// What may be journals of it, and cannot be read now.
    pub unread: Vec<ReadError>,
}

/// What a session was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A backup written then.
    Backup(Timestamp),
    /// What is left of the file.
    File,
}

/// Makes the best of a damaged file with these bytes; `None` if there is nothing to make it of.
#[must_use]
pub fn rescue(
    reading: Reading<'_>,
    path: &Path,
    bytes: &[u8],
    id: Option<Uid>,
    now: Timestamp,
) -> Option<Rescued> {
    let left = salvage(bytes).filter(|left| id.is_none_or(|id| is_of(left, id)));
    let backup = id.and_then(|id| newest_backup(reading, id));
    let source = backup.as_ref().map_or(Source::File, |(at, _)| Source::Backup(*at));
    let mut history = match (backup, &left) {
        (Some((_, history)), _) => history,
        (None, Some(left)) => left.history().or_else(|| Some(History::new(left.session.clone()?)))?,
        (None, None) => return None,
    };
    if let Some(left) = &left {
        go_on(&mut history, left);
    }
    let Papers { read: papers, unread, .. } = id.map(|id| journals::of(reading, id)).unwrap_or_default();
    let mut papers: Vec<Paper> = papers
        .into_iter()
        .filter(|paper| paper.journal().is_some() && !stray::belongs_elsewhere(reading, path, paper))
        .filter(|paper| !stray::is_of_another_version(reading, &history, paper))
        .collect();
    papers.sort_by_key(|paper| paper.journal().map(|journal| journal.head.revision));
    if let Some(ahead) = left.as_ref().and_then(|left| ahead(left, &history, &papers, now)) {
        history = ahead;
    }
    let joined = join(&mut history, papers);
    Some(Rescued {
        torn: Torn::of(&joined.used, history.revision()),
        history,
        source,
        recovered: joined.recovered,
        drafts: journals::last_drafts(&joined.used).unwrap_or_default(),
        journals: joined.used.into_iter().map(|paper| paper.path).collect(),
        unread,
    })
}

/// Whether what is left is of this session.
fn is_of(left: &Salvaged, id: Uid) -> bool {
    let is_it = |session: &Session| session.id == id;
    left.session.as_ref().is_none_or(is_it) && left.base.as_deref().is_none_or(is_it)
}

/// Lets happen what the file had after the backup, unless the two tell different things.
fn go_on(history: &mut History, left: &Salvaged) {
    let agrees =
        left.entries.iter().all(|entry| entry_of(history, entry.seq).is_none_or(|known| known == entry));
    if !agrees {
        return;
    }
    let seq = history.revision();
    history.extend(left.entries.iter().filter(|entry| entry.seq > seq).cloned());
}

/// The history with what the meeting stood at on top, if that is ahead of it. If the journals go on from there, the
/// history begins there instead: they could not follow one more action.
fn ahead(left: &Salvaged, history: &History, papers: &[Paper], now: Timestamp) -> Option<History> {
    let session = left.session.as_ref()?;
    let told = left.counters.map(|counters| counters.entries);
    if told.is_some_and(|told| told <= history.revision()) || *session == **history.session() {
        return None;
    }
    if let Some(counters) = left.counters {
        let fresh = History::replay(Arc::new(session.clone()), counters, []).ok();
        let follows = fresh.filter(|fresh| join(&mut fresh.clone(), papers.to_vec()).recovered.is_some());
        if follows.is_some() {
            return follows;
        }
    }
    let mut history = history.clone();
    history.replace(now, Key::new(ACTION).ok()?, session.clone()).ok()?;
    Some(history)
}

/// The newest backup of a session that loads, and when it was written.
#[must_use]
pub fn newest_backup(reading: Reading<'_>, id: Uid) -> Option<(Timestamp, History)> {
    let folder = reading.places.backups_of(&id.to_string());
    backups::list(reading.storage, &folder).into_iter().find_map(|backup| {
        let bytes = reading.storage.read(&backup.path, LIMIT).ok()?;
        let history = format::decode_with(&bytes, reading.migrations).ok()?.history;
        (history.session().id == id).then_some((backup.taken, history))
    })
}

/// Which session a damaged file is of: by the id that stands in it, or else by the end of its name, if that is the
/// beginning of one id only that this machine knows.
#[must_use]
pub fn identity(reading: Reading<'_>, path: &Path, bytes: &[u8]) -> Option<Uid> {
    let text = String::from_utf8_lossy(bytes);
    let inside = first_id(&text);
    let is_known = |id: &Uid| reading.storage.stamp(&reading.places.state_of(&id.to_string())).is_ok();
    inside.filter(is_known).or_else(|| by_name(reading, path)).or(inside)
}

/// The first id in a text: that of the session, which stands before all others.
fn first_id(text: &str) -> Option<Uid> {
    let (_, value) = text.split_once(" id:").or_else(|| text.split_once("(id:"))?;
    value.trim_start().strip_prefix('"')?.get(..FULL_ID)?.parse().ok()
}

fn by_name(reading: Reading<'_>, path: &Path) -> Option<Uid> {
    let stem = path.file_stem()?.to_str()?;
    let short = stem.rsplit('-').next()?;
    if !(SHORT_ID..=FULL_ID).contains(&short.len()) {
        return None;
    }
    let folders = reading.storage.list(&reading.places.state).unwrap_or_default();
    let mut ids = folders.iter().filter_map(|folder| folder.file_name()?.to_str()?.parse::<Uid>().ok());
    let mut fitting = ids.by_ref().filter(|id| id.to_string().starts_with(short));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}
