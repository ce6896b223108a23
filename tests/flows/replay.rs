//! Replaying a session, how a cell got its level, and reviewing without writing.

use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::overlay::Overlay;
use riskroom::app::replay::OpenedFor;
use riskroom::app::workshop::{Pane, Step};
use riskroom::app::{Action, Place};
use riskroom::domain::{Cell, Status};

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::r;

/// Three voters; R1 P is voted on, revealed, agreed otherwise with a reason; R2 P is set, cleared by undo.
fn assessed() -> Room {
    let mut room = five_risks();
    room.keys("g w a 'Ana, Ben, Cleo' Enter Esc Esc g a Home v '445' Enter r 5 'seen last week' Enter");
    room.keys("Left Down 3 u");
    room
}

fn at(room: &Room) -> usize {
    room.app().replay().map_or(usize::MAX, |replay| replay.at)
}

#[test]
fn a_replay_steps_back_and_forth_and_ends_where_the_session_is() {
    let mut room = assessed();
    let all = room.workshop().history.entries().len();
    let before = room.session().clone();
    room.keys("g y");
    assert!(room.shows("REPLAY") && room.shows(&format!("{all} of {all}")), "{}", room.screen());
    assert_eq!(at(&room), all);
    room.keys("Left");
    assert_eq!(at(&room), all - 1);
    assert!(room.shows("P level: 3"), "{}", room.screen());
    room.keys("Home");
    assert!(room.session().risks.is_empty() && room.shows("before the first change"), "{}", room.screen());
    room.keys("Left");
    assert_eq!(room.notice(), Some(&Notice::EndReached));
    for _ in 0..all {
        room.keys("Right");
    }
    assert_eq!(*room.session(), before);
    room.keys("PgUp PgUp End Esc");
    assert!(room.app().replay().is_none() && *room.session() == before);
    assert_eq!(room.on_disk().entries().len(), all, "looking changes nothing");
}

#[test]
fn votes_are_masked_as_they_were_then() {
    let mut room = assessed();
    room.keys("g y v");
    assert!(room.shows("by reveal"));
    room.keys("Left");
    assert!(room.shows("votes revealed: 4 4 5"), "{}", room.screen());
    room.keys("v v Left");
    let cell = room.session().risk(r(1)).unwrap().cells.probability.clone();
    assert!(cell.is_voting(), "before the reveal");
    assert!(room.shows("votes: 3 of 3 in") && !room.shows("4 4 5"), "{}", room.screen());
}

#[test]
fn nothing_is_written_while_a_session_is_replayed() {
    let mut room = assessed();
    room.keys("g y Left Left");
    let revision = room.workshop().history.revision();
    for keys in ["a", "e", "d", "1", "u", "c", "P"] {
        room.keys(keys);
        assert!(
            matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::Replaying))),
            "{keys}: {:?}",
            room.notice()
        );
        assert!(room.app().typing.is_none() && room.app().overlay.is_none());
    }
    room.keys(". , . g r Esc g h Esc g x Esc g p Esc");
    assert_eq!(room.workshop().history.revision(), revision);
    assert_eq!(room.app().place, Place::Workshop);
    room.keys("Esc a");
    assert!(!matches!(room.notice(), Some(Notice::Unavailable(..))), "writing goes on");
}

#[test]
fn enter_goes_to_what_changed() {
    let mut room = assessed();
    room.keys("g i g y Home Right Enter");
    assert_eq!((room.workshop().step, room.workshop().risk), (Step::Identify, Some(r(1))));
    room.keys("v v End Left");
    assert_eq!(room.workshop().step, Step::Identify);
    room.keys("Enter");
    let workshop = room.workshop();
    assert_eq!(
        (workshop.step, workshop.focus, workshop.risk, workshop.cell),
        (Step::Assess, Pane::Grid, Some(r(2)), Cell::Probability)
    );
}

#[test]
fn a_cell_tells_how_it_got_its_level_and_is_replayed_from_there() {
    let mut room = assessed();
    room.keys("Up H");
    let Some(Overlay::Changes(log)) = &room.app().overlay else { panic!("{}", room.screen()) };
    assert_eq!(log.filter.cell, Some((r(1), Cell::Probability)), "{}", room.screen());
    assert!(room.shows("P level: 5 → 5 (seen last week)"), "{}", room.screen());
    room.keys("Home y");
    assert!(room.session().risk(r(1)).unwrap().cells.probability.is_voting(), "{}", room.screen());
    assert!(room.app().overlay.is_none() && room.shows("REPLAY"));
}

#[test]
fn a_new_session_has_nothing_to_replay() {
    let mut room = Room::with_workshop("Empty");
    room.keys("g y");
    assert_eq!(room.notice(), Some(&Notice::NothingToReplay));
}

#[test]
fn a_session_under_review_is_only_looked_at() {
    let mut room = assessed();
    room.keys("q V");
    assert!(room.shows("REVIEW") && under_review(&room), "{}", room.screen());
    room.keys("g i a");
    assert_eq!(room.notice(), Some(&Notice::Unavailable(Action::AddRisk, Unavailable::Reviewing)));
    room.keys("q Enter g i a 'New' Enter Esc");
    assert!(!under_review(&room) && room.session().risks.len() == 6);
    let path = room.path().to_owned();
    let mut room = room.reload();
    room.keys("q V");
    assert!(under_review(&room) && room.workshop().path == path, "{}", room.screen());
}

#[test]
fn follow_ups_pass_a_review_and_can_be_taken_back() {
    let mut room = assessed();
    room.keys("g s Home a 'Log-in limit' Enter Enter L q V g s Tab");
    let before = room.workshop().history.revision();
    room.keys("u");
    let idea = room.session().solutions.iter().any(|it| it.status == Status::Idea);
    assert!(idea, "status is a follow-up: {:?} {}", room.notice(), room.screen());
    room.keys("U L");
    assert_eq!(room.workshop().history.revision(), before + 3, "{:?}", room.notice());
    room.keys("u u");
    room.keys("u");
    assert!(
        matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::Reviewing))),
        "what was added is no follow-up: {:?}",
        room.notice()
    );
    room.keys("s");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::Reviewing))));
}

fn under_review(room: &Room) -> bool {
    room.workshop().opened_for == OpenedFor::Review
}
