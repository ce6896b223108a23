//! The whole file is written from time to time, with a backup of the one before, and clears away what it replaces.

use std::fs;
use std::path::Path;
use std::process;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use riskroom::domain::History;
use riskroom::store::backups;
use riskroom::store::error::SaveError;
use riskroom::store::format::{self, Fault as FormatFault, FormatError};
use riskroom::store::journal::{Head, first_line};
use riskroom::store::storage::{Disk, Storage};
use riskroom::store::writer::{ENTRIES, Kept, Report, Ways};

use crate::faults::{EIO, EOPNOTSUPP, Faulty, Step};
use crate::support::charge::{Charge, LONG, names, patient};
use crate::support::seeds::{at, key};

fn file_is_written(charge: &Charge, revision: u64) {
    assert_eq!(charge.file().revision(), revision);
    assert_eq!(charge.file().entries(), charge.history.entries());
    assert_eq!(charge.journals().len(), 0);
}

#[test]
fn after_fifty_actions_the_file_is_written() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    for _ in 1..ENTRIES {
        charge.act();
    }
    charge.edit();
    charge.settled();
    file_is_written(&charge, ENTRIES);
    charge.edit();
    charge.settled();
    assert_eq!(charge.file().revision(), ENTRIES);
}

#[test]
fn an_action_waits_only_so_long_for_the_file() {
    let ways = Ways { dirty: Duration::from_millis(1), ..patient() };
    let mut charge = Charge::over(Arc::new(Disk), ways);
    let revision = charge.edit();
    let started = std::time::Instant::now();
    while charge.file().revision() < revision {
        assert!(started.elapsed() < LONG);
        std::thread::yield_now();
    }
    charge.settled();
    file_is_written(&charge, revision);
}

#[test]
fn a_snapshot_on_request_keeps_the_file_before_as_a_backup() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    let before = fs::read(&charge.path).unwrap();
    charge.writer.snapshot(charge.path.clone());
    assert_eq!(charge.settled(), []);
    let revision = charge.edit();
    charge.writer.snapshot(charge.path.clone());
    assert_eq!(charge.settled(), [charge.saved(revision)]);
    file_is_written(&charge, revision);
    let backups = backups::list(&Disk, &charge.places.backups_of(&charge.id().to_string()));
    assert_eq!((backups.len(), backups[0].revision), (1, 0));
    assert_eq!(fs::read(&backups[0].path).unwrap(), before);
    assert_eq!(backups[0].hash_prefix, riskroom::store::atomic::Hash::of(&before).short());
}

#[test]
fn a_backup_is_copied_where_there_are_no_hard_links() {
    let disk = Arc::new(Faulty::default());
    let mut charge = Charge::over(disk.clone(), patient());
    let before = fs::read(&charge.path).unwrap();
    disk.fail(Step::HardLink, EOPNOTSUPP, u32::MAX);
    charge.edit();
    assert!(charge.writer.flush(LONG));
    let backups = backups::list(&Disk, &charge.places.backups_of(&charge.id().to_string()));
    assert_eq!(backups.len(), 1);
    assert_eq!(fs::read(&backups[0].path).unwrap(), before);
}

#[test]
fn a_backup_that_fails_is_told_once_and_the_file_is_written() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    let folder = charge.places.backups_of(&charge.id().to_string());
    Disk.write_new(&folder, b"in the way", None).unwrap();
    for _ in 0..2 {
        charge.edit();
        assert!(charge.writer.flush(LONG));
    }
    file_is_written(&charge, 2);
    let told: Vec<Report> =
        charge.reports.try_iter().filter(|it| matches!(it, Report::Unbacked { .. })).collect();
    assert_eq!(told.len(), 1);
}

#[test]
fn a_snapshot_removes_the_journals_that_were_read() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    charge.edit();
    charge.settled();
    let journals = charge.journals();
    let identity = riskroom::store::read::read(&Disk, &charge.path).unwrap().identity;
    let head = Head { id: charge.id(), revision: 0, hash: identity.hash, path: String::new() };
    let other = charge.place(0).join("journal.other.log");
    Disk.write_new(&other, first_line(&head).as_bytes(), None).unwrap();
    charge.writer.forget(charge.path.clone());
    charge.adopt(journals);
    charge.writer.save(charge.path.clone(), Box::new(charge.history.clone()));
    assert!(charge.writer.flush(LONG));
    assert_eq!(charge.file().revision(), 1);
    assert_eq!(charge.journals(), [other]);
}

#[test]
fn unfinished_files_of_dead_processes_are_swept_and_others_are_not() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    let sessions = charge.places.sessions.clone();
    let dead = {
        let mut child = process::Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        child.id()
    };
    let own = process::id();
    let put = |name: String| {
        Disk.write_new(&sessions.join(&name), b"half", None).unwrap();
        name
    };
    let gone = [put(format!(".riskroom-{dead}-0.tmp")), put(format!(".riskroom-{own}-999999990.tmp"))];
    let old = UNIX_EPOCH + Duration::from_secs(1_000_000);
    fs::File::options().write(true).open(sessions.join(&gone[1])).unwrap().set_modified(old).unwrap();
    let stay = [
        put(format!(".riskroom-{}-1.tmp", std::os::unix::process::parent_id())),
        put(".riskroom-x-1.tmp".to_owned()),
        put(format!(".riskroom-{dead}-0.ron")),
    ];
    let future = UNIX_EPOCH + Duration::from_secs(4_000_000_000);
    let ours = put(format!(".riskroom-{own}-999999991.tmp"));
    fs::File::options().write(true).open(sessions.join(&ours)).unwrap().set_modified(future).unwrap();
    charge.edit();
    assert!(charge.writer.flush(LONG));
    let left = names(&sessions);
    assert!(gone.iter().all(|name| !left.contains(name)), "{left:?}");
    assert!(stay.iter().chain([&ours]).all(|name| left.contains(name)), "{left:?}");
}

#[test]
fn a_doubtful_snapshot_is_no_conflict_with_ourselves() {
    let disk = Arc::new(Faulty::default());
    let ways = Ways { retry: Duration::from_millis(5), ..patient() };
    let mut charge = Charge::over(disk.clone(), ways);
    charge.edit();
    charge.settled();
    disk.fail(Step::Read, EIO, 1);
    charge.writer.snapshot(charge.path.clone());
    let report = charge.report();
    assert!(matches!(report, Report::Trouble { error: SaveError::Unproven { .. }, .. }), "{report:?}");
    assert_eq!(charge.report(), Report::Well { path: charge.path.clone() });
    charge.settled();
    file_is_written(&charge, 1);
}

#[test]
fn content_that_cannot_be_made_stays_in_the_journal() {
    type Encode = fn(&History) -> Result<Vec<u8>, FormatError>;
    let broken: [Encode; 2] =
        [|_| Err(FormatError::whole(FormatFault::NotReadBack)), |_| panic!("a bug on purpose")];
    for encode in broken {
        let mut charge = Charge::over(Arc::new(Disk), Ways { encode, ..patient() });
        let first = charge.edit();
        charge.writer.snapshot(charge.path.clone());
        let reports = charge.settled();
        assert_eq!(reports[0], charge.saved(first));
        let Report::Trouble { error, kept, .. } = &reports[1] else { panic!("{reports:?}") };
        assert!(matches!(error, SaveError::Unmade { .. }) && !error.is_passing());
        assert_eq!(*kept, Kept::In(charge.place(0)));
        let second = charge.edit();
        assert_eq!(charge.settled(), [charge.saved(second)]);
        assert_eq!((charge.file().revision(), charge.recovered().history.revision()), (0, second));
    }
}

#[test]
fn a_flush_does_not_ask_for_files_never_heard_of_and_waits_no_longer_than_it_may() {
    let ways = Ways {
        encode: |_| {
            std::thread::sleep(Duration::from_millis(300));
            Err(FormatError::whole(FormatFault::NotReadBack))
        },
        ..patient()
    };
    let mut charge = Charge::over(Arc::new(Disk), ways);
    assert!(charge.writer.flush_file(Path::new("never heard of"), LONG));
    charge.edit();
    assert!(!charge.writer.flush(Duration::from_millis(1)));
}

#[test]
fn what_was_handed_over_is_written_after_the_handle_is_gone() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    charge.edit();
    let Charge { writer, reports, path, history, folder, lock, .. } = charge;
    drop(writer);
    while reports.recv_timeout(LONG).is_ok() {}
    let file = format::decode(&fs::read(&path).unwrap()).unwrap().history;
    assert_eq!(file.entries(), history.entries());
    drop((folder, lock));
}

#[test]
fn a_file_too_large_loses_its_oldest_actions_but_not_what_they_did() {
    let mut charge = Charge::over(Arc::new(Disk), Ways { large: 9000, ..patient() });
    for _ in 0..60 {
        charge.edit();
        charge.settled();
    }
    assert!(charge.writer.flush(LONG));
    let file = charge.file();
    assert!(file.entries().len() < 60);
    assert_eq!((file.session(), file.counters()), (charge.history.session(), charge.history.counters()));
    let backups = backups::list(&Disk, &charge.places.backups_of(&charge.id().to_string()));
    assert!(backups.iter().any(|it| it.before == backups::Before::Folding));
    // Back beyond what is folded.
    for _ in 0..58 {
        charge.history.undo(at(10_000), key("undo")).unwrap();
        let revision = charge.history.revision();
        charge.writer.save(charge.path.clone(), Box::new(charge.history.clone()));
        assert!(charge.settled().contains(&charge.saved(revision)));
        assert_eq!(charge.recovered().history.session(), charge.history.session());
    }
}

#[test]
fn a_file_of_too_much_work_loses_its_oldest_actions_too() {
    let mut charge = Charge::over(Arc::new(Disk), Ways { long: 20, ..patient() });
    for _ in 0..60 {
        charge.edit();
        charge.settled();
    }
    assert!(charge.writer.flush(LONG));
    let file = charge.file();
    assert!(file.work() <= 20 && file.entries().len() < 60, "{}", file.work());
    assert_eq!((file.session(), file.counters()), (charge.history.session(), charge.history.counters()));
}

#[test]
fn a_folding_is_told_once() {
    let mut charge = Charge::over(Arc::new(Disk), Ways { large: 9000, ..patient() });
    let mut reports = Vec::new();
    for _ in 0..120 {
        charge.edit();
        reports.extend(charge.settled());
    }
    let told = reports.iter().filter(|it| matches!(it, Report::Folded { .. })).count();
    assert_eq!(told, 1, "{reports:?}");
}

#[test]
fn actions_are_kept_once_before_they_are_folded() {
    let mut charge = Charge::over(Arc::new(Disk), Ways { large: 4000, ..patient() });
    for _ in 0..12 {
        charge.edit();
        assert!(charge.writer.flush(LONG));
    }
    let names = names(&charge.places.backups_of(&charge.id().to_string()));
    assert!(names.iter().filter(|name| name.contains(".folded.")).count() <= 1, "{names:?}");
}
