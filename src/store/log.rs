//! The file that lines for those who help a user are added to, [`append`]: `app.log`, which never grows large.
//!
//! Best effort in every way: what cannot be written is not missed, nothing is synced, and two processes that make room
//! in the same instant lose a few old lines. Not here: what is worth a line ([`crate::shell::logbook`]).

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;

use super::storage::{PRIVATE_FILE, PRIVATE_FOLDER};

/// The name of the file.
pub const NAME: &str = "app.log";
/// The name of the one before it.
pub const BEFORE: &str = "app.log.1";
/// A file of so many bytes makes room for another.
pub const FULL: u64 = 256 * 1024;

/// Adds lines to the log in a folder, which is made if it is missing. A full log becomes the one before.
///
/// Nothing but a file is written to, and no link is followed: whatever has the name, nobody waits for it.
///
/// # Errors
/// What the disk says; `InvalidInput` if something else has the name.
pub fn append(folder: &Path, lines: &str) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(PRIVATE_FOLDER).create(folder)?;
    let path = folder.join(NAME);
    let mut log = open(&path)?;
    if log.metadata()?.len() >= FULL {
        fs::rename(&path, folder.join(BEFORE))?;
        log = open(&path)?;
    }
    // In one piece, so that lines of two processes do not mix.
    log.write_all(lines.as_bytes())
}

fn open(path: &Path) -> io::Result<File> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let log = OpenOptions::new()
        .append(true)
        .create(true)
        .mode(PRIVATE_FILE)
        .custom_flags(flags.bits().cast_signed())
        .open(path)?;
    if log.metadata()?.is_file() { Ok(log) } else { Err(io::ErrorKind::InvalidInput.into()) }
}
