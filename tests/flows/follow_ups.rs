//! What has to be done yet in all sessions: listed, filtered, moved on without opening, taken back.

use riskroom::app::follow_ups::Whose;
use riskroom::app::notice::Notice;
use riskroom::app::overlay::Overlay;
use riskroom::app::workshop::{Pane, Step};
use riskroom::app::{Event, Place};
use riskroom::domain::{EntryKind, Status};
use riskroom::store::format;

use super::library::room_with;
use crate::support::room::Room;
use crate::support::seeds::s;

/// Of each row: the session and the solution.
fn listed(room: &Room) -> Vec<(String, String)> {
    let Some(Overlay::FollowUps(open)) = &room.app().overlay else { panic!("{}", room.screen()) };
    let rows = (0..open.rows.len()).filter_map(|place| open.row(place));
    rows.map(|pending| (pending.session.to_string(), pending.it.title.to_string())).collect()
}

#[test]
fn what_is_pending_is_listed_once_where_it_is_now() {
    let mut room = room_with(6);
    assert!(room.shows("4 follow-ups overdue"), "{}", room.screen());
    room.keys("g f");
    let rows = listed(&room);
    assert_eq!(rows.len(), 4, "the third meeting of each chain has both: {rows:?}");
    assert!(rows.iter().all(|(session, _)| session.ends_with("meeting 3")));
    assert!(room.shows("late!"), "{}", room.screen());
    room.keys("F F");
    let Some(Overlay::FollowUps(open)) = &room.app().overlay else { unreachable!() };
    assert_eq!(open.whose, Whose::Owner("Luis".to_owned()));
    assert!(open.rows.len() == 2 && room.shows("Luis · 2/4"), "{}", room.screen());
}

#[test]
fn a_solution_is_done_from_home_and_that_is_in_its_session() {
    let mut room = room_with(3);
    room.keys("g f");
    let Some(Overlay::FollowUps(open)) = &room.app().overlay else { unreachable!() };
    let (path, id) = open.selected().map(|it| (it.path.clone(), it.it.id)).unwrap();
    let read = || format::decode(&std::fs::read(&path).unwrap()).unwrap().history;
    room.keys("L");
    assert_eq!(room.notice(), Some(&Notice::FollowedUp(id, Status::Doing)));
    assert_eq!(read().session().solution(id).unwrap().status, Status::Doing);
    room.keys("L");
    assert_eq!(read().session().solution(id).unwrap().status, Status::Done);
    assert_eq!(listed(&room).len(), 1, "it is no follow-up any more");
    assert!(room.app().workshop.is_none() && room.app().place == Place::Home);
    room.keys("u");
    let history = read();
    assert_eq!(history.session().solution(id).unwrap().status, Status::Doing, "taken back there");
    assert!(matches!(history.entries().last().unwrap().kind, EntryKind::Undo));
    assert_eq!(listed(&room).len(), 2);
}

#[test]
fn the_open_session_is_changed_as_it_is_open() {
    let mut room = room_with(3);
    room.keys("Enter q g f");
    let before = room.workshop().history.revision();
    room.keys("L");
    assert_eq!(room.workshop().history.revision(), before + 1);
    assert_eq!(room.on_disk().revision(), before + 1);
    room.keys("u");
    assert_eq!(room.workshop().history.revision(), before + 2);
}

#[test]
fn enter_goes_to_the_card() {
    let mut room = room_with(3);
    room.keys("g f Down Enter");
    assert_eq!(room.app().place, Place::Workshop);
    let workshop = room.workshop();
    assert_eq!((workshop.step, workshop.focus, workshop.solution), (Step::Solve, Pane::Board, Some(s(2))));
}

#[test]
fn a_closed_session_takes_a_follow_up() {
    let mut room = room_with(2);
    room.keys("g f L");
    assert!(matches!(room.notice(), Some(Notice::FollowedUp(_, Status::Doing))), "{:?}", room.notice());
    let listing = room.app().home.listings.as_ref().unwrap().first().unwrap().clone();
    let summary = listing.summary.unwrap();
    assert!(summary.is_closed() && summary.with_status(Status::Doing) == 1);
}

#[test]
fn a_session_open_in_another_window_is_left_alone() {
    let mut room = room_with(3);
    let mut other = room.another();
    other.keys("g l Home Enter");
    room.keys("g f L");
    assert!(matches!(room.notice(), Some(Notice::Sentence(_))), "{:?} {}", room.notice(), room.screen());
    let path = other.path().to_owned();
    let history = format::decode(&std::fs::read(path).unwrap()).unwrap().history;
    assert_eq!(history.session().solution(s(1)).unwrap().status, Status::Chosen);
}

#[test]
fn a_file_that_is_gone_is_told() {
    let mut room = room_with(3);
    room.keys("g f");
    let Some(Overlay::FollowUps(open)) = &room.app().overlay else { unreachable!() };
    std::fs::remove_file(&open.selected().unwrap().path).unwrap();
    room.keys("L");
    assert!(matches!(room.notice(), Some(Notice::Sentence(_))), "{:?}", room.notice());
    room.happens(Event::Due);
}
