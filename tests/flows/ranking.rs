//! The ranking over the screen: order, how firm it is, the appetite line.

use riskroom::app::overlay::Overlay;
use riskroom::app::workshop::{Pane, Step};
use riskroom::app::{Event, Place};
use riskroom::domain::robustness::{Robustness, WeightsAre};
use riskroom::domain::{Band, History};

use crate::support::demo;
use crate::support::generate::session_with;
use crate::support::room::Room;
use crate::support::seeds::session_of;

fn meeting() -> Room {
    Room::with_session(&demo::demo())
}

fn is_open(room: &Room) -> bool {
    matches!(room.app().overlay, Some(Overlay::Ranking(_)))
}

#[test]
fn it_opens_at_the_selected_risk_and_goes_to_a_cell_of_it() {
    let mut room = meeting();
    room.keys("g i g 4 Enter g r");
    assert_eq!(room.app().selected_rank(), room.workshop().risk);
    room.keys("Home Down");
    let second = room.workshop().derived.ranking.order[1];
    assert_eq!(room.app().selected_rank(), Some(second));
    room.keys("Enter");
    assert!(!is_open(&room));
    assert_eq!((room.workshop().step, room.workshop().focus), (Step::Assess, Pane::Grid));
    assert_eq!(room.workshop().risk, Some(second));
}

#[test]
fn it_tells_how_firm_the_ranks_are_as_soon_as_that_is_drawn() {
    let mut room = meeting();
    room.keys("g r");
    let expected = Robustness::of(room.session(), WeightsAre::Drawn);
    assert_eq!(room.app().robustness(), Some(&expected));
    let first = room.workshop().derived.ranking.order[0];
    let standing = expected.standing(first).unwrap();
    assert!(room.shows(&format!("{} %", standing.top)));
}

#[test]
fn what_was_drawn_for_another_state_is_not_shown() {
    let mut room = meeting();
    room.keys("g r");
    let (path, revision) = (room.path().to_owned(), room.workshop().history.revision());
    let old = room.app().robustness().unwrap().clone();
    room.keys("Esc g a 1");
    assert_eq!(room.app().robustness(), None);
    // A late answer is of an older state.
    room.happens(Event::Robustness { path, revision, robustness: old });
    assert_eq!(room.app().robustness(), None);
    room.keys("Esc g r");
    assert_eq!(room.app().robustness(), Some(&Robustness::of(room.session(), WeightsAre::Drawn)));
}

#[test]
fn the_appetite_line_moves_by_one_action_and_never_below_medium() {
    let mut room = meeting();
    let before = room.session().appetite;
    assert_eq!(before, Band::High);
    room.keys("g r K");
    assert_eq!(room.session().appetite, Band::Critical);
    room.keys("K");
    assert_eq!(room.session().appetite, Band::Critical);
    room.keys("J J");
    assert_eq!(room.session().appetite, Band::Medium);
    room.keys("J");
    assert_eq!(room.session().appetite, Band::Medium);
    room.keys("u");
    assert_eq!(room.session().appetite, Band::High);
    assert!(is_open(&room));
}

#[test]
fn it_needs_no_risks_and_scrolls_through_many() {
    let mut room = Room::with_session(&History::new(session_of(5)));
    room.keys("g r Down Enter K");
    assert!(is_open(&room));
    let mut room = Room::with_session(&History::new(session_with(300, 8, 3)));
    room.keys("g r End");
    let last = *room.workshop().derived.ranking.order.last().unwrap();
    assert_eq!(room.app().selected_rank(), Some(last));
    assert!(room.shows(&format!("300 {last}")), "{}", room.frame());
}

#[test]
fn blanked_scores_stay_out_of_sight() {
    let mut room = meeting();
    room.keys("g r");
    assert!(room.shows("CRIT"));
    room.keys("Esc b g r");
    assert!(!room.shows("CRIT") && !room.shows(" %"));
}

#[test]
fn one_goes_on_from_the_ranking_to_anything_else() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g r Down Down");
    let third = room.app().selected_rank();
    assert!(third.is_some() && third != room.workshop().risk);
    room.keys("g h");
    assert!(room.shows("Heat map"), "{}", room.screen());
    assert_eq!(room.workshop().risk, third, "the risk goes along");
    room.keys("g x");
    assert!(room.shows("Gaps") && !room.shows("Heat map"), "{}", room.screen());
    room.keys("g f g e g t g w g p g m g a");
    assert!(room.app().overlay.is_none() && room.workshop().step == Step::Assess, "{}", room.screen());
    room.keys("g r g l");
    assert!(room.app().place == Place::Home && room.app().overlay.is_none(), "{}", room.screen());
}
