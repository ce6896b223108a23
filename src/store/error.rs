//! Why a file could not be saved or read, as data: [`SaveError`], [`ReadError`], their [`Cause`] and [`Next`] step.
//!
//! Each also reads as one plain sentence. Not here: the sentences of the screen in other languages, which are made
//! from this data.

use std::io;
use std::path::{Path, PathBuf};

use super::atomic::Identity;
use super::format::FormatError;
use super::read::LIMIT;

/// What the disk gave as a reason.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Cause {
    /// No space, or the user's quota is used up.
    #[error("the disk is full")]
    DiskFull,
    /// The file system cannot be written to.
    #[error("the disk is read-only")]
    ReadOnly,
    /// The rights are missing.
    #[error("permission denied")]
    Denied,
    /// The file, its folder or its disk is not there any more.
    #[error("the file or its folder is not there any more")]
    Gone,
    /// Anything else, in the words of the system.
    #[error("{0}")]
    Other(String),
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        let kind = error.kind();
        if matches!(kind, Kind::StorageFull | Kind::QuotaExceeded) {
            Self::DiskFull
        } else if kind == Kind::ReadOnlyFilesystem {
            Self::ReadOnly
        } else if kind == Kind::PermissionDenied {
            Self::Denied
        } else if matches!(kind, Kind::NotFound | Kind::NotADirectory | Kind::StaleNetworkFileHandle) {
            Self::Gone
        } else {
            Self::Other(error.to_string())
        }
    }
}

/// What a person can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Next {
    /// Free some space on the disk.
    FreeSpace,
    /// Give the rights to write to, or read, the file and its folder.
    GiveRights,
    /// Go on under another name or in another place.
    SaveElsewhere,
    /// Look at both versions and choose.
    Compare,
    /// Choose another file.
    ChooseAnother,
    /// Wait: the next try may succeed.
    TryAgain,
}

/// Why a save failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The file is not what we last knew: another program changed it, and it was left as it is.
    #[error("{path:?} was changed by another program and was left as it is. Compare both versions.")]
    Conflict {
        /// The file.
        path: PathBuf,
    },
    /// The lock of its session was removed or replaced: another window may have it, and it was left as it is.
    #[error(
        "{path:?} was left as it is, because its lock was removed: another window may have it. Compare both."
    )]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// A new file was asked for, and its name is taken; what is there was left as it is.
    #[error("{path:?} already exists and was left as it is. Choose another name.")]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The bytes are more than could be read again; nothing was written.
    #[error("{path:?} would become too large ({size} bytes; the limit is {LIMIT}). Nothing was written.")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The bytes it would have.
        size: u64,
    },
    /// The bytes could not be made; nothing was written.
    #[error("{path:?} was not written, because its content could not be prepared: {error}")]
    Unmade {
        /// The file.
        path: PathBuf,
        /// What was wrong with the content.
        error: Box<FormatError>,
    },
    /// Nothing was written: the file is as it was.
    #[error("cannot write {path:?}: {cause}. Nothing on the disk was changed.")]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// The reason.
        cause: Cause,
    },
    /// The new file has its name, but it is not certain that it survives a power cut.
    #[error("{path:?} was written, but it is not certain that the disk keeps it: {cause}.")]
    Unproven {
        /// The file.
        path: PathBuf,
        /// The reason.
        cause: Cause,
        /// What stands there now: ours, to be given as expected to the next try.
        landed: Box<Identity>,
    },
}

impl SaveError {
    pub(crate) fn not_written(path: &Path, error: &io::Error) -> Self {
        Self::NotWritten { path: path.to_owned(), cause: error.into() }
    }

    /// The file it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Conflict { path }
            | Self::NotOurs { path }
            | Self::Exists { path }
            | Self::TooLarge { path, .. }
            | Self::Unmade { path, .. }
            | Self::NotWritten { path, .. }
            | Self::Unproven { path, .. } => path,
        }
    }

    /// Whether the same save may succeed later without anybody's decision.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::NotWritten { .. } | Self::Unproven { .. } => true,
            Self::Conflict { .. }
            | Self::NotOurs { .. }
            | Self::Exists { .. }
            | Self::TooLarge { .. }
            | Self::Unmade { .. } => false,
        }
    }

    /// What to do next.
    #[must_use]
    pub fn next(&self) -> Next {
        match self {
            Self::Conflict { .. } | Self::NotOurs { .. } => Next::Compare,
            Self::Exists { .. } | Self::TooLarge { .. } | Self::Unmade { .. } => Next::SaveElsewhere,
            Self::NotWritten { cause, .. } | Self::Unproven { cause, .. } => match cause {
                Cause::DiskFull => Next::FreeSpace,
                Cause::Denied => Next::GiveRights,
                Cause::ReadOnly | Cause::Gone => Next::SaveElsewhere,
                Cause::Other(_) => Next::TryAgain,
            },
        }
    }
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot read {path:?}: {reason}.")]
pub struct ReadError {
    /// The file.
    pub path: PathBuf,
    /// The reason.
    pub reason: Unreadable,
}

/// The reasons not to read a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Unreadable {
    /// Nothing has that name.
    #[error("there is no such file")]
    Missing,
    /// It is a folder.
    #[error("it is a folder")]
    Folder,
    /// It is a named pipe or a socket.
    #[error("it is a pipe, not a file")]
    Pipe,
    /// It is a device.
    #[error("it is a device, not a file")]
    Device,
    /// It has no bytes.
    #[error("it is empty")]
    Empty,
    /// It has more bytes than the limit.
    #[error("it is too large ({size} bytes; the limit is {LIMIT})")]
    TooLarge {
        /// Its bytes.
        size: u64,
    },
    /// A later version of the program wrote it.
    #[error("a newer version of the program wrote it")]
    Newer,
    /// It changed while it was read, again and again.
    #[error("another program keeps changing it")]
    Changing,
    /// The disk refused.
    #[error("{0}")]
    Disk(Cause),
}

impl ReadError {
    /// What to do next.
    #[must_use]
    pub fn next(&self) -> Next {
        match &self.reason {
            Unreadable::Missing
            | Unreadable::Folder
            | Unreadable::Pipe
            | Unreadable::Device
            | Unreadable::Empty
            | Unreadable::Newer
            | Unreadable::TooLarge { .. } => Next::ChooseAnother,
            Unreadable::Changing => Next::TryAgain,
            Unreadable::Disk(cause) => match cause {
                Cause::Denied => Next::GiveRights,
                Cause::DiskFull | Cause::ReadOnly | Cause::Gone | Cause::Other(_) => Next::TryAgain,
            },
        }
    }
}
