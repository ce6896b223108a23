//! What others did to the file is left to them: the session goes on beside it.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use riskroom::store::atomic::{self, Hash};
use riskroom::store::error::{Cause, SaveError};
use riskroom::store::lock::Lock;
use riskroom::store::read::read;
use riskroom::store::recover::{Reading, orphans};
use riskroom::store::storage::Disk;
use riskroom::store::writer::{Adopted, Kept, Report, Ways, Why};

use crate::support::charge::{Charge, LONG, names, patient};

/// Where it went, and why.
fn moved(reports: &[Report]) -> (std::path::PathBuf, Why) {
    let of = |report: &Report| {
        if let Report::Moved { to, why, .. } = report { Some((to.clone(), *why)) } else { None }
    };
    let moves: Vec<_> = reports.iter().filter_map(of).collect();
    assert_eq!(moves.len(), 1, "{reports:?}");
    moves[0].clone()
}

fn is_called(path: &Path, name: &str) {
    assert_eq!(path.file_name().unwrap(), name);
}

#[test]
fn theirs_keeps_the_name_and_ours_goes_on_as_mine() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    let old = charge.path.clone();
    charge.edit();
    charge.settled();
    atomic::replace(&Disk, &old, b"theirs", None).unwrap();
    charge.writer.snapshot(old.clone());
    let reports = charge.settled();
    let (to, why) = moved(&reports);
    is_called(&to, "shop-mine-14-03-12.ron");
    assert!(matches!(why, Why::Changed(_)));
    assert_eq!(fs::read(&old).unwrap(), b"theirs");

    // Before the program learns of it, it goes on to name the old file.
    let revision = charge.edit();
    let reports = charge.settled();
    charge.path = to;
    assert_eq!(reports, [charge.saved(revision)]);
    assert_eq!(charge.recovered().history.entries(), charge.history.entries());
    assert!(charge.writer.flush_file(&old, LONG));
    assert_eq!(charge.file().entries(), charge.history.entries());
    assert_eq!((fs::read(&old).unwrap(), charge.journals().len()), (b"theirs".to_vec(), 0));
}

#[test]
fn a_second_move_has_one_time_in_its_name_and_a_taken_name_gets_a_number() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    let old = charge.path.clone();
    for expected in ["shop-mine-14-03-12.ron", "shop-mine-14-03-12-2.ron", "shop-mine-14-03-12-3.ron"] {
        charge.edit();
        atomic::replace(&Disk, &charge.path, b"theirs", None).unwrap();
        assert!(charge.writer.flush(LONG));
        let reports: Vec<_> = charge.reports.try_iter().collect();
        charge.path = moved(&reports).0;
        is_called(&charge.path, expected);
    }
    charge.writer.save(old, Box::new(charge.history.clone()));
    assert!(charge.writer.flush(LONG));
    assert_eq!(charge.file().entries(), charge.history.entries());
}

#[test]
fn a_removed_file_is_written_again_under_a_new_name() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    let old = charge.path.clone();
    charge.edit();
    charge.settled();
    fs::remove_file(&old).unwrap();
    charge.edit();
    assert!(charge.writer.flush(LONG));
    let reports: Vec<_> = charge.reports.try_iter().collect();
    let (to, why) = moved(&reports);
    assert_eq!(why, Why::Removed);
    charge.path = to;
    assert_eq!(charge.file().entries(), charge.history.entries());
    assert_eq!(names(&charge.places.sessions), ["shop-mine-14-03-12.ron"]);
}

#[test]
fn a_folder_that_is_gone_is_waited_for() {
    let ways = Ways { retry: Duration::from_millis(5), ..patient() };
    let mut charge = Charge::over(Arc::new(Disk), ways);
    let away = charge.places.data.join("away");
    let first = charge.edit();
    assert_eq!(charge.settled(), [charge.saved(first)]);
    fs::rename(&charge.places.sessions, &away).unwrap();
    charge.writer.snapshot(charge.path.clone());
    for _ in 0..2 {
        let error = SaveError::NotWritten { path: charge.path.clone(), cause: Cause::Gone };
        let kept = Kept::In(charge.place(0));
        assert_eq!(charge.report(), Report::Trouble { path: charge.path.clone(), error, kept });
    }
    fs::rename(&away, &charge.places.sessions).unwrap();
    assert!(charge.writer.flush(LONG));
    assert_eq!(charge.settled().last(), Some(&Report::Well { path: charge.path.clone() }));
    assert_eq!(charge.file().revision(), first);
}

#[test]
fn a_session_whose_lock_is_not_ours_any_more_goes_on_beside_it() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    let old = charge.path.clone();
    let before = fs::read(&old).unwrap();
    fs::remove_file(charge.place(0).join("lock")).unwrap();
    let theirs = Lock::take(&charge.place(0), 2, "13:05").unwrap();
    charge.edit();
    assert!(charge.writer.flush(LONG));
    let reports: Vec<_> = charge.reports.try_iter().collect();
    let (to, why) = moved(&reports);
    assert_eq!((why, fs::read(&old).unwrap()), (Why::NotOurs, before));
    charge.path = to;
    charge.edit();
    assert!(charge.writer.flush(LONG));
    assert_eq!(charge.file().entries(), charge.history.entries());
    drop(theirs);
}

#[test]
fn a_session_that_was_let_go_is_not_written_nor_moved() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    charge.lock = None;
    let revision = charge.edit();
    let stays = charge.writer.flush(LONG);
    let reports: Vec<_> = charge.reports.try_iter().collect();
    assert_eq!(reports[0], charge.saved(revision));
    assert!(matches!(reports[1], Report::Trouble { error: SaveError::NotOurs { .. }, .. }));
    assert!(stays, "its journal is on disk to stay");
    assert_eq!((names(&charge.places.sessions).len(), charge.file().revision()), (1, 0));
}

#[test]
fn with_its_folder_gone_the_journal_and_what_it_goes_on_from_are_enough() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    fs::remove_dir_all(&charge.places.data).unwrap();
    let revision = charge.edit();
    let reports = charge.settled();
    assert!(reports.contains(&charge.saved(revision)), "{reports:?}");
    let found = orphans(Reading::new(&Disk, &charge.places));
    assert_eq!(found[0].history.entries(), charge.history.entries());
}

#[test]
fn a_journal_that_goes_on_from_nothing_is_not_called_saved() {
    let mut charge = Charge::over(Arc::new(Disk), patient());
    let (id, mut identity) = (charge.id(), read(&Disk, &charge.path).unwrap().identity);
    // As if the file had been written in another way than ours.
    identity.hash = Hash::of(b"other");
    let adopted = Adopted { id, identity, revision: 0, journals: Vec::new() };
    charge.writer.adopt(charge.path.clone(), adopted, charge.lock.as_ref().unwrap());
    let sessions = charge.places.sessions.clone();
    fs::remove_dir_all(&sessions).unwrap();
    charge.edit();
    let reports = charge.settled();
    assert!(!reports.iter().any(|it| matches!(it, Report::Saved { .. })), "{reports:?}");
    assert!(
        reports.iter().any(|it| matches!(it, Report::Trouble { kept: Kept::Nowhere, .. })),
        "{reports:?}"
    );
    assert!(!charge.writer.flush(LONG));
    fs::create_dir(&sessions).unwrap();
    assert!(charge.writer.flush(LONG));
    let reports: Vec<_> = charge.reports.try_iter().collect();
    charge.path = moved(&reports).0;
    assert!(reports.contains(&charge.saved(charge.history.revision())), "{reports:?}");
    assert_eq!(charge.file().entries(), charge.history.entries());
}
