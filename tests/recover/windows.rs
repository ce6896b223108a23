//! A session that another window has.

use std::fs;

use riskroom::app::{Access, Effect, Welcome};

use super::{after, changed, is_full, journal_of, leave};
use crate::support::room::Room;
use crate::support::sessions::small;

#[test]
fn a_session_open_elsewhere_is_shown_and_followed_without_being_written() {
    let first = Room::with_session(&small());
    let path = first.path().to_owned();
    let mut second = first.another();
    second.open(&path);
    let Access::Elsewhere { sentence } = &second.world.welcome.access else { panic!() };
    let pid = std::process::id();
    let told = format!("Open in another window (pid {pid}, since 09:00). Read-only.");
    assert_eq!(*sentence, told);
    assert_eq!(second.session(), first.session());

    second.ask(Effect::Follow(path.clone()));
    assert_eq!(second.session(), first.session());
    // What the first window has in its journal is seen, and nothing of it is touched.
    let whole = changed(&small(), 2);
    let text = journal_of(&path, &fs::read(&path).unwrap(), &small(), &after(&whole, small().revision()));
    let journal = leave(&first.world.places, &small(), 0, "journal.9.log", &text);
    let before = fs::read(&path).unwrap();
    second.ask(Effect::Follow(path.clone()));
    assert_eq!(second.session(), &**whole.session());
    assert_eq!((fs::read(&path).unwrap(), fs::read_to_string(&journal).unwrap()), (before, text));
}

#[test]
fn a_session_is_taken_over_once_the_other_window_lets_it_go() {
    let mut first = Room::with_session(&small());
    let path = first.path().to_owned();
    let mut second = first.another();
    second.open(&path);
    second.ask(Effect::TakeOver(path.clone()));
    assert!(matches!(second.world.welcome.access, Access::Elsewhere { .. }));
    first.ask(Effect::Close(path.clone()));
    second.ask(Effect::TakeOver(path));
    assert!(is_full(&second.world.welcome));
}

#[test]
fn a_session_taken_over_is_not_opened_again_by_asking_twice() {
    let mut first = Room::with_session(&small());
    let path = first.path().to_owned();
    let mut second = first.another();
    second.open(&path);
    first.ask(Effect::Close(path.clone()));
    second.ask(Effect::TakeOver(path.clone()));
    let whole = changed(&second.workshop().history, 1);
    second.ask(Effect::Save { path: path.clone(), history: Box::new(whole.clone()) });
    let before = Welcome { news: vec!["told before".to_owned()], ..Welcome::default() };
    second.world.welcome = before.clone();
    second.ask(Effect::TakeOver(path));
    assert_eq!(second.world.welcome, before, "it is opened again");
}
