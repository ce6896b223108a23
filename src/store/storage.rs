//! The seam between the save protocol and the disk: [`Storage`], and the real one, [`Disk`].
//!
//! Not here: in which order the steps are taken ([`super::atomic`]) and which files are refused ([`super::read`]).

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

/// The mode of every file we create.
pub const PRIVATE_FILE: u32 = 0o600;
/// The mode of every folder we create.
pub const PRIVATE_FOLDER: u32 = 0o700;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A named pipe.
    Pipe,
    /// A socket.
    Socket,
    /// A device, or anything else that is no regular file.
    Device,
}

/// What the file system tells of a file without reading it.
///
/// Two equal stamps are taken to be the same file with the same bytes; different stamps prove nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// What it is.
    pub kind: Kind,
    /// The file system it is on.
    pub device: u64,
    /// Its number there.
    pub inode: u64,
    /// Its size in bytes.
    pub size: u64,
    /// The time of its last change: seconds since 1970, and nanoseconds.
    pub changed: (i64, i64),
    /// Its permission bits.
    pub mode: u32,
    /// The number of the user it belongs to.
    pub owner: u32,
}

/// A file that only grows, open for writing.
pub trait Log: Send {
    /// Adds bytes at the end and makes them durable.
    ///
    /// After an error nothing is known of the bytes, and the log must not be used again: what a disk has failed to
    /// sync once it may never sync.
    ///
    /// # Errors
    /// What the disk says.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// The few things the save protocol asks of a disk, each about one step that can fail on its own.
///
/// Paths are followed through symbolic links except where a method says otherwise.
pub trait Storage: Send + Sync {
    /// Creates a file that was not there, with mode [`PRIVATE_FILE`] and then `mode` if one is given, writes all the
    /// bytes and syncs them.
    ///
    /// # Errors
    /// `AlreadyExists` if anything has that name, a dangling link included; otherwise what the disk says. After any
    /// other error a part of the file may be left.
    fn write_new(&self, path: &Path, bytes: &[u8], mode: Option<u32>) -> io::Result<()>;

    /// Creates a log that was not there, with mode [`PRIVATE_FILE`] and these first bytes, durable but for its name:
    /// that takes [`sync_folder`](Storage::sync_folder).
    ///
    /// # Errors
    /// As for [`write_new`](Storage::write_new).
    fn create_log(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn Log>>;

    /// Reads a whole regular file of at most `limit` bytes, without ever waiting for a pipe or a device.
    ///
    /// # Errors
    /// `IsADirectory` or `InvalidInput` if it is no regular file, `FileTooLarge` above the limit, otherwise what the
    /// disk says.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// Tells what a path leads to.
    ///
    /// # Errors
    /// What the disk says, `NotFound` for a dangling link.
    fn stamp(&self, path: &Path) -> io::Result<Stamp>;

    /// The path with every symbolic link followed.
    ///
    /// # Errors
    /// What the disk says, `NotFound` for a dangling link.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Gives a file a new name, in place of whatever had that name.
    ///
    /// # Errors
    /// What the disk says; then both names are as they were.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives a file a second name, which must be free. Links are not followed.
    ///
    /// # Errors
    /// `AlreadyExists` if the name is taken, otherwise what the disk says; some file systems have no hard links.
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a name. Links are not followed.
    ///
    /// # Errors
    /// What the disk says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes the names in a folder durable.
    ///
    /// # Errors
    /// What the disk says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Creates one folder with mode [`PRIVATE_FOLDER`].
    ///
    /// # Errors
    /// `AlreadyExists` if the name is taken, otherwise what the disk says.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// The paths in a folder, sorted.
    ///
    /// # Errors
    /// What the disk says.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
}

/// Creates a folder with all that is missing above it, durably; a folder already there is left as it is.
///
/// # Errors
/// What the disk says; `NotADirectory` if something else has the name.
pub fn make_folders(storage: &dyn Storage, folder: &Path) -> io::Result<()> {
    let mut missing = Vec::new();
    for ancestor in folder.ancestors().filter(|ancestor| !ancestor.as_os_str().is_empty()) {
        match storage.stamp(ancestor) {
            Ok(stamp) if stamp.kind == Kind::Folder => break,
            Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push(ancestor),
            Err(error) => return Err(error),
        }
    }
    for folder in missing.into_iter().rev() {
        match storage.make_folder(folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            Ok(()) | Err(_) => storage.sync_folder(parent(folder))?,
        }
    }
    Ok(())
}

/// The folder a path is in: `.` for a bare name.
#[must_use]
pub fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) => Path::new("."),
        None => path,
    }
}

/// The real disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Storage for Disk {
    fn write_new(&self, path: &Path, bytes: &[u8], mode: Option<u32>) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(PRIVATE_FILE).open(path)?;
        if let Some(mode) = mode {
            file.set_permissions(Permissions::from_mode(mode))?;
        }
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn create_log(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn Log>> {
        let mut log = OpenOptions::new().append(true).create_new(true).mode(PRIVATE_FILE).open(path)?;
        Log::append(&mut log, bytes)?;
        Ok(Box::new(log))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        // Asked twice: opening a device can have an effect of its own, and the name can change hands in between.
        readable(&fs::metadata(path)?, limit)?;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        let file = OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)?;
        let found = file.metadata()?;
        readable(&found, limit)?;
        // One more byte tells that there is no more.
        let mut bytes = Vec::with_capacity(usize::try_from(found.size()).unwrap_or(0).saturating_add(1));
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if u64::try_from(bytes.len()).is_ok_and(|size| size <= limit) {
            Ok(bytes)
        } else {
            Err(io::ErrorKind::FileTooLarge.into())
        }
    }

    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        let found = fs::metadata(path)?;
        Ok(Stamp {
            kind: kind(&found),
            device: found.dev(),
            inode: found.ino(),
            size: found.size(),
            changed: (found.mtime(), found.mtime_nsec()),
            mode: found.mode() & 0o7777,
            owner: found.uid(),
        })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        DirBuilder::new().mode(PRIVATE_FOLDER).create(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths = fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<Vec<_>>>()?;
        // Compared as they are written: taking paths apart takes ten times as long.
        paths.sort_unstable_by(|one, other| one.as_os_str().cmp(other.as_os_str()));
        Ok(paths)
    }
}

impl Log for File {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)?;
        self.sync_data()
    }
}

fn readable(found: &fs::Metadata, limit: u64) -> io::Result<()> {
    match kind(found) {
        Kind::File if found.size() > limit => Err(io::ErrorKind::FileTooLarge.into()),
        Kind::File => Ok(()),
        Kind::Folder => Err(io::ErrorKind::IsADirectory.into()),
        Kind::Pipe | Kind::Socket | Kind::Device => Err(io::ErrorKind::InvalidInput.into()),
    }
}

fn kind(found: &fs::Metadata) -> Kind {
    let found = found.file_type();
    if found.is_file() {
        Kind::File
    } else if found.is_dir() {
        Kind::Folder
    } else if found.is_fifo() {
        Kind::Pipe
    } else if found.is_socket() {
        Kind::Socket
    } else {
        Kind::Device
    }
}
