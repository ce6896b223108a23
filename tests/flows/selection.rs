//! What is selected: keys act on what people see, and the selection follows what changed.

use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::workshop::Pane;
use riskroom::app::{Action, Hint, TABLE};
use riskroom::domain::{Place, Status};

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::{r, s};

/// R1 is scored, S1 and S2 are ideas, the board has the focus.
fn two_cards() -> Room {
    let mut room = five_risks();
    room.keys(". 4 5 3 4 3 . Home a 'One' Enter Enter Tab Tab Tab a 'Two' Enter");
    assert_eq!(room.session().solutions.len(), 2);
    room
}

#[test]
fn a_card_nobody_sees_selected_is_left_alone() {
    let mut room = two_cards();
    room.keys("Shift+Tab");
    assert_eq!(room.workshop().focus, Pane::Ranks);
    for key in ["d", "L", "s", "1", "D", "f"] {
        room.keys(key);
        assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::NoCard))), "{key}");
    }
    assert!(room.session().solutions.iter().all(|it| !it.binned && it.status == Status::Idea));
}

#[test]
fn e_edits_what_the_details_are_of() {
    let mut room = two_cards();
    room.keys("Shift+Tab Home e '!' Enter");
    assert_eq!(room.risk(1).title.to_string(), "A!");
    room.keys("Esc Tab e '!' Enter");
    assert_eq!(room.solution(2).title.to_string(), "Two!");
}

#[test]
fn undo_takes_the_focus_to_what_it_changed() {
    let mut room = two_cards();
    room.keys("Shift+Tab u");
    assert_eq!(room.workshop().focus, Pane::Board);
    room.keys("U g a 2 g s Tab");
    assert_eq!(room.workshop().focus, Pane::Board);
    room.keys("u");
    assert_eq!(room.workshop().focus, Pane::Ranks);
}

#[test]
fn undo_shows_a_risk_that_the_search_hides() {
    let mut room = five_risks();
    room.keys("Down Down e '!' Enter Esc / 'A' Enter u");
    assert_eq!(room.workshop().risk, Some(r(3)));
    assert_eq!(room.listed().len(), 5);
}

#[test]
fn the_last_card_of_a_column_leaves_nothing_selected() {
    let mut room = two_cards();
    room.keys("L");
    assert_eq!((room.solution(2).status, room.workshop().board.column), (Status::Chosen, 1));
    room.keys("d");
    assert_eq!(room.workshop().solution, None);
    room.keys("K");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::NoCard))));
    room.keys("Left");
    assert_eq!(room.workshop().solution, Some(s(1)));
}

#[test]
fn dropping_a_solution_in_its_details_keeps_it_there() {
    let mut room = two_cards();
    room.keys("Enter Down Down Down Down Down Enter End Enter");
    assert_eq!(room.solution(2).status, Status::Dropped);
    assert_eq!(room.workshop().solution, Some(s(2)));
}

#[test]
fn marks_outlive_a_search() {
    let mut room = five_risks();
    room.keys("Space / 'C' Enter Space d");
    let binned: Vec<_> =
        room.session().risks.iter().filter(|it| it.place == Place::Bin).map(|it| it.id).collect();
    assert_eq!(binned, [r(1), r(3)]);
}

#[test]
fn space_marks_only_in_the_list_that_has_the_focus() {
    let mut room = five_risks();
    room.keys("Tab Space");
    assert!(room.workshop().marks.is_empty());
    assert_eq!(room.workshop().risk, Some(r(1)));
}

#[test]
fn digits_score_only_where_the_cell_is_in_sight() {
    let mut room = five_risks();
    room.keys(". Tab 4");
    assert!(!room.session().has_levels());
    room.keys("Esc 4");
    assert!(room.session().has_levels());
}

#[test]
fn tags_switched_on_stay_when_another_one_is_typed() {
    let mut room = five_risks();
    room.keys(". i Space Down Space End Enter 'suppliers' Enter");
    assert_eq!(room.risk(1).hit.tags.len(), 3);
}

#[test]
fn the_list_stands_as_it_was_when_its_pane_comes_back() {
    let mut room = five_risks().size(70, 20);
    let more = "'Risk' Enter ".repeat(30);
    room.keys(&format!(
        "a {more} Enter Home Down Down Down Down Down Down Down Down Down Down Down Down Down Down"
    ));
    let offset = room.workshop().list.offset;
    assert!(offset > 0);
    room.keys("Up Up Up");
    let offset_before = room.workshop().list.offset;
    room.keys("Tab Esc");
    assert_eq!(room.workshop().list.offset, offset_before);
}

#[test]
fn the_palette_has_all_that_is_possible() {
    for keys in ["", ".", ". .", "g l"] {
        let mut room = five_risks();
        room.keys(keys);
        let scopes = room.app().base_scopes();
        let possible = |action: &Action| room.app().availability(*action).is_ok();
        let here = |row: &&riskroom::app::Row| row.scopes.iter().any(|scope| scopes.contains(scope));
        let expected: Vec<Action> =
            TABLE.iter().filter(here).map(|row| row.action).filter(possible).collect();
        room.keys(":");
        let Some(riskroom::app::overlay::Overlay::Commands(commands)) = &room.app().overlay else { panic!() };
        for action in &expected {
            assert!(commands.rows.contains(action), "{keys}: {action:?} is missing");
        }
        assert!(expected.iter().any(|action| action.row().hint == Hint::First));
    }
}

#[test]
fn a_key_after_q_takes_the_wish_to_leave_back() {
    let mut room = five_risks();
    room.world.hold();
    room.keys("v q q");
    room.keys("Esc a 'half a ris'");
    room.release();
    assert!(!room.has_left());
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "half a ris");
}

#[test]
fn drafts_wait_for_their_session() {
    let mut room = five_risks();
    room.keys("a 'half a ris' Esc q a 'Another' Enter a");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "");
    room.keys("Esc q G Enter a");
    assert_eq!(room.session().title.to_string(), "Checkout Q4");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "half a ris");
}
