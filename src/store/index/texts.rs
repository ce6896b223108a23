//! The texts of the index: what is said in each session, in segments beside it, so that a search streams over a few files.
//!
//! A segment is never changed: what is new goes into one more, and what is said of a file later wins. When most of what they
//! hold is out of date, or there are many, they are written again as few.

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Mark;
use crate::domain::said::{Said, Spot};
use crate::store::paths::Places;
use crate::store::storage::{Storage, make_folders};

/// How the name of a segment begins; a number follows.
const NAME: &str = "library.texts.";
/// The sessions of a segment.
pub(super) const MOST: usize = 500;
/// So many segments more than are needed are written again as few.
const SPARE: usize = 8;
/// So many numbers are tried for a segment.
const TRIES: u64 = 100;
/// The most bytes of a segment.
const LIMIT: u64 = 256 * 1024 * 1024;

/// A title with what belongs to it, as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line<'a> {
    /// Where it is said.
    pub spot: Spot,
    /// What it is called.
    pub title: &'a str,
    /// The texts that belong to it.
    pub rest: &'a str,
}

/// What is said in a file.
#[derive(Debug, Serialize, Deserialize)]
struct Record<'a> {
    path: &'a str,
    mark: Mark,
    #[serde(borrow)]
    lines: Vec<Line<'a>>,
}

/// The segments there are, oldest first.
#[derive(Debug, Default)]
pub(super) struct Texts {
    segments: Vec<u64>,
}

impl Texts {
    /// Finds the segments.
    pub(super) fn find(&mut self, storage: &dyn Storage, places: &Places) {
        let paths = storage.list(&places.state).unwrap_or_default();
        self.segments = paths.iter().filter_map(|path| number(path)).collect();
        self.segments.sort_unstable();
    }

    /// Removes them all.
    pub(super) fn clear(&mut self, storage: &dyn Storage, places: &Places) {
        self.find(storage, places);
        for segment in self.segments.drain(..) {
            let _ = storage.remove(&path(places, segment));
        }
    }

    /// Writes what is said in these files as one more segment.
    pub(super) fn add(
        &mut self,
        storage: &dyn Storage,
        places: &Places,
        sessions: &[(PathBuf, Mark, Vec<Said>)],
    ) {
        let records: Vec<Record<'_>> = sessions
            .iter()
            .filter_map(|(path, mark, said)| {
                let lines = said.iter().map(|it| Line { spot: it.spot, title: &it.title, rest: &it.rest });
                // Other names are read again for each search.
                Some(Record { path: path.to_str()?, mark: *mark, lines: lines.collect() })
            })
            .collect();
        self.write(storage, places, &records);
    }

    fn write(&mut self, storage: &dyn Storage, places: &Places, records: &[Record<'_>]) {
        if records.is_empty() {
            return;
        }
        let Ok(body) = postcard::to_stdvec(records) else { return };
        let bytes = [&crc32fast::hash(&body).to_le_bytes()[..], &body].concat();
        if make_folders(storage, &places.state).is_err() {
            return;
        }
        // Another window may have written the next one.
        let next = self.segments.last().map_or(1, |last| last + 1);
        for segment in next..next + TRIES {
            let path = path(places, segment);
            match storage.write_new(&path, &bytes, None) {
                Ok(()) => return self.segments.push(segment),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(_) => return drop(storage.remove(&path)),
            }
        }
    }

    /// Tells what is said in each file that is as it was; the newest record of a file is told. Whether it went to the end.
    pub(super) fn walk(
        &self,
        storage: &dyn Storage,
        places: &Places,
        marks: &HashMap<PathBuf, Mark>,
        mut each: impl FnMut(&Path, &[Line<'_>]) -> bool,
    ) -> bool {
        let mut told: HashSet<PathBuf> = HashSet::new();
        for segment in self.segments.iter().rev() {
            let Ok(bytes) = storage.read(&path(places, *segment), LIMIT) else { continue };
            for record in decoded(&bytes).unwrap_or_default() {
                let path = Path::new(record.path);
                let holds = marks.get(path) == Some(&record.mark);
                if holds && told.insert(path.to_owned()) && !each(path, &record.lines) {
                    return false;
                }
            }
        }
        true
    }

    /// Writes the segments again if there are many more than are needed.
    pub(super) fn tidy(&mut self, storage: &dyn Storage, places: &Places, marks: &HashMap<PathBuf, Mark>) {
        if self.segments.len() <= marks.len().div_ceil(MOST) + SPARE {
            return;
        }
        let old = Self { segments: self.segments.clone() };
        let mut kept: Vec<(PathBuf, Mark, Vec<Said>)> = Vec::new();
        old.walk(storage, places, marks, |path, lines| {
            let own = lines.iter().map(|line| Said {
                spot: line.spot,
                title: line.title.to_owned(),
                rest: line.rest.to_owned(),
            });
            if let Some(mark) = marks.get(path) {
                kept.push((path.to_owned(), *mark, own.collect()));
            }
            if kept.len() >= MOST {
                self.add(storage, places, &std::mem::take(&mut kept));
            }
            true
        });
        self.add(storage, places, &kept);
        for segment in old.segments {
            let _ = storage.remove(&path(places, segment));
            self.segments.retain(|known| *known != segment);
        }
    }
}

fn path(places: &Places, segment: u64) -> PathBuf {
    places.state.join(format!("{NAME}{segment}"))
}

fn number(path: &Path) -> Option<u64> {
    path.file_name()?.to_str()?.strip_prefix(NAME)?.parse().ok()
}

fn decoded(bytes: &[u8]) -> Option<Vec<Record<'_>>> {
    let (checksum, body) = bytes.split_first_chunk::<4>()?;
    if crc32fast::hash(body).to_le_bytes() != *checksum {
        return None;
    }
    postcard::from_bytes(body).ok()
}
