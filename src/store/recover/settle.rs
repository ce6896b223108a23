//! What writes: copies of what was found broken, new files beside old ones, and a snapshot of what was put together.
//!
//! Nothing here overwrites or removes anything before what it holds is durable elsewhere. The caller has the lock of the
//! session. Not here: what is to be done ([`super::Fate`], [`super::rescue`](mod@super::rescue)), and saving in the full
//! screen ([`crate::store::writer`]).

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::sentence::News;
use super::{Edited, Fate, Found, Reading, Stray};
use crate::domain::{History, Uid};
use crate::store::atomic::{self, Hash, Identity};
use crate::store::backups::{self, Before, Original};
use crate::store::error::SaveError;
use crate::store::folding;
use crate::store::journal;
use crate::store::paths;
use crate::store::storage::{Kind, Storage, make_folders, parent};

/// How many bytes the end of a name has that is an extension.
const LONGEST: usize = 12;
/// What the copy of a file with a longer one has.
const EXTENSION: &str = "ron";
/// The most numbers tried for a name that is taken.
const NUMBERS: u32 = 1000;

/// Keeps a copy of a damaged file, or of a journal nothing can be made of, among those of its session. Where it lies.
///
/// # Errors
/// [`SaveError`] if it is not durable.
pub fn keep_copy(
    reading: Reading<'_>,
    id: Option<Uid>,
    path: &Path,
    bytes: &[u8],
) -> Result<PathBuf, SaveError> {
    let copy = copy_of(reading, id, path, bytes);
    make_folders(reading.storage, parent(&copy)).map_err(|error| SaveError::not_written(&copy, &error))?;
    match atomic::create(reading.storage, &copy, bytes) {
        Ok(_) | Err(SaveError::Exists { .. }) => Ok(copy),
        Err(error) => Err(error),
    }
}

/// Whether the same bytes were copied before.
#[must_use]
pub fn has_copy(reading: Reading<'_>, id: Option<Uid>, path: &Path, bytes: &[u8]) -> bool {
    reading.storage.stamp(&copy_of(reading, id, path, bytes)).is_ok()
}

/// Where a copy of these bytes belongs.
fn copy_of(reading: Reading<'_>, id: Option<Uid>, path: &Path, bytes: &[u8]) -> PathBuf {
    let places = reading.places;
    let folder = id.map_or_else(|| places.state.join("damaged"), |id| places.damaged_of(&id.to_string()));
    let hash = Hash::of(bytes).short();
    let (stem, extension) = (paths::stem(path), path.extension().unwrap_or_default().to_string_lossy());
    // A name with a long end has no extension worth the name.
    let extension = if extension.len() > LONGEST { EXTENSION } else { &extension };
    folder.join(format!("{stem}.{hash}.{extension}"))
}

/// Writes a history as a new file beside another: `x-recovered-14-02-11.ron`. If that folder cannot be written to, the
/// library has it.
///
/// # Errors
/// [`SaveError`] if neither could.
pub fn create_beside(
    reading: Reading<'_>,
    path: &Path,
    word: &str,
    (at, zone): (Timestamp, &TimeZone),
    history: &History,
) -> Result<(PathBuf, Identity), SaveError> {
    let (bytes, _) = encoded(path, history)?;
    let stem = paths::stem(path);
    let name = format!("{stem}-{word}-{}", zone.to_datetime(at).strftime("%H-%M-%S"));
    let sessions = &reading.places.sessions;
    if sessions == parent(path) {
        // The library is ours to make, should somebody have removed it.
        let _ = make_folders(reading.storage, sessions);
    }
    create_in(reading.storage, parent(path), &name, &bytes).or_else(|error| {
        let is_elsewhere = sessions != parent(path) && make_folders(reading.storage, sessions).is_ok();
        if is_elsewhere { create_in(reading.storage, sessions, &name, &bytes) } else { Err(error) }
    })
}

fn create_in(
    storage: &dyn Storage,
    folder: &Path,
    name: &str,
    bytes: &[u8],
) -> Result<(PathBuf, Identity), SaveError> {
    let mut path = folder.join(format!("{name}.ron"));
    for number in 2..NUMBERS {
        match atomic::create(storage, &path, bytes) {
            Err(SaveError::Exists { .. }) => path = folder.join(format!("{name}-{number}.ron")),
            outcome => return outcome.map(|identity| (path, identity)),
        }
    }
    Err(SaveError::Exists { path })
}

/// Does with journals that do not go on from the file what is to become of them, and tells it. A journal that nothing
/// can be done about now, on a full disk perhaps, stays where it is.
#[must_use]
pub fn settle(
    reading: Reading<'_>,
    path: &Path,
    id: Uid,
    strays: &[Stray],
    (now, zone): (Timestamp, &TimeZone),
) -> Vec<News> {
    let mut news = Vec::new();
    for stray in strays {
        let done = match &stray.fate {
            // Texts left unfinished go only once they are elsewhere.
            Fate::Stale(drafts) => drafts.is_empty(),
            Fate::Mine(history) => {
                let at = stray.last.unwrap_or(now);
                let made = create_beside(reading, path, "mine", (at, zone), history);
                news.extend(made.as_ref().ok().map(|(path, _)| News::Mine { at, path: path.clone() }));
                made.is_ok()
            }
            Fate::Lost => {
                let bytes = reading.storage.read(&stray.path, journal::LIMIT);
                let copied = bytes.ok().and_then(|it| keep_copy(reading, Some(id), &stray.path, &it).ok());
                let is_kept = copied.is_some();
                news.extend(copied.map(|path| News::Lost { at: stray.last, path }));
                is_kept
            }
        };
        if done {
            remove(reading.storage, &stray.path);
        }
    }
    news
}

/// Gives what cannot be read now another name in its folder, so that its session goes on without it. That name.
///
/// A folder stays where it is: the lock and the backups are in it, too.
///
/// # Errors
/// [`SaveError`] if it could not be given one, or is a folder.
pub fn put_aside(reading: Reading<'_>, path: &Path) -> Result<PathBuf, SaveError> {
    let storage = reading.storage;
    let failed = |error: io::Error| SaveError::not_written(path, &error);
    if is_folder(storage, path) {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut names = (1..NUMBERS).map(|number| path.with_file_name(format!("unread-{number}-{name}")));
    let is_free =
        |to: &PathBuf| storage.stamp(to).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    let to = names.find(is_free).ok_or_else(|| SaveError::Exists { path: path.to_owned() })?;
    storage.rename(path, &to).map_err(failed)?;
    storage.sync_folder(parent(path)).map_err(failed)?;
    Ok(to)
}

/// Whether a path leads to a folder.
pub fn is_folder(storage: &dyn Storage, path: &Path) -> bool {
    storage.stamp(path).is_ok_and(|stamp| stamp.kind == Kind::Folder)
}

/// Keeps copies of journals whose last line is not whole, before a snapshot makes them go.
///
/// # Errors
/// [`SaveError`] if one of them is not durable.
pub fn keep_torn(reading: Reading<'_>, id: Uid, torn: &[PathBuf]) -> Result<(), SaveError> {
    for path in torn {
        let bytes = reading.storage.read(path, journal::LIMIT);
        let bytes = bytes.map_err(|error| SaveError::not_written(path, &error))?;
        keep_copy(reading, Some(id), path, &bytes)?;
    }
    Ok(())
}

/// Writes a history over the file it was read from, which is kept among the backups: its last action had the number
/// `revision`.
///
/// # Errors
/// [`SaveError`] if the file or its backup could not be written.
pub fn snapshot(
    reading: Reading<'_>,
    path: &Path,
    expected: &Identity,
    history: &History,
    (revision, before): (u64, Before),
) -> Result<Identity, SaveError> {
    let (bytes, is_folded) = encoded(path, history)?;
    let before = if is_folded && before == Before::Save { Before::Folding } else { before };
    let folder = reading.places.backups_of(&history.session().id.to_string());
    let failed = |error: io::Error| SaveError::not_written(path, &error);
    let live = reading.storage.resolve(path).map_err(failed)?;
    let original = Original { path: &live, stamp: &expected.stamp, hash: &expected.hash, revision };
    backups::keep(reading.storage, &folder, original, before)
        .map_err(|cause| SaveError::NotWritten { path: path.to_owned(), cause })?;
    atomic::replace(reading.storage, path, &bytes, Some(expected))
}

fn encoded(path: &Path, history: &History) -> Result<(Vec<u8>, bool), SaveError> {
    folding::encode(history)
        .map_err(|error| SaveError::Unmade { path: path.to_owned(), error: Box::new(error) })
}

/// What came of accepting an edit.
pub struct Accepted {
    /// What the file is now.
    pub identity: Identity,
    /// What happened to the session.
    pub news: Vec<News>,
    /// Its journals that have nothing but texts left unfinished.
    pub journals: Vec<PathBuf>,
}

/// Writes what was edited outside the program over its file, as the history in which it was accepted, and does with the
/// journals of the session what is to become of them; those of a copy, which has an id of its own by then, are its
/// `original`'s and stay.
///
/// # Errors
/// [`SaveError`] if the file or its backup could not be written.
pub fn accept(
    reading: Reading<'_>,
    path: &Path,
    edited: &Edited,
    history: &History,
    original: Option<PathBuf>,
    at: (Timestamp, &TimeZone),
) -> Result<Accepted, SaveError> {
    let revision = edited.before.as_ref().map_or(0, History::revision);
    let identity = snapshot(reading, path, &edited.identity, history, (revision, Before::Save))?;
    if let Some(original) = original {
        return Ok(Accepted { identity, news: vec![News::Copied { original }], journals: Vec::new() });
    }
    let news = settle(reading, path, history.session().id, &edited.strays, at);
    let is_stale = |stray: &&Stray| matches!(stray.fate, Fate::Stale(_));
    let journals = edited.strays.iter().filter(is_stale).map(|stray| stray.path.clone()).collect();
    Ok(Accepted { identity, news, journals })
}

/// Writes a session that was put together over its file, which is kept among the backups.
///
/// # Errors
/// [`SaveError`] if the file or its backup could not be written.
pub fn bring_in(reading: Reading<'_>, path: &Path, found: &Found) -> Result<Identity, SaveError> {
    let before = (found.revision, Before::saving(found.format));
    snapshot(reading, path, &found.identity, &found.history, before)
}

/// Removes a journal whose content is durable elsewhere. Should it stay, it is found stale the next time.
pub fn remove(storage: &dyn Storage, path: &Path) {
    let _ = storage.remove(path).and_then(|()| storage.sync_folder(parent(path)));
}
