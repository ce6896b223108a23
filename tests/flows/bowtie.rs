//! The bow-tie of a risk: its parts, and what keys do with them.

use riskroom::app::bowtie::{Lane, parts};
use riskroom::app::notice::Notice;
use riskroom::app::overlay::Overlay;
use riskroom::app::workshop::{Pane, Step};
use riskroom::domain::{Approach, Decision};

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{name, r, s};

fn meeting() -> Room {
    Room::with_session(&demo::demo())
}

fn is_open(room: &Room) -> bool {
    matches!(room.app().overlay, Some(Overlay::BowTie(_)))
}

fn lane(room: &Room) -> Option<Lane> {
    room.app().part_of_bow_tie().map(|part| part.lane)
}

#[test]
fn it_shows_the_solutions_of_the_risk_between_cause_and_consequence() {
    let mut room = meeting();
    room.keys("g s g 3 Enter B");
    let lanes: Vec<(Lane, Option<u32>)> = parts(room.workshop())
        .iter()
        .map(|part| (part.lane, part.solution.map(riskroom::domain::SolutionId::number)))
        .collect();
    let expected = [
        (Lane::Cause, None),
        (Lane::Prevent, None),
        (Lane::Event, None),
        (Lane::Reduce, Some(2)),
        (Lane::Fix, None),
        (Lane::Consequence, None),
    ];
    assert_eq!(lanes, expected);
    for text in ["wallets run through", "Payment provider", "S2 Second", "○ chosen", "Pau Serra", "D€ 4→2"]
    {
        assert!(room.shows(text), "{text}: {}", room.frame());
    }
}

#[test]
fn it_opens_on_every_step_and_goes_back_to_where_one_was() {
    for (keys, step) in [("g i", Step::Identify), ("g a", Step::Assess), ("g s", Step::Solve)] {
        let mut room = meeting();
        room.keys(keys).keys("B");
        assert!(is_open(&room), "{step:?}");
        room.keys("Esc");
        assert!(!is_open(&room));
        assert_eq!(room.workshop().step, step);
    }
}

#[test]
fn arrows_go_along_the_parts_and_across_the_lanes() {
    let mut room = meeting();
    room.keys("g s g 3 Enter B");
    assert_eq!(lane(&room), Some(Lane::Cause));
    room.keys("Right Right");
    assert_eq!(lane(&room), Some(Lane::Event));
    room.keys("Down");
    assert_eq!(lane(&room), Some(Lane::Reduce));
    room.keys("End");
    assert_eq!(lane(&room), Some(Lane::Consequence));
    room.keys("Left Home Left");
    assert_eq!(lane(&room), Some(Lane::Cause));
}

#[test]
fn n_goes_to_the_next_risk_of_the_list_behind() {
    let mut room = meeting();
    room.keys("g s Home B n");
    let second = room.workshop().derived.ranking.order[1];
    assert_eq!(room.workshop().risk, Some(second));
    assert!(room.shows(&format!("Bow-tie · {second}")));
    room.keys("N N");
    assert_eq!(room.notice(), Some(&Notice::EndReached));
    room.keys("Esc");
    assert_eq!(room.workshop().risk, Some(room.workshop().derived.ranking.order[0]));
}

#[test]
fn what_is_missing_is_told_with_the_key_that_fills_it() {
    let mut room = five_risks().size(80, 24);
    room.keys("B");
    assert!(room.shows("no cause yet (e words it)"), "{}", room.frame());
    assert!(room.shows("one is linked once"), "{}", room.frame());
    room.keys("e 'No limit' Ctrl+s End e 'Angry customers' Ctrl+s");
    assert!(is_open(&room));
    assert_eq!(room.risk(1).cause.to_string(), "No limit");
    assert_eq!(room.risk(1).consequence.to_string(), "Angry customers");
    assert!(room.shows("No limit") && room.shows("Angry customers"));
    room.keys("Esc . 4 5 3 4 3 Home B");
    assert!(room.shows("nothing prevents it"), "{}", room.frame());
}

#[test]
fn a_solution_is_added_in_its_lane_without_leaving() {
    let mut room = five_risks();
    room.keys(". 4 5 3 4 3 Home B Right Right Right Right a 'A runbook' Enter Down Enter");
    assert!(is_open(&room), "{}", room.frame());
    assert_eq!(room.workshop().step, Step::Assess);
    assert_eq!(room.solution(1).approach, Approach::Fix);
    assert_eq!(room.solution(1).links.len(), 1);
    assert!(room.shows("S1 A runbook"), "{}", room.frame());
    room.keys("Home Right e 'A limit' Enter Enter");
    assert_eq!(room.solution(2).approach, Approach::Prevent);
    assert!(is_open(&room));
    room.keys("Esc");
    assert_eq!(room.workshop().focus, Pane::Grid, "the grid keeps the focus");
}

#[test]
fn owner_and_decision_are_asked_for_without_leaving() {
    let mut room = meeting();
    room.keys("g s g 3 Enter B o Ctrl+w Ctrl+w 'Ana' Enter");
    assert_eq!(room.risk(3).owner, Some(name("Ana")));
    room.keys("Right Right Right o Ctrl+w Ctrl+w 'Eva' Enter");
    assert_eq!(room.solution(2).owner, Some(name("Eva")));
    room.keys("A Home Enter");
    assert_eq!(room.risk(3).decision, Decision::Undecided);
    assert!(is_open(&room));
    room.keys("u");
    assert_eq!(room.risk(3).decision, Decision::Treat);
}

#[test]
fn enter_goes_to_the_card_or_to_the_text() {
    let mut room = meeting();
    room.keys("g i g 3 Enter B Right Right Right Enter");
    assert!(!is_open(&room));
    assert_eq!((room.workshop().step, room.workshop().focus), (Step::Solve, Pane::Board));
    assert_eq!(room.workshop().solution, Some(s(2)));
    room.keys("g i g 3 Enter B Enter");
    assert_eq!((room.workshop().step, room.workshop().focus), (Step::Identify, Pane::Details));
    room.keys("Enter ' More' Ctrl+s");
    assert!(room.risk(3).cause.ends_with(" More"), "{}", room.risk(3).cause.as_str());
}

#[test]
fn on_a_card_it_is_of_the_risk_the_card_works_on() {
    let mut room = meeting();
    room.keys("g s Tab Right B");
    assert_eq!(room.workshop().selected_solution().unwrap().id, s(2));
    assert_eq!(room.workshop().risk, Some(r(3)));
}

#[test]
fn long_ones_scroll_to_the_selected_part_on_a_small_screen() {
    let mut room = meeting().size(60, 20);
    room.keys("g s g 3 Enter B End");
    assert!(room.shows("Nobody can pay"), "{}", room.frame());
    room.keys("Home");
    assert!(room.shows("All cards and wallets"), "{}", room.frame());
}

#[test]
fn names_and_points_are_blanked() {
    let mut room = meeting();
    room.keys("g s g 3 Enter b B");
    assert!(!room.shows("Pau Serra") && !room.shows("4→2") && !room.shows("HIGH"), "{}", room.frame());
}

#[test]
fn it_needs_a_risk() {
    let mut room = Room::with_workshop("Empty");
    room.keys("B");
    assert!(!is_open(&room));
    assert!(matches!(room.notice(), Some(Notice::Unavailable(..))));
}
