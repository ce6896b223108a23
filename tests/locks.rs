//! One process per session.

use std::fs;
use std::os::unix::fs::MetadataExt;

use riskroom::store::lock::{Lock, LockError};

#[test]
fn a_second_lock_learns_who_holds_the_first() {
    let state = tempfile::tempdir().unwrap();
    let folder = state.path().join("7k3f9a");
    let first = Lock::take(&folder, 4242, "13:05").unwrap();
    let held = LockError::Held { pid: Some(4242), since: Some("13:05".to_owned()) };
    assert_eq!(Lock::take(&folder, 1, "13:06").unwrap_err(), held);
    drop(first);
    let second = Lock::take(&folder, 1, "13:07").unwrap();
    assert!(second.is_ours());
    assert_eq!(fs::read_to_string(folder.join("lock")).unwrap(), "1\n13:07\n");
}

#[test]
fn the_lock_file_is_private_and_stays() {
    let state = tempfile::tempdir().unwrap();
    let folder = state.path().join("s");
    let mode = |name: &str| fs::metadata(folder.join(name)).unwrap().mode() & 0o7777;
    drop(Lock::take(&folder, 1, "now").unwrap());
    assert_eq!((mode(""), mode("lock")), (0o700, 0o600));
}

#[test]
fn a_note_nobody_can_read_is_no_reason_to_fail() {
    let state = tempfile::tempdir().unwrap();
    let _lock = Lock::take(state.path(), 1, "now").unwrap();
    fs::File::create(state.path().join("lock")).unwrap();
    assert_eq!(Lock::take(state.path(), 2, "now").unwrap_err(), LockError::Held { pid: None, since: None });
}

#[test]
fn a_lock_whose_file_was_removed_is_not_ours() {
    let state = tempfile::tempdir().unwrap();
    let lock = Lock::take(state.path(), 1, "now").unwrap();
    fs::remove_file(state.path().join("lock")).unwrap();
    assert!(!lock.is_ours());
}
