//! One process per session: [`Lock`], a lock of the system on a file that is never renamed or deleted.
//!
//! Not here: what the others do then (they open the session read-only), and the saving itself ([`super::atomic`]).

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::error::Cause;
use super::storage::{PRIVATE_FILE, PRIVATE_FOLDER};

const NAME: &str = "lock";
const NOTE: u64 = 256;

/// The right of this process to write one session; given back when it is dropped or the process ends in any way.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

/// Why the lock was not given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    /// Another window has it, as far as its own note can be read.
    #[error("the session is open in another window")]
    Held {
        /// The process that has it.
        pid: Option<u32>,
        /// Since when, in the words of that process.
        since: Option<String>,
    },
    /// The lock file cannot be made or locked.
    #[error("cannot lock {path:?}: {cause}")]
    Failed {
        /// The lock file.
        path: PathBuf,
        /// The reason.
        cause: Cause,
    },
}

impl Lock {
    /// Takes the lock of a session, whose state folder is made if it is missing, and notes who has it since when.
    ///
    /// # Errors
    /// [`LockError::Held`] at once if another lock is alive, in this process or any other.
    pub fn take(folder: &Path, pid: u32, since: &str) -> Result<Self, LockError> {
        let path = folder.join(NAME);
        let failed = |error: &io::Error| LockError::Failed { path: path.clone(), cause: error.into() };
        DirBuilder::new()
            .recursive(true)
            .mode(PRIVATE_FOLDER)
            .create(folder)
            .map_err(|error| failed(&error))?;
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(PRIVATE_FILE)
            .open(&path)
            .map_err(|error| failed(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held(&file)),
            Err(TryLockError::Error(error)) => return Err(failed(&error)),
        }
        // The note is for people; the lock holds without it, on a full disk too.
        let _ = file.set_len(0).and_then(|()| write!(file, "{pid}\n{}\n", since.trim()));
        Ok(Self { file, path })
    }

    /// Whether the lock file was removed or replaced for certain: a folder that cannot be looked into proves nothing.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        match (self.file.metadata(), fs::metadata(&self.path)) {
            (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) != (there.dev(), there.ino()),
            (_, Err(error)) => error.kind() == io::ErrorKind::NotFound,
            (Err(_), Ok(_)) => false,
        }
    }

    /// Whether the lock file is still the one we locked: a new one in its place could be locked by somebody else.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        match (self.file.metadata(), fs::metadata(&self.path)) {
            (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) == (there.dev(), there.ino()),
            (Ok(_) | Err(_), Ok(_) | Err(_)) => false,
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // So that the next one is not taken for us in the instant before its own note; closing would unlock anyway.
        let _ = self.file.set_len(0);
        let _ = self.file.unlock();
    }
}

fn held(file: &File) -> LockError {
    let mut note = String::new();
    // A note that cannot be read leaves both unknown.
    let _ = file.take(NOTE).read_to_string(&mut note);
    let mut lines = note.lines();
    let pid = lines.next().and_then(|line| line.parse().ok());
    let since = lines.next().filter(|line| !line.is_empty()).map(str::to_owned);
    LockError::Held { pid, since }
}
