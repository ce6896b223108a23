//! Backups say in their names what they are, and the old ones go by rule.

use std::collections::BTreeSet;

use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use riskroom::store::atomic::{Hash, create};
use riskroom::store::backups::{Backup, Before, Original, keep, list, rotation};
use riskroom::store::storage::Disk;

const CAP: u64 = 200 * 1024 * 1024;
const START: i64 = 1_790_000_000;

fn backup(seconds: i64, size: u64, revision: u64, before: Before) -> Backup {
    let taken = Timestamp::from_second(START + seconds).unwrap();
    let path = format!("{seconds}-{revision}").into();
    Backup { path, taken, revision, hash_prefix: String::new(), size, before }
}

fn befores() -> impl Strategy<Value = Before> {
    prop_oneof![9 => Just(Before::Save), 1 => Just(Before::Folding), 1 => Just(Before::Migration(1))]
}

fn backups() -> impl Strategy<Value = Vec<Backup>> {
    let span = prop_oneof![0..7200_i64, 0..200_000_i64, 0..10_000_000_i64];
    let size = prop_oneof![9 => 0..100_000_u64, 1 => 0..CAP * 2];
    vec((span, size, befores()), 0..200).prop_map(|made| {
        let numbered = made.into_iter().zip(1..);
        numbered.map(|((seconds, size, before), number)| backup(seconds, size, number, before)).collect()
    })
}

proptest! {
    #[test]
    fn never_more_stay_than_the_rule_allows_and_the_newest_always_does(backups in backups()) {
        let goes: BTreeSet<_> = rotation(&backups).into_iter().collect();
        let (gone, stay): (Vec<_>, Vec<_>) = backups.iter().cloned().partition(|it| goes.contains(&it.path));
        let is_migration = |it: &Backup| matches!(it.before, Before::Migration(_));
        prop_assert!(!gone.iter().any(is_migration), "one that stays for good goes");
        let folded = |backups: &[Backup]| backups.iter().filter(|it| it.before == Before::Folding).count();
        prop_assert_eq!(folded(&stay), folded(&backups).min(3));
        let stay: Vec<_> = stay.into_iter().filter(|it| it.before == Before::Save).collect();
        prop_assert!(stay.len() <= 10 + 24 + 30);
        prop_assert!(stay.len() <= 1 || stay.iter().map(|it| it.size).sum::<u64>() <= CAP);
        let counted = backups.iter().filter(|it| it.before == Before::Save);
        let newest = counted.max_by_key(|it| (it.revision, it.taken));
        prop_assert!(newest.is_none_or(|newest| stay.contains(newest)));
    }

    #[test]
    fn what_went_once_would_not_have_been_needed_later(backups in backups()) {
        let goes: BTreeSet<_> = rotation(&backups).into_iter().collect();
        let stay: Vec<_> = backups.into_iter().filter(|it| !goes.contains(&it.path)).collect();
        prop_assert_eq!(rotation(&stay), Vec::<std::path::PathBuf>::new());
    }
}

#[test]
fn the_last_ten_and_one_for_each_hour_and_day_stay() {
    let every_ten_minutes: Vec<_> =
        (0..6 * 24 * 60).map(|number| backup(i64::from(number) * 600, 1, 1, Before::Save)).collect();
    let goes: BTreeSet<_> = rotation(&every_ten_minutes).into_iter().collect();
    let stay: Vec<_> = every_ten_minutes.iter().filter(|it| !goes.contains(&it.path)).collect();
    let newest = every_ten_minutes.last().unwrap().taken.as_second();
    let within = |seconds: i64| stay.iter().filter(|it| newest - it.taken.as_second() < seconds).count();
    assert_eq!(within(6000), 10);
    assert!((8 + 22..=10 + 24).contains(&within(86_400)), "{}", within(86_400));
    assert!((50..=64).contains(&stay.len()), "{}", stay.len());
}

#[test]
fn a_clock_that_was_ahead_for_a_while_takes_no_later_backup_away() {
    let year = 366 * 86_400;
    let ahead = (0..12).map(|number| backup(year + number, 1, 1 + number.unsigned_abs(), Before::Save));
    let right = (0..12).map(|number| backup(number, 1, 20 + number.unsigned_abs(), Before::Save));
    let backups: Vec<_> = ahead.chain(right).collect();
    let goes = rotation(&backups);
    let stay: Vec<u64> = backups.iter().filter(|it| !goes.contains(&it.path)).map(|it| it.revision).collect();
    assert_eq!(stay, (22..=31).collect::<Vec<_>>());
}

#[test]
fn the_oldest_go_first_when_there_is_too_much() {
    let large: Vec<_> = (0..5).map(|number| backup(number, 80 * 1024 * 1024, 1, Before::Save)).collect();
    assert_eq!(rotation(&large), ["2-1", "1-1", "0-1"].map(std::path::PathBuf::from));
    assert_eq!(rotation(&[backup(0, 2 * CAP, 1, Before::Save)]), Vec::<std::path::PathBuf>::new());
}

#[test]
fn a_backup_is_found_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let (file, place) = (folder.path().join("a.ron"), folder.path().join("x/backups"));
    let identity = create(&Disk, &file, b"old").unwrap();
    let original = Original { path: &file, stamp: &identity.stamp, hash: &identity.hash, revision: 37 };
    let kinds = [Before::Save, Before::Folding, Before::Migration(1)];
    for before in kinds {
        let path = keep(&Disk, &place, original, before).unwrap();
        assert_eq!(keep(&Disk, &place, original, before).unwrap(), path);
        assert_eq!(std::fs::read(path).unwrap(), b"old");
    }
    create(&Disk, &place.join("2026-11-22T14-02-01Z.37.xyz.ron"), b"other").unwrap();
    create(&Disk, &place.join("note.txt"), b"other").unwrap();
    let found = list(&Disk, &place);
    assert_eq!(found.len(), 3);
    for backup in found {
        assert_eq!((backup.revision, backup.size), (37, 3));
        assert_eq!(backup.taken.as_second(), identity.stamp.changed.0);
        assert_eq!(backup.hash_prefix, Hash::of(b"old").short());
        let name = backup.path.file_name().unwrap().to_str().unwrap();
        let end = match backup.before {
            Before::Save => format!("37.{}.ron", backup.hash_prefix),
            Before::Folding => "folded.ron".to_owned(),
            Before::Migration(format) => format!("format-{format}.ron"),
        };
        assert!(name.ends_with(&end), "{name}");
    }
}

#[test]
fn a_file_changed_meanwhile_is_not_kept_under_the_wrong_name() {
    let folder = tempfile::tempdir().unwrap();
    let (file, place) = (folder.path().join("a.ron"), folder.path().join("backups"));
    let identity = create(&Disk, &file, b"old").unwrap();
    riskroom::store::atomic::replace(&Disk, &file, b"theirs", None).unwrap();
    let original = Original { path: &file, stamp: &identity.stamp, hash: &identity.hash, revision: 1 };
    assert!(keep(&Disk, &place, original, Before::Save).is_err());
    assert_eq!(list(&Disk, &place), []);
}
