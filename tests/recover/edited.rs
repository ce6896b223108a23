//! Files edited outside the program.

use std::fs;
use std::path::PathBuf;

use riskroom::app::{Access, Effect};
use riskroom::store::format;

use super::{is_full, names, news};
use crate::support::room::Room;
use crate::support::sessions::small;

/// A room with a session whose file somebody edited, open for viewing.
fn edited(from: &str, to: &str) -> (Room, PathBuf) {
    let mut room = Room::new();
    let path = room.put("given.ron", &small());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    crate::recover::overwrite(&path, text.replacen(from, to, 1));
    room.open(&path);
    (room, path)
}

#[test]
fn an_edited_file_is_shown_with_its_differences_and_not_changed() {
    let (room, path) = edited("title: \"Test\"", "title: \"Best\"");
    let Access::HandEdited { sentence, differences } = &room.world.welcome.access else { panic!() };
    assert!(sentence.contains("1 difference to accept."), "{sentence}");
    assert_eq!(differences[..], ["title: Test → Best"]);
    assert_eq!(room.session().title.as_str(), "Best");
    assert!(fs::read_to_string(path).unwrap().contains("Best"));
}

#[test]
fn what_is_accepted_is_one_action_that_can_be_undone() {
    let (mut room, path) = edited("title: \"Test\"", "title: \"Best\"");
    room.ask(Effect::Accept(path.clone()));
    assert!(is_full(&room.world.welcome));
    assert_eq!(room.on_disk().session().title.as_str(), "Best");
    let history = room.on_disk();
    assert_eq!(history.entries().last().unwrap().action.as_str(), "accept");
    let mut room = room.another();
    // The lock went with the other room's window, or is held: read what is on disk.
    room.open(&path);
    let mut history = room.workshop().history.clone();
    history.undo(crate::support::seeds::at(0), crate::support::seeds::key("undo")).unwrap();
    assert_eq!(history.session(), small().session());
}

#[test]
fn an_edit_that_changes_nothing_is_only_written_again() {
    let (mut room, path) = edited("title: \"Test\"", "title:   \"Test\"");
    let Access::HandEdited { differences, .. } = &room.world.welcome.access else { panic!() };
    assert!(differences.is_empty());
    room.ask(Effect::Accept(path.clone()));
    assert_eq!(fs::read(&path).unwrap(), format::encode(&small()).unwrap());
}

#[test]
fn another_edit_than_the_one_shown_is_shown_first() {
    let (mut room, path) = edited("title: \"Test\"", "title: \"Best\"");
    let text = fs::read_to_string(&path).unwrap().replacen("title: \"Best\"", "title: \"Rest\"", 1);
    crate::recover::overwrite(&path, text);
    room.ask(Effect::Accept(path.clone()));
    assert!(matches!(room.world.welcome.access, Access::HandEdited { .. }));
    room.ask(Effect::Accept(path));
    assert!(is_full(&room.world.welcome));
    assert_eq!(room.on_disk().session().title.as_str(), "Rest");
}

#[test]
fn an_edit_whose_history_does_not_replay_is_compared_with_the_newest_backup() {
    let mut room = Room::new();
    super::back_up(&room.world.places, &small());
    let path = room.put("given.ron", &small());
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replacen("title: \"Test\"", "title: \"Best\"", 1).replacen("(seq:5,", "(seq:50,", 1);
    crate::recover::overwrite(&path, text);
    room.open(&path);
    let Access::HandEdited { differences, .. } = &room.world.welcome.access else { panic!() };
    assert_eq!(differences[..], ["title: Test → Best"]);
    room.ask(Effect::Accept(path));
    assert_eq!(room.on_disk().revision(), small().revision() + 1);
}

#[test]
fn what_cannot_be_accepted_is_damage() {
    let (room, path) = edited("id: \"R2\"", "id: \"R1\"");
    assert!(is_full(&room.world.welcome));
    assert!(news(&room).contains("(risks[1].id)"), "{}", news(&room));
    assert_ne!(room.path(), path);
    assert_eq!(names(&room.world.places.sessions).len(), 2);
}
