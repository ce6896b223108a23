//! Step 2: the grid.

use riskroom::app::notice::Notice;
use riskroom::app::workshop::Step;
use riskroom::domain::Cell;

use super::five_risks;
use crate::support::seeds::{levels, r};

#[test]
fn a_digit_sets_the_level_and_goes_on_by_row() {
    let mut room = five_risks();
    room.keys(". 5 3 3 2 2 4");
    assert_eq!(room.risk(1).levels(), levels([5, 3, 3, 2, 2]));
    assert_eq!(room.risk(2).levels(), levels([4, 0, 0, 0, 0]));
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(2)), Cell::Impact));
}

#[test]
fn or_by_column() {
    let mut room = five_risks();
    room.keys(". O 1 2 3 4 5 1");
    let first: Vec<_> = (1..=5).map(|risk| room.risk(risk).levels().probability.unwrap().number()).collect();
    assert_eq!(first, [1, 2, 3, 4, 5]);
    assert_eq!(room.risk(1).levels(), levels([1, 1, 0, 0, 0]));
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(2)), Cell::Impact));
}

#[test]
fn it_stops_at_the_end() {
    let mut room = five_risks();
    room.keys(". End Right Right Right Right 3");
    assert_eq!(room.notice(), Some(&Notice::EndReached));
    assert_eq!(room.risk(5).levels(), levels([0, 0, 0, 0, 3]));
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(5)), Cell::Fix));
}

#[test]
fn a_level_is_cleared_and_the_empty_cell_found_again() {
    let mut room = five_risks();
    room.keys(". 1 2 3 4 5 Home Right Right Backspace");
    assert_eq!(room.risk(1).levels(), levels([1, 2, 0, 4, 5]));
    assert_eq!(room.workshop().cell, Cell::Financial);
    room.keys("End n");
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(5)), Cell::Marketing));
    room.keys("Home Right n");
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(2)), Cell::Probability));
}

#[test]
fn a_level_above_the_scale_is_refused() {
    let mut room = five_risks();
    room.keys(". 6");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(..))));
    assert_eq!(room.risk(1).levels(), levels([0; 5]));
}

#[test]
fn a_reason_belongs_to_its_level() {
    let mut room = five_risks();
    room.keys(". 4 Left c 'seen twice' Enter");
    let reason = |room: &crate::support::room::Room| {
        room.risk(1).cells.at(Cell::Probability).agreed.as_ref().unwrap().reason.to_string()
    };
    assert_eq!(reason(&room), "seen twice");
    room.keys("Left Left 4");
    assert_eq!(reason(&room), "seen twice");
    room.keys("Left 2");
    assert_eq!(reason(&room), "");
}

#[test]
fn steps_change_and_nothing_is_lost() {
    let mut room = five_risks();
    room.keys(". 3 . , ,");
    assert_eq!(room.workshop().step, Step::Identify);
    assert_eq!(room.listed().len(), 5);
    assert_eq!(room.risk(1).levels(), levels([3, 0, 0, 0, 0]));
    room.keys(",");
    assert_eq!(room.workshop().step, Step::Identify);
    room.keys("g s");
    assert_eq!(room.workshop().step, Step::Solve);
    room.keys(".");
    assert_eq!(room.workshop().step, Step::Solve);
    room.keys("g a");
    assert_eq!((room.workshop().step, room.workshop().risk), (Step::Assess, Some(r(1))));
}

#[test]
fn risks_can_be_added_and_edited_here_too() {
    let mut room = five_risks();
    room.keys(". a 'F' Enter Esc 5 i Space Enter E Down Enter L 'GDPR' Enter");
    assert_eq!(room.risk(6).levels(), levels([5, 0, 0, 0, 0]));
    assert_eq!(room.risk(6).hit.tags.len(), 1);
    assert!(room.risk(6).duty.is_some());
}
