//! The disk that loses power: it catches what is careless, and what saves a whole file passes.

use std::path::{Path, PathBuf};

use riskroom::store::atomic;
use riskroom::store::library;
use riskroom::store::storage::{Storage, make_folders};

use crate::support::simdisk::moments::{Cut, Moments};
use crate::support::simdisk::{SimDisk, Step};

const FILE: &str = "/room/a.ron";
const CHANCES: u64 = 40;

/// A disk with a folder and a file that holds `old`, all durable.
fn disk() -> SimDisk {
    let disk = SimDisk::new();
    disk.make_folder(Path::new("/room")).unwrap();
    disk.write_new(Path::new(FILE), b"old", None).unwrap();
    disk.settle();
    disk
}

fn left(cut: &Cut, path: &str) -> Option<Vec<u8>> {
    let disk = SimDisk::holding(cut.tree.clone());
    disk.read(Path::new(path), 1 << 20).ok()
}

/// Whether there is a cut after which the file holds something else than what it should, or is not there.
fn can_lose(disk: &SimDisk, new: &[u8]) -> bool {
    disk.told(1);
    Moments::of(disk, CHANCES).any(|cut| {
        let left = left(cut, FILE);
        let is_new = left.as_deref() == Some(new);
        !is_new && (cut.told > 0 || left.as_deref() != Some(b"old"))
    })
}

#[test]
fn a_save_that_truncates_is_caught() {
    let disk = disk();
    disk.overwrite(Path::new(FILE), b"new and longer");
    disk.sync(Path::new(FILE));
    assert!(can_lose(&disk, b"new and longer"));
}

#[test]
fn a_rename_of_bytes_that_are_not_synced_is_caught() {
    let (disk, temp) = (disk(), Path::new("/room/temp"));
    disk.write_carelessly(temp, b"new");
    disk.rename(temp, Path::new(FILE)).unwrap();
    disk.sync_folder(Path::new("/room")).unwrap();
    assert!(can_lose(&disk, b"new"));
}

#[test]
fn a_rename_in_a_folder_that_is_not_synced_is_caught() {
    let (disk, temp) = (disk(), Path::new("/room/temp"));
    disk.write_new(temp, b"new", None).unwrap();
    disk.rename(temp, Path::new(FILE)).unwrap();
    assert!(can_lose(&disk, b"new"));
}

#[test]
fn a_rename_of_synced_bytes_in_a_synced_folder_passes() {
    let (disk, temp) = (disk(), Path::new("/room/temp"));
    disk.write_new(temp, b"new", None).unwrap();
    disk.rename(temp, Path::new(FILE)).unwrap();
    disk.sync_folder(Path::new("/room")).unwrap();
    assert!(!can_lose(&disk, b"new"));
}

#[test]
fn a_removal_before_a_rename_is_caught() {
    let (disk, temp) = (disk(), Path::new("/room/temp"));
    disk.write_new(temp, b"new", None).unwrap();
    disk.remove(Path::new(FILE)).unwrap();
    disk.rename(temp, Path::new(FILE)).unwrap();
    disk.sync_folder(Path::new("/room")).unwrap();
    assert!(can_lose(&disk, b"new"));
}

#[test]
fn a_file_whose_name_is_not_synced_can_be_gone() {
    for (syncs_folder, loses) in [(true, false), (false, true)] {
        let disk = disk();
        let _log = disk.create_log(Path::new("/room/log"), b"first\n").unwrap();
        if syncs_folder {
            disk.sync_folder(Path::new("/room")).unwrap();
        }
        disk.told(1);
        let lost = Moments::of(&disk, CHANCES).any(|cut| cut.told == 1 && left(cut, "/room/log").is_none());
        assert_eq!(lost, loses);
    }
}

#[test]
fn a_folder_whose_name_is_not_synced_takes_what_is_in_it_along() {
    let disk = disk();
    disk.make_folder(Path::new("/room/in")).unwrap();
    disk.write_new(Path::new("/room/in/b"), b"b", None).unwrap();
    disk.sync_folder(Path::new("/room/in")).unwrap();
    disk.told(1);
    assert!(Moments::of(&disk, CHANCES).any(|cut| cut.told == 1 && left(cut, "/room/in/b").is_none()));
    disk.settle();
    make_folders(&disk, Path::new("/room/deep/er")).unwrap();
    disk.write_new(Path::new("/room/deep/er/b"), b"b", None).unwrap();
    disk.sync_folder(Path::new("/room/deep/er")).unwrap();
    disk.told(1);
    assert!(!Moments::of(&disk, CHANCES).any(|cut| cut.told == 1 && left(cut, "/room/deep/er/b").is_none()));
}

#[test]
fn an_added_line_that_is_not_synced_can_be_there_in_part_or_full_of_rubbish() {
    let disk = disk();
    let mut log = disk.create_log(Path::new("/room/log"), b"first\n").unwrap();
    disk.sync_folder(Path::new("/room")).unwrap();
    disk.settle();
    disk.fail("/room", Step::Write, 28, 1);
    assert!(log.append(&[b'x'; 2000]).is_err());
    let moments = Moments::of(&disk, CHANCES).with_every_byte();
    let mut lengths: Vec<usize> = Vec::new();
    let states = moments.check(0, |cut| {
        let log = left(cut, "/room/log").unwrap();
        lengths.push(log.len());
        if log.starts_with(b"first\n") { Ok(()) } else { Err("what was durable is gone".to_owned()) }
    });
    lengths.sort_unstable();
    lengths.dedup();
    assert!(lengths.len() > 400, "{lengths:?}");
    assert!(states > lengths.len());
    let is_rubbish = |cut: &Cut| left(cut, "/room/log").unwrap().contains(&0x5a);
    assert!(moments.any(is_rubbish));
}

#[test]
fn a_synced_line_stays_and_one_whose_sync_failed_may_not() {
    let disk = disk();
    let mut log = disk.create_log(Path::new("/room/log"), b"first\n").unwrap();
    disk.sync_folder(Path::new("/room")).unwrap();
    log.append(b"second\n").unwrap();
    disk.told(1);
    let lost = |cut: &Cut| cut.told == 1 && left(cut, "/room/log").unwrap() != b"first\nsecond\n";
    assert!(!Moments::of(&disk, CHANCES).any(lost));
    disk.settle();
    disk.fail("/room/log", Step::Sync, 5, 1);
    assert!(log.append(b"third\n").is_err());
    // The next sync says that all is well.
    log.append(b"fourth\n").unwrap();
    disk.told(1);
    let lost = |cut: &Cut| cut.told == 1 && !left(cut, "/room/log").unwrap().ends_with(b"third\nfourth\n");
    assert!(Moments::of(&disk, CHANCES).any(lost));
}

#[test]
fn a_name_in_another_folder_takes_both_folders_to_be_synced() {
    let (disk, to) = (disk(), Path::new("/else/a.ron"));
    disk.make_folder(Path::new("/else")).unwrap();
    disk.settle();
    disk.rename(Path::new(FILE), to).unwrap();
    disk.sync_folder(Path::new("/else")).unwrap();
    disk.told(1);
    let is_back = |cut: &Cut| cut.told == 1 && left(cut, FILE).is_some();
    assert!(Moments::of(&disk, CHANCES).any(is_back));
    disk.sync_folder(Path::new("/room")).unwrap();
    disk.told(2);
    let is_back = |cut: &Cut| cut.told == 2 && left(cut, FILE).is_some();
    assert!(!Moments::of(&disk, CHANCES).any(is_back));
    let is_nowhere = |cut: &Cut| left(cut, FILE).is_none() && left(cut, "/else/a.ron").is_none();
    assert!(!Moments::of(&disk, CHANCES).any(is_nowhere));
}

#[test]
fn a_replaced_file_is_the_old_one_or_the_new_one_and_the_new_one_once_that_is_told() {
    let disk = disk();
    let mut known = riskroom::store::read::read(&disk, Path::new(FILE)).unwrap().identity;
    let text =
        |number: u64| if number == 0 { "old".to_owned() } else { format!("new {number} ").repeat(300) };
    for number in 1..=3 {
        known = atomic::replace(&disk, Path::new(FILE), text(number).as_bytes(), Some(&known)).unwrap();
        disk.told(number);
    }
    let states = Moments::of(&disk, CHANCES).check(0, |cut| {
        let left = left(cut, FILE).ok_or("no file")?;
        let number = (cut.told..=3).find(|number| left == text(*number).as_bytes());
        number.map(drop).ok_or_else(|| "neither old nor new".to_owned())
    });
    assert!(states > 100, "{states}");
}

#[test]
fn a_created_file_is_whole_or_not_there() {
    let (disk, path) = (disk(), "/room/new.ron");
    let text = b"new ".repeat(500);
    atomic::create(&disk, Path::new(path), &text).unwrap();
    disk.told(1);
    Moments::of(&disk, CHANCES).check(0, |cut| match left(cut, path) {
        None if cut.told == 0 => Ok(()),
        Some(left) if left == text => Ok(()),
        other => Err(format!("{:?}", other.map(|it| it.len()))),
    });
}

#[test]
fn a_file_on_its_way_to_the_bin_and_back_always_has_a_name() {
    let (disk, trash) = (disk(), PathBuf::from("/trash"));
    library::bin(&disk, Path::new(FILE), &trash).unwrap();
    disk.told(1);
    library::restore(&disk, Path::new("/trash/a.ron"), Path::new("/room")).unwrap();
    disk.told(2);
    Moments::of(&disk, CHANCES).check(0, |cut| {
        let (here, there) = (left(cut, FILE).is_some(), left(cut, "/trash/a.ron").is_some());
        // The way back begins as soon as it is in the bin.
        let is_where_told = if cut.told < 2 { here || there } else { here };
        if is_where_told { Ok(()) } else { Err(format!("here: {here}, in the bin: {there}")) }
    });
}
