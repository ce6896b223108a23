//! Whichever call to the disk fails, in whatever way: what was called saved is there, and the failure was told.

use std::sync::Arc;

use riskroom::store::writer::Report;

use crate::faults::{EACCES, EIO, ENOSPC, EROFS};
use crate::support::charge::{Charge, LONG, drafts, patient};
use crate::support::faulty::{Failed, Fault, FaultyDisk, Lasts};

const EINTR: i32 = 4;
const EMFILE: i32 = 24;
const ESTALE: i32 = 116;

const FAULTS: [Fault; 8] = [
    Fault::Error(ENOSPC),
    Fault::Error(EIO),
    Fault::Error(EROFS),
    Fault::Error(EACCES),
    Fault::Error(EINTR),
    Fault::Error(ESTALE),
    Fault::Error(EMFILE),
    Fault::ShortWrite,
];

/// Five actions, a draft, a snapshot, three actions, the end; what was reported, and whether the end said that
/// everything is on disk.
fn meeting(charge: &mut Charge) -> (Vec<Report>, bool) {
    let mut reports = Vec::new();
    for _ in 0..5 {
        charge.edit();
        reports.extend(charge.settled());
    }
    charge.leave("The pay");
    reports.extend(charge.settled());
    charge.writer.snapshot(charge.path.clone());
    reports.extend(charge.settled());
    for _ in 0..3 {
        charge.edit();
        reports.extend(charge.settled());
    }
    let stays = charge.writer.flush_file(&charge.path, LONG);
    reports.extend(charge.reports.try_iter());
    (reports, stays)
}

/// Whether nothing is lost by it: cleaning up, a look at what may have changed, and a second name for what can be copied.
fn may_pass_in_silence(failed: &Failed) -> bool {
    matches!(failed.call, "remove" | "list" | "hard_link" | "stamp" | "resolve")
}

fn check(fault: Fault, lasts: Lasts, number: u32) {
    let disk = FaultyDisk::default();
    let mut charge = Charge::over(Arc::new(disk.clone()), patient());
    disk.fail(number, fault, lasts);
    let (reports, stays) = meeting(&mut charge);
    let failed = disk.failed();
    let told = format!("{fault:?} {lasts:?} at call {number}, {failed:?}: {reports:#?}");
    for report in &reports {
        if let Report::Moved { to, .. } = report {
            charge.path.clone_from(to);
        }
    }
    let saved = |report: &Report| {
        if let Report::Saved { revision, .. } = report { Some(*revision) } else { None }
    };
    let acknowledged = reports.iter().filter_map(saved).max().unwrap_or(0);
    let found = charge.recovered();
    assert!(charge.history.entries().starts_with(found.history.entries()), "not our past: {told}");
    assert!(found.history.revision() >= acknowledged, "an action called saved is lost: {told}");
    if stays {
        assert_eq!(found.history.revision(), 8, "{told}");
        assert_eq!(found.drafts, drafts("The pay"), "{told}");
    }
    let is_telling = |it: &Report| matches!(it, Report::Trouble { .. } | Report::Unbacked { .. });
    if failed.iter().any(|failed| !may_pass_in_silence(failed)) {
        assert!(reports.iter().any(is_telling), "a failure was not told: {told}");
    }
    if lasts == Lasts::Once {
        assert!(stays && acknowledged == 8, "one failure had lasting effects: {told}");
    }
}

fn calls_of_a_meeting() -> u32 {
    let disk = FaultyDisk::default();
    let mut charge = Charge::over(Arc::new(disk.clone()), patient());
    let before = disk.calls();
    let (reports, stays) = meeting(&mut charge);
    assert!(stays && reports.iter().all(|it| matches!(it, Report::Saved { .. })), "{reports:?}");
    assert_eq!(charge.file().revision(), 8);
    disk.calls() - before
}

fn check_all(lasts: Lasts) {
    let calls = calls_of_a_meeting();
    assert!(calls > 30);
    for fault in FAULTS {
        for number in 0..calls {
            check(fault, lasts, number);
        }
    }
}

#[test]
fn one_failed_call_loses_nothing_and_is_told() {
    check_all(Lasts::Once);
}

#[test]
fn a_disk_that_fails_for_ever_keeps_what_was_called_saved() {
    check_all(Lasts::ForEver);
}
