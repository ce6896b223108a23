//! A save leaves the old bytes or the new ones, and says which.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};

use riskroom::store::atomic::{Hash, create, replace};
use riskroom::store::error::{Cause, Next, SaveError, Unreadable};
use riskroom::store::read::{LIMIT, read};
use riskroom::store::storage::{Disk, Storage, make_folders};
use tempfile::TempDir;

use crate::faults::{EACCES, EIO, ENOSPC, EOPNOTSUPP, EROFS, Faulty, Step};

struct Room {
    folder: TempDir,
    file: PathBuf,
}

/// A folder with `a.ron`, which holds `old`.
fn room() -> Room {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.ron");
    create(&Disk, &file, b"old").unwrap();
    Room { folder, file }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

fn names(folder: &Path) -> Vec<String> {
    Disk.list(folder)
        .unwrap()
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_new_file_is_private_and_alone() {
    let room = room();
    assert_eq!((text(&room.file).as_str(), mode(&room.file)), ("old", 0o600));
    assert_eq!(names(room.folder.path()), ["a.ron"]);
}

#[test]
fn creating_never_overwrites_a_file_or_a_dangling_link() {
    let room = room();
    let link = room.folder.path().join("link.ron");
    symlink("nowhere", &link).unwrap();
    for path in [&room.file, &link] {
        assert_eq!(create(&Disk, path, b"new"), Err(SaveError::Exists { path: path.clone() }));
        let unlinked = Faulty::failing(Step::HardLink, EOPNOTSUPP, 9);
        assert_eq!(create(&unlinked, path, b"new"), Err(SaveError::Exists { path: path.clone() }));
    }
    assert_eq!(text(&room.file), "old");
    assert_eq!(names(room.folder.path()), ["a.ron", "link.ron"]);
}

#[test]
fn a_file_is_created_where_there_are_no_hard_links() {
    let room = room();
    let path = room.folder.path().join("b.ron");
    let identity = create(&Faulty::failing(Step::HardLink, EOPNOTSUPP, 9), &path, b"new").unwrap();
    assert_eq!(identity, read(&Disk, &path).unwrap().identity);
    assert_eq!(names(room.folder.path()), ["a.ron", "b.ron"]);
}

#[test]
fn replacing_keeps_the_mode_and_tells_what_is_there_now() {
    let room = room();
    fs::set_permissions(&room.file, Permissions::from_mode(0o664)).unwrap();
    let known = read(&Disk, &room.file).unwrap().identity;
    let now = replace(&Disk, &room.file, b"new", Some(&known)).unwrap();
    assert_eq!((text(&room.file).as_str(), mode(&room.file)), ("new", 0o664));
    assert_eq!(now, read(&Disk, &room.file).unwrap().identity);
    assert_eq!(now.hash, Hash::of(b"new"));
    assert_eq!(names(room.folder.path()), ["a.ron"]);
}

#[test]
fn a_file_changed_by_another_program_is_left_alone() {
    let room = room();
    let known = read(&Disk, &room.file).unwrap().identity;
    replace(&Disk, &room.file, b"theirs", None).unwrap();
    let error = replace(&Disk, &room.file, b"ours", Some(&known)).unwrap_err();
    assert_eq!(error, SaveError::Conflict { path: room.file.clone() });
    assert_eq!(error.next(), Next::Compare);
    assert_eq!(text(&room.file), "theirs");
    assert_eq!(names(room.folder.path()), ["a.ron"]);
}

#[test]
fn a_change_while_ours_is_being_written_is_noticed() {
    let room = room();
    let known = read(&Disk, &room.file).unwrap().identity;
    let disk = Faulty::default();
    *disk.intruded.lock().unwrap() = Some(room.file.clone());
    let error = replace(&disk, &room.file, b"ours", Some(&known)).unwrap_err();
    assert_eq!(error, SaveError::Conflict { path: room.file.clone() });
    assert_eq!(text(&room.file), "theirs");
    assert_eq!(names(room.folder.path()), ["a.ron"]);
}

#[test]
fn a_file_that_was_only_touched_is_no_conflict() {
    let room = room();
    let known = read(&Disk, &room.file).unwrap().identity;
    let past = UNIX_EPOCH + Duration::from_secs(1_000_000);
    fs::File::options().write(true).open(&room.file).unwrap().set_modified(past).unwrap();
    replace(&Disk, &room.file, b"new", Some(&known)).unwrap();
    assert_eq!(text(&room.file), "new");
}

#[test]
fn a_removed_file_is_gone_and_not_written_again() {
    let room = room();
    let known = read(&Disk, &room.file).unwrap().identity;
    fs::remove_file(&room.file).unwrap();
    let error = replace(&Disk, &room.file, b"new", Some(&known)).unwrap_err();
    assert_eq!(error, SaveError::NotWritten { path: room.file.clone(), cause: Cause::Gone });
    assert_eq!(names(room.folder.path()), [""; 0]);
}

#[test]
fn a_symbolic_link_stays_and_its_file_is_replaced() {
    let room = room();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link.ron");
    symlink(&room.file, &link).unwrap();
    let known = read(&Disk, &link).unwrap().identity;
    replace(&Disk, &link, b"new", Some(&known)).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(text(&room.file), "new");
    assert_eq!(names(elsewhere.path()), ["link.ron"]);
}

#[test]
fn an_error_before_the_rename_leaves_the_old_file_and_nothing_else() {
    let steps = [Step::Resolve, Step::Stamp, Step::WriteNew, Step::Rename];
    let errors = [
        (ENOSPC, Cause::DiskFull, Next::FreeSpace),
        (EROFS, Cause::ReadOnly, Next::SaveElsewhere),
        (EACCES, Cause::Denied, Next::GiveRights),
    ];
    for (step, (number, cause, next)) in steps.iter().flat_map(|step| errors.iter().map(move |e| (*step, e)))
    {
        let room = room();
        let known = read(&Disk, &room.file).unwrap().identity;
        let faulty = Faulty::failing(step, *number, 1);
        let error = replace(&faulty, &room.file, b"new", Some(&known)).unwrap_err();
        assert_eq!(
            error,
            SaveError::NotWritten { path: room.file.clone(), cause: cause.clone() },
            "{step:?}"
        );
        assert_eq!((error.next(), error.is_passing()), (*next, true));
        assert_eq!(text(&room.file), "old", "{step:?}");
        assert_eq!(names(room.folder.path()), ["a.ron"], "{step:?}");
        replace(&faulty, &room.file, b"new", Some(&known)).unwrap();
        assert_eq!(text(&room.file), "new");
    }
}

#[test]
fn an_error_after_the_rename_is_a_doubt_that_the_next_save_can_lift() {
    for step in [Step::SyncFolder, Step::Read] {
        let room = room();
        let known = read(&Disk, &room.file).unwrap().identity;
        let faulty = Faulty::failing(step, EIO, 1);
        let error = replace(&faulty, &room.file, b"new", Some(&known)).unwrap_err();
        let SaveError::Unproven { landed, .. } = &error else { panic!("{error}") };
        assert_eq!(text(&room.file), "new");
        assert_eq!(names(room.folder.path()), ["a.ron"]);
        replace(&faulty, &room.file, b"newer", Some(landed)).unwrap();
        assert_eq!(text(&room.file), "newer");
    }
}

#[test]
fn an_error_while_creating_leaves_the_name_free() {
    for (step, error) in [(Step::WriteNew, ENOSPC), (Step::Stamp, EIO), (Step::HardLink, ENOSPC)] {
        let room = room();
        let path = room.folder.path().join("b.ron");
        let faulty = Faulty::failing(step, error, 1);
        assert!(matches!(create(&faulty, &path, b"new"), Err(SaveError::NotWritten { .. })), "{step:?}");
        assert_eq!(names(room.folder.path()), ["a.ron"], "{step:?}");
        create(&faulty, &path, b"new").unwrap();
    }
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let room = room();
    let bytes = vec![b' '; usize::try_from(LIMIT).unwrap() + 1];
    let error = replace(&Disk, &room.file, &bytes, None).unwrap_err();
    assert_eq!(error, SaveError::TooLarge { path: room.file.clone(), size: LIMIT + 1 });
    assert_eq!(text(&room.file), "old");
}

#[test]
fn what_is_no_file_of_ours_is_refused_without_waiting() {
    let room = room();
    let at = |name: &str| room.folder.path().join(name);
    assert!(Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
    fs::create_dir(at("folder")).unwrap();
    create(&Disk, &at("empty"), b"").unwrap();
    fs::File::create(at("large")).unwrap().set_len(LIMIT + 1).unwrap();
    symlink("/dev/zero", at("device")).unwrap();
    let reason = |name: &str| read(&Disk, &at(name)).unwrap_err().reason;
    assert_eq!(reason("pipe"), Unreadable::Pipe);
    assert_eq!(reason("folder"), Unreadable::Folder);
    assert_eq!(reason("empty"), Unreadable::Empty);
    assert_eq!(reason("large"), Unreadable::TooLarge { size: LIMIT + 1 });
    assert_eq!(reason("device"), Unreadable::Device);
    assert_eq!(reason("nothing"), Unreadable::Missing);
    assert!(Disk.read(&at("pipe"), LIMIT).is_err());
    assert!(replace(&Disk, &at("pipe"), b"new", None).is_err());
}

#[test]
fn missing_folders_are_made_private() {
    let room = room();
    let deep = room.folder.path().join("x/y/z");
    make_folders(&Disk, &deep).unwrap();
    make_folders(&Disk, &deep).unwrap();
    assert_eq!((mode(&deep), mode(deep.parent().unwrap())), (0o700, 0o700));
    assert!(make_folders(&Disk, &room.file.join("x")).is_err());
}

#[test]
fn an_error_is_one_plain_sentence() {
    let error = SaveError::NotWritten { path: "a\u{1b}[2J.ron".into(), cause: Cause::DiskFull };
    assert_eq!(
        error.to_string(),
        r#"cannot write "a\u{1b}[2J.ron": the disk is full. Nothing on the disk was changed."#
    );
}
