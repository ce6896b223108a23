//! The index of the library: it lists what reading every file lists, and finds what is said in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use proptest::test_runner::Config;
use riskroom::domain::{Edit, History, Line, SessionEdit};
use riskroom::shell::clock::now;
use riskroom::shell::search::search;
use riskroom::store::format;
use riskroom::store::index::{Index, Progress};
use riskroom::store::library::{self, Listing};
use riskroom::store::paths::Places;
use riskroom::store::storage::Disk;
use tempfile::TempDir;

use crate::recover::overwrite;
use crate::support::library::library;
use crate::support::sessions::commit;

struct Shelf {
    _root: TempDir,
    places: Places,
    written: u64,
}

impl Shelf {
    fn new() -> Self {
        let root = TempDir::new().unwrap();
        let places = Places::within(root.path());
        fs::create_dir_all(&places.sessions).unwrap();
        Self { places, _root: root, written: 0 }
    }

    /// A shelf of so many sessions.
    fn of(count: usize) -> Self {
        let mut shelf = Self::new();
        for (name, history) in library(count) {
            shelf.put(&name, &format::encode(&history).unwrap());
        }
        shelf
    }

    /// Writes a file as if that was long ago, each a second after the one before.
    fn put(&mut self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.places.sessions.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        overwrite(&path, bytes);
        self.written += 1;
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000 + self.written);
        fs::File::options().write(true).open(&path).unwrap().set_modified(then).unwrap();
        path
    }

    fn listed(&self, index: &mut Index) -> Vec<Listing> {
        index.scan(&Disk, &self.places, &[], now(), |_, _| {})
    }

    fn read(&self) -> Vec<Listing> {
        library::scan(&Disk, &self.places.sessions, &self.places.trash)
    }

    fn found(&self, index: &Index, words: &str) -> Vec<(String, String)> {
        let found = search(index, &Disk, &self.places, words, || true).unwrap();
        found.hits.into_iter().map(|hit| (hit.session.to_string(), hit.title)).collect()
    }

    /// How many files a scan with a new index has to read.
    fn unread(&self) -> usize {
        let mut read = 0;
        let _ = Index::default().scan(&Disk, &self.places, &[], now(), |_, _| read += 1);
        read
    }
}

fn state(shelf: &Shelf) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(&shelf.places.state)
        .map(|entries| entries.map(|entry| entry.unwrap().path()).collect())
        .unwrap_or_default();
    files.sort();
    files
}

#[test]
fn an_index_lists_what_reading_every_file_lists_and_reads_each_once() {
    let shelf = Shelf::of(30);
    let mut seen = Vec::new();
    let mut index = Index::default();
    let listed = index.scan(&Disk, &shelf.places, &[], now(), |progress, known| {
        seen.push((progress, known.len()));
    });
    assert_eq!(listed, shelf.read());
    assert_eq!(seen.last(), Some(&(Progress { done: 30, of: 30 }, 30)));
    assert_eq!(shelf.unread(), 0, "a new one finds it on the disk");
    assert_eq!(shelf.listed(&mut index), shelf.read());
}

#[test]
fn what_changes_is_read_again_and_what_was_just_written_is_not_trusted() {
    let mut shelf = Shelf::of(6);
    let mut index = Index::default();
    shelf.listed(&mut index);
    let (_, other) = library(9).pop().unwrap();
    shelf.put("session-000002.ron", &format::encode(&other).unwrap());
    fs::remove_file(shelf.places.sessions.join("session-000003.ron")).unwrap();
    assert_eq!(shelf.unread(), 1);
    assert_eq!(shelf.listed(&mut index), shelf.read());
    // As a program saves it: now.
    overwrite(shelf.places.sessions.join("new.ron"), format::encode(&other).unwrap());
    shelf.listed(&mut index);
    assert_eq!(shelf.unread(), 1, "it may change again within the same moment");
    assert_eq!(shelf.listed(&mut index), shelf.read());
}

#[test]
fn folders_within_the_library_are_listed() {
    let mut shelf = Shelf::of(2);
    let (_, history) = library(1).pop().unwrap();
    shelf.put("2025/spring/deep.ron", &format::encode(&history).unwrap());
    shelf.put("2025/notes.txt", b"no session");
    shelf.put(".hidden/never.ron", b"");
    let listed = shelf.listed(&mut Index::default());
    assert_eq!(listed.len(), 3);
    assert!(listed.iter().any(|it| it.path.ends_with("2025/spring/deep.ron")));
    assert_eq!(listed, shelf.read());
}

#[test]
fn everything_said_is_found_and_the_newest_first() {
    let mut shelf = Shelf::of(6);
    let mut index = Index::default();
    shelf.listed(&mut index);
    let found = shelf.found(&index, "resena 4");
    assert_eq!(found.len(), 2, "in the meeting that named it, and in the one it was carried into: {found:?}");
    assert_eq!(found[0].0, "Shop 00001 meeting 3");
    assert_eq!(shelf.found(&index, "LIMIT log-ins 0").len(), 1);
    assert!(shelf.found(&index, "contrasenas bots").len() == 6);
    assert!(shelf.found(&index, "zoe").iter().all(|(_, title)| title.starts_with("Limit")));
    assert!(shelf.found(&index, "").is_empty() && shelf.found(&index, "qqqq").is_empty());
    // What is too new to be known, and what has lost its texts, is read.
    overwrite(shelf.places.sessions.join("new.ron"), format::encode(&library(1)[0].1).unwrap());
    shelf.listed(&mut index);
    assert_eq!(shelf.found(&index, "LIMIT log-ins 0").len(), 2);
    for file in state(&shelf).iter().filter(|file| file.to_string_lossy().contains("texts")) {
        fs::remove_file(file).unwrap();
    }
    assert_eq!(shelf.found(&index, "LIMIT log-ins 0").len(), 2);
    let ended = search(&index, &Disk, &shelf.places, "log", || false);
    assert_eq!(ended, None, "nobody waits for it");
    shelf.put("broken.ron", b"(format: 2, nonsense");
    assert_eq!(shelf.listed(&mut index), shelf.read());
    assert_eq!(shelf.found(&index, "LIMIT log-ins 0").len(), 2);
}

#[test]
fn the_bin_is_not_searched_and_the_reason_of_a_closing_is() {
    let mut shelf = Shelf::new();
    let open = library(3).into_iter().map(|(_, history)| history);
    let mut history = open.into_iter().find(|it| !it.session().is_closed()).unwrap();
    let close = SessionEdit::Close { at: now(), reason: Line::new("the bank calls back on Monday").unwrap() };
    commit(&mut history, vec![Edit::Session(close)]);
    let path = shelf.put("closed.ron", &format::encode(&history).unwrap());
    let mut index = Index::default();
    shelf.listed(&mut index);
    assert_eq!(shelf.found(&index, "bank monday").len(), 1);
    library::bin(&Disk, &path, &shelf.places.trash).unwrap();
    for _ in 0..2 {
        shelf.listed(&mut index);
        assert!(shelf.found(&index, "bank monday").is_empty());
        index = Index::default();
    }
}

#[test]
fn segments_of_many_changes_are_written_again_as_few() {
    let mut shelf = Shelf::of(3);
    let mut index = Index::default();
    for round in 0..30_usize {
        let (_, history) = library(round % 7 + 1).pop().unwrap();
        shelf.put("session-000001.ron", &format::encode(&history).unwrap());
        shelf.listed(&mut index);
    }
    assert!(state(&shelf).len() < 15, "{:?}", state(&shelf));
    let mut again = Index::default();
    shelf.listed(&mut again);
    assert_eq!(shelf.found(&again, "own worry"), shelf.found(&index, "own worry"));
    assert!(!shelf.found(&again, "own worry").is_empty());
}

/// What happens to a library.
#[derive(Debug, Clone)]
enum Change {
    Write(usize, usize),
    Remove(usize),
    Rename(usize, usize),
    Cut(usize),
    Bin(usize),
    /// A byte of a file of the index is another one.
    Break(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => (0..8_usize, 0..9_usize).prop_map(|(name, which)| Change::Write(name, which)),
        1 => (0..8_usize).prop_map(Change::Remove),
        1 => (0..8_usize, 0..8_usize).prop_map(|(from, to)| Change::Rename(from, to)),
        1 => (0..8_usize).prop_map(Change::Cut),
        1 => (0..8_usize).prop_map(Change::Bin),
        2 => (0..8_usize, 0..5_000_usize).prop_map(|(file, at)| Change::Break(file, at)),
    ]
}

fn apply(shelf: &mut Shelf, change: &Change, sessions: &[(String, History)]) {
    let name = |number: &usize| format!("s{number}.ron");
    let path = |shelf: &Shelf, number: &usize| shelf.places.sessions.join(name(number));
    match change {
        Change::Write(number, which) => {
            shelf.put(&name(number), &format::encode(&sessions[*which].1).unwrap());
        }
        Change::Remove(number) => drop(fs::remove_file(path(shelf, number))),
        Change::Rename(from, to) => drop(fs::rename(path(shelf, from), path(shelf, to))),
        Change::Cut(number) => {
            if let Ok(bytes) = fs::read(path(shelf, number)) {
                shelf.put(&name(number), &bytes[..bytes.len() / 2]);
            }
        }
        Change::Bin(number) => {
            let trash = shelf.places.trash.clone();
            let _ = library::bin(&Disk, &path(shelf, number), &trash);
        }
        Change::Break(file, at) => {
            let files = state(shelf);
            if let Some(file) = files.get(file % files.len().max(1)) {
                flip(file, *at);
            }
        }
    }
}

fn flip(file: &Path, at: usize) {
    let Ok(mut bytes) = fs::read(file) else { return };
    let length = bytes.len().max(1);
    if let Some(byte) = bytes.get_mut(at % length) {
        *byte ^= 0x10;
        overwrite(file, bytes);
    }
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    #[test]
    fn whatever_happens_the_index_is_what_the_files_are(changes in proptest::collection::vec(change(), 1..20)) {
        let sessions = library(9);
        let mut shelf = Shelf::of(3);
        let mut index = Index::default();
        for (round, change) in changes.iter().enumerate() {
            apply(&mut shelf, change, &sessions);
            if round % 3 == 2 {
                index = Index::default();
            }
            prop_assert_eq!(shelf.listed(&mut index), shelf.read());
            let texts = shelf.found(&index, "own worry");
            let fresh = TempDir::new().unwrap();
            let read = Places { state: fresh.path().to_owned(), ..shelf.places.clone() };
            let mut other = Index::default();
            let _ = other.scan(&Disk, &read, &[], now(), |_, _| {});
            let found = search(&other, &Disk, &read, "own worry", || true).unwrap();
            let mut expected: Vec<(String, String)> =
                found.hits.into_iter().map(|hit| (hit.session.to_string(), hit.title)).collect();
            let mut texts = texts;
            expected.sort();
            texts.sort();
            prop_assert_eq!(texts, expected);
        }
    }
}

#[test]
fn files_from_elsewhere_are_listed_once_beside_the_library() {
    let shelf = Shelf::of(2);
    let elsewhere = TempDir::new().unwrap();
    let other = elsewhere.path().join("other.ron");
    overwrite(&other, format::encode(&library(4).pop().unwrap().1).unwrap());
    let inside = shelf.places.sessions.join("session-000001.ron");
    let mut index = Index::default();
    let listed = index.scan(&Disk, &shelf.places, &[other.clone(), inside], now(), |_, _| {});
    assert_eq!(listed.len(), 3);
    assert!(listed.iter().any(|listing| listing.path == other && listing.outcome.is_ok()));
}
