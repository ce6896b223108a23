//! The sessions of a data folder: listed, created, binned and restored, and never overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use riskroom::domain::{Band, History, Session, SolutionEdit, Status};
use riskroom::store::error::{SaveError, Unreadable};
use riskroom::store::format::{self, Fault};
use riskroom::store::library::{self, Listing, Trouble};
use riskroom::store::storage::{Disk, Storage};
use tempfile::TempDir;

use crate::support::seeds::{at, s, session_of, title, uid};
use crate::support::sessions::{commit, small};

struct Folders {
    _root: TempDir,
    sessions: PathBuf,
    trash: PathBuf,
}

impl Folders {
    fn new() -> Self {
        let root = TempDir::new().unwrap();
        let (sessions, trash) = (root.path().join("sessions"), root.path().join("trash"));
        fs::create_dir(&sessions).unwrap();
        Self { _root: root, sessions, trash }
    }

    fn put(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.sessions.join(name);
        Disk.write_new(&path, content, None).unwrap();
        path
    }

    fn put_session(&self, name: &str, created: i64) -> PathBuf {
        let session = Session { created: at(created), ..session_of(5) };
        self.put(name, &format::encode(&History::new(session)).unwrap())
    }

    fn scan(&self) -> Vec<Listing> {
        library::scan(&Disk, &self.sessions, &self.trash)
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map(|entries| entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default();
    names.sort();
    names
}

#[test]
fn a_library_that_is_not_there_yet_is_empty() {
    let folders = Folders::new();
    assert!(library::scan(&Disk, &folders.trash, &folders.trash).is_empty());
}

#[test]
fn sessions_are_listed_newest_first_with_their_figures() {
    let folders = Folders::new();
    folders.put_session("old.ron", 0);
    folders.put_session("new.ron", 1_000_000);
    let mut history = small();
    commit(&mut history, vec![riskroom::domain::Edit::Solution(s(1), SolutionEdit::Status(Status::Doing))]);
    let due = riskroom::domain::Edit::Solution(s(1), SolutionEdit::Due(Some(date(2026, 12, 1))));
    commit(&mut history, vec![due]);
    let rich = folders.put("rich.ron", &format::encode(&history).unwrap());

    let listings = folders.scan();
    let found: Vec<_> = listings.iter().map(|it| it.path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(found, ["new.ron", "rich.ron", "old.ron"]);
    let summary = listings.iter().find(|it| it.path == rich).unwrap().outcome.as_ref().unwrap();
    assert_eq!((summary.risks, summary.scored, summary.solutions()), (2, 1, 1));
    assert_eq!(summary.top_band, Some(Band::Critical));
    assert_eq!(summary.title.as_str(), "Test");
    assert!(!summary.is_closed());
    assert_eq!((summary.overdue(date(2026, 12, 1)), summary.overdue(date(2026, 12, 2))), (0, 1));
}

#[test]
fn broken_files_are_listed_and_foreign_ones_are_not() {
    let folders = Folders::new();
    folders.put("broken.ron", b"// riskroom session 2\n(format: 2,");
    folders.put("empty.ron", b"");
    folders.put("notes.txt", b"mine");
    folders.put(".hidden.ron", b"mine");
    folders.put("newer.ron", b"// riskroom session 9 \xC2\xB7 sha256:0\n(format: 9)");
    fs::create_dir(folders.sessions.join("folder.ron")).unwrap();
    let mut found: Vec<(String, Trouble)> = folders
        .scan()
        .into_iter()
        .map(|it| (it.path.file_name().unwrap().to_str().unwrap().to_owned(), it.outcome.unwrap_err()))
        .collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["broken.ron", "empty.ron", "folder.ron", "newer.ron"]);
    assert!(matches!(&found[0].1, Trouble::Format(error) if error.fault == Fault::EndsEarly));
    assert!(matches!(&found[1].1, Trouble::Unread(error) if error.reason == Unreadable::Empty));
    assert!(matches!(&found[2].1, Trouble::Unread(error) if error.reason == Unreadable::Folder));
    assert!(matches!(&found[3].1, Trouble::Format(error) if error.is_newer()));
}

#[test]
fn an_unfinished_file_that_was_left_behind_is_not_listed() {
    let folders = Folders::new();
    folders.put_session("whole.ron", 0);
    let half = format!("{}4242-0.tmp", riskroom::store::atomic::UNFINISHED);
    folders.put(&half, b"half");
    fs::create_dir(&folders.trash).unwrap();
    fs::copy(folders.sessions.join(&half), folders.trash.join(&half)).unwrap();
    let found: Vec<PathBuf> = folders.scan().into_iter().map(|it| it.path).collect();
    assert_eq!(found, [folders.sessions.join("whole.ron")]);
}

#[test]
fn a_session_is_created_under_its_date_title_and_id_and_opens_again() {
    let folders = Folders::new();
    let sessions = folders.sessions.join("not").join("there");
    let session = Session { id: uid(u128::MAX), title: title("Checkout Q4"), ..session_of(5) };
    let create = || library::create(&Disk, &sessions, session.clone(), date(2026, 11, 22));
    let (path, identity) = create().unwrap();
    assert_eq!(path, sessions.join("2026-11-22-checkout-q4-7zzzzz.ron"));
    let opened = library::open(&Disk, &path).unwrap();
    assert_eq!(**opened.history.session(), session);
    assert_eq!(opened.identity, identity);
    let (second, _) = create().unwrap();
    assert_eq!(second, sessions.join("2026-11-22-checkout-q4-7zzzzzzz.ron"));
}

#[test]
fn a_session_goes_into_the_bin_and_comes_back() {
    let folders = Folders::new();
    let path = folders.put_session("one.ron", 0);
    let content = fs::read(&path).unwrap();
    let binned = library::bin(&Disk, &path, &folders.trash).unwrap();
    assert_eq!(binned, folders.trash.join("one.ron"));
    assert!(names(&folders.sessions).is_empty());
    assert!(folders.scan()[0].binned);
    let back = library::restore(&Disk, &binned, &folders.sessions).unwrap();
    assert_eq!(back, path);
    assert_eq!(fs::read(&back).unwrap(), content);
    assert!(names(&folders.trash).is_empty());
}

#[test]
fn a_name_that_is_taken_gets_a_number_and_nothing_is_overwritten() {
    let folders = Folders::new();
    let first = folders.put("one.ron", b"first");
    let binned = library::bin(&Disk, &first, &folders.trash).unwrap();
    let second = folders.put("one.ron", b"second");
    let again = library::bin(&Disk, &second, &folders.trash).unwrap();
    assert_eq!(names(&folders.trash), ["one-2.ron", "one.ron"]);
    assert_eq!(fs::read(binned).unwrap(), b"first");
    assert_eq!(fs::read(again).unwrap(), b"second");
}

#[test]
fn a_session_that_is_not_there_is_not_binned() {
    let folders = Folders::new();
    let error = library::bin(&Disk, &folders.sessions.join("none.ron"), &folders.trash).unwrap_err();
    assert!(matches!(error, SaveError::NotWritten { .. }), "{error}");
    assert!(names(&folders.trash).is_empty());
}
