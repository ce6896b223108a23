//! Earlier files of a session: what they are called, [`keep`], [`list`], and which of them go, [`rotation`].
//!
//! ```text
//! 2026-11-22T14-02-01Z.37.9f86d081884c.ron             written at, last action, begin of the hash
//! 2026-11-22T14-02-01Z.37.9f86d081884c.folded.ron      the same, before its oldest actions were folded
//! 2026-11-22T14-02-01Z.37.9f86d081884c.format-1.ron    the same, before it was converted from format 1
//! ```
//!
//! Not here: when a backup is made ([`super::writer`]), and what is done with one.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::atomic::{self, Hash};
use super::error::{Cause, SaveError};
use super::format::FORMAT as FORMAT_NOW;
use super::read::LIMIT;
use super::storage::{Stamp, Storage, make_folders};

/// So many of the newest stay.
const LAST: usize = 10;
/// For so many hours, the last one of each stays.
const HOURS: u64 = 24;
/// For so many days, the last one of each stays.
const DAYS: u64 = 30;
/// So many of those made before a folding stay.
const FOLDINGS: usize = 3;
/// What stays has so many bytes at most, as long as it is more than one file.
const CAP: u64 = 200 * 1024 * 1024;

const TIME: &str = "%Y-%m-%dT%H-%M-%SZ";
const EXTENSION: &str = "ron";
const FOLDED: &str = "folded";
const FORMAT: &str = "format-";
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// What a backup was made before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Before {
    /// An ordinary save.
    Save,
    /// One that left out the oldest actions; the last few such backups stay.
    Folding,
    /// One in a newer format than this; such a backup stays.
    Migration(u64),
}

impl Before {
    /// What a save comes before whose original has this format.
    #[must_use]
    pub const fn saving(format: u64) -> Self {
        if format < FORMAT_NOW { Self::Migration(format) } else { Self::Save }
    }
}

/// An earlier file of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was written, to the second.
    pub taken: Timestamp,
    /// The number of the last action in it.
    pub revision: u64,
    /// The first 12 digits of the hash of its bytes. Whoever reads it compares: a copy may have been cut short.
    pub hash_prefix: String,
    /// Its size in bytes.
    pub size: u64,
    /// What it was made before.
    pub before: Before,
}

impl Backup {
    /// Whether its bytes may have this hash.
    #[must_use]
    pub fn may_have(&self, hash: Hash) -> bool {
        hash.short() == self.hash_prefix
    }
}

/// The file a backup is made of, as it was last known.
#[derive(Debug, Clone, Copy)]
pub struct Original<'a> {
    /// Where it lies, no link.
    pub path: &'a Path,
    /// What the disk tells of it.
    pub stamp: &'a Stamp,
    /// The hash of its bytes.
    pub hash: &'a Hash,
    /// The number of the last action in it.
    pub revision: u64,
}

/// Keeps a file in a folder of backups, which is made if it is missing: under a second name, or as a copy where the
/// disk has no such thing. If it is there already, nothing is done.
///
/// If this returns `Ok`, the backup survives a power cut as far as the file itself does.
///
/// # Errors
/// What the disk says; `Other` if the file is not what was known of it any more.
pub fn keep(
    storage: &dyn Storage,
    folder: &Path,
    original: Original<'_>,
    before: Before,
) -> Result<PathBuf, Cause> {
    make_folders(storage, folder).map_err(|error| Cause::from(&error))?;
    let to = folder.join(name(&original, before));
    match storage.hard_link(original.path, &to) {
        Ok(()) => {
            let is_it = storage.stamp(&to).is_ok_and(|stamp| stamp == *original.stamp);
            if !is_it {
                // Another program was faster; best effort, as its name would be the wrong one.
                let _ = storage.remove(&to);
                return Err(changed());
            }
            storage.sync_folder(folder).map_err(|error| Cause::from(&error))?;
            Ok(to)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(to),
        Err(_) => copy(storage, &original, &to).map(|()| to),
    }
}

/// The same, but always as a copy: for a file that another program might write into, rather than replace.
///
/// # Errors
/// As for [`keep`].
pub fn keep_copy(storage: &dyn Storage, folder: &Path, original: Original<'_>) -> Result<PathBuf, Cause> {
    make_folders(storage, folder).map_err(|error| Cause::from(&error))?;
    let to = folder.join(name(&original, Before::Save));
    if storage.stamp(&to).is_err() {
        copy(storage, &original, &to)?;
    }
    Ok(to)
}

/// The same with bytes that were made again, because the file is not there any more.
///
/// # Errors
/// As for [`keep`].
pub fn keep_bytes(
    storage: &dyn Storage,
    folder: &Path,
    original: Original<'_>,
    bytes: &[u8],
) -> Result<PathBuf, Cause> {
    make_folders(storage, folder).map_err(|error| Cause::from(&error))?;
    let to = folder.join(name(&original, Before::Save));
    create(storage, &to, bytes).map(|()| to)
}

fn copy(storage: &dyn Storage, original: &Original<'_>, to: &Path) -> Result<(), Cause> {
    let bytes = storage.read(original.path, LIMIT).map_err(|error| Cause::from(&error))?;
    if Hash::of(&bytes) != *original.hash {
        return Err(changed());
    }
    create(storage, to, &bytes)
}

fn create(storage: &dyn Storage, to: &Path, bytes: &[u8]) -> Result<(), Cause> {
    match atomic::create(storage, to, bytes) {
        Ok(_) | Err(SaveError::Exists { .. }) => Ok(()),
        Err(SaveError::NotWritten { cause, .. } | SaveError::Unproven { cause, .. }) => Err(cause),
        Err(
            error @ (SaveError::Conflict { .. }
            | SaveError::NotOurs { .. }
            | SaveError::TooLarge { .. }
            | SaveError::Unmade { .. }),
        ) => Err(Cause::Other(error.to_string())),
    }
}

fn changed() -> Cause {
    Cause::Other("the file was changed by another program".to_owned())
}

fn name(original: &Original<'_>, before: Before) -> String {
    let written = Timestamp::from_second(original.stamp.changed.0).unwrap_or_default();
    let (time, hash) = (written.strftime(TIME), original.hash.short());
    let begin = format!("{time}.{}.{hash}", original.revision);
    match before {
        Before::Save => format!("{begin}.{EXTENSION}"),
        Before::Folding => format!("{begin}.{FOLDED}.{EXTENSION}"),
        Before::Migration(format) => format!("{begin}.{FORMAT}{format}.{EXTENSION}"),
    }
}

/// The backups in a folder, newest first. Files with other names are left out, and so is what cannot be looked at.
#[must_use]
pub fn list(storage: &dyn Storage, folder: &Path) -> Vec<Backup> {
    let paths = storage.list(folder).unwrap_or_default();
    let mut backups: Vec<Backup> = paths.into_iter().filter_map(|path| backup(storage, path)).collect();
    backups.sort_by(|one, other| order(other).cmp(&order(one)));
    backups
}

fn backup(storage: &dyn Storage, path: PathBuf) -> Option<Backup> {
    let (taken, revision, hash_prefix, before) = parse(path.file_name()?.to_str()?)?;
    let size = storage.stamp(&path).ok()?.size;
    Some(Backup { path, taken, revision, hash_prefix, size, before })
}

/// What a name tells: time, revision, begin of the hash, and what comes after; `None` if it is none of ours.
fn parse(name: &str) -> Option<(Timestamp, u64, String, Before)> {
    let mut parts = name.split('.');
    let time = DateTime::strptime(TIME, parts.next()?).ok()?;
    let taken = time.to_zoned(TimeZone::UTC).ok()?.timestamp();
    let revision = parts.next()?.parse().ok()?;
    let hash = parts.next()?;
    let is_short_hash = hash.len() == Hash::SHORT && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let before = match parts.next()? {
        EXTENSION => {
            return (is_short_hash && parts.next().is_none())
                .then(|| (taken, revision, hash.to_owned(), Before::Save));
        }
        FOLDED => Before::Folding,
        other => Before::Migration(other.strip_prefix(FORMAT)?.parse().ok()?),
    };
    let is_ours = is_short_hash && parts.next() == Some(EXTENSION) && parts.next().is_none();
    is_ours.then(|| (taken, revision, hash.to_owned(), before))
}

/// The backups that go: all but the last 10, the last one of each of the last 24 hours and of each of the last 30
/// days, by the clock of the newest; and of those the oldest, until they have 200 MiB at most.
///
/// The newest is the one with the last action, not the one written last by a clock that may have been ahead for a while:
/// later backups would all go because of it.
///
/// The newest always stays. Those made before a migration stay, and so do the last 3 made before a folding; they are not
/// counted.
#[must_use]
pub fn rotation(backups: &[Backup]) -> Vec<PathBuf> {
    let newest_before = |before: Before| {
        let mut newest: Vec<&Backup> = backups.iter().filter(|it| it.before == before).collect();
        newest.sort_by_key(|it| Reverse((it.revision, it.taken, &it.path)));
        newest
    };
    let foldings = newest_before(Before::Folding).into_iter().skip(FOLDINGS);
    let mut goes: Vec<PathBuf> = foldings.map(|backup| backup.path.clone()).collect();
    let newest = newest_before(Before::Save);
    let Some(now) = newest.first().map(|it| it.taken.as_second()) else { return goes };
    let (mut hours, mut days, mut size) = (BTreeSet::new(), BTreeSet::new(), 0_u64);
    for (place, backup) in newest.into_iter().enumerate() {
        let taken = backup.taken.as_second();
        let age = |unit: i64| now.div_euclid(unit).abs_diff(taken.div_euclid(unit));
        let is_last_of_hour = hours.insert(taken.div_euclid(HOUR)) && age(HOUR) < HOURS;
        let is_last_of_day = days.insert(taken.div_euclid(DAY)) && age(DAY) < DAYS;
        size = size.saturating_add(backup.size);
        let stays = place < LAST || is_last_of_hour || is_last_of_day;
        if !stays {
            size = size.saturating_sub(backup.size);
        }
        if !stays || (place > 0 && size > CAP) {
            goes.push(backup.path.clone());
        }
    }
    goes
}

fn order(backup: &Backup) -> (Timestamp, u64, &Path) {
    (backup.taken, backup.revision, &backup.path)
}
