//! Reading a whole file, after refusing within a moment what cannot be one of ours: [`read`].
//!
//! Not here: what the bytes mean, and the writing ([`super::atomic`]).

use std::io;
use std::path::Path;

use super::atomic::{Hash, Identity};
use super::error::{Cause, ReadError, Unreadable};
use super::storage::{Kind, Stamp, Storage};

/// The most bytes a file may have to be read or written: 16 MiB.
pub const LIMIT: u64 = 16 * 1024 * 1024;

const TRIES: u32 = 3;

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// All its bytes.
    pub bytes: Vec<u8>,
    /// What to expect when it is written again.
    pub identity: Identity,
}

/// Reads a whole file of ours and what identifies it.
///
/// Folders, pipes, devices, empty files and files above [`LIMIT`] are refused before they are opened. A file that
/// changes while it is read is read again, so that bytes and identity belong together.
///
/// # Errors
/// [`ReadError`] with the path and the reason.
pub fn read(storage: &dyn Storage, path: &Path) -> Result<Loaded, ReadError> {
    attempt(storage, path).map_err(|reason| ReadError { path: path.to_owned(), reason })
}

fn attempt(storage: &dyn Storage, path: &Path) -> Result<Loaded, Unreadable> {
    for _ in 0..TRIES {
        let before = storage.stamp(path).map_err(|error| disk(&error))?;
        refuse(&before)?;
        let bytes = storage.read(path, LIMIT).map_err(|error| disk(&error))?;
        let stamp = storage.stamp(path).map_err(|error| disk(&error))?;
        if stamp == before && u64::try_from(bytes.len()) == Ok(stamp.size) {
            let hash = Hash::of(&bytes);
            return Ok(Loaded { bytes, identity: Identity { stamp, hash } });
        }
    }
    Err(Unreadable::Changing)
}

fn refuse(stamp: &Stamp) -> Result<(), Unreadable> {
    match stamp.kind {
        Kind::Folder => Err(Unreadable::Folder),
        Kind::Pipe | Kind::Socket => Err(Unreadable::Pipe),
        Kind::Device => Err(Unreadable::Device),
        Kind::File if stamp.size == 0 => Err(Unreadable::Empty),
        Kind::File if stamp.size > LIMIT => Err(Unreadable::TooLarge { size: stamp.size }),
        Kind::File => Ok(()),
    }
}

fn disk(error: &io::Error) -> Unreadable {
    if error.kind() == io::ErrorKind::NotFound {
        Unreadable::Missing
    } else {
        Unreadable::Disk(Cause::from(error))
    }
}
