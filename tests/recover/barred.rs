//! Sessions that can only be shown, because a journal cannot be read now or they cannot be locked.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use riskroom::app::{Access, Effect, Place};
use riskroom::domain::History;
use riskroom::store::journal::LIMIT;
use riskroom::store::paths::Places;
use riskroom::store::recover::Reading;
use riskroom::store::recover::settle::put_aside;
use riskroom::store::storage::Disk;

use super::{back_up, changed, crashed, folder, is_full, leave, names, news};
use crate::support::room::Room;
use crate::support::sessions::small;

pub(super) fn barred(room: &Room) -> &str {
    let Access::Barred { sentence } = &room.world.welcome.access else {
        panic!("{:?}", room.world.welcome.access)
    };
    sentence
}

/// Makes a journal one that nobody can read, whatever their rights; what puts it right.
pub(super) fn spoil(journal: &Path) -> impl FnOnce() {
    let (journal, content) = (journal.to_owned(), fs::read(journal).unwrap());
    let file = File::options().write(true).open(&journal).unwrap();
    file.set_len(LIMIT + 1).unwrap();
    move || file.set_len(content.len().try_into().unwrap()).unwrap()
}

#[test]
fn a_journal_that_cannot_be_read_now_is_told_kept_and_waited_for() {
    let (mut room, path, whole, journal) = crashed();
    let before = fs::read(&path).unwrap();
    let mend = spoil(&journal);
    room.open(&path);
    assert_eq!(barred(&room), "A journal cannot be read now, so read-only. Give the rights to it.");
    assert!(news(&room).contains("journal.1.log is too large"), "{}", news(&room));
    assert!(news(&room).contains("nothing is written before it can be read"), "{}", news(&room));
    assert_eq!(room.session(), &**small().session());
    room.keys("g i v d");
    assert_eq!(room.session(), &**small().session(), "it is only shown");
    room.ask(Effect::TakeOver(path.clone()));
    assert!(!room.workshop().access.is_full());
    assert_eq!(fs::read(&path).unwrap(), before);
    mend();
    room.keys("g o");
    assert!(is_full(&room.world.welcome));
    assert_eq!(room.session(), &**whole.session());
    assert!(news(&room).starts_with("Recovered 3 changes"), "{}", news(&room));
}

#[test]
fn a_folder_is_not_put_aside_with_the_lock_in_it() {
    let (room, _, _, journal) = crashed();
    let reading = Reading::new(&Disk, &room.world.places);
    put_aside(reading, journal.parent().unwrap()).unwrap_err();
    assert!(journal.exists());
    let aside = put_aside(reading, &journal).unwrap();
    assert!(aside.exists() && !journal.exists());
}

#[test]
fn a_journal_of_a_newer_version_is_waited_for_too() {
    let mut room = Room::new();
    let path = room.put("given.ron", &small());
    let newer = leave(&room.world.places, &small(), 0, "journal.1.log", "riskroom journal 3 whatever\n");
    room.open(&path);
    barred(&room);
    assert!(news(&room).contains("was written by a newer version of the program"), "{}", news(&room));
    assert!(newer.exists());
}

#[test]
fn a_folder_of_journals_that_cannot_be_looked_into_is_told() {
    let mut room = Room::new();
    let path = room.put("given.ron", &small());
    let place = folder(&room.world.places, &small(), 1);
    fs::remove_dir(&place).unwrap();
    std::os::unix::fs::symlink(&place, &place).unwrap();
    room.open(&path);
    barred(&room);
    assert!(news(&room).starts_with("Cannot read "), "{}", news(&room));
}

#[test]
fn what_has_the_name_of_a_journal_and_was_never_one_is_in_nobodys_way() {
    let mut room = Room::new();
    let path = room.put("given.ron", &small());
    let place = folder(&room.world.places, &small(), 0);
    fs::create_dir(place.join("journal.1.log")).unwrap();
    std::os::unix::fs::symlink("nowhere", place.join("journal.2.log")).unwrap();
    room.open(&path);
    assert!(is_full(&room.world.welcome));
    assert_eq!(news(&room), "");
}

#[test]
fn nothing_is_made_of_damage_or_an_edit_while_a_journal_cannot_be_read() {
    let (mut room, path, _, journal) = crashed();
    let mend = spoil(&journal);
    back_up(&room.world.places, &small());
    let text = fs::read_to_string(&path).unwrap();
    crate::recover::overwrite(&path, text.replacen("title: \"Test\"", "title: \"Best\"", 1));
    room.open(&path);
    assert!(matches!(room.world.welcome.access, Access::HandEdited { .. }));
    assert!(news(&room).contains("is too large"), "{}", news(&room));
    room.ask(Effect::Accept(path.clone()));
    assert!(fs::read_to_string(&path).unwrap().contains("Best"), "it is not accepted");
    crate::recover::overwrite(&path, &text[..text.len() - 20]);
    room.open(&path);
    assert_eq!(names(&room.world.places.sessions), ["given.ron"]);
    mend();
    room.open(&path);
    assert!(names(&room.world.places.sessions).iter().any(|name| name.contains("-recovered-")));
}

/// Makes a lock impossible, whatever the rights are.
pub(super) fn block(places: &Places, history: &History) -> PathBuf {
    let lock = folder(places, history, 0).join("lock");
    fs::create_dir(&lock).unwrap();
    lock
}

#[test]
fn a_session_that_cannot_be_locked_is_shown_with_what_its_journals_have() {
    let (mut room, path, whole, journal) = crashed();
    let lock = block(&room.world.places, &whole);
    let before = (fs::read(&path).unwrap(), fs::read(&journal).unwrap());
    room.open(&path);
    assert!(barred(&room).starts_with("No lock ("), "{}", barred(&room));
    assert!(news(&room).contains("takes no lock"), "{}", news(&room));
    assert_eq!(room.session(), &**whole.session());
    room.keys("g i d");
    assert_eq!(room.session(), &**whole.session(), "it is only shown");
    room.keys("g o");
    assert!(!room.workshop().access.is_full());
    assert_eq!((fs::read(&path).unwrap(), fs::read(&journal).unwrap()), before);
    fs::remove_dir(lock).unwrap();
    room.keys("g o");
    assert!(is_full(&room.world.welcome));
    room.keys("g i d");
    assert_eq!(room.on_disk().revision(), whole.revision() + 1);
}

#[test]
fn a_session_that_is_only_shown_is_left_like_any_other() {
    let mut room = Room::new();
    let path = room.put("given.ron", &changed(&small(), 2));
    block(&room.world.places, &small());
    room.open(&path).keys("q");
    assert_eq!(room.app().place, Place::Home);
}
