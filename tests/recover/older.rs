//! Files of other formats.

use riskroom::store::atomic::Hash;
use riskroom::store::backups::{self, Before};
use riskroom::store::format::{self, MIGRATIONS, Migration};
use riskroom::store::recover::{Reading, State, settle};
use riskroom::store::storage::Disk;

use crate::support::seeds::levels;
use crate::support::sessions::small;

/// A made-up format 0, in which the session was called a meeting.
fn older() -> Vec<u8> {
    let text = String::from_utf8(format::encode(&small()).unwrap()).unwrap();
    let (_, body) = text.split_once('\n').unwrap();
    let body = body.replacen("format: 2", "format: 0", 1).replacen("    session: (", "    meeting: (", 1);
    format!("// riskroom session 0 · sha256:{}\n{body}", Hash::of(body.as_bytes())).into_bytes()
}

const STEPS: &[Migration] = &[OLDEST, MIGRATIONS[0]];

const OLDEST: Migration = Migration {
    from: 0,
    step: |body| {
        Ok(body.replacen("format: 0", "format: 1", 1).replacen("    meeting: (", "    session: (", 1))
    },
};

#[test]
fn an_older_format_is_read_through_its_steps() {
    assert!(format::decode(&older()).is_err());
    let loaded = format::decode_with(&older(), STEPS).unwrap();
    assert_eq!((loaded.format, loaded.history.session()), (0, small().session()));
    let mut damaged = older();
    let last = damaged.len() - 10;
    damaged[last] ^= 1;
    assert!(format::decode_with(&damaged, STEPS).is_err());
}

#[test]
fn an_older_file_is_converted_when_it_is_opened_and_that_is_told() {
    let mut room = crate::support::room::Room::new();
    room.world.read_by(STEPS);
    let path = room.put("given.ron", &small());
    crate::recover::overwrite(&path, older());
    room.open(&path);
    assert_eq!(super::news(&room), "Converted from format 0; original kept.");
    assert_eq!(std::fs::read(&path).unwrap(), format::encode(&small()).unwrap());
}

#[test]
fn what_a_journal_brings_into_an_older_file_keeps_the_original_as_such() {
    let room = crate::support::room::Room::new();
    let path = room.put("given.ron", &small());
    crate::recover::overwrite(&path, older());
    let whole = super::changed(&small(), 2);
    let entries = super::after(&whole, small().revision());
    let text = super::journal_of(&path, &older(), &small(), &entries);
    super::leave(&room.world.places, &small(), 0, "journal.1.log", &text);
    let reading = Reading { migrations: STEPS, ..Reading::new(&Disk, &room.world.places) };
    let State::Whole(found) = reading.look(&path).unwrap() else { panic!() };
    settle::bring_in(reading, &path, &found).unwrap();
    assert_eq!(format::decode(&std::fs::read(&path).unwrap()).unwrap().history.session(), whole.session());
    let backups = backups::list(&Disk, &room.world.places.backups_of(&small().session().id.to_string()));
    assert_eq!(backups[0].before, Before::Migration(0));
    assert_eq!(std::fs::read(&backups[0].path).unwrap(), older());
}

#[test]
fn a_journal_of_format_1_is_recovered_into_its_file_of_format_1() {
    let file = include_bytes!("../samples/format-1-open.ron");
    let log = include_str!("../samples/format-1-open.log");
    let base = format::decode_with(file, MIGRATIONS).unwrap().history;
    let mut room = crate::support::room::Room::new();
    let path = room.put("older.ron", &base);
    crate::recover::overwrite(&path, file);
    super::leave(&room.world.places, &base, 0, "journal.417681bd1672.log", log);
    room.open(&path);
    let news = super::news(&room);
    assert!(news.contains("Recovered 6 changes") && news.contains("Nothing lost"), "{news}");
    assert!(news.contains("Converted from format 1; original kept."), "{news}");
    assert_eq!(room.session().risks.len(), 2);
    assert_eq!(room.risk(1).levels(), levels([3, 3, 0, 0, 0]));
    assert_eq!(room.app().drafts[0].text, "Half a tho");
    let saved = format::decode(&std::fs::read(&path).unwrap()).unwrap().history;
    assert_eq!(saved.session(), room.workshop().history.session());
    let backups = backups::list(&Disk, &room.world.places.backups_of(&base.session().id.to_string()));
    let original = backups.iter().find(|backup| backup.before == Before::Migration(1)).unwrap();
    assert!(std::fs::read(&original.path).unwrap() == file);
    room.keys("g a u");
    assert_eq!(room.risk(1).levels(), levels([3, 0, 0, 0, 0]));
}
