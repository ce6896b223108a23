//! The same session in two files, and session files that were moved.

use std::fs;
use std::sync::Arc;

use jiff::tz::TimeZone;
use riskroom::shell::logbook::Logbook;
use riskroom::shell::sessions::{self, Desk, Sessions};
use riskroom::shell::words::Words;
use riskroom::store::error::SaveError;
use riskroom::store::storage::Storage;
use riskroom::store::writer::Writer;
use riskroom::text::catalogue::Lang;

use super::{back_up, news};
use crate::faults::{EROFS, Faulty, Step};
use crate::support::room::Room;
use crate::support::seeds::{at, template};
use crate::support::sessions::small;

#[test]
fn a_copy_gets_an_id_of_its_own() {
    let mut room = Room::with_session(&small());
    let original = room.path().to_owned();
    let copy = original.with_file_name("copy.ron");
    fs::copy(&original, &copy).unwrap();
    room.open(&copy);
    assert_ne!(room.session().id, small().session().id);
    assert_eq!(room.session().risks, small().session().risks);
    assert_eq!(room.on_disk().session().id, room.session().id);
    let told = format!("This is a copy of {} and is a session of its own", original.display());
    assert!(news(&room).starts_with(&told), "{}", news(&room));
    assert!(fs::read_to_string(&original).unwrap().contains(&small().session().id.to_string()));
}

#[test]
fn a_file_that_was_moved_is_the_same_session() {
    let room = Room::with_session(&small());
    let before = room.path().to_owned();
    let after = before.with_file_name("moved.ron");
    let mut room = room.reload();
    room.ask(riskroom::app::Effect::Close(before.clone()));
    fs::rename(&before, &after).unwrap();
    room.open(&after);
    assert_eq!(room.session().id, small().session().id);
    assert_eq!(news(&room), "");
    // It is the one that is known now: the old name would be the copy.
    fs::copy(&after, &before).unwrap();
    room.open(&before);
    assert_ne!(room.session().id, small().session().id);
}

#[test]
fn a_backup_is_opened_as_a_new_session_in_the_library() {
    let mut room = Room::with_session(&small());
    let backup = back_up(&room.world.places, &small());
    let bytes = fs::read(&backup).unwrap();
    room.open(&backup);
    assert_ne!(room.session().id, small().session().id);
    assert!(room.path().starts_with(&room.world.places.sessions));
    room.keys("g i v");
    assert_eq!(fs::read(&backup).unwrap(), bytes);
}

#[test]
fn a_session_below_the_state_folder_is_worked_on_itself() {
    let mut room = Room::new();
    let put = room.put("given.ron", &small());
    let folder = room.world.places.state.join("sessions");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("given.ron");
    fs::rename(put, &path).unwrap();
    room.open(&path);
    assert_eq!(room.path(), path);
}

#[test]
fn a_copy_that_cannot_be_written_is_shown() {
    let room = Room::with_session(&small());
    let copy = room.path().with_file_name("copy.ron");
    fs::copy(room.path(), &copy).unwrap();
    let before = fs::read(&copy).unwrap();
    let (places, disk) = (room.world.places.clone(), Faulty::failing(Step::WriteNew, EROFS, u32::MAX));
    let storage: Arc<dyn Storage> = Arc::new(disk);
    let clock = || at(0).to_zoned(TimeZone::UTC);
    let writer = Arc::new(Writer::start(Arc::clone(&storage), places.clone(), clock, |_| {}).unwrap());
    let mut sessions = Sessions::new(Desk {
        storage,
        writer,
        places,
        template: template(5),
        zone: TimeZone::UTC,
        draw: Box::new(|| Some(77)),
        words: Arc::new(Words::new(Lang::En)),
        log: Logbook::silent(),
    });
    let opened = sessions.open(&copy, at(0)).unwrap();
    assert!(matches!(opened.access, sessions::Access::Unwritten(SaveError::NotWritten { .. })));
    assert_eq!(opened.history.session(), small().session());
    assert_eq!(fs::read(&copy).unwrap(), before);
}
