//! Sessions whose file is gone while a journal still tells of changes: [`orphans`]. Nothing on disk is changed.
//!
//! A file that another program removes is missed with the next action. If that does not come, because the end does, the
//! journal and the copy of the file it goes on from are all there is. Not here: making a file of them
//! ([`super::settle`]).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::journals::{self, Paper, join};
use super::{Reading, Recovered, known, stray};
use crate::domain::{History, Uid};
use crate::store::journal::Draft;

/// A session without a file.
#[derive(Debug, Clone)]
pub struct Orphan {
    /// Where its file was.
    pub path: PathBuf,
    /// The session with all that was done to it.
    pub history: History,
    /// What the journals had.
    pub recovered: Recovered,
    /// The journals that are in the history.
    pub journals: Vec<PathBuf>,
    /// The texts left unfinished.
    pub drafts: Vec<Draft>,
}

/// The sessions with a journal that this machine knows and whose file is gone, as far as they can be put together.
#[must_use]
pub fn orphans(reading: Reading<'_>) -> Vec<Orphan> {
    let places = reading.places;
    let folders = [&places.state, &places.unsaved, &places.temporary];
    let inside = folders.into_iter().flat_map(|folder| reading.storage.list(folder).unwrap_or_default());
    let id = |folder: PathBuf| folder.file_name()?.to_str()?.parse::<Uid>().ok();
    let ids: BTreeSet<u128> = inside.filter_map(id).map(Uid::bits).collect();
    ids.into_iter().filter_map(|bits| orphan(reading, Uid::from_bits(bits))).collect()
}

fn orphan(reading: Reading<'_>, id: Uid) -> Option<Orphan> {
    let is_there = |path: &Path| reading.storage.stamp(path).is_ok();
    let tells = |paper: &Paper| !paper.entries().is_empty();
    // What cannot be read now is found when the new file is opened.
    let papers: Vec<Paper> = journals::of(reading, id).read.into_iter().filter(tells).collect();
    let head = papers.iter().filter_map(Paper::journal).map(|journal| &journal.head);
    let head = head.max_by_key(|head| head.revision)?.clone();
    let path = PathBuf::from(&head.path);
    let own = known::own(reading, id);
    if is_there(&path) || own.is_some_and(|own| is_there(&own)) {
        return None;
    }
    let mut history = stray::backup_of(reading, id, head.hash)?;
    let joined = join(&mut history, papers);
    Some(Orphan {
        path,
        history,
        recovered: joined.recovered?,
        drafts: journals::last_drafts(&joined.used).unwrap_or_default(),
        journals: joined.used.into_iter().map(|paper| paper.path).collect(),
    })
}
