//! What has to be done yet in all sessions: listed, filtered, moved on without opening, taken back.

use jiff::civil::date;
use riskroom::app::follow_ups::Whose;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::overlay::Overlay;
use riskroom::app::workshop::{Pane, Step};
use riskroom::app::{Action, Event, Place};
use riskroom::domain::summary::FollowUpEdit;
use riskroom::domain::{EntryKind, History, SolutionId, Status};
use riskroom::store::format;

use super::library::room_with;
use crate::recover::overwrite;
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
    assert!(room.shows("4 follow-ups, 4 overdue"), "{}", room.screen());
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
    assert_eq!(room.notice(), Some(&Notice::FollowedUp(id, FollowUpEdit::Status(Status::Doing))));
    assert_eq!(read().session().solution(id).unwrap().status, Status::Doing);
    room.keys("L");
    assert_eq!(read().session().solution(id).unwrap().status, Status::Done);
    assert_eq!(listed(&room).len(), 2, "it stays in sight until the list is left");
    assert_eq!(room.app().home.pending, 1, "and is no follow-up any more");
    assert!(room.shows("late!") && room.screen().matches("late!").count() == 1, "{}", room.screen());
    room.keys("L");
    assert_eq!(room.notice(), Some(&Notice::EndReached), "and no other one is met");
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
    assert!(
        matches!(room.notice(), Some(Notice::FollowedUp(_, FollowUpEdit::Status(Status::Doing)))),
        "{:?}",
        room.notice()
    );
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

/// The file and id of the first row.
fn first(room: &Room) -> (std::path::PathBuf, SolutionId) {
    let Some(Overlay::FollowUps(open)) = &room.app().overlay else { panic!("{}", room.screen()) };
    open.row(0).map(|pending| (pending.path.clone(), pending.it.id)).unwrap()
}

fn history_in(path: &std::path::Path) -> History {
    format::decode(&std::fs::read(path).unwrap()).unwrap().history
}

#[test]
fn what_was_refused_is_not_taken_back() {
    let mut room = room_with(3);
    let mut other = room.another();
    other.keys("g l Home Enter");
    room.keys("g f Home");
    let (path, id) = first(&room);
    assert_eq!(path, other.path());
    room.keys("L");
    assert!(matches!(room.notice(), Some(Notice::Sentence(_))), "{:?}", room.notice());
    other.keys("q");
    drop(other);
    let before = history_in(&path).revision();
    room.keys("u");
    let why = Some(&Notice::Unavailable(Action::UndoPending, Unavailable::NothingToUndo));
    assert_eq!(room.notice(), why);
    assert_eq!(history_in(&path).revision(), before, "nothing of anybody is taken back");
    assert_eq!(history_in(&path).session().solution(id).unwrap().status, Status::Chosen);
}

#[test]
fn only_what_was_done_here_is_taken_back() {
    let mut room = room_with(3);
    room.keys("g f Home L");
    let (path, id) = first(&room);
    let mut other = room.another();
    other.keys("g l Home Enter 3 a");
    other.paste("Somebody else's idea");
    other.keys("Enter q");
    drop(other);
    room.keys("u");
    assert!(matches!(room.notice(), Some(Notice::Sentence(_))), "{:?}", room.notice());
    let history = history_in(&path);
    assert!(history.session().solutions.iter().any(|it| it.title.as_str() == "Somebody else's idea"));
    assert_eq!(history.session().solution(id).unwrap().status, Status::Doing);
}

#[test]
fn what_changed_meanwhile_is_not_passed_over() {
    let mut room = room_with(3);
    room.keys("g f Home");
    let (path, id) = first(&room);
    let mut other = room.another();
    other.keys("g f Home L L");
    drop(other);
    assert_eq!(history_in(&path).session().solution(id).unwrap().status, Status::Done);
    room.keys("L");
    assert!(matches!(room.notice(), Some(Notice::Sentence(_))), "{:?}", room.notice());
    assert_eq!(history_in(&path).session().solution(id).unwrap().status, Status::Done);
    assert_eq!(room.app().home.pending, 1, "the list shows how it is now");
}

#[test]
fn several_are_taken_back_newest_first_even_after_the_list_was_left() {
    let mut room = room_with(3);
    room.keys("g f Home L L Esc g f");
    assert_eq!(listed(&room).len(), 1);
    room.keys("u u");
    let (path, id) = first(&room);
    assert_eq!(history_in(&path).session().solution(id).unwrap().status, Status::Chosen);
    room.keys("u");
    let why = Some(&Notice::Unavailable(Action::UndoPending, Unavailable::NothingToUndo));
    assert_eq!(room.notice(), why);
}

#[test]
fn a_session_that_is_replayed_here_is_left_as_it_is() {
    let mut room = room_with(3);
    room.keys("g f Home Enter g y");
    let before = room.workshop().history.revision();
    room.keys("g f Home L");
    let why = Some(&Notice::Unavailable(Action::PendingOn, Unavailable::Replaying));
    assert_eq!(room.notice(), why, "{}", room.screen());
    assert_eq!(room.workshop().history.revision(), before);
}

#[test]
fn a_session_only_shown_here_goes_on_being_followed() {
    let mut room = room_with(3);
    let mut other = room.another();
    other.keys("g l Home Enter");
    room.keys("Home Enter g f Home L");
    let why = Some(&Notice::Unavailable(Action::PendingOn, Unavailable::OnlyRead));
    assert_eq!(room.notice(), why, "{}", room.screen());
}

#[test]
fn one_of_another_session_is_moved_in_front_of_one_that_is_only_shown() {
    let mut room = room_with(6);
    let mut other = room.another();
    other.keys("g l Home Enter");
    let held = other.path().to_owned();
    room.keys("Home Enter g f Home");
    let Some(Overlay::FollowUps(open)) = &room.app().overlay else { unreachable!() };
    let place = (0..open.rows.len()).find(|place| open.row(*place).unwrap().path != held).unwrap();
    for _ in 0..place {
        room.keys("Down");
    }
    room.keys("L");
    assert!(
        matches!(room.notice(), Some(Notice::FollowedUp(_, FollowUpEdit::Status(Status::Doing)))),
        "{:?}",
        room.notice()
    );
}

#[test]
fn a_damaged_file_is_told_and_no_other_is_made_of_it() {
    let mut room = room_with(3);
    room.keys("g f Home");
    let (path, _) = first(&room);
    let whole = std::fs::read(&path).unwrap();
    overwrite(&path, &whole[..whole.len() / 2]);
    let files = || std::fs::read_dir(path.parent().unwrap()).unwrap().count();
    let before = files();
    room.keys("L");
    assert!(matches!(room.notice(), Some(Notice::Sentence(_))), "{:?}", room.notice());
    assert_eq!(files(), before);
}

#[test]
fn a_file_edited_outside_is_left_alone() {
    let mut room = room_with(3);
    room.keys("g f Home");
    let (path, _) = first(&room);
    let text = std::fs::read_to_string(&path).unwrap();
    let edited = text.replacen("meeting 3", "meeting III", 1);
    assert_ne!(text, edited);
    overwrite(&path, edited.as_bytes());
    room.keys("L");
    assert!(room.shows("edited outside the program"), "{}", room.screen());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), edited);
}

#[test]
fn owner_and_date_are_changed_in_the_session_and_taken_back() {
    let mut room = room_with(3);
    room.keys("g f Home D");
    assert!(room.shows("S1 · Due"), "{}", room.screen());
    room.keys("Ctrl+w Ctrl+w Ctrl+w Ctrl+w Ctrl+w 'rather soon' Enter");
    assert_eq!(room.notice(), Some(&Notice::NotADate));
    room.keys("Ctrl+w Ctrl+w Ctrl+w Ctrl+w Ctrl+w '2027-02-01' Enter");
    let (path, id) = first(&room);
    let Some(Overlay::FollowUps(open)) = &room.app().overlay else { unreachable!() };
    let place = (0..open.rows.len()).find(|place| open.row(*place).unwrap().it.due == Some(date(2027, 2, 1)));
    assert_eq!(place, Some(1), "it stands where its date puts it");
    assert_eq!(open.cursor.place, 1, "the selection goes along");
    assert_ne!(id, open.selected().unwrap().it.id);
    let moved = open.selected().unwrap().it.id;
    assert_eq!(history_in(&path).session().solution(moved).unwrap().due, Some(date(2027, 2, 1)));
    room.keys("o Ctrl+w z o Tab Enter");
    let owner = history_in(&path).session().solution(moved).unwrap().owner.clone();
    assert_eq!(owner.as_deref(), Some("Zoë"), "{}", room.screen());
    room.keys("o Enter D Esc");
    let revision = history_in(&path).revision();
    room.keys("u u");
    let history = history_in(&path);
    assert_eq!(history.revision(), revision + 2, "what was left as it was is no change");
    let solution = history.session().solution(moved).unwrap();
    assert_eq!((solution.owner.as_deref(), solution.due), (Some("Luis"), Some(date(2025, 7, 1))));
}

#[test]
fn owner_and_date_of_the_open_session_are_changed_there() {
    let mut room = room_with(3);
    room.keys("Home Enter g f Home D Ctrl+w Ctrl+w Ctrl+w Ctrl+w Ctrl+w '2027-02-01' Enter");
    assert!(room.workshop().session().solutions.iter().any(|it| it.due == Some(date(2027, 2, 1))));
    room.keys("u");
    assert!(room.workshop().session().solutions.iter().all(|it| it.due != Some(date(2027, 2, 1))));
}
