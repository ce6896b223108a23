//! The keys of the moment in the footer of the grid, and fingers that type on after a refused `v`.

use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::votes::Told;
use riskroom::app::workshop::Step;
use riskroom::app::{Action, Place};
use riskroom::domain::{Cell, Round};

use super::five_risks;
use super::votes::eight_people;
use crate::support::room::Room;
use crate::support::seeds::{levels, r, votes};

fn room() -> Room {
    let mut room = Room::with_session(&eight_people()).size(80, 24);
    room.keys("g a g g");
    room
}

fn footer(room: &Room) -> String {
    room.screen().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn the_footer_tells_the_keys_of_the_moment_at_80_columns() {
    let mut room = room();
    assert!(footer(&room).starts_with(" 1-5 level   v votes   n next empty   a add"), "{}", footer(&room));
    room.keys("v '112455' Enter").wait(1);
    room.keys("Right Left");
    assert!(footer(&room).starts_with(" r reveal   1-5 level   v votes   n next empty"), "{}", footer(&room));
    room.keys("r");
    let revealed = " Enter median   1-5 level   R re-vote   N next disputed";
    assert!(footer(&room).starts_with(revealed), "{}", footer(&room));
    // Away from it, the disputed cell is still what `N` finds.
    room.keys("Right");
    assert!(
        footer(&room).starts_with(" 1-5 level   v votes   N next disputed   n next empty"),
        "{}",
        footer(&room)
    );
}

#[test]
fn a_key_that_would_find_nothing_is_not_in_the_footer() {
    let mut room = room();
    room.keys("1 1 1 1 1 1 1 1 1 1 Home");
    let hints = room.app().hints();
    assert!(!hints.contains(&Action::NextEmpty) && !hints.contains(&Action::NextDisputed));
    room.keys("Backspace");
    assert!(room.app().hints().contains(&Action::NextEmpty));
    // In the quick pass only three cells are missed.
    room.keys("f");
    assert!(!room.app().hints().contains(&Action::NextEmpty), "{}", footer(&room));
}

#[test]
fn votes_typed_at_a_revealed_cell_set_no_level() {
    let mut room = room();
    room.keys("v '112455' r");
    let before = room.session().clone();
    room.keys("v");
    assert!(footer(&room).contains("R starts the one re-vote"), "{}", footer(&room));
    for key in ["3", "3", "4", "?", "-", "Space", "0", "Backspace", "Delete", "9", "Enter"] {
        room.keys(key);
        assert_eq!(room.notice(), Some(&Notice::Votes(Told::NotTaken(Unavailable::ReVoteFirst))), "{key}");
        assert!(footer(&room).contains("Nothing set (Esc: go on)"), "{}", footer(&room));
    }
    assert_eq!(*room.session(), before);
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(1)), Cell::Probability));
    // Esc ends it, and does not leave the session.
    room.keys("Esc");
    assert_eq!((room.notice(), room.app().place), (None, Place::Workshop));
    room.keys("3 Esc");
    assert_eq!(room.risk(1).levels(), levels([3, 0, 0, 0, 0]));
    assert_eq!(room.workshop().cell, Cell::Impact);
}

#[test]
fn what_helps_works_at_once() {
    let mut room = room();
    room.keys("v '112455' r v 3 R '333444' r");
    let rounds: Vec<&Round> = room.risk(1).cells.probability.rounds.iter().collect();
    assert_eq!(rounds[1].votes, votes("33-34-44"));
    // An arrow goes on as well.
    room.keys("v 3 Right v '222222' r Enter");
    assert_eq!(room.risk(1).levels(), levels([0, 2, 0, 0, 0]));
}

#[test]
fn both_rounds_over_or_nobody_to_vote_are_no_trap_either() {
    let mut room = room();
    room.keys("v '112455' r R '112455' r v 4 4");
    assert_eq!(room.notice(), Some(&Notice::Votes(Told::NotTaken(Unavailable::RoundsOver))));
    assert_eq!(room.risk(1).levels(), levels([0; 5]));
    let mut room = five_risks();
    room.keys(". v 3 4 4");
    assert_eq!(room.notice(), Some(&Notice::Votes(Told::NotTaken(Unavailable::NobodyVotes))));
    assert_eq!(room.risk(1).levels(), levels([0; 5]));
    room.keys("Esc 3");
    assert_eq!(room.risk(1).levels(), levels([3, 0, 0, 0, 0]));
    assert_eq!(room.workshop().step, Step::Assess);
}

#[test]
fn what_is_set_out_of_sight_is_told() {
    let mut room = five_risks();
    room.keys(". i Space Down Space Enter");
    assert!(footer(&room).contains("R1 · Who is hit: customers, prospects"), "{}", footer(&room));
    room.keys("E Down Enter");
    assert!(footer(&room).contains("R1 · Evidence: seen elsewhere"), "{}", footer(&room));
    room.keys("L 'GDPR' Enter L Ctrl+w Enter");
    assert!(footer(&room).contains("R1 · Legal duty: –"), "{}", footer(&room));
    room.keys("4 Left c 'twice last year' Enter");
    assert!(footer(&room).contains("R1 · Reason for the level: twice last year"), "{}", footer(&room));
    // In the details they are seen.
    room.keys("Tab End Up Up Enter Ctrl+w 'Ana' Enter");
    assert!(!footer(&room).contains("R1 ·"), "{}", footer(&room));
}
