//! Where little would be enough to lose something: texts left twice, journals with a break inside, damage to copies.

use std::fs;
use std::sync::Arc;

use jiff::SignedDuration;
use riskroom::app::Effect;
use riskroom::store::atomic::Hash;
use riskroom::store::journal::{self, Draft, Head, Record};
use riskroom::store::recover::{self, Fate};
use riskroom::store::storage::Disk;
use riskroom::store::writer::Ways;

use super::{after, back_up, changed, journal_of, leave, names, news, overwrite};
use crate::support::charge::Charge;
use crate::support::room::Room;
use crate::support::sessions::small;

/// A journal in which one byte of the fourth line is another.
fn broken(text: String) -> String {
    let at = text.match_indices('\n').nth(3).unwrap().0 + 20;
    let mut bytes = text.into_bytes();
    bytes[at] ^= 1;
    String::from_utf8(bytes).unwrap()
}

#[test]
fn of_a_text_left_twice_the_later_one_is_offered() {
    let mut room = Room::with_session(&small());
    room.keys("g i a 'first'").wait(3);
    let mut room = room.reload();
    room.keys("g i a 's and much more'").wait(3);
    let room = room.reload();
    assert_eq!(room.world.welcome.drafts[0].1, "firsts and much more");
}

#[test]
fn of_two_journals_with_texts_the_one_with_the_higher_number_counts() {
    let room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let hash = Hash::of(&fs::read(&path).unwrap());
    let head = Head { id: base.session().id, revision: base.revision(), hash, path: journal::told(&path) };
    for (number, text) in [(1, "old"), (2, "older"), (10, "new")] {
        let drafts = vec![Draft { purpose: "new-risk".to_owned(), text: text.to_owned() }];
        let line = journal::line(base.revision(), &Record::Drafts(drafts)).unwrap();
        let name = journal::file_name(&hash, number);
        leave(&room.world.places, &base, 0, &name, &(journal::first_line(&head) + &line));
    }
    let found = recover::read(&Disk, &room.world.places, &path).unwrap();
    assert_eq!(found.drafts[0].text, "new");
}

#[test]
fn an_old_demo_with_changes_in_its_journal_stays() {
    let mut room = Room::new();
    room.keys("D");
    let path = room.path().to_owned();
    let base = room.on_disk();
    room.world.perform_now(Effect::Close(path.clone()));
    let whole = changed(&base, 3);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &after(&whole, base.revision()));
    let log = leave(&room.world.places, &base, 0, "journal.1.log", &text);
    room.world.now += SignedDuration::from_hours(24);
    room.keys("g l D");
    assert_ne!(room.path(), path);
    assert!(path.exists() && log.exists());
}

#[test]
fn a_torn_journal_is_not_told_if_another_one_has_it_all() {
    let mut room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let whole = changed(&base, 3);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &after(&whole, base.revision()));
    leave(&room.world.places, &base, 0, "journal.1.log", &text[..text.len() - 10]);
    leave(&room.world.places, &base, 1, "journal.2.log", &text);
    room.open(&path);
    assert!(!news(&room).contains("not included"), "{}", news(&room));
    assert_eq!(room.session(), &**whole.session());
}

#[test]
fn a_break_inside_a_journal_is_told_and_a_copy_kept() {
    let mut room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let whole = changed(&base, 20);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &after(&whole, base.revision()));
    leave(&room.world.places, &base, 0, "journal.1.log", &broken(text));
    room.open(&path);
    let told = news(&room);
    assert!(told.starts_with("Recovered 3 changes after an unexpected stop"), "{told}");
    assert!(!told.contains("Nothing lost") && told.contains("About 17 changes after that cannot be read"));
    let copies = names(&room.world.places.damaged_of(&base.session().id.to_string()));
    assert!(copies.iter().any(|it| it.starts_with("journal")), "{copies:?}");
}

#[test]
fn of_a_broken_journal_a_copy_is_kept_when_the_file_is_damaged_too() {
    let mut room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    back_up(&room.world.places, &base);
    let bytes = fs::read(&path).unwrap();
    let whole = changed(&base, 20);
    let text = journal_of(&path, &bytes, &base, &after(&whole, base.revision()));
    leave(&room.world.places, &base, 0, "journal.1.log", &broken(text));
    overwrite(&path, &bytes[..200]);
    room.open(&path);
    assert!(news(&room).contains("About 17 changes after that cannot be read"), "{}", news(&room));
    let copies = names(&room.world.places.damaged_of(&base.session().id.to_string()));
    assert!(copies.iter().any(|it| it.starts_with("journal")), "{copies:?}");
}

#[test]
fn damage_to_a_copy_leaves_the_session_what_it_is() {
    let mut room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    room.open(&path);
    let bytes = fs::read(&path).unwrap();
    let copy = path.with_file_name("given (1).ron");
    overwrite(&copy, &bytes[..bytes.len() - 40]);
    room.open(&copy);
    assert!(news(&room).starts_with("Damaged at line"), "{}", news(&room));
    assert_ne!(room.session().id, base.session().id);
    room.open(&path);
    assert_eq!(room.session().id, base.session().id);
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_text_left_in_a_file_that_went_aside_is_offered_there() {
    let mut room = Room::with_session(&small());
    let path = room.path().to_owned();
    room.keys("g i v");
    overwrite(&path, riskroom::store::format::encode(&changed(&small(), 2)).unwrap());
    room.keys("a 'New risk' Enter 'half a te'").wait(3);
    assert_ne!(room.path(), path);
    let room = room.reload();
    assert_eq!(room.session().id, small().session().id);
    assert_eq!(room.world.welcome.drafts[0].1, "half a te");
}

#[test]
fn what_was_saved_before_another_program_replaced_the_file_becomes_a_file() {
    let mut charge = Charge::over(Arc::new(Disk), Ways::default());
    charge.edit();
    charge.edit();
    charge.settled();
    let theirs = changed(&small(), 1).with_id(charge.id()).unwrap();
    overwrite(&charge.path, riskroom::store::format::encode(&theirs).unwrap());
    let found = recover::read(&Disk, &charge.places, &charge.path).unwrap();
    assert!(matches!(&found.strays[..], [stray] if matches!(stray.fate, Fate::Mine(_))));
}

#[test]
fn a_journal_removed_under_us_is_begun_again() {
    let mut charge = Charge::over(Arc::new(Disk), Ways::default());
    charge.edit();
    charge.settled();
    for log in charge.journals() {
        fs::remove_file(log).unwrap();
    }
    charge.edit();
    charge.edit();
    charge.settled();
    let found = recover::read(&Disk, &charge.places, &charge.path).unwrap();
    assert_eq!(found.history.revision(), charge.history.revision());
}
