//! The index of the library: what was read of each session, kept in the state folder, so that opening the library or
//! searching it does not read every file again.
//!
//! A file is taken as known if what the disk says of it (device, number, size, time of its last change) is what it said when
//! it was read, and that change was not so recent that another one could have the same time. The index is made again from the
//! files whenever it is missing, of another version or broken: nothing is ever lost with it. Its texts are in
//! `texts`. Not here: which files are sessions ([`super::library`]).

mod texts;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use self::texts::Line;
use self::texts::Texts;
use super::library::{self, Listing};
use super::paths::Places;
use super::storage::{Stamp, Storage, make_folders};
use crate::domain::said::said;
use crate::domain::summary::Summary;

/// How the file begins; another beginning is another version.
const HEAD: &[u8] = b"riskroom library 2\n";
/// The most bytes of an index.
const LIMIT: u64 = 512 * 1024 * 1024;
/// A change so many seconds before it was read may have been followed by another one at the same time.
const RECENT: i64 = 2;

/// What the disk said of a file: device, number, size, time of its last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Mark(u64, u64, u64, i64, i64);

impl From<Stamp> for Mark {
    fn from(stamp: Stamp) -> Self {
        let (seconds, nanoseconds) = stamp.changed;
        Self(stamp.device, stamp.inode, stamp.size, seconds, nanoseconds)
    }
}

/// What is known of a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Known {
    path: PathBuf,
    mark: Mark,
    summary: Arc<Summary>,
}

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Files that were looked at.
    pub done: usize,
    /// Of so many.
    pub of: usize,
}

/// The index of a library.
#[derive(Debug, Default)]
pub struct Index {
    known: HashMap<PathBuf, Known>,
    texts: Texts,
    /// The files outside of library and bin that were listed last.
    others: Vec<PathBuf>,
    /// Whether it was read from the disk.
    loaded: bool,
}

impl Index {
    /// All sessions of the library and the bin, newest first, as [`library::scan`] lists them; only what is new or has
    /// changed is read. `others` are files outside of both that are listed with them. `tick` is told how far that is, and what
    /// is known so far.
    pub fn scan(
        &mut self,
        storage: &dyn Storage,
        places: &Places,
        others: &[PathBuf],
        now: Timestamp,
        mut tick: impl FnMut(Progress, &[Listing]),
    ) -> Vec<Listing> {
        if !std::mem::replace(&mut self.loaded, true) {
            self.load(storage, places);
        }
        others.clone_into(&mut self.others);
        let (mut files, mut listings) = library::files(storage, places);
        let known: HashSet<PathBuf> =
            files.iter().map(|(path, _)| path.clone()).filter(|_| !others.is_empty()).collect();
        files.extend(others.iter().filter(|path| !known.contains(*path)).map(|path| (path.clone(), false)));
        let of = files.len();
        let (mut fresh, mut unknown) = (HashMap::with_capacity(of), Vec::new());
        for (path, binned) in files {
            let mark = storage.stamp(&path).ok().map(Mark::from);
            match self.known.remove(&path).filter(|known| Some(known.mark) == mark) {
                Some(known) => {
                    listings.push(library::known(&path, binned, mark_time(known.mark), &known.summary));
                    fresh.insert(path, known);
                }
                None => unknown.push((path, binned)),
            }
        }
        // What is gone or is another file now is known no longer.
        let mut changed = !self.known.is_empty();
        let before = of - unknown.len();
        let mut said_now = Vec::new();
        for (done, (path, binned)) in (before + 1..).zip(unknown) {
            let (listing, found) = library::look(storage, path.clone(), binned);
            if let (Ok(summary), Some((stamp, history))) = (&listing.outcome, found) {
                let mark = Mark::from(stamp);
                if is_settled(mark, now) {
                    let summary = Arc::clone(summary);
                    said_now.push((path.clone(), mark, said(history.session())));
                    fresh.insert(path.clone(), Known { path, mark, summary });
                    changed = true;
                }
            }
            listings.push(listing);
            tick(Progress { done, of }, &listings);
            if said_now.len() >= texts::MOST {
                self.texts.add(storage, places, &std::mem::take(&mut said_now));
            }
        }
        self.known = fresh;
        if changed {
            self.texts.add(storage, places, &said_now);
            self.save(storage, places);
            self.texts.tidy(storage, places, &self.marks());
        }
        library::arranged(listings)
    }

    /// What each file is known by.
    fn marks(&self) -> HashMap<PathBuf, Mark> {
        self.known.values().map(|known| (known.path.clone(), known.mark)).collect()
    }

    /// Every known session outside of the bin with all that is said in it, in no particular order; sessions that are not
    /// known are read. The walk ends when `each` says so.
    pub fn walk(
        &self,
        storage: &dyn Storage,
        places: &Places,
        mut each: impl FnMut(&Path, &Summary, &[Line]) -> bool,
    ) {
        let marks = self.marks();
        // What lies in the bin is not searched.
        let is_kept = |path: &Path| !path.starts_with(&places.trash);
        let mut left: HashMap<&PathBuf, &Known> =
            self.known.iter().filter(|(path, _)| is_kept(path)).collect();
        let all = self.texts.walk(storage, places, &marks, |path, lines| {
            left.remove(&path.to_owned()).is_none_or(|known| each(path, &known.summary, lines))
        });
        if !all {
            return;
        }
        // Those whose texts were lost, and those that are too new to be known.
        let (files, _) = library::files(storage, places);
        let listed = files.into_iter().filter(|(_, binned)| !binned).map(|(path, _)| path);
        let files: HashSet<PathBuf> = listed.chain(self.others.iter().cloned()).collect();
        for path in files.into_iter().filter(|path| !marks.contains_key(path)) {
            if let Ok(opened) = library::open(storage, &path)
                && !each(&path, &Summary::of(&opened.history), &lines(&said(opened.history.session())))
            {
                return;
            }
        }
        for known in left.values() {
            if let Ok(opened) = library::open(storage, &known.path)
                && !each(&known.path, &known.summary, &lines(&said(opened.history.session())))
            {
                return;
            }
        }
    }

    fn load(&mut self, storage: &dyn Storage, places: &Places) {
        let Some(known) = storage.read(&file(places), LIMIT).ok().and_then(|bytes| decoded(&bytes)) else {
            // Without it nobody knows which of the texts still hold.
            return self.texts.clear(storage, places);
        };
        self.known = known.into_iter().map(|known| (known.path.clone(), known)).collect();
        self.texts.find(storage, places);
    }

    /// Writes it in place of the one before; where that fails, the files are read again the next time.
    fn save(&self, storage: &dyn Storage, places: &Places) {
        let known: Vec<&Known> = self.known.values().collect();
        let Ok(body) = postcard::to_stdvec(&known) else { return };
        let checksum = crc32fast::hash(&body).to_le_bytes();
        let bytes = [HEAD, &checksum, &body].concat();
        let (file, new) = (file(places), places.state.join("library.index.new"));
        let _ = storage.remove(&new);
        let written = make_folders(storage, &places.state)
            .and_then(|()| storage.write_new(&new, &bytes, None))
            .and_then(|()| storage.rename(&new, &file));
        if written.is_err() {
            let _ = storage.remove(&new);
            let _ = storage.remove(&file);
        }
    }
}

fn file(places: &Places) -> PathBuf {
    places.state.join("library.index")
}

fn decoded(bytes: &[u8]) -> Option<Vec<Known>> {
    let rest = bytes.strip_prefix(HEAD)?;
    let (checksum, body) = rest.split_first_chunk::<4>()?;
    if crc32fast::hash(body).to_le_bytes() != *checksum {
        return None;
    }
    postcard::from_bytes(body).ok()
}

/// Whether no later change can have the same time.
fn is_settled(Mark(.., seconds, _): Mark, now: Timestamp) -> bool {
    seconds < now.as_second() - RECENT
}

fn mark_time(Mark(.., seconds, nanoseconds): Mark) -> Timestamp {
    let nanoseconds = i32::try_from(nanoseconds).unwrap_or(0);
    Timestamp::new(seconds, nanoseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn lines(said: &[crate::domain::said::Said]) -> Vec<Line<'_>> {
    said.iter().map(|it| Line { spot: it.spot, title: &it.title, rest: &it.rest }).collect()
}
