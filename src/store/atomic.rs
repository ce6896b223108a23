//! Saving a whole file so that a reader, a crash or a power cut finds the old bytes or the new ones, never a mixture:
//! [`replace`] for a file that is there, [`create`] for one that is not.
//!
//! Not here: the disk ([`super::storage`]), the errors ([`super::error`]), and who calls, retries and waits
//! ([`super::writer`]).

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use super::error::{Cause, SaveError};
use super::read::LIMIT;
use super::storage::{Kind, Stamp, Storage, parent};

/// How the name of an unfinished file begins; our process id, a number and `.tmp` follow.
pub const UNFINISHED: &str = ".riskroom-";

const NAMES: u32 = 100;

/// The SHA-256 of some bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// How many digits [`short`](Hash::short) has.
    pub const SHORT: usize = 12;

    /// The first digits, for names of files.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string().chars().take(Self::SHORT).collect()
    }
}

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let mut hash = [0; 32];
        let digits = text.as_bytes().chunks_exact(2);
        if text.len() != 2 * hash.len()
            || !text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        {
            return Err(NotAHash);
        }
        for (byte, digits) in hash.iter_mut().zip(digits) {
            let digits = std::str::from_utf8(digits).map_err(|_| NotAHash)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| NotAHash)?;
        }
        Ok(Self(hash))
    }
}

/// A text that is not a hash: 64 digits from 0 to f.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not 64 digits from 0 to f")]
pub struct NotAHash;

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Hash({self})")
    }
}

/// What we last knew of a file: its stamp, and the hash of its bytes for when the stamp alone has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Identity {
    /// What the file system told.
    pub stamp: Stamp,
    /// The hash of all its bytes.
    pub hash: Hash,
}

/// Replaces the bytes of a file that is there.
///
/// If this returns `Ok`, the new bytes are on disk under this path and survive a crash and a power cut, as far as the
/// disk keeps what it has synced. Whatever happens, at every moment the path leads to all of the old bytes or all of
/// the new ones. The permission bits are kept; a symbolic link stays, and the file it leads to is replaced; other hard
/// links to that file keep the old bytes.
///
/// With `expected`, the file must still be what the caller last knew: equal in its stamp, or else in its hash. This is
/// looked at first, and the stamp once more just before the new file takes the name; a change within that last instant
/// is not noticed. `None` is for a caller who was told to overwrite whatever is there.
///
/// # Errors
/// [`SaveError::Conflict`] if the file is not what was expected. [`SaveError::Unproven`] if the new file has the name,
/// but the folder could not be synced or the bytes did not come back. All others leave the old file untouched, and
/// nothing of ours beside it as far as the disk lets us remove it.
pub fn replace(
    storage: &dyn Storage,
    path: &Path,
    bytes: &[u8],
    expected: Option<&Identity>,
) -> Result<Identity, SaveError> {
    replace_keeping(storage, path, bytes, expected, |_, _| {})
}

/// The same, `keep` being told where the old file lies, no link, and its stamp, just before the new file takes the
/// name: the last moment to give the old one another name.
///
/// # Errors
/// As for [`replace`].
pub fn replace_keeping(
    storage: &dyn Storage,
    path: &Path,
    bytes: &[u8],
    expected: Option<&Identity>,
    keep: impl FnOnce(&Path, &Stamp),
) -> Result<Identity, SaveError> {
    check_size(path, bytes)?;
    let failed = |error: io::Error| SaveError::not_written(path, &error);
    let live = storage.resolve(path).map_err(failed)?;
    let found = storage.stamp(&live).map_err(failed)?;
    if found.kind != Kind::File {
        let cause = Cause::Other("it is not a regular file".to_owned());
        return Err(SaveError::NotWritten { path: path.to_owned(), cause });
    }
    if let Some(expected) = expected {
        check_unchanged(storage, path, &live, &found, expected)?;
    }

    let unfinished =
        Unfinished::write(storage, parent(&live), bytes, Some(found.mode & 0o777)).map_err(failed)?;
    let ours = Identity { stamp: unfinished.stamp().map_err(failed)?, hash: Hash::of(bytes) };
    keep(&live, &found);
    if let Some(expected) = expected {
        let found = storage.stamp(&live).map_err(failed)?;
        check_unchanged(storage, path, &live, &found, expected)?;
    }
    storage.rename(&unfinished.path, &live).map_err(failed)?;
    unfinished.has_become_the_file();
    prove(storage, path, &live, bytes, ours)
}

/// Creates a file that is not there, and never overwrites one that is.
///
/// If this returns `Ok`, the bytes are on disk under this path and survive a crash and a power cut, as far as the disk
/// keeps what it has synced. The file gets mode `0600`. Until it is whole, nothing has the name; only where the file
/// system has no hard links may a crash leave a part of a file that was not there before.
///
/// # Errors
/// [`SaveError::Exists`] if anything has the name, a dangling link included. [`SaveError::Unproven`] if the file has
/// the name, but the folder could not be synced or the bytes did not come back. All others leave the name free.
pub fn create(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> Result<Identity, SaveError> {
    check_size(path, bytes)?;
    let failed = |error: io::Error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            SaveError::Exists { path: path.to_owned() }
        } else {
            SaveError::not_written(path, &error)
        }
    };
    let unfinished = Unfinished::write(storage, parent(path), bytes, None)
        .map_err(|error| SaveError::not_written(path, &error))?;
    let mut stamp = unfinished.stamp().map_err(failed)?;
    match storage.hard_link(&unfinished.path, path) {
        Ok(()) => {}
        // How file systems without hard links answer.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported) =>
        {
            write_or_clear(storage, path, bytes, None).map_err(failed)?;
            stamp = storage.stamp(path).inspect_err(|_| discard(storage, path)).map_err(failed)?;
        }
        Err(error) => return Err(failed(error)),
    }
    drop(unfinished);
    prove(storage, path, path, bytes, Identity { stamp, hash: Hash::of(bytes) })
}

fn check_size(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    match u64::try_from(bytes.len()) {
        Ok(size) if size <= LIMIT => Ok(()),
        size => Err(SaveError::TooLarge { path: path.to_owned(), size: size.unwrap_or(u64::MAX) }),
    }
}

/// Tells another program's change from a mere touch: when the stamp differs, the bytes decide.
fn check_unchanged(
    storage: &dyn Storage,
    path: &Path,
    live: &Path,
    found: &Stamp,
    expected: &Identity,
) -> Result<(), SaveError> {
    if *found == expected.stamp {
        return Ok(());
    }
    let same = found.size == expected.stamp.size
        && Hash::of(&storage.read(live, LIMIT).map_err(|error| SaveError::not_written(path, &error))?)
            == expected.hash;
    if same { Ok(()) } else { Err(SaveError::Conflict { path: path.to_owned() }) }
}

/// Syncs the folder and reads the bytes again. From here on the file has its name, so that a failure is a doubt.
fn prove(
    storage: &dyn Storage,
    path: &Path,
    live: &Path,
    bytes: &[u8],
    landed: Identity,
) -> Result<Identity, SaveError> {
    let doubt = |cause: Cause| SaveError::Unproven { path: path.to_owned(), cause, landed: Box::new(landed) };
    storage.sync_folder(parent(live)).map_err(|error| doubt(Cause::from(&error)))?;
    let back = storage.read(live, LIMIT).map_err(|error| doubt(Cause::from(&error)))?;
    if back == bytes {
        Ok(landed)
    } else {
        Err(doubt(Cause::Other("what was read back is not what was written".to_owned())))
    }
}

fn write_or_clear(storage: &dyn Storage, path: &Path, bytes: &[u8], mode: Option<u32>) -> io::Result<()> {
    storage.write_new(path, bytes, mode).inspect_err(|error| {
        if error.kind() != io::ErrorKind::AlreadyExists {
            discard(storage, path);
        }
    })
}

/// Removes a file of ours, best effort: the error worth telling is the one before.
fn discard(storage: &dyn Storage, path: &Path) {
    let _ = storage.remove(path);
}

/// A whole, synced file that does not have its name yet; removed when it is given up.
struct Unfinished<'a> {
    storage: &'a dyn Storage,
    path: PathBuf,
    remove: bool,
}

impl<'a> Unfinished<'a> {
    /// A name left behind by a dead process with our process id is skipped, not overwritten.
    fn write(storage: &'a dyn Storage, folder: &Path, bytes: &[u8], mode: Option<u32>) -> io::Result<Self> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let mut result = Err(io::ErrorKind::AlreadyExists.into());
        for _ in 0..NAMES {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!("{UNFINISHED}{}-{number}.tmp", process::id()));
            result =
                write_or_clear(storage, &path, bytes, mode).map(|()| Self { storage, path, remove: true });
            if !matches!(&result, Err(error) if error.kind() == io::ErrorKind::AlreadyExists) {
                break;
            }
        }
        result
    }

    fn stamp(&self) -> io::Result<Stamp> {
        self.storage.stamp(&self.path)
    }

    fn has_become_the_file(mut self) {
        self.remove = false;
    }
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if self.remove {
            discard(self.storage, &self.path);
        }
    }
}
