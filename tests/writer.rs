//! The writer saves the newest state of each file, and says so only when it is on disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use riskroom::store::error::{Cause, SaveError};
use riskroom::store::lock::Lock;
use riskroom::store::read::read;
use riskroom::store::storage::Disk;
use riskroom::store::writer::{Adopted, Job, Report, Writer};
use tempfile::TempDir;

use crate::faults::{EIO, ENOSPC, Faulty, Step};
use crate::support::seeds::uid;

/// Longer than any test takes.
const LONG: Duration = Duration::from_mins(1);
const SHORT: Duration = Duration::from_millis(5);

struct Desk {
    folder: TempDir,
    disk: Arc<Faulty>,
    writer: Writer,
    reports: Receiver<Report>,
}

fn desk(retry: Duration) -> Desk {
    let disk = Arc::new(Faulty::default());
    let (sender, reports) = mpsc::channel();
    let report = move |report| drop(sender.send(report));
    let writer = Writer::start_retrying(disk.clone(), retry, report).unwrap();
    Desk { folder: tempfile::tempdir().unwrap(), disk, writer, reports }
}

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
    fn save(&self, name: &str, revision: u64, text: &str) {
        let text = text.as_bytes().to_vec();
        self.writer.save(Job { path: self.path(name), revision, bytes: Box::new(|| Ok(text)) });
    }
    fn read_and_locked(&self, name: &str) -> Arc<Lock> {
        let lock = Arc::new(Lock::take(self.folder.path(), 1, "13:04").unwrap());
        let identity = read(&Disk, &self.path(name)).unwrap().identity;
        let adopted = Adopted { id: uid(1), identity, revision: 0, journals: Vec::new() };
        self.writer.adopt(self.path(name), adopted, &lock);
        lock
    }
    fn report(&self) -> Report {
        self.reports.recv_timeout(LONG).unwrap()
    }
    fn saved(&self, name: &str, revision: u64) -> Report {
        Report::Saved { path: self.path(name), revision }
    }
    fn failed(&self, name: &str, revision: u64, cause: Cause) -> Report {
        let path = self.path(name);
        Report::Failed { path: path.clone(), revision, error: SaveError::NotWritten { path, cause } }
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_file_is_created_and_then_replaced() {
    let desk = desk(LONG);
    for revision in [1, 2] {
        desk.save("a", revision, &format!("state {revision}"));
        assert_eq!(desk.report(), desk.saved("a", revision));
        assert_eq!(text(&desk.path("a")), format!("state {revision}"));
    }
    assert!(desk.writer.flush(LONG));
}

#[test]
fn only_the_newest_waiting_state_is_made_and_saved() {
    let desk = desk(LONG);
    let (go, wait) = mpsc::channel::<()>();
    let (started, wait_for_start) = mpsc::channel();
    let hold = move || {
        started.send(()).unwrap();
        wait.recv().unwrap();
        Ok(b"1".to_vec())
    };
    desk.writer.save(Job { path: desk.path("a"), revision: 1, bytes: Box::new(hold) });
    wait_for_start.recv_timeout(LONG).unwrap();
    let never = || panic!("an outdated state was made");
    desk.writer.save(Job { path: desk.path("a"), revision: 2, bytes: Box::new(never) });
    desk.save("b", 7, "b");
    desk.save("a", 3, "3");
    go.send(()).unwrap();
    assert!(desk.writer.flush(LONG));
    let reports: Vec<_> = desk.reports.try_iter().collect();
    assert_eq!(reports, [desk.saved("a", 1), desk.saved("a", 3), desk.saved("b", 7)]);
}

#[test]
fn a_failed_save_is_reported_and_tried_again_with_a_new_file() {
    let desk = desk(SHORT);
    desk.save("a", 1, "old");
    assert_eq!(desk.report(), desk.saved("a", 1));
    desk.disk.fail(Step::WriteNew, ENOSPC, 2);
    desk.save("a", 2, "new");
    assert_eq!(desk.report(), desk.failed("a", 2, Cause::DiskFull));
    assert_eq!(desk.report(), desk.failed("a", 2, Cause::DiskFull));
    assert_eq!(desk.report(), desk.saved("a", 2));
    assert_eq!(text(&desk.path("a")), "new");
    let mut written = desk.disk.written.lock().unwrap().clone();
    written.sort();
    written.dedup();
    assert_eq!(written.len(), 4);
}

#[test]
fn a_newer_state_takes_the_place_of_a_failed_one() {
    let desk = desk(LONG);
    desk.disk.fail(Step::WriteNew, ENOSPC, 1);
    desk.save("a", 1, "1");
    assert_eq!(desk.report(), desk.failed("a", 1, Cause::DiskFull));
    desk.save("a", 2, "2");
    assert_eq!(desk.report(), desk.saved("a", 2));
    assert!(desk.writer.flush(LONG));
}

#[test]
fn a_doubtful_save_is_no_conflict_with_ourselves() {
    let desk = desk(SHORT);
    for revision in [1, 2] {
        desk.disk.fail(Step::SyncFolder, EIO, 1);
        desk.save("a", revision, &revision.to_string());
        let first = desk.report();
        assert!(matches!(first, Report::Failed { error: SaveError::Unproven { .. }, .. }), "{first:?}");
        assert_eq!(desk.report(), desk.saved("a", revision));
    }
}

#[test]
fn a_flush_tries_once_more_and_tells_the_truth() {
    let desk = desk(LONG);
    assert!(desk.writer.flush(LONG));
    desk.disk.fail(Step::WriteNew, ENOSPC, u32::MAX);
    desk.save("a", 1, "1");
    assert!(!desk.writer.flush(LONG));
    desk.disk.heal();
    assert!(desk.writer.flush(LONG));
    assert_eq!(text(&desk.path("a")), "1");
}

#[test]
fn a_flush_of_one_file_does_not_ask_for_the_others() {
    let desk = desk(LONG);
    let broken = || Err("it does not read back".to_owned());
    desk.writer.save(Job { path: desk.path("broken"), revision: 1, bytes: Box::new(broken) });
    desk.save("whole", 1, "1");
    assert!(desk.writer.flush_file(&desk.path("whole"), LONG));
    assert!(desk.writer.flush_file(&desk.path("never heard of"), LONG));
    assert!(!desk.writer.flush_file(&desk.path("broken"), LONG));
    assert!(!desk.writer.flush(LONG));
    let failures = desk.reports.try_iter().filter(|it| matches!(it, Report::Failed { .. })).count();
    assert_eq!(failures, 3);
}

#[test]
fn a_flush_does_not_wait_longer_than_it_may() {
    let desk = desk(LONG);
    let (go, wait) = mpsc::channel::<()>();
    let stuck = move || Err(format!("{:?}", wait.recv()));
    desk.writer.save(Job { path: desk.path("a"), revision: 1, bytes: Box::new(stuck) });
    assert!(!desk.writer.flush(SHORT));
    drop(go);
}

#[test]
fn a_file_never_read_is_not_overwritten_and_a_known_one_is() {
    let desk = desk(LONG);
    let path = desk.path("a");
    riskroom::store::atomic::create(&Disk, &path, b"theirs").unwrap();
    desk.save("a", 1, "1");
    let error = SaveError::Exists { path: path.clone() };
    assert_eq!(desk.report(), Report::Failed { path: path.clone(), revision: 1, error });
    assert_eq!(text(&path), "theirs");
    let lock = desk.read_and_locked("a");
    desk.save("a", 2, "2");
    assert_eq!(desk.report(), desk.saved("a", 2));
    assert!(lock.is_ours());
}

#[test]
fn a_file_whose_lock_is_not_ours_any_more_is_not_touched_and_not_tried_again() {
    let desk = desk(SHORT);
    let path = desk.path("a");
    riskroom::store::atomic::create(&Disk, &path, b"old").unwrap();
    let lock = desk.read_and_locked("a");
    fs::remove_file(desk.path("lock")).unwrap();
    let theirs = Lock::take(desk.folder.path(), 2, "13:05").unwrap();
    desk.save("a", 1, "1");
    let refused = |revision| {
        let error = SaveError::NotOurs { path: path.clone() };
        Report::Failed { path: path.clone(), revision, error }
    };
    assert_eq!(desk.report(), refused(1));
    assert!(desk.reports.recv_timeout(SHORT * 10).is_err());
    drop((lock, theirs));
    desk.save("a", 2, "2");
    assert_eq!(desk.report(), refused(2));
    assert_eq!(text(&path), "old");
}

#[test]
fn a_conflict_waits_for_a_decision() {
    let desk = desk(SHORT);
    let path = desk.path("a");
    desk.save("a", 1, "1");
    assert_eq!(desk.report(), desk.saved("a", 1));
    riskroom::store::atomic::replace(&Disk, &path, b"theirs", None).unwrap();
    desk.save("a", 2, "2");
    let error = SaveError::Conflict { path: path.clone() };
    assert_eq!(desk.report(), Report::Failed { path: path.clone(), revision: 2, error });
    desk.save("mine", 2, "2");
    desk.writer.forget(path.clone());
    assert!(desk.writer.flush(LONG));
    assert_eq!((text(&path).as_str(), text(&desk.path("mine")).as_str()), ("theirs", "2"));
}

#[test]
fn content_that_cannot_be_made_touches_nothing() {
    let desk = desk(SHORT);
    let path = desk.path("a");
    desk.save("a", 1, "1");
    assert_eq!(desk.report(), desk.saved("a", 1));
    let broken = || Err("risks[3] does not read back".to_owned());
    desk.writer.save(Job { path: path.clone(), revision: 2, bytes: Box::new(broken) });
    let error = SaveError::Unmade { path: path.clone(), reason: "risks[3] does not read back".to_owned() };
    assert_eq!(desk.report(), Report::Failed { path: path.clone(), revision: 2, error });
    desk.writer.save(Job { path: path.clone(), revision: 3, bytes: Box::new(|| panic!("a bug")) });
    assert!(matches!(desk.report(), Report::Failed { error: SaveError::Unmade { .. }, revision: 3 | 2, .. }));
    assert!(!desk.writer.flush(LONG));
    assert_eq!(text(&path), "1");
    desk.save("a", 4, "4");
    assert!(desk.writer.flush(LONG));
    assert_eq!(text(&path), "4");
}

#[test]
fn what_was_handed_over_is_saved_after_the_handle_is_gone() {
    let Desk { folder, disk: _, writer, reports } = desk(LONG);
    let path = folder.path().join("a");
    writer.save(Job { path: path.clone(), revision: 1, bytes: Box::new(|| Ok(b"1".to_vec())) });
    drop(writer);
    assert_eq!(reports.recv_timeout(LONG).unwrap(), Report::Saved { path, revision: 1 });
}
