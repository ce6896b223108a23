//! Keys that are no commands, sequences, and what comes all at once.

use riskroom::app::notice::Notice;
use riskroom::app::workshop::Step;
use riskroom::app::{Chord, Event};
use riskroom::domain::Glance;

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::r;

#[test]
fn an_unknown_key_says_so() {
    let mut room = Room::new();
    room.keys("k F5");
    assert_eq!(room.notice(), Some(&Notice::NoAction(vec![Chord::parse("F5").unwrap()])));
    room.keys("Down");
    assert_eq!(room.notice(), None);
    room.keys("g z");
    assert!(room.shows("no action on “g z”"), "{}", room.screen());
}

#[test]
fn with_caps_lock_on_the_small_letter_is_meant() {
    let mut room = five_risks();
    room.keys("V");
    assert_eq!(room.risk(1).money, Glance::Small);
    assert!(room.app().caps && room.shows("CAPS"));
    room.keys("N");
    assert_eq!(room.notice(), Some(&Notice::NoAction(vec![Chord::parse("N").unwrap()])));
    assert!(room.workshop().hand.card.is_none());
}

#[test]
fn ctrl_c_never_leaves() {
    let mut room = five_risks();
    room.keys("Ctrl+c");
    assert_eq!(room.notice(), Some(&Notice::QLeaves));
    room.keys("a 'x' Ctrl+c");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "x");
    assert!(!room.has_left());
}

#[test]
fn an_unfinished_sequence_shows_what_can_follow_after_a_moment() {
    let mut room = five_risks();
    room.keys("g");
    assert!(!room.app().pending.as_ref().unwrap().shown);
    room.wait(1);
    assert!(room.app().pending.as_ref().unwrap().shown);
    room.keys("a");
    assert_eq!(room.workshop().step, Step::Assess);
    room.keys("g Esc i");
    assert!(room.app().pending.is_none());
}

#[test]
fn what_comes_at_once_happens_in_order() {
    let mut room = five_risks();
    room.burst("a 'F' Enter 'G' Enter Esc Home v . 3 4");
    assert_eq!(room.listed().len(), 7);
    assert_eq!(room.risk(1).money, Glance::Small);
    assert_eq!(room.risk(1).levels().impact.unwrap().number(), 4);
}

#[test]
fn after_q_at_home_no_key_counts_any_more() {
    let mut room = five_risks();
    room.keys("q").burst("q Esc d d d");
    assert!(room.has_left());
    assert_eq!(room.on_disk().session().risks.len(), 5);
}

#[test]
fn commands_are_found_by_their_name_and_run() {
    let mut room = five_risks();
    room.keys(": 'solve'");
    assert!(room.app().overlay.is_some());
    room.keys("Enter");
    assert!(room.app().overlay.is_none());
    assert_eq!(room.workshop().step, Step::Solve);
    room.keys("? Esc");
    assert!(room.app().overlay.is_none());
}

#[test]
fn nothing_ticks_while_nothing_is_due() {
    let mut room = five_risks();
    assert_eq!(room.app().next_due(), None);
    room.keys("g");
    assert!(room.app().next_due().is_some());
    room.keys("i");
    assert_eq!(room.app().next_due(), None);
}

#[test]
fn the_mouse_selects_what_it_hits_once_it_is_on() {
    let mut room = five_risks();
    room.keys("M");
    assert!(room.world.mouse);
    let row = room.screen().lines().position(|line| line.contains("R3 ")).unwrap();
    room.click(6, u16::try_from(row).unwrap());
    assert_eq!(room.workshop().risk, Some(r(3)));
    room.happens(Event::Wheel(1));
    assert_eq!(room.workshop().risk, Some(r(4)));
}

#[test]
fn the_theme_goes_round_and_the_screen_can_be_drawn_again() {
    let mut room = five_risks();
    let before = room.frame();
    room.keys("Ctrl+l");
    assert_eq!(room.frame(), before);
    let before = room.screen();
    room.keys("T");
    assert_eq!(room.screen(), before);
}

#[test]
fn the_cursor_stands_on_the_selected_row_and_at_the_caret() {
    let mut room = five_risks().size(80, 24);
    let row_of =
        |room: &Room, text: &str| room.screen().lines().position(|line| line.contains(text)).unwrap();
    room.keys("Down Down");
    let (_, row) = room.cursor().unwrap();
    assert_eq!(usize::from(row), row_of(&room, "R3 "));
    assert!(room.roles().lines().nth(row.into()).unwrap().contains(char::is_uppercase));
    room.keys("a 'typed here'");
    let (column, row) = room.cursor().unwrap();
    assert_eq!(usize::from(row), row_of(&room, "typed here"));
    let line: Vec<char> = room.screen().lines().nth(row.into()).unwrap().chars().collect();
    assert!(line[..usize::from(column)].ends_with(&"typed here".chars().collect::<Vec<_>>()));
}

#[test]
fn a_window_of_any_size_is_drawn() {
    let mut room = five_risks();
    for (width, height) in [(1, 1), (39, 12), (40, 12), (59, 20), (60, 20), (80, 24), (110, 30), (200, 60)] {
        room.resize(width, height);
        room.keys(". Down . Down , , e Esc");
    }
    assert_eq!(room.session().check(), []);
}

#[test]
fn with_caps_lock_on_one_can_leave() {
    let mut room = five_risks();
    room.keys("Q");
    assert_eq!(room.app().place, riskroom::app::Place::Home);
    room.keys("Q");
    assert!(room.has_left());
}
