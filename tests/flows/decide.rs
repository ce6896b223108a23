//! Decisions about risks, and who answers for them.

use jiff::civil::date;
use riskroom::app::Event;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::workshop::{Pane, Step};
use riskroom::domain::{Course, Decision};

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{line, name, r};

/// The first of five risks is scored; step 3 is on screen with it selected.
fn scored() -> Room {
    let mut room = five_risks();
    room.keys(". 4 5 3 4 3 . Home");
    room
}

fn accepted(reason: &str, review: Option<jiff::civil::Date>) -> Decision {
    Decision::Accept { reason: line(reason), review }
}

#[test]
fn a_risk_is_accepted_with_reason_and_review_date_in_one_action() {
    let mut room = scored();
    let before = room.workshop().history.revision();
    room.keys("A Down Down Enter 'Too rare' Enter");
    assert_eq!(room.risk(1).decision, Decision::Undecided, "nothing is decided before the last answer");
    room.keys("'+2w' Enter");
    assert_eq!(room.risk(1).decision, accepted("Too rare", Some(date(2026, 1, 29))));
    assert_eq!(room.workshop().history.revision(), before + 1);
    assert_eq!(room.notice(), Some(&Notice::Decided(r(1), Course::Accept)));
    assert!(room.shows("= accepted · review 29 Jan 2026 · Too rare"), "{}", room.frame());
    room.keys("u");
    assert_eq!(room.risk(1).decision, Decision::Undecided);
    room.keys("U");
    assert_eq!(room.risk(1).decision, accepted("Too rare", Some(date(2026, 1, 29))));
}

#[test]
fn transfer_and_avoid_ask_for_a_reason_and_treat_for_nothing() {
    let mut room = scored();
    room.keys("A End Enter 'No more coupons' Enter");
    assert_eq!(room.risk(1).decision, Decision::Avoid { reason: line("No more coupons") });
    room.keys("A Up Enter 'The insurer pays' Enter");
    assert_eq!(room.risk(1).decision, Decision::Transfer { reason: line("The insurer pays") });
    room.keys("A Home Down Enter");
    assert_eq!(room.risk(1).decision, Decision::Treat);
    room.keys("A Home Enter");
    assert_eq!(room.risk(1).decision, Decision::Undecided);
    assert!(room.shows("no decision yet (A decides)"));
}

#[test]
fn a_reason_left_empty_is_told_and_never_refused() {
    let mut room = scored();
    room.keys("A Down Down Enter Enter Enter");
    assert_eq!(room.risk(1).decision, accepted("", None));
    assert!(room.shows("no review date") && room.shows("reason missing"));
}

#[test]
fn a_bad_day_gets_an_example_and_the_answers_stay() {
    let mut room = scored();
    room.keys("A Down Down Enter 'Too rare' Enter 'someday' Enter");
    assert_eq!(room.notice(), Some(&Notice::NotADate));
    assert!(room.shows("2026-12-24"));
    room.keys("Ctrl+w '2026-03-01' Enter");
    assert_eq!(room.risk(1).decision, accepted("Too rare", Some(date(2026, 3, 1))));
}

#[test]
fn what_was_answered_stays_as_a_draft_when_it_is_left() {
    let mut room = scored();
    room.keys("A Down Down Enter 'Too rare' Enter '+1' Esc");
    assert_eq!(room.risk(1).decision, Decision::Undecided);
    assert_eq!(room.notice(), Some(&Notice::DraftKept));
    room.keys("A Down Down Enter ' to matter' Enter 'm' Enter");
    assert_eq!(room.risk(1).decision, accepted("Too rare to matter", Some(date(2026, 2, 15))));
    assert!(room.app().drafts.is_empty(), "what is decided is no draft");
}

#[test]
fn what_was_answered_survives_a_crash_and_is_offered_again() {
    let mut room = scored();
    room.keys("A Down Down Enter 'Too rare' Enter '+1m'").wait(3);
    let mut room = room.reload();
    room.keys("g o Enter Enter");
    assert_eq!(room.risk(1).decision, accepted("Too rare", Some(date(2026, 2, 15))), "{}", room.frame());
}

#[test]
fn a_reason_that_stands_is_gone_on_with() {
    let mut room = scored();
    room.keys("A Down Down Enter 'Too rare' Enter '2026-03-01' Enter");
    room.keys("A Enter ' to matter' Enter Enter");
    assert_eq!(room.risk(1).decision, accepted("Too rare to matter", Some(date(2026, 3, 1))));
}

#[test]
fn a_review_that_is_past_is_told_in_words_and_marked_in_the_list() {
    let mut room = scored();
    room.keys("A Down Down Enter 'Too rare' Enter '+2w' Enter");
    assert!(!room.shows("look again"));
    room.happens(Event::Due);
    room.wait(15 * 24 * 3600).keys("Down Up");
    assert!(room.shows("review was due 29 Jan 2026: look again"), "{}", room.frame());
    assert!(room.shows("=!"), "{}", room.frame());
}

#[test]
fn o_asks_for_the_owner_of_what_is_selected() {
    let mut room = scored();
    room.keys("o 'Ana' Enter");
    assert_eq!(room.risk(1).owner, Some(name("Ana")));
    room.keys("g w a 'Luis' Enter Esc Esc o");
    assert!(room.shows("Luis"), "participants are offered: {}", room.frame());
    room.keys("Down Enter");
    assert_eq!(room.risk(1).owner, Some(name("Luis")));
    room.keys("Tab a 'Limit' Enter o 'Eva' Enter");
    assert_eq!(room.solution(1).owner, Some(name("Eva")));
    assert_eq!(room.risk(1).owner, Some(name("Luis")));
}

#[test]
fn a_closed_session_keeps_its_decisions_and_lets_owners_of_solutions_change() {
    let mut room = scored();
    room.keys("a 'Limit' Enter Esc : 'close the session' Enter x 'later' Enter g s Home A");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::Closed))), "{}", room.frame());
    room.keys("Shift+Tab Home o");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::Closed))));
    room.keys("Tab o 'Eva' Enter");
    assert_eq!(room.solution(1).owner, Some(name("Eva")));
}

#[test]
fn deciding_leaves_the_board_where_it_is() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g s Tab Right");
    let solution = room.workshop().solution;
    room.keys("A Home Down Enter");
    assert_eq!((room.workshop().step, room.workshop().focus), (Step::Solve, Pane::Board));
    assert_eq!(room.workshop().solution, solution);
}
