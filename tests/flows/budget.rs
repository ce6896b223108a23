//! The budget: a cap, what is suggested under it, and accepting that as one action.

use riskroom::app::Event;
use riskroom::app::notice::Notice;
use riskroom::app::overlay::Overlay;
use riskroom::app::workshop::{Pane, Step};
use riskroom::domain::Status;
use riskroom::domain::budget::{Measure, Standing, Suggestion};

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::s;

/// One scored risk with three ideas: S1 lowers P for 1,000, S2 lowers P further for 3,500, S3 lowers F for 2,000.
fn ideas() -> Room {
    let mut room = five_risks();
    room.keys(". 4 5 3 4 3 . Home");
    room.keys("a 'Limit' Enter Enter c '1000' Enter Enter Down Enter");
    room.keys("Shift+Tab a 'Second bank' Enter Down Enter c '3500' Enter Enter Down Down Enter");
    room.keys("Shift+Tab a 'Runbook' Enter End Enter c '2000' Enter Enter");
    room.keys("Esc");
    room
}

fn suggestion(room: &Room) -> &Suggestion {
    match &room.app().overlay {
        Some(Overlay::Budget(budget)) => &budget.suggestion,
        other => panic!("no budget: {other:?}"),
    }
}

fn taken(room: &Room) -> Vec<u32> {
    let taken = suggestion(room).candidates.iter().filter(|it| it.standing == Standing::Taken);
    let mut taken: Vec<u32> = taken.map(|it| it.solution.number()).collect();
    taken.sort_unstable();
    taken
}

fn statuses(room: &Room) -> Vec<Status> {
    room.session().solutions.iter().map(|solution| solution.status).collect()
}

#[test]
fn the_cap_is_asked_for_and_the_best_set_under_it_suggested() {
    let mut room = ideas();
    room.keys("m '3500' Enter");
    // P 4→3 and F 3→1 remove 4 together, as P 4→2 does alone, but for less.
    assert_eq!(taken(&room), [1, 3], "{}", room.frame());
    assert_eq!((suggestion(&room).cost, suggestion(&room).removed), (3_000, 4));
    assert!(room.shows("cap €3,500 · suggested €3,000 · left €500"), "{}", room.frame());
    assert!(room.shows("removes 4 of"), "{}", room.frame());
    room.keys("c Ctrl+w '2k' Enter");
    assert_eq!(taken(&room), [1]);
}

#[test]
fn nothing_changes_before_it_is_accepted_and_that_is_one_action() {
    let mut room = ideas();
    room.keys("m '3500' Enter");
    let before = room.workshop().history.revision();
    assert_eq!(statuses(&room), [Status::Idea; 3]);
    room.keys("A");
    assert_eq!(statuses(&room), [Status::Chosen, Status::Idea, Status::Chosen]);
    assert_eq!(room.workshop().history.revision(), before + 1);
    assert_eq!(room.notice(), Some(&Notice::SuggestionAccepted(2)));
    room.keys("u");
    assert_eq!(statuses(&room), [Status::Idea; 3]);
    assert!(matches!(room.app().overlay, Some(Overlay::Budget(_))));
    room.keys("U A");
    assert_eq!(room.notice(), Some(&Notice::SuggestionAccepted(0)));
}

#[test]
fn what_the_room_has_chosen_besides_stays_chosen_and_is_told() {
    let mut room = ideas();
    room.keys("g i g s Tab");
    assert_eq!(room.workshop().focus, Pane::Board);
    room.keys("Home Down L");
    assert_eq!(statuses(&room), [Status::Idea, Status::Chosen, Status::Idea]);
    room.keys("m '3500' Enter");
    assert_eq!(suggestion(&room).chosen_left_out(), (1, 3_500));
    assert!(room.shows("1 chosen not in it stays chosen"), "{}", room.frame());
    room.keys("A");
    assert_eq!(statuses(&room), [Status::Chosen; 3]);
}

#[test]
fn work_is_counted_in_stated_days_and_its_cap_kept_apart() {
    let mut room = ideas();
    room.keys("m '3500' Enter m '1' Enter");
    // XS is 1 day, S 2; S3 has no effort.
    assert_eq!(taken(&room), [1], "{}", room.frame());
    assert!(room.shows("XS 1, S 2, M 10, L 40, XL 80"), "{}", room.frame());
    assert!(room.shows("no cost yet"));
    room.keys("m");
    assert_eq!(suggestion(&room).cost, 3_000);
    room.keys("Esc m");
    assert_eq!(suggestion(&room).cost, 3_000, "the cap is known in this run");
    room.keys("m c Ctrl+w '1 w' Enter");
    assert_eq!(taken(&room), [2], "{}", room.frame());
}

#[test]
fn a_bad_cap_gets_an_example() {
    let mut room = ideas();
    room.keys("m 'lots' Enter");
    assert_eq!(room.notice(), Some(&Notice::NotAnAmount));
    assert!(room.shows("800k"), "{}", room.frame());
    room.keys("Esc m 'soon' Enter");
    assert_eq!(room.notice(), Some(&Notice::NotDays));
    assert!(room.shows("6 w"), "{}", room.frame());
}

#[test]
fn an_empty_cap_takes_it_away() {
    let mut room = ideas();
    room.keys("m '3500' Enter c Ctrl+w Enter");
    assert!(taken(&room).is_empty());
    assert!(room.shows("no cap yet"));
}

#[test]
fn done_and_doing_are_given_and_dropped_or_binned_no_candidates() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g s m");
    let mut known: Vec<u32> = suggestion(&room).candidates.iter().map(|it| it.solution.number()).collect();
    known.sort_unstable();
    assert_eq!(known, [2, 5]);
    room.keys("Esc Esc Tab d m");
    assert_eq!(suggestion(&room).candidates.len(), 1);
    room.keys("Esc u");
    assert_eq!(suggestion(&room).candidates.len(), 2, "it follows the session");
}

#[test]
fn enter_goes_to_the_card() {
    let mut room = ideas();
    room.keys("m '3500' Enter Home Down Enter");
    assert!(room.app().overlay.is_none());
    assert_eq!((room.workshop().step, room.workshop().focus), (Step::Solve, Pane::Board));
    assert_eq!(room.workshop().solution, Some(s(3)));
}

#[test]
fn it_can_be_opened_with_nothing_to_choose_from() {
    let mut room = five_risks();
    room.keys(". . m");
    assert!(room.app().typing.is_none());
    assert!(room.shows("Nothing to choose from"), "{}", room.frame());
    room.keys("A Down Enter");
    assert!(matches!(room.app().overlay, Some(Overlay::Budget(_))));
}

#[test]
fn points_are_blanked() {
    let mut room = ideas();
    room.keys("b m '3500' Enter");
    assert!(room.shows("suggested €3,000") && !room.shows("removes 4 of"), "{}", room.frame());
}

#[test]
fn another_session_has_its_own_cap() {
    let mut room = ideas();
    room.keys("m '3500' Enter Esc");
    let path = room.put("other.ron", &demo::demo());
    room.open(&path).keys("g s m");
    assert!(room.shows("no cap yet"), "{}", room.frame());
    room.happens(Event::Resized);
    assert_eq!(
        suggestion(&room),
        &Suggestion::of(room.session(), Measure::Money, None),
        "what is shown is what the domain says"
    );
}
