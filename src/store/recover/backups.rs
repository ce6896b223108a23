//! The earlier files of a session: [`list`].
//!
//! Their names tell when they were written, at which action, and the beginning of their hash:
//! `2026-11-22T14-02-01Z.37.9f86d081884c.ron`. Not here: making them and throwing old ones away.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::store::atomic::Hash;
use crate::store::storage::Storage;

/// How many digits of the hash stand in a name.
const DIGITS: usize = 12;

/// An earlier file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was written.
    pub at: Timestamp,
    /// The number of its last action.
    pub revision: u64,
    /// The first digits of the hash of its bytes.
    pub hash: String,
}

impl Backup {
    /// Whether its bytes may have this hash.
    #[must_use]
    pub fn may_have(&self, hash: Hash) -> bool {
        hash.to_string().starts_with(&self.hash)
    }
}

/// The backups in a folder, newest first; none if there is no such folder.
#[must_use]
pub fn list(storage: &dyn Storage, folder: &Path) -> Vec<Backup> {
    let mut backups: Vec<Backup> =
        storage.list(folder).unwrap_or_default().into_iter().filter_map(backup).collect();
    backups.sort_by_key(|backup| Reverse((backup.at, backup.revision)));
    backups
}

/// What a backup written then is called.
#[must_use]
pub fn name(at: Timestamp, revision: u64, hash: Hash) -> String {
    let hash: String = hash.to_string().chars().take(DIGITS).collect();
    format!("{}.{revision}.{hash}.ron", at.strftime("%Y-%m-%dT%H-%M-%SZ"))
}

fn backup(path: PathBuf) -> Option<Backup> {
    let name = path.file_name()?.to_str()?;
    let mut parts = name.split('.');
    let (at, revision, hash, end) = (parts.next()?, parts.next()?, parts.next()?, parts.next_back()?);
    let (day, time) = at.split_once('T')?;
    let at = format!("{day}T{}", time.replace('-', ":")).parse().ok()?;
    let is_hash = hash.len() == DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (revision, hash) = (revision.parse().ok()?, hash.to_owned());
    (end == "ron" && is_hash).then_some(Backup { path, at, revision, hash })
}
