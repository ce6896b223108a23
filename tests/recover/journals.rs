//! Journals that go on from the file.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use riskroom::domain::{Edit, Note, RiskEdit};
use riskroom::store::backups::{self, Before};
use riskroom::store::format;
use riskroom::store::journal::{Draft, Record, line};
use riskroom::store::recover::{self, Reading, State, settle};
use riskroom::store::storage::Disk;

use super::{after, changed, crashed, folder, is_full, journal_of, leave, names, news};
use crate::support::room::Room;
use crate::support::seeds::r;
use crate::support::sessions::{commit, small};

#[test]
fn reading_changes_nothing_on_disk() {
    let (room, path, whole, journal) = crashed();
    let before = (fs::read(&path).unwrap(), fs::read(&journal).unwrap());
    let found = recover::read(&Disk, &room.world.places, &path).unwrap();
    assert_eq!(found.history.session(), whole.session());
    assert_eq!(found.recovered.unwrap().changes, 3);
    assert_eq!((found.revision, found.journals), (small().revision(), vec![journal.clone()]));
    assert!(found.torn.paths.is_empty() && found.strays.is_empty());
    assert_eq!(before, (fs::read(&path).unwrap(), fs::read(&journal).unwrap()));
    assert!(names(&room.world.places.state_of(&whole.session().id.to_string())) == ["journal.1.log"]);
}

#[test]
fn changes_of_a_journal_are_recovered_told_and_brought_into_the_file() {
    let (mut room, path, whole, _) = crashed();
    room.open(&path);
    assert_eq!(room.session(), &**whole.session());
    assert!(is_full(&room.world.welcome));
    let last = whole.entries().last().unwrap().at.strftime("%H:%M:%S").to_string();
    let sentence = format!("Recovered 3 changes after an unexpected stop (last {last}). Nothing lost.");
    assert_eq!(news(&room), sentence);
    assert_eq!(room.on_disk().session(), whole.session());
    room.keys("u");
    assert_ne!(room.session(), &**whole.session());
}

#[test]
fn journals_of_all_folders_are_joined_by_their_numbers() {
    let room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let whole = changed(&base, 6);
    let (bytes, seq) = (fs::read(&path).unwrap(), base.revision());
    let places = &room.world.places;
    let entries = after(&whole, seq);
    leave(places, &base, 0, "journal.1.log", &journal_of(&path, &bytes, &base, &entries[..3]));
    leave(places, &base, 1, "journal.1.log", &journal_of(&path, &bytes, &base, &entries[1..5]));
    leave(places, &base, 2, "journal.1.log", &journal_of(&path, &bytes, &base, &entries[5..]));
    let found = recover::read(&Disk, places, &path).unwrap();
    assert_eq!(found.history.session(), whole.session());
    assert_eq!(found.journals.len(), 3);
}

#[test]
fn what_the_snapshot_has_is_skipped() {
    let room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let whole = changed(&base, 2);
    let bytes = fs::read(&path).unwrap();
    let entries = after(&whole, base.revision() - 3);
    leave(&room.world.places, &base, 0, "journal.1.log", &journal_of(&path, &bytes, &base, &entries));
    let found = recover::read(&Disk, &room.world.places, &path).unwrap();
    assert_eq!(found.recovered.unwrap().changes, 2);
    assert_eq!(found.history.session(), whole.session());
}

#[test]
fn a_folder_among_the_temporary_files_that_others_can_write_to_does_not_count() {
    let room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let whole = changed(&base, 1);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &after(&whole, base.revision()));
    let places = &room.world.places;
    leave(places, &base, 2, "journal.1.log", &text);
    assert!(recover::read(&Disk, places, &path).unwrap().recovered.is_some());
    let open = fs::Permissions::from_mode(0o770);
    fs::set_permissions(folder(places, &base, 2), open).unwrap();
    assert!(recover::read(&Disk, places, &path).unwrap().recovered.is_none());
}

#[test]
fn a_last_line_that_is_not_whole_is_left_out_told_and_kept() {
    let (mut room, path, whole, journal) = crashed();
    let mut bytes = fs::read(&journal).unwrap();
    bytes.truncate(bytes.len() - 5);
    crate::recover::overwrite(&journal, &bytes);
    room.open(&path);
    assert_eq!(room.workshop().history.revision(), whole.revision() - 1);
    assert!(news(&room).contains("Recovered 2 changes"), "{}", news(&room));
    assert!(
        news(&room)
            .ends_with("The last change was not complete and is not included. Check what was done last.")
    );
    let damaged = room.world.places.damaged_of(&whole.session().id.to_string());
    assert_eq!(fs::read(damaged.join(&names(&damaged)[0])).unwrap(), bytes);
}

#[test]
fn texts_left_unfinished_are_offered() {
    let (mut room, path, whole, journal) = crashed();
    let draft = Draft { purpose: "new-risk".to_owned(), text: "The pay".to_owned() };
    let text = fs::read_to_string(&journal).unwrap()
        + &line(whole.revision(), &Record::Drafts(vec![draft])).unwrap();
    crate::recover::overwrite(&journal, text);
    room.open(&path);
    assert_eq!(room.world.welcome.drafts, [("new-risk".to_owned(), "The pay".to_owned())]);
}

#[test]
fn journals_that_contradict_each_other_lose_nothing() {
    let (mut room, path, whole, _) = crashed();
    let base = small();
    let mut other = base.clone();
    let edit = riskroom::domain::Edit::Risk(
        crate::support::seeds::r(2),
        riskroom::domain::RiskEdit::Title(crate::support::seeds::title("Theirs")),
    );
    crate::support::sessions::commit(&mut other, vec![edit]);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &after(&other, base.revision()));
    leave(&room.world.places, &base, 1, "journal.1.log", &text);
    room.open(&path);
    assert_eq!(room.session(), &**whole.session());
    assert!(news(&room).contains("belong to an older version"), "{}", news(&room));
    let mine = names(&room.world.places.sessions).into_iter().find(|name| name.contains("-mine-")).unwrap();
    let mine = recover::read(&Disk, &room.world.places, &room.world.places.sessions.join(mine)).unwrap();
    assert_eq!(mine.history.session(), other.session());
}

#[test]
fn changes_too_large_for_a_file_are_brought_into_it_with_the_oldest_folded() {
    let room = Room::new();
    let base = small();
    let path = room.put("given.ron", &base);
    let mut whole = base.clone();
    for number in 0..170 {
        let text = format!("{number} {}", "\u{1F600}".repeat(19_990));
        commit(&mut whole, vec![Edit::Risk(r(1), RiskEdit::Cause(Note::new(text).unwrap()))]);
    }
    let text = journal_of(&path, &fs::read(&path).unwrap(), &base, &after(&whole, base.revision()));
    leave(&room.world.places, &base, 0, "journal.1.log", &text);
    let reading = Reading::new(&Disk, &room.world.places);
    let State::Whole(found) = reading.look(&path).unwrap() else { panic!() };
    settle::bring_in(reading, &path, &found).unwrap();
    let saved = format::decode(&fs::read(&path).unwrap()).unwrap().history;
    assert_eq!((saved.session(), saved.revision()), (whole.session(), whole.revision()));
    assert!(saved.entries().len() > 50 && saved.entries().len() < 170, "{}", saved.entries().len());
    let backups = backups::list(&Disk, &room.world.places.backups_of(&base.session().id.to_string()));
    assert_eq!(backups[0].before, Before::Folding);
}
