//! Files that do not parse any more.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use riskroom::app::notice::Notice;
use riskroom::domain::{Edit, History, SessionEdit};
use riskroom::store::atomic::Hash;
use riskroom::store::format;
use riskroom::store::storage::{Disk, Storage};

use super::{after, back_up, changed, is_full, journal_of, leave, names, news};
use crate::support::room::Room;
use crate::support::seeds::title;
use crate::support::sessions::{commit, small};

/// Breaks a file in its session part.
fn break_title(path: &Path) -> Vec<u8> {
    let text = fs::read_to_string(path).unwrap();
    let broken = text.replacen("title: \"Postcode", "title: \"Postcode\" \"", 1).into_bytes();
    crate::recover::overwrite(path, &broken);
    broken
}

fn recovered(room: &Room) -> PathBuf {
    let path = room.path().to_owned();
    assert!(path.file_name().unwrap().to_str().unwrap().contains("-recovered-"), "{}", path.display());
    path
}

fn lost(history: &History, room: &Room) -> bool {
    room.workshop().history.entries() != history.entries()
}

#[test]
fn a_damaged_file_is_recovered_from_the_backup_the_file_and_the_journal() {
    let mut room = Room::new();
    let base = small();
    let saved = changed(&base, 4);
    let whole = changed(&saved, 3);
    let path = room.put("given.ron", &saved);
    back_up(&room.world.places, &base);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &saved, &after(&whole, saved.revision()));
    leave(&room.world.places, &base, 0, "journal.1.log", &text);
    let broken = break_title(&path);
    room.open(&path);
    assert!(is_full(&room.world.welcome));
    assert!(!lost(&whole, &room));
    let told = news(&room);
    assert!(told.starts_with("Damaged at line "), "{told}");
    assert!(told.contains("(risks[1]") && told.contains("from the backup of 08:30"), "{told}");
    assert!(told.contains("Recovered 2 risks") && told.contains("Original untouched."), "{told}");
    assert_eq!(fs::read(&path).unwrap(), broken);
    let file = recovered(&room);
    assert_eq!(format::decode(&fs::read(&file).unwrap()).unwrap().history.entries(), whole.entries());
    let damaged = room.world.places.damaged_of(&base.session().id.to_string());
    let copy = damaged.join(&names(&damaged)[0]);
    assert_eq!(fs::read(&copy).unwrap(), broken);
    assert_eq!(fs::metadata(copy).unwrap().permissions().mode() & 0o777, 0o600);
    room.keys("g i v");
    assert_eq!(room.on_disk().revision(), whole.revision() + 1);
}

#[test]
fn without_a_backup_what_is_left_of_the_file_is_recovered() {
    let mut room = Room::new();
    let history = small();
    let path = room.put("given.ron", &history);
    break_title(&path);
    room.open(&path);
    assert!(!lost(&history, &room));
    assert!(news(&room).contains("Recovered 2 risks from what is left of it"), "{}", news(&room));
}

#[test]
fn a_file_cut_off_anywhere_gives_what_is_left_or_is_refused() {
    let history = small();
    let bytes = format::encode(&history).unwrap();
    let begins = bytes.windows(9).position(|it| it == b"history: ").unwrap();
    for cut in [30, begins - 200, begins + 40, bytes.len() - 900, bytes.len() - 20] {
        let mut room = Room::new();
        let path = room.put("given.ron", &history);
        crate::recover::overwrite(&path, &bytes[..cut]);
        room.open(&path);
        if cut < begins {
            assert!(matches!(room.notice(), Some(Notice::Sentence(_))), "{cut}");
        } else {
            assert_eq!(room.session(), &**history.session(), "{cut}");
        }
        assert_eq!(fs::read(&path).unwrap(), &bytes[..cut]);
    }
}

#[test]
fn a_file_without_bytes_is_found_again_by_its_name() {
    let mut room = Room::new();
    let history = small();
    let id = history.session().id.to_string();
    back_up(&room.world.places, &history);
    let path = room.put(&format!("2026-01-15-test-{}.ron", &id[..6]), &history);
    crate::recover::overwrite(&path, b"");
    room.open(&path);
    assert!(!lost(&history, &room));
    assert!(news(&room).starts_with("The file is empty. Recovered 2 risks"), "{}", news(&room));
}

#[test]
fn the_same_damage_leads_to_the_file_made_before() {
    let mut room = Room::new();
    let path = room.put("given.ron", &small());
    break_title(&path);
    room.open(&path);
    let file = recovered(&room);
    room.keys("g i v");
    let mut room = room.reload();
    room.open(&path);
    assert_eq!(room.path(), file);
    assert!(news(&room).contains("It was recovered before"), "{}", news(&room));
    let made = names(&room.world.places.sessions);
    assert_eq!(made.iter().filter(|name| name.contains("-recovered-")).count(), 1);
}

#[test]
fn a_file_that_was_never_a_session_is_refused_and_not_copied() {
    let mut room = Room::new();
    let path = room.put("given.ron", &small());
    crate::recover::overwrite(&path, b"shopping: [bread]");
    room.open(&path);
    assert!(matches!(room.notice(), Some(Notice::Sentence(_))));
    assert!(!room.world.places.state.join("damaged").exists());
}

#[test]
fn a_journal_of_another_version_is_not_mixed_with_the_backup_but_kept_as_a_file() {
    let mut room = Room::new();
    let base = small();
    let mut theirs = base.clone();
    commit(&mut theirs, vec![Edit::Session(SessionEdit::Title(title("Theirs")))]);
    let mine_before = changed(&base, 1);
    let mine = changed(&mine_before, 3);
    let path = room.put("given.ron", &theirs);
    let places = room.world.places.clone();
    back_up(&places, &theirs);
    // The version the journal goes on from has the same number of actions.
    let bytes = format::encode(&mine_before).unwrap();
    let name = format!("2026-01-14T08-30-00Z.{}.{}.ron", mine_before.revision(), Hash::of(&bytes).short());
    let folder = places.backups_of(&base.session().id.to_string());
    Disk.write_new(&folder.join(name), &bytes, None).unwrap();
    let text = journal_of(&path, &bytes, &mine_before, &after(&mine, mine_before.revision()));
    leave(&places, &base, 0, "journal.1.log", &text);
    break_title(&path);
    room.open(&path);
    assert_eq!(room.session(), &**theirs.session());
    recovered(&room);
    let room = room.reload();
    assert_eq!(room.session(), &**theirs.session());
    assert!(news(&room).contains("Both are kept"), "{}", news(&room));
    let name = names(&places.sessions).into_iter().find(|name| name.contains("-mine-")).unwrap();
    let kept = format::decode(&fs::read(places.sessions.join(name)).unwrap()).unwrap().history;
    assert_eq!(kept.session(), mine.session());
}
