//! Teams compared: from the grid and from the ranking, per cell, only what was revealed.

use riskroom::app::overlay::Overlay;
use riskroom::app::workshop::{Pane, Step};
use riskroom::domain::{Cell, Edit, History, PersonEdit, RiskEdit, Seat};

use crate::support::room::Room;
use crate::support::seeds::{agree, name, p, person, r, risk, session_of, votes};
use crate::support::sessions::commit;

/// P1 and P2 are of IT, P3 and P4 of Sales; R1 was voted on in P and D€, R2 is more serious.
fn history() -> History {
    let mut history = History::new(session_of(5));
    for (number, team) in [(1, "IT"), (2, "IT"), (3, "Sales"), (4, "Sales")] {
        let add = Edit::AddPerson(person(number, Seat::Voter));
        commit(&mut history, vec![add, Edit::Person(p(number), PersonEdit::Team(Some(name(team))))]);
    }
    commit(&mut history, (1..=2).map(|number| Edit::AddRisk(Box::new(risk(number)))).collect());
    for (cell, signs) in [(Cell::Probability, "2345"), (Cell::Financial, "11?5")] {
        commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Vote(cell, votes(signs)))]);
        commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Reveal(cell))]);
    }
    commit(&mut history, Cell::ALL.into_iter().map(|cell| agree(r(2), cell, 4)).collect());
    history
}

fn is_open(room: &Room) -> bool {
    matches!(room.app().overlay, Some(Overlay::Teams(_)))
}

#[test]
fn medians_stand_in_a_row_per_team_and_the_widest_gap_is_told() {
    let mut room = Room::with_session(&history()).size(80, 24);
    room.keys("g a g 1 Enter m");
    assert!(is_open(&room));
    assert!(room.shows("2+(2)"), "{}", room.screen());
    assert!(room.shows("P: 2 levels between IT (2) and Sales (4)"), "{}", room.screen());
    assert!(room.shows("Furthest apart: D€: 4 levels between IT (1) and Sales (5)"), "{}", room.screen());
    room.keys("Right");
    assert!(room.shows("I: no revealed votes of a team"), "{}", room.screen());
    room.keys("Right");
    assert!(room.shows("The teams are furthest apart here."), "{}", room.screen());
    room.keys("Enter");
    assert_eq!((room.workshop().step, room.workshop().focus), (Step::Assess, Pane::Grid));
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(1)), Cell::Financial));
}

#[test]
fn from_the_ranking_it_goes_back_there_and_along_its_order() {
    let mut room = Room::with_session(&history());
    room.keys("g a g 1 Enter g r m");
    assert!(room.shows("Furthest apart"), "{}", room.screen());
    room.keys("Up");
    assert!(room.shows("P: no revealed votes of a team"), "{}", room.screen());
    room.keys("Esc");
    assert_eq!(room.app().selected_rank(), Some(r(2)));
    room.keys("m Down Down Esc");
    assert_eq!(room.app().selected_rank(), Some(r(1)));
    room.keys("m Enter");
    assert!(room.app().overlay.is_none());
    room.keys("Esc");
    assert!(room.app().overlay.is_none());
}

#[test]
fn without_two_teams_it_says_where_to_set_them() {
    let mut room = Room::with_session(&history()).size(80, 24);
    room.keys("g w Down Down t Ctrl+w 'it' Enter Down t Ctrl+w Enter Esc g a m");
    assert!(room.shows("Fewer than two teams"), "{}", room.screen());
    assert!(room.shows("g w shows them"), "{}", room.screen());
}

#[test]
fn one_team_alone_and_blanked_scores_tell_no_gap() {
    let mut room = Room::with_session(&history());
    room.keys("g a g 1 Enter Right v '33--' r m");
    assert!(room.shows("I: only one team has voted for a level"), "{}", room.screen());
    room.keys("Esc b m");
    assert!(!room.shows("levels between IT") && !room.shows("(2)"), "{}", room.screen());
}
