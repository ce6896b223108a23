//! Step 3: the board.

use jiff::civil::date;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::workshop::Pane;
use riskroom::domain::{Cell, Effort, Money, Status};

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::{level, r, s};

/// The first two of five risks are scored, R1 the higher; step 3 is on screen.
fn scored() -> Room {
    let mut room = five_risks();
    room.keys(". 4 5 3 4 3 3 2 2 2 2 . Home");
    room
}

#[test]
fn a_solution_added_at_a_risk_is_linked_to_it() {
    let mut room = scored();
    room.keys("a 'Log-in limit' Enter");
    assert!(room.app().overlay.is_some());
    room.keys("Down Enter");
    let link = room.solution(1).links[0];
    assert_eq!((link.risk, link.lever, link.expected), (r(1), Cell::Probability, level(2)));
    assert_eq!((room.workshop().focus, room.workshop().solution), (Pane::Board, Some(s(1))));
}

#[test]
fn where_no_level_can_be_lowered_there_is_no_effect_and_it_says_so() {
    let mut room = five_risks();
    room.keys(". 1 1 1 1 1 . Home a 'Log-in limit' Enter");
    assert_eq!(room.solution(1).links, []);
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::NothingToLower))));
}

#[test]
fn a_solution_can_work_on_more_risks_and_be_unlinked() {
    let mut room = scored();
    room.keys("a 'Log-in limit' Enter Enter f Down Enter Enter");
    let linked: Vec<_> = room.solution(1).links.iter().map(|link| link.risk).collect();
    assert_eq!(linked, [r(1), r(2)]);
    room.keys("f Home Enter Down Down Down Enter");
    let linked: Vec<_> = room.solution(1).links.iter().map(|link| link.risk).collect();
    assert_eq!(linked, [r(2)]);
}

#[test]
fn cards_move_across_and_along() {
    let mut room = scored();
    room.keys("Tab a 'One' Enter a 'Two' Enter a 'Three' Enter");
    room.keys("K K");
    let order: Vec<_> = room.session().solutions.iter().map(|solution| solution.id).collect();
    assert_eq!(order, [3, 1, 2].map(s));
    room.keys("L L L L");
    assert_eq!(room.solution(3).status, Status::Done);
    assert_eq!(room.notice(), Some(&Notice::EndReached));
    assert_eq!(room.workshop().solution, Some(s(3)));
    room.keys("H");
    assert_eq!(room.solution(3).status, Status::Doing);
    room.keys("Left Left Down L");
    assert_eq!(room.solution(2).status, Status::Chosen);
}

#[test]
fn owner_and_due_date_are_asked_for() {
    let mut room = scored();
    room.keys("Tab a 'One' Enter o 'Ana' Enter D '+2w' Enter");
    assert_eq!(room.solution(1).owner.as_ref().unwrap().to_string(), "Ana");
    assert_eq!(room.solution(1).due, Some(date(2026, 1, 29)));
    room.keys("D Ctrl+w Ctrl+w Ctrl+w 'soon' Enter");
    assert_eq!(room.notice(), Some(&Notice::NotADate));
    room.keys("Esc o Ctrl+w Enter");
    assert_eq!(room.solution(1).owner, None);
    assert_eq!(room.solution(1).due, Some(date(2026, 1, 29)));
}

#[test]
fn cost_and_effort_are_asked_one_after_the_other() {
    let mut room = scored();
    room.keys("Tab a 'One' Enter c '800' Enter '1.200' Enter Down Down Down Enter");
    let solution = room.solution(1);
    assert_eq!(solution.cost_once.map(Money::units), Some(800));
    assert_eq!(solution.cost_yearly.map(Money::units), Some(1200));
    assert_eq!(solution.effort, Some(Effort::M));
}

#[test]
fn a_solution_goes_to_the_bin_and_comes_back() {
    let mut room = scored();
    room.keys("Tab a 'One' Enter a 'Two' Enter d");
    assert!(room.solution(2).binned);
    assert_eq!(room.workshop().solution, Some(s(1)));
    room.keys("g b Enter");
    assert!(!room.solution(2).binned);
}
