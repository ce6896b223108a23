//! Which file is a session's own: the one last opened, remembered in its state folder. Another file with the same
//! session in it is a copy.
//!
//! Not here: what is done with a copy (whoever opens it gives it an id of its own).

use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use super::{Reading, rescue};
use crate::domain::Uid;
use crate::store::atomic;
use crate::store::error::SaveError;
use crate::store::read::{LIMIT, read};
use crate::store::storage::make_folders;

/// The file in the state folder.
const NAME: &str = "path";

/// The session's own file, as far as it is remembered.
#[must_use]
pub fn own(reading: Reading<'_>, id: Uid) -> Option<PathBuf> {
    let bytes = reading.storage.read(&note(reading, id), LIMIT).ok().filter(|bytes| !bytes.is_empty())?;
    Some(PathBuf::from(OsString::from_vec(bytes)))
}

/// The session's own file, if it is another one than this, is still there and still has the session in it: this one is a
/// copy then.
#[must_use]
pub fn original(reading: Reading<'_>, id: Uid, path: &Path) -> Option<PathBuf> {
    let own = own(reading, id)?;
    let stamp = |path: &Path| reading.storage.stamp(path).ok().map(|it| (it.device, it.inode));
    let there = stamp(&own)?;
    if own == path || stamp(path) == Some(there) {
        return None;
    }
    let bytes = read(reading.storage, &own).ok()?.bytes;
    (rescue::identity(reading, &own, &bytes) == Some(id)).then_some(own)
}

/// Remembers a file as the session's own, durably.
///
/// # Errors
/// [`SaveError`] if it could not be written; what was remembered before may be remembered still.
pub fn remember(reading: Reading<'_>, id: Uid, path: &Path) -> Result<(), SaveError> {
    if own(reading, id).as_deref() == Some(path) {
        return Ok(());
    }
    let Reading { storage, places, .. } = reading;
    let note = note(reading, id);
    let bytes = path.as_os_str().as_bytes();
    make_folders(storage, &places.state_of(&id.to_string()))
        .map_err(|error| SaveError::not_written(&note, &error))?;
    if storage.stamp(&note).is_ok() {
        atomic::replace(storage, &note, bytes, None)?;
    } else {
        atomic::create(storage, &note, bytes)?;
    }
    Ok(())
}

fn note(reading: Reading<'_>, id: Uid) -> PathBuf {
    reading.places.state_of(&id.to_string()).join(NAME)
}
