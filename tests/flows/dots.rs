//! The dot vote: typed risk by risk without a score in sight, compared with the ranking, undone.

use riskroom::app::action::Action;
use riskroom::app::banner::Offer;
use riskroom::app::dots::View;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::overlay::Overlay;
use riskroom::app::typing::purpose::Purpose;
use riskroom::app::workshop::{Pane, Step};
use riskroom::domain::History;

use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{r, session_of};

fn room() -> Room {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g v Home");
    room
}

/// The dots of R1, R2, ….
fn dots(room: &Room) -> Vec<u16> {
    room.session().risks.iter().map(|risk| risk.dots).collect()
}

fn view(room: &Room) -> View {
    let Some(Overlay::Dots(vote)) = &room.app().overlay else { panic!("{}", room.screen()) };
    vote.view
}

#[test]
fn dots_are_typed_risk_by_risk() {
    let mut room = room();
    assert!(room.shows("0 of 18 dots"), "{}", room.screen());
    assert!(room.shows("Everybody has 3 dots"), "{}", room.screen());
    // R1 gets 5, R2 none, R3 12; then up and down.
    room.keys("5 Enter Enter 1 2 Enter");
    assert_eq!(dots(&room)[..4], [5, 0, 12, 0]);
    assert!(room.shows("17 of 18 dots"), "{}", room.screen());
    room.keys("2 Up");
    assert_eq!(dots(&room)[..4], [5, 0, 12, 2]);
    assert!(room.shows("1 dot more than there are."), "{}", room.screen());
    room.keys("1 1 Down Esc");
    assert_eq!(dots(&room)[..4], [5, 0, 11, 2]);
    assert_eq!(room.app().dotted(), Some(r(4)));
    room.keys("Backspace");
    assert_eq!(dots(&room)[..4], [5, 0, 11, 0]);
    room.keys("u u u u u");
    assert_eq!(dots(&room)[..4], [0, 0, 0, 0]);
    room.keys("U");
    assert_eq!(dots(&room)[..4], [5, 0, 0, 0]);
    assert_eq!(room.app().dotted(), Some(r(1)), "what is done again is selected");
    let room = room.reload();
    assert_eq!(dots(&room)[..4], [5, 0, 0, 0]);
}

#[test]
fn each_risk_is_one_entry_and_the_last_one_ends_it() {
    let mut room = room();
    let entries = room.workshop().history.revision();
    room.keys("End 7 Enter");
    assert!(room.app().typing.is_none());
    assert_eq!(room.notice(), Some(&Notice::DotsIn(7)));
    assert_eq!(room.workshop().history.revision(), entries + 1);
    room.keys("Home Enter Enter Enter Esc");
    assert_eq!(room.workshop().history.revision(), entries + 1, "nothing typed leaves dots as they are");
}

#[test]
fn what_is_no_number_is_refused_and_kept() {
    let mut room = room();
    room.keys("5 x");
    assert_eq!(room.notice(), Some(&Notice::NotDots));
    assert_eq!(room.app().typing.as_ref().map(|typing| typing.input.text()), Some("5"));
    room.keys("Esc");
    assert_eq!(dots(&room)[0], 0);
    room.keys("Enter");
    assert_eq!(room.app().typing.as_ref().map(|typing| typing.input.text()), Some("5"), "left as a draft");
    room.keys("Enter").wait(2);
    room.keys("9").wait(2);
    let mut room = room.reload();
    assert_eq!(room.app().offer(), Some(Offer::GoOn(Purpose::Dots(r(2)))));
    assert_eq!(dots(&room)[..2], [5, 0]);
    room.keys("g o Enter Esc");
    assert_eq!(dots(&room)[..2], [5, 9]);
}

#[test]
fn no_score_is_in_sight_while_dots_are_typed() {
    for (width, height) in [(80, 24), (200, 60)] {
        for step in ["g a", "g s"] {
            let mut room = Room::with_session(&demo::demo()).size(width, height);
            room.keys(step).keys("g v 3");
            for score in ["CRIT", "HIGH", "MED", "LOW", "points"] {
                assert!(!room.shows(score), "{score} at {width}x{height}: {}", room.screen());
            }
        }
    }
}

#[test]
fn the_furthest_apart_are_listed_in_both_directions() {
    let mut room = room();
    room.keys("Down 5 Enter Down Down Down Down Down Down 4 Enter 3 Enter Esc Tab");
    assert_eq!(view(&room), View::Comparing);
    assert!(room.shows("gut 10 higher") && room.shows("score 2 higher"), "{}", room.screen());
    assert!(room.shows("no rank yet") && room.shows("8 scored risks agree"), "{}", room.screen());
    room.keys("Home");
    assert!(
        room.shows("R2: 5 dots, place 1 by gut, rank 11 by score. The gut fears it more."),
        "{}",
        room.screen()
    );
    room.keys("Down Down");
    assert!(
        room.shows("R1: 0 dots, place 3–11 by gut, rank 1 by score. The score says more."),
        "{}",
        room.screen()
    );
    room.keys("5");
    let why = Notice::Unavailable(Action::TypeDots, Unavailable::Comparing);
    assert_eq!(room.notice(), Some(&why));
    room.keys("End");
    assert!(room.shows("R10: 3 dots, and no rank yet"), "{}", room.screen());
    room.keys("Home Enter");
    assert_eq!((room.workshop().step, room.workshop().focus), (Step::Assess, Pane::Grid));
    assert_eq!(room.workshop().risk, Some(r(2)));
}

#[test]
fn the_selection_finds_its_risk_again_and_blanked_scores_stay_out() {
    let mut room = room();
    room.keys("Down 9 Enter Esc Up Tab");
    assert_eq!(room.app().dotted(), Some(r(2)));
    room.keys("Tab");
    assert_eq!((view(&room), room.app().dotted()), (View::Entering, Some(r(2))));
    room.keys("Esc b g v Tab");
    assert!(room.shows("Scores are blanked") && !room.shows("higher"), "{}", room.screen());
}

#[test]
fn everybody_has_one_to_nine_dots_and_all_can_be_cleared_at_once() {
    let mut room = room();
    room.keys("+");
    assert!(room.shows("of 24 dots"), "{}", room.screen());
    room.keys("- - - -");
    assert!(room.shows("of 6 dots") && room.shows("1 to 9"), "{}", room.screen());
    room.keys("u");
    assert!(room.shows("of 12 dots"), "{}", room.screen());
    room.keys("4 Enter 5 Enter Esc Esc : 'clear the dot' Enter");
    assert_eq!(dots(&room)[..3], [0, 0, 0]);
    room.keys("u");
    assert_eq!(dots(&room)[..3], [4, 5, 0]);
    room.keys("U : 'clear the dot' Enter");
    assert_eq!(room.app().availability(Action::RestartDots), Err(Unavailable::NoDots));
}

#[test]
fn without_risks_scores_or_dots_it_says_what_to_do() {
    let mut room = Room::with_session(&History::new(session_of(5)));
    room.keys("g v 5 Enter Tab");
    assert!(room.shows("No dots yet"), "{}", room.screen());
    room.keys("Esc g i a 'Fire' Enter Esc g v");
    assert!(room.shows("Nobody is here yet"), "{}", room.screen());
    room.keys("1 Enter Tab Down");
    assert!(room.shows("R1: 1 dot, and no rank yet"), "{}", room.screen());
    let mut room = Room::with_session(&demo::demo());
    room.keys("g v Tab");
    assert!(room.shows("No dots yet: Tab goes back"), "{}", room.screen());
}
