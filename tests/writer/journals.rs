//! An action is a durable line; what a place does not take goes to the next.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::sync::Arc;
use std::time::Duration;

use riskroom::store::error::{Cause, SaveError};
use riskroom::store::storage::{Disk, Storage};
use riskroom::store::writer::{Kept, Report, Ways};

use crate::faults::{EIO, ENOSPC, Faulty, Step};
use crate::support::charge::{Charge, LONG, drafts, names, patient};
use crate::support::faulty::{Fault, FaultyDisk, Lasts};

/// In place of a folder there is a file, so that nothing can be put there.
fn block(charge: &Charge, place: usize) {
    let folder = charge.place(place);
    if place == 0 {
        fs::set_permissions(&folder, Permissions::from_mode(0o500)).unwrap();
    } else {
        put(folder.parent().unwrap());
    }
}

/// A file where a folder should be.
fn put(path: &std::path::Path) {
    Disk.write_new(path, b"in the way", None).unwrap();
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[test]
fn an_action_is_saved_by_a_line_and_the_file_stays() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    for _ in 0..3 {
        let revision = charge.edit();
        assert_eq!(charge.report(), charge.saved(revision));
        assert_eq!(charge.recovered().history.entries(), charge.history.entries());
    }
    assert_eq!(charge.file().revision(), 0);
    let journals = charge.journals();
    assert_eq!(journals.len(), 1);
    let name = journals[0].file_name().unwrap().to_str().unwrap();
    let hash = riskroom::store::atomic::Hash::of(&fs::read(&charge.path).unwrap()).short();
    assert_eq!(name, format!("journal.{hash}.log"));
    assert_eq!(fs::metadata(&journals[0]).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_journal_of_replaced_texts_is_begun_anew_and_stays_short() {
    let mut charge = Charge::over(Arc::new(Disk), Ways { journal: 4000, ..patient() });
    charge.edit();
    for number in 0..200 {
        charge.leave(&format!("text {number} {}", "x".repeat(300)));
        charge.settled();
        assert_eq!(charge.journals().len(), 1);
    }
    assert!(fs::metadata(&charge.journals()[0]).unwrap().len() < 5000);
    let found = charge.recovered();
    assert_eq!(found.history.entries(), charge.history.entries());
    assert!(found.drafts[0].text.starts_with("text 199 "));
}

#[test]
fn a_journal_no_reader_would_take_goes_on_in_another() {
    let ways = Ways { most: 3000, entries: 1000, ..patient() };
    let mut charge = Charge::over(Arc::new(Disk), ways);
    for _ in 0..60 {
        charge.edit();
        charge.settled();
    }
    let journals = charge.journals();
    assert!(journals.len() > 1);
    assert!(journals.iter().all(|it| fs::metadata(it).unwrap().len() <= 3000));
    assert_eq!(charge.recovered().history.entries(), charge.history.entries());
}

#[test]
fn what_comes_while_the_disk_is_busy_goes_to_it_as_one() {
    let disk = FaultyDisk::default();
    let mut charge = Charge::over(Arc::new(disk.clone()), patient());
    charge.edit();
    charge.settled();
    for _ in 0..20 {
        charge.act();
    }
    let revision = charge.edit();
    assert_eq!(charge.settled(), [charge.saved(revision)]);
    assert_eq!(disk.appended(), [21]);
}

#[test]
fn an_existing_journal_is_never_added_to() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    charge.edit();
    charge.settled();
    let first = charge.journals();
    charge.writer.forget(charge.path.clone());
    charge.adopt(Vec::new());
    let before = fs::read(&first[0]).unwrap();
    charge.edit();
    charge.settled();
    assert_eq!(fs::read(&first[0]).unwrap(), before);
    assert!(charge.journals().iter().any(|path| path.to_str().unwrap().ends_with("-2.log")));
    assert_eq!(charge.recovered().history.revision(), 2);
}

#[test]
fn drafts_outlive_a_snapshot_and_are_dropped_when_emptied() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    charge.edit();
    charge.leave("The pay");
    charge.settled();
    assert_eq!(charge.recovered().drafts, drafts("The pay"));
    assert!(charge.writer.flush(LONG));
    assert_eq!(charge.file().revision(), 1);
    assert_eq!((charge.journals().len(), charge.recovered().drafts), (1, drafts("The pay")));
    charge.edit();
    charge.settled();
    assert_eq!(charge.recovered().drafts, drafts("The pay"));
    charge.leave("");
    charge.settled();
    assert_eq!(charge.recovered().drafts, []);
    assert!(charge.writer.flush(LONG));
    assert_eq!(charge.journals().len(), 0);
}

#[test]
fn drafts_alone_are_kept_too() {
    let charge = Charge::over(Arc::new(Disk), patient());
    charge.leave("");
    charge.settled();
    assert_eq!(charge.journals().len(), 0);
    charge.leave("The pay");
    assert!(charge.writer.flush(LONG));
    assert_eq!(charge.recovered().drafts, drafts("The pay"));
}

#[test]
fn a_line_that_failed_is_written_again_elsewhere_with_all_before_it() {
    let disk = FaultyDisk::default();
    let mut charge = Charge::over(Arc::new(disk.clone()), patient());
    for _ in 0..3 {
        charge.edit();
    }
    charge.settled();
    // The first call looks whether the file is as it was.
    disk.fail(1, Fault::Error(EIO), Lasts::Once);
    let revision = charge.edit();
    let reports = charge.settled();
    assert_eq!(reports[0], charge.saved(revision));
    let Report::Trouble { error, kept, .. } = &reports[1] else { panic!("{reports:?}") };
    assert!(matches!(error, SaveError::NotWritten { .. }));
    assert_eq!(*kept, Kept::In(charge.place(1)));
    let whole = fs::read(charge.place(1).join(&names(&charge.place(1))[0])).unwrap();
    let journal = riskroom::store::journal::read(&whole).unwrap();
    assert_eq!(journal.entries, charge.history.entries());
}

#[test]
fn journals_go_to_the_next_place_and_come_back() {
    if is_root() {
        return blocked_places_as_root();
    }
    let mut charge = Charge::over(Arc::new(Disk), patient());
    for place in 0..3 {
        let revision = charge.edit();
        let reports = charge.settled();
        assert!(reports.contains(&charge.saved(revision)), "{place}: {reports:?}");
        assert_eq!(names(&charge.place(place)).iter().filter(|it| it.starts_with("journal")).count(), 1);
        block(&charge, place);
        charge.writer.forget(charge.path.clone());
        charge.adopt(Vec::new());
    }
}

/// To root no folder is closed, but a file in the place of one is.
fn blocked_places_as_root() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    block(&charge, 1);
    let state = charge.place(0);
    let away = state.with_extension("away");
    fs::rename(&state, &away).unwrap();
    put(&state);
    let revision = charge.edit();
    let reports = charge.settled();
    assert!(reports.contains(&charge.saved(revision)), "{reports:?}");
    assert_eq!(names(&charge.place(2)).len(), 1);
    let mode = fs::metadata(charge.place(2)).unwrap().permissions().mode() & 0o777;
    let above = fs::metadata(&charge.places.temporary).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode, above), (0o700, 0o700));
    assert!(reports.iter().any(|it| matches!(it, Report::Trouble { kept: Kept::In(_), .. })));
    fs::remove_file(&state).unwrap();
    fs::rename(&away, &state).unwrap();
    assert!(charge.writer.flush(LONG));
    assert_eq!(charge.settled().last(), Some(&Report::Well { path: charge.path.clone() }));
    assert_eq!(charge.file().revision(), revision);
    assert_eq!(charge.journals().len(), 0);
}

#[test]
fn a_temporary_folder_of_others_is_not_used() {
    type Make = fn(&Charge);
    let others: [Make; 2] = [
        |charge| {
            fs::create_dir(&charge.places.temporary).unwrap();
            fs::set_permissions(&charge.places.temporary, Permissions::from_mode(0o755)).unwrap();
        },
        |charge| symlink(charge.folder.path().join("data"), &charge.places.temporary).unwrap(),
    ];
    for make in others {
        let mut charge = Charge::over(Arc::new(Disk), patient());
        make(&charge);
        block(&charge, 1);
        let state = charge.place(0);
        fs::rename(&state, state.with_extension("away")).unwrap();
        put(&state);
        fs::set_permissions(&charge.places.sessions, Permissions::from_mode(0o700)).unwrap();
        charge.edit();
        let reports = charge.settled();
        let tells = |it: &Report| matches!(it, Report::Trouble { .. } | Report::Moved { .. });
        assert!(reports.iter().any(tells), "{reports:?}");
        assert_eq!(names(&charge.place(2)), [""; 0]);
    }
}

#[test]
fn with_no_place_at_all_the_memory_keeps_it_and_it_is_tried_again() {
    let disk = FaultyDisk::default();
    let ways = Ways { retry: Duration::from_millis(5), ..patient() };
    let mut charge = Charge::over(Arc::new(disk.clone()), ways);
    disk.fail(0, Fault::Error(ENOSPC), Lasts::ForEver);
    let revision = charge.edit();
    for _ in 0..3 {
        let report = charge.report();
        let Report::Trouble { error, kept: Kept::Nowhere, .. } = report else { panic!("{report:?}") };
        assert!(matches!(error, SaveError::NotWritten { cause: Cause::DiskFull, .. }));
    }
    assert!(!charge.writer.flush(LONG));
    disk.heal();
    assert!(charge.writer.flush(LONG));
    let reports: Vec<_> = charge.reports.try_iter().collect();
    assert!(reports.contains(&charge.saved(revision)));
    assert_eq!(reports.last(), Some(&Report::Well { path: charge.path.clone() }));
    assert_eq!(charge.file().revision(), revision);
}

#[test]
fn a_full_data_folder_does_not_keep_actions_from_the_journal() {
    let disk = Arc::new(Faulty::default());
    let mut charge = Charge::over(disk.clone(), patient());
    disk.fail(Step::WriteNew, ENOSPC, u32::MAX);
    let first = charge.edit();
    charge.writer.snapshot(charge.path.clone());
    let reports = charge.settled();
    assert_eq!(reports[0], charge.saved(first));
    assert!(matches!(reports[1], Report::Unbacked { .. }), "{reports:?}");
    let Report::Trouble { error, kept, .. } = &reports[2] else { panic!("{reports:?}") };
    assert_eq!(*error, SaveError::NotWritten { path: charge.path.clone(), cause: Cause::DiskFull });
    assert_eq!(*kept, Kept::In(charge.place(0)));
    let second = charge.edit();
    assert_eq!(charge.settled(), [charge.saved(second)]);
    assert_eq!(charge.recovered().history.revision(), second);
    assert!(charge.writer.flush(LONG), "a journal where it belongs is on disk to stay");
    disk.heal();
    assert!(charge.writer.flush(LONG));
    assert_eq!(charge.settled().last(), Some(&Report::Well { path: charge.path.clone() }));
    assert_eq!(charge.file().revision(), second);
}

#[test]
fn a_session_nobody_gave_us_is_not_written_and_that_is_told() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    charge.writer.forget(charge.path.clone());
    charge.edit();
    let path = charge.path.clone();
    let error = SaveError::NotOurs { path: path.clone() };
    assert_eq!(charge.report(), Report::Trouble { path, error, kept: Kept::Nowhere });
    assert_eq!(charge.journals().len(), 0);
}
