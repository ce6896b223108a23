//! Templates of the user's own: one RON file each in the folder of settings, read anew whenever they are offered.
//!
//! A file holds what a new session starts from ([`Template`]): currency, weights, bands, appetite, categories, tags and
//! the texts of the levels. Not here: the templates that come with the program ([`crate::text::template`]).

use std::io;
use std::path::{Path, PathBuf};

use super::error::{Cause, ReadError, Unreadable};
use super::format::{self, Fault, FormatError};
use super::library::Trouble;
use super::storage::Storage;
use super::{locate, own, read};
use crate::domain::{Session, Template, Title, Uid};

/// The folder of templates in that of settings.
const FOLDER: &str = "templates";
/// Most files that are read.
const MOST: usize = 100;

/// Each template file with what is in it, by name; none if there is no folder. What hinders reading the folder stands
/// behind its own name.
pub fn templates(storage: &dyn Storage, config: &Path) -> Vec<(PathBuf, Result<Template, Trouble>)> {
    let folder = config.join(FOLDER);
    let read = |path: PathBuf| {
        let template = template(storage, &path);
        (path, template)
    };
    match own::files(storage, &folder) {
        Ok(paths) => paths.into_iter().take(MOST).map(read).collect(),
        Err(error) => vec![(folder.clone(), Err(unread(folder, &error)))],
    }
}

fn unread(path: PathBuf, error: &io::Error) -> Trouble {
    Trouble::Unread(ReadError { path, reason: Unreadable::Disk(Cause::from(error)) })
}

fn template(storage: &dyn Storage, path: &Path) -> Result<Template, Trouble> {
    let bytes = read::read(storage, path).map_err(Trouble::Unread)?.bytes;
    let text = own::text(&bytes).map_err(Trouble::Format)?;
    let template: Template = format::value(text).map_err(Trouble::Format)?;
    match problem(&template, text) {
        Some(error) => Err(Trouble::Format(error)),
        None => Ok(template),
    }
}

/// The first thing that a session made from it would have wrong.
fn problem(template: &Template, text: &str) -> Option<FormatError> {
    let title = Title::new(FOLDER).ok()?;
    let session = Session::new(Uid::from_bits(0), title, jiff::Timestamp::UNIX_EPOCH, 0, template);
    let finding = session.check().into_iter().next()?;
    let position = locate::locate(text, &finding.path);
    Some(FormatError { position, path: finding.path, fault: Fault::Finding(finding.problem) })
}
