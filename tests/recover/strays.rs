//! Journals that go on from another version of the file.

use std::fs;
use std::sync::Arc;

use riskroom::domain::{Edit, Entry, EntryKind, RiskEdit, SessionEdit};
use riskroom::store::format;
use riskroom::store::recover::{self, Fate};
use riskroom::store::storage::Disk;

use super::{after, back_up, changed, journal_of, leave, names, news};
use crate::support::room::Room;
use crate::support::seeds::{r, title};
use crate::support::sessions::{commit, small};

#[test]
fn a_journal_whose_actions_are_all_in_the_file_goes_without_a_word() {
    let mut room = Room::new();
    let base = small();
    let whole = changed(&base, 4);
    let path = room.put("given.ron", &whole);
    let text = journal_of(&path, &format::encode(&base).unwrap(), &base, &after(&whole, base.revision()));
    let journal = leave(&room.world.places, &base, 0, "journal.1.log", &text);
    let found = recover::read(&Disk, &room.world.places, &path).unwrap();
    assert!(matches!(found.strays[..], [ref stray] if matches!(stray.fate, Fate::Stale(_))));
    room.open(&path);
    assert!(!journal.exists());
    assert_eq!(news(&room), "");
}

#[test]
fn changes_of_another_version_become_a_file_of_their_own() {
    let mut room = Room::new();
    let base = small();
    let mine = changed(&base, 2);
    let mut theirs = base.clone();
    commit(&mut theirs, vec![Edit::Session(SessionEdit::Title(title("Theirs")))]);
    let path = room.put("given.ron", &theirs);
    back_up(&room.world.places, &base);
    let text = journal_of(&path, &format::encode(&base).unwrap(), &base, &after(&mine, base.revision()));
    let journal = leave(&room.world.places, &base, 0, "journal.1.log", &text);
    room.open(&path);
    assert_eq!(room.session(), &**theirs.session());
    let at = mine.entries().last().unwrap().at.strftime("%H:%M").to_string();
    let sentence = format!("Changes from {at} belong to an older version of this file. Both are kept");
    assert!(news(&room).starts_with(&sentence), "{}", news(&room));
    let name =
        names(&room.world.places.sessions).into_iter().find(|it| it.starts_with("given-mine-")).unwrap();
    let bytes = fs::read(room.world.places.sessions.join(name)).unwrap();
    assert_eq!(format::decode(&bytes).unwrap().history.session(), mine.session());
    assert!(!journal.exists());
}

#[test]
fn changes_nothing_fits_are_kept_as_they_are() {
    let mut room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let other = changed(&base, 5);
    let text = journal_of(&path, b"lost", &changed(&base, 2), &after(&other, base.revision() + 2));
    let journal = leave(&room.world.places, &base, 0, "journal.1.log", &text);
    let damaged = room.world.places.damaged_of(&base.session().id.to_string());
    room.open(&path);
    assert!(news(&room).contains("a version of this file that is not there any more"), "{}", news(&room));
    assert!(!journal.exists());
    assert_eq!(fs::read_to_string(damaged.join(&names(&damaged)[0])).unwrap(), text);
}

#[test]
fn a_journal_with_an_action_that_cannot_follow_is_used_up_to_there_and_kept() {
    let mut room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let whole = changed(&base, 4);
    let mut entries = after(&whole, base.revision());
    let nowhere = vec![Edit::Risk(r(99), RiskEdit::Title(title("Nowhere")))];
    entries[2] = Arc::new(Entry { kind: EntryKind::Do(nowhere), ..(*entries[2]).clone() });
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &entries);
    leave(&room.world.places, &base, 0, "journal.1.log", &text);
    let found = recover::read(&Disk, &room.world.places, &path).unwrap();
    assert!(matches!(found.strays[..], [ref stray] if matches!(stray.fate, Fate::Lost)));
    room.open(&path);
    assert_eq!(room.session(), &**changed(&base, 2).session());
    let damaged = room.world.places.damaged_of(&base.session().id.to_string());
    assert_eq!(fs::read_to_string(damaged.join(&names(&damaged)[0])).unwrap(), text);
}

#[test]
fn the_journal_of_another_file_is_left_alone() {
    let mut room = Room::new();
    let base = small();
    let other = room.put("other.ron", &base);
    let path = room.put("given.ron", &changed(&base, 1));
    let whole = changed(&base, 4);
    let text = journal_of(&other, &fs::read(&other).unwrap(), &base, &after(&whole, base.revision()));
    let journal = leave(&room.world.places, &base, 0, "journal.1.log", &text);
    room.open(&path);
    assert_eq!(fs::read_to_string(journal).unwrap(), text);
    assert_eq!(news(&room), "");
}

#[test]
fn a_journal_that_is_not_one_is_kept_and_told() {
    let mut room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let places = room.world.places.clone();
    let broken = leave(&places, &base, 0, "journal.2.log", "nonsense\nmore\n");
    let empty = leave(&places, &base, 0, "journal.3.log", "riskroom jour");
    room.open(&path);
    assert!(!broken.exists() && !empty.exists());
    assert!(news(&room).contains("Changes that cannot be read"), "{}", news(&room));
    assert_eq!(names(&places.damaged_of(&base.session().id.to_string())).len(), 1);
}

#[test]
fn a_journal_that_went_on_past_a_snapshot_goes_on_from_it() {
    let mut room = Room::new();
    let base = small();
    let snapshot = changed(&base, 2);
    let whole = changed(&base, 4);
    let path = room.put("given.ron", &snapshot);
    let text = journal_of(&path, &format::encode(&base).unwrap(), &base, &after(&whole, base.revision()));
    let journal = leave(&room.world.places, &base, 0, "journal.1.log", &text);
    room.open(&path);
    assert_eq!(room.session(), &**whole.session());
    assert!(news(&room).starts_with("Recovered 2 changes"), "{}", news(&room));
    assert_eq!(names(&room.world.places.sessions), ["given.ron"]);
    let read = recover::read(&Disk, &room.world.places, &path).unwrap();
    assert_eq!(read.revision, whole.revision());
    assert!(read.strays.iter().all(|stray| matches!(stray.fate, Fate::Stale(_))), "all of it is in the file");
    assert!(journal.exists(), "it goes with the next snapshot");
}

#[test]
fn a_session_whose_file_and_folder_were_removed_before_its_last_changes_comes_back() {
    let mut room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let whole = changed(&base, 3);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &after(&whole, base.revision()));
    let journal = leave(&room.world.places, &base, 0, "journal.1.log", &text);
    back_up(&room.world.places, &base);
    assert_eq!(room.world.bring_back(), [""; 0], "its file is there");
    fs::remove_dir_all(&room.world.places.data).unwrap();
    let told = room.world.bring_back();
    assert!(told[0].starts_with("A session's file was removed before its last 3 changes"), "{told:?}");
    let sessions = &room.world.places.sessions;
    let name = names(sessions).into_iter().find(|it| it.starts_with("given-recovered-")).unwrap();
    let back = recover::read(&Disk, &room.world.places, &sessions.join(name)).unwrap();
    assert_eq!(back.history.session(), whole.session());
    assert!(!journal.exists());
    assert_eq!(room.world.bring_back(), [""; 0], "once is enough");
}

#[test]
fn a_journal_whose_oldest_actions_were_folded_goes_without_a_word() {
    let base = small();
    let whole = changed(&base, 6);
    for keep in [4, 2, 0] {
        let mut room = Room::new();
        let folded = whole.folded(keep).unwrap();
        assert_eq!(folded.entries().len(), keep);
        let path = room.put("given.ron", &folded);
        back_up(&room.world.places, &base);
        let text = journal_of(&path, &format::encode(&base).unwrap(), &base, &after(&whole, base.revision()));
        let journal = leave(&room.world.places, &base, 0, "journal.1.log", &text);
        room.open(&path);
        assert_eq!(names(&room.world.places.sessions), ["given.ron"], "{keep} actions left");
        assert_eq!((news(&room).as_str(), journal.exists()), ("", false));
    }
}

#[test]
fn other_changes_than_were_folded_become_a_file_of_their_own() {
    let room = Room::new();
    let base = small();
    let mut theirs = base.clone();
    let edit = SessionEdit::Title(title("Theirs"));
    commit(&mut theirs, vec![Edit::Session(edit)]);
    let theirs = changed(&theirs, 5).folded(0).unwrap();
    let path = room.put("given.ron", &theirs);
    back_up(&room.world.places, &base);
    let mine = changed(&base, 6);
    let text = journal_of(&path, &format::encode(&base).unwrap(), &base, &after(&mine, base.revision()));
    leave(&room.world.places, &base, 0, "journal.1.log", &text);
    let found = recover::read(&Disk, &room.world.places, &path).unwrap();
    assert!(matches!(found.strays[..], [ref stray] if matches!(stray.fate, Fate::Mine(_))));
}
