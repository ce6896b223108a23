//! Files of the user's own in the folder of settings, such as card decks and templates: which there are, [`files`], and the
//! text in one, [`text`].
//!
//! Not here: what is in them ([`super::deck`], [`super::templates`]).

use std::io;
use std::path::{Path, PathBuf};

use super::format::{self, Fault, FormatError};
use super::storage::Storage;

/// The RON files of a folder, by name; none without the folder. Those that an editor hides are not meant.
///
/// # Errors
/// What the disk says.
pub fn files(storage: &dyn Storage, folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = match storage.list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        listed => listed?,
    };
    paths.retain(|path| path.extension().is_some_and(|it| it == "ron") && !is_hidden(path));
    Ok(paths)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// The text in the bytes of a file, without the mark that some editors begin it with.
///
/// # Errors
/// [`Fault::NotUtf8`] with the place, or [`Fault::Empty`].
pub fn text(bytes: &[u8]) -> Result<&str, FormatError> {
    let text = format::utf8(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(FormatError::whole(Fault::Empty)) } else { Ok(text) }
}
