//! The sessions in a data folder: listing them with what one wants to know before opening one, creating, binning and
//! restoring them.
//!
//! A file that cannot be read is listed like the others, with the reason. Not here: the content of a file
//! ([`super::format`]), and which of them are open somewhere ([`super::lock`]).

mod copies;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::atomic::{self, Identity};
use super::error::{Cause, ReadError, SaveError, Unreadable};
use super::format::{self, FormatError, MIGRATIONS};
use super::paths::{Places, file_name};
use super::read::read;
use super::storage::{Kind, Stamp, Storage, make_folders, parent};
use crate::domain::summary::Summary;
use crate::domain::{History, Session};

/// How the name of a session file ends.
const EXTENSION: &str = "ron";

/// The most numbers tried for a name that is taken.
const NUMBERS: u32 = 1000;

/// One file of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The file.
    pub path: PathBuf,
    /// When it was last written, as the disk says.
    pub modified: Timestamp,
    /// Whether it lies in the bin.
    pub binned: bool,
    /// What is in it, or why that cannot be told.
    pub outcome: Result<Arc<Summary>, Trouble>,
    /// The file of the session it is another copy of, by its name and its id: a conflict of a program that syncs, or
    /// something recovered.
    pub copy_of: Option<PathBuf>,
}

impl Listing {
    /// When the session was created; when the file was last written if it cannot be read.
    #[must_use]
    pub fn date(&self) -> Timestamp {
        self.outcome.as_ref().map_or(self.modified, |summary| summary.created)
    }
}

/// Why a file cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Its bytes could not be read.
    #[error(transparent)]
    Unread(#[from] ReadError),
    /// Its content is not a whole session.
    #[error(transparent)]
    Format(#[from] FormatError),
}

impl Trouble {
    /// Whether the file is broken, so that something may be made of what is left: not if it is of a newer format, is no
    /// file, or cannot be read now.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Unread(error) => error.reason == Unreadable::Empty,
            Self::Format(error) => !error.is_newer(),
        }
    }
}

/// A session that was opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The session and all that was done to it.
    pub history: History,
    /// What the file must still be when it is saved.
    pub identity: Identity,
}

/// Opens a session file.
///
/// # Errors
/// [`Trouble`] with the path or the place in the file; nothing has changed on disk.
pub fn open(storage: &dyn Storage, path: &Path) -> Result<Opened, Trouble> {
    let file = read(storage, path)?;
    let history = format::decode_with(&file.bytes, MIGRATIONS)?.history;
    Ok(Opened { history, identity: file.identity })
}

/// How deep folders within the library are looked into.
const DEPTH: usize = 4;

/// All sessions in these two folders and the folders in them, newest first. Files of other kinds are left out, and so is a
/// folder that is not there.
#[must_use]
pub fn scan(storage: &dyn Storage, sessions: &Path, trash: &Path) -> Vec<Listing> {
    let (files, mut listings) = files_in(storage, sessions, trash);
    listings.extend(files.into_iter().map(|(path, binned)| look(storage, path, binned).0));
    arranged(listings)
}

/// The session files of the library and the bin, each with whether it lies there, and what is told of folders that cannot be
/// read.
pub(super) fn files(storage: &dyn Storage, places: &Places) -> (Vec<(PathBuf, bool)>, Vec<Listing>) {
    files_in(storage, &places.sessions, &places.trash)
}

fn files_in(storage: &dyn Storage, sessions: &Path, trash: &Path) -> (Vec<(PathBuf, bool)>, Vec<Listing>) {
    let (mut files, mut troubles) = (Vec::new(), Vec::new());
    for (root, binned) in [(sessions, false), (trash, true)] {
        let mut folders = vec![(root.to_owned(), 0)];
        while let Some((folder, depth)) = folders.pop() {
            match storage.list(&folder) {
                Ok(paths) => {
                    for path in paths.into_iter().filter(|path| !is_hidden(path)) {
                        if path.extension().is_some_and(|extension| extension == EXTENSION) {
                            files.push((path, binned));
                        } else if depth < DEPTH && is_folder(storage, &path) {
                            folders.push((path, depth + 1));
                        }
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => {
                    let reason = Unreadable::Disk(Cause::from(&error));
                    let outcome = Err(ReadError { path: folder.clone(), reason }.into());
                    let modified = Timestamp::UNIX_EPOCH;
                    troubles.push(Listing { path: folder, modified, binned, outcome, copy_of: None });
                }
            }
        }
    }
    (files, troubles)
}

/// Whether a path without an extension leads to a folder. Folders have none, so that nothing else is asked of the disk.
fn is_folder(storage: &dyn Storage, path: &Path) -> bool {
    path.extension().is_none() && storage.stamp(path).is_ok_and(|stamp| stamp.kind == Kind::Folder)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'))
}

/// Puts listings in their order, newest first, and finds the copies among them.
pub(super) fn arranged(mut listings: Vec<Listing>) -> Vec<Listing> {
    listings.sort_by(|one, other| (other.date(), &other.path).cmp(&(one.date(), &one.path)));
    copies::find(&mut listings);
    listings
}

/// The listing of a file of which everything is known.
pub(super) fn known(path: &Path, binned: bool, modified: Timestamp, summary: &Arc<Summary>) -> Listing {
    let outcome = Ok(Arc::clone(summary));
    Listing { path: path.to_owned(), modified, binned, outcome, copy_of: None }
}

/// Reads a file, and what the disk says of it if it is a session.
pub(super) fn look(
    storage: &dyn Storage,
    path: PathBuf,
    binned: bool,
) -> (Listing, Option<(Stamp, History)>) {
    let modified = storage.stamp(&path).ok().and_then(|stamp| {
        let (seconds, nanoseconds) = stamp.changed;
        Timestamp::new(seconds, i32::try_from(nanoseconds).ok()?).ok()
    });
    let modified = modified.unwrap_or(Timestamp::UNIX_EPOCH);
    match open(storage, &path) {
        Ok(Opened { history, identity }) => {
            let outcome = Ok(Arc::new(Summary::of(&history)));
            (Listing { path, modified, binned, outcome, copy_of: None }, Some((identity.stamp, history)))
        }
        Err(trouble) => (Listing { path, modified, binned, outcome: Err(trouble), copy_of: None }, None),
    }
}

/// Creates the file of a new session in this folder, named after the local date, the title and the id.
///
/// # Errors
/// [`SaveError`] if it could not be written; no file is left then, unless it says so.
pub fn create(
    storage: &dyn Storage,
    sessions: &Path,
    session: Session,
    date: Date,
) -> Result<(PathBuf, Identity), SaveError> {
    create_with(storage, sessions, &History::new(session), date)
}

/// Creates the file of a session that has a history already, in the same way.
///
/// # Errors
/// As for [`create`].
pub fn create_with(
    storage: &dyn Storage,
    sessions: &Path,
    history: &History,
    date: Date,
) -> Result<(PathBuf, Identity), SaveError> {
    let (title, id) = (&history.session().title, history.session().id.to_string());
    let name = file_name(date, title, &id, |name| storage.stamp(&sessions.join(name)).is_ok());
    let path = sessions.join(name);
    let bytes = format::encode_verified(history)
        .map_err(|error| SaveError::Unmade { path: path.clone(), error: Box::new(error) })?;
    make_folders(storage, sessions).map_err(|error| SaveError::not_written(&path, &error))?;
    let identity = atomic::create(storage, &path, &bytes)?;
    Ok((path, identity))
}

/// Moves a session file into the bin, and gives its new path.
///
/// # Errors
/// As for [`restore`].
pub fn bin(storage: &dyn Storage, path: &Path, trash: &Path) -> Result<PathBuf, SaveError> {
    move_into(storage, path, trash)
}

/// Moves a session file out of the bin, and gives its new path.
///
/// A name that is taken gets a number; no file is ever overwritten. At every moment the file has a name, after a power
/// cut in between perhaps both.
///
/// # Errors
/// [`SaveError::NotWritten`] if the file could not be moved; it is still where it was.
pub fn restore(storage: &dyn Storage, path: &Path, sessions: &Path) -> Result<PathBuf, SaveError> {
    move_into(storage, path, sessions)
}

fn move_into(storage: &dyn Storage, path: &Path, folder: &Path) -> Result<PathBuf, SaveError> {
    let failed = |error: io::Error| SaveError::not_written(path, &error);
    make_folders(storage, folder).map_err(failed)?;
    let to = link(storage, path, folder).map_err(failed)?;
    storage.sync_folder(folder).map_err(failed)?;
    if storage.stamp(path).is_ok() {
        storage.remove(path).map_err(failed)?;
    }
    storage.sync_folder(parent(path)).map_err(failed)?;
    Ok(to)
}

/// Gives a file a second name in another folder; where the disk has no such thing, its only name.
fn link(storage: &dyn Storage, path: &Path, folder: &Path) -> io::Result<PathBuf> {
    for number in 1..=NUMBERS {
        let to = folder.join(numbered(path, number));
        match storage.hard_link(path, &to) {
            Ok(()) => return Ok(to),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error)
                if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported) =>
            {
                if storage.stamp(&to).is_err() {
                    return storage.rename(path, &to).map(|()| to);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The name of a file, from the second try on with a number: `x.ron`, `x-2.ron`.
fn numbered(path: &Path, number: u32) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    match number {
        1 => format!("{stem}.{EXTENSION}"),
        number => format!("{stem}-{number}.{EXTENSION}"),
    }
}
