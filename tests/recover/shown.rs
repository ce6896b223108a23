//! Damaged files that can only be shown, because another window has the session or it cannot be locked.

use std::fs;
use std::path::{Path, PathBuf};

use riskroom::app::Access;
use riskroom::app::notice::Notice;
use riskroom::domain::History;
use riskroom::store::lock::Lock;
use riskroom::text::catalogue::Lang;

use super::barred::{barred, block, spoil};
use super::{after, back_up, changed, is_full, journal_of, leave, names, news};
use crate::support::room::Room;
use crate::support::sessions::small;

/// A room with a damaged file in its library, which a backup and a journal together have whole.
fn damaged(lang: Lang) -> (Room, PathBuf, History, PathBuf) {
    let room = Room::speaking(lang);
    let base = small();
    let path = room.put("given.ron", &base);
    back_up(&room.world.places, &base);
    let whole = changed(&base, 3);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &after(&whole, base.revision()));
    let journal = leave(&room.world.places, &base, 0, "journal.1.log", &text);
    let text = fs::read_to_string(&path).unwrap();
    super::overwrite(&path, text.replacen("title: \"Postcode", "title: \"Postcode\" \"", 1));
    (room, path, whole, journal)
}

/// Every file below a folder, with its bytes.
fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let inside = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = inside
        .flat_map(
            |path| if path.is_dir() { tree(&path) } else { vec![(path.clone(), fs::read(&path).unwrap())] },
        )
        .collect();
    found.sort();
    found
}

#[test]
fn a_damaged_file_of_a_session_another_window_has_is_shown_and_nothing_is_written() {
    let (mut room, path, whole, _) = damaged(Lang::En);
    let places = room.world.places.clone();
    let lock = Lock::take(&places.state_of(&whole.session().id.to_string()), 4242, "13:05").unwrap();
    let before = (tree(&places.sessions), tree(&places.state));
    room.open(&path);
    let Access::Elsewhere { sentence } = &room.world.welcome.access else { panic!("{:?}", room.notice()) };
    let (damage, reason) = sentence.split_once(". ").unwrap();
    assert!(damage.starts_with("Damaged at line "), "{sentence}");
    assert_eq!(reason, "Open in another window (pid 4242, since 13:05). Read-only.");
    assert_eq!(room.session(), &**whole.session());
    let told = news(&room);
    assert!(told.contains("2 risks from the backup of 08:30 are shown. Nothing was written."), "{told}");
    room.keys("g i d");
    assert_eq!(room.session(), &**whole.session(), "it is only shown");
    room.keys("g o");
    assert!(!room.workshop().access.is_full());
    assert_eq!((tree(&places.sessions), tree(&places.state)), before);
    drop(lock);
    room.keys("g o");
    assert!(is_full(&room.world.welcome));
    assert_eq!(room.notice(), Some(&Notice::FullAccess));
    assert!(room.path().to_str().unwrap().contains("-recovered-"));
    assert_eq!(room.session(), &**whole.session());
}

#[test]
fn a_damaged_file_that_cannot_be_locked_is_shown_with_the_reason() {
    let (mut room, path, whole, _) = damaged(Lang::En);
    let places = room.world.places.clone();
    let lock = block(&places, &whole);
    let before = (tree(&places.sessions), tree(&places.state));
    room.open(&path);
    assert!(barred(&room).starts_with("Damaged at line "), "{}", barred(&room));
    assert!(barred(&room).contains(". No lock ("), "{}", barred(&room));
    assert!(room.shows("Damaged at line "));
    assert_eq!(room.session(), &**whole.session());
    room.keys("q");
    assert_eq!((tree(&places.sessions), tree(&places.state)), before);
    fs::remove_dir(lock).unwrap();
    room.open(&path);
    assert!(is_full(&room.world.welcome));
}

#[test]
fn a_damaged_file_without_a_backup_is_shown_as_far_as_it_can_be_read() {
    let mut room = Room::new();
    let path = room.put("given.ron", &small());
    let text = fs::read_to_string(&path).unwrap();
    super::overwrite(&path, &text[..text.len() - 20]);
    block(&room.world.places, &small());
    room.open(&path);
    assert_eq!(room.session(), &**small().session());
    assert!(news(&room).contains("2 risks from what is left of it are shown."), "{}", news(&room));
    assert_eq!(names(&room.world.places.sessions), ["given.ron"]);
}

#[test]
fn a_damaged_file_is_shown_while_a_journal_cannot_be_read() {
    let (mut room, path, whole, journal) = damaged(Lang::En);
    let mend = spoil(&journal);
    room.open(&path);
    assert!(barred(&room).starts_with("Damaged at line "), "{}", barred(&room));
    assert_eq!(room.session(), &**small().session());
    assert_eq!(names(&room.world.places.sessions), ["given.ron"]);
    mend();
    room.keys("g o");
    assert!(is_full(&room.world.welcome));
    assert_eq!(room.session(), &**whole.session());
}

#[test]
fn damage_is_told_in_spanish_too() {
    let (mut room, path, whole, _) = damaged(Lang::Es);
    block(&room.world.places, &whole);
    room.open(&path);
    assert!(barred(&room).starts_with("Dañado en la línea "), "{}", barred(&room));
    assert!(news(&room).contains("No se ha escrito nada."), "{}", news(&room));
}

#[test]
fn a_file_nothing_is_left_of_is_refused_for_its_damage() {
    let mut room = Room::new();
    let path = room.put("given.ron", &small());
    let text = fs::read_to_string(&path).unwrap();
    super::overwrite(&path, &text[..300]);
    block(&room.world.places, &small());
    room.open(&path);
    assert!(room.app().workshop.is_none());
    assert!(room.notice().is_some());
}
