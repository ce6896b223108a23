//! The pace of the room, and the time on the selected risk: they inform, and never act.

use jiff::SignedDuration;
use riskroom::app::{Event, Place};
use riskroom::domain::Cell;
use riskroom::text::catalogue::Lang;

use super::five_risks;
use crate::support::room::Room;

/// Sets levels, each so many seconds after the one before.
fn score(room: &mut Room, seconds: i64, cells: usize) {
    for _ in 0..cells {
        sleep(room, seconds - 1);
        room.keys("3");
    }
}

/// Lets time go by at once.
fn sleep(room: &mut Room, seconds: i64) {
    room.world.now += SignedDuration::from_secs(seconds);
    room.happens(Event::Resized);
}

/// Five risks of which two are scored, 26 seconds a cell, from nine on.
fn two_scored() -> Room {
    let mut room = five_risks();
    room.keys("g a");
    score(&mut room, 26, 2 * Cell::ALL.len());
    room
}

/// The upper edge of the grid.
fn edge(room: &Room) -> String {
    room.screen().lines().find(|line| line.contains("┏")).unwrap().to_owned()
}

#[test]
fn the_pace_is_told_once_two_risks_are_scored() {
    let mut room = five_risks();
    room.keys("g a");
    score(&mut room, 26, Cell::ALL.len());
    assert!(edge(&room).contains(" 1 of 5 scored ") && !room.shows("each"), "{}", room.screen());
    score(&mut room, 26, Cell::ALL.len());
    let left = room.world.now + SignedDuration::from_secs(15 * 26);
    let done = riskroom::text::dates::clock(left, &jiff::tz::TimeZone::UTC);
    assert!(edge(&room).contains(&format!(" 2 of 5 scored, 2:10 each, done {done} ")), "{}", room.screen());
    score(&mut room, 26, 3 * Cell::ALL.len());
    assert!(edge(&room).contains(" 5 of 5 scored, 2:10 each "), "{}", room.screen());
}

#[test]
fn a_break_moves_the_end_and_not_the_pace() {
    let mut room = two_scored();
    assert!(edge(&room).contains("2:10 each, done 09:1"), "{}", edge(&room));
    sleep(&mut room, 40 * 60);
    assert!(edge(&room).contains("2:10 each, done 09:5"), "{}", edge(&room));
    score(&mut room, 26, 2);
    assert!(edge(&room).contains("2:10 each, done 09:5"), "{}", edge(&room));
    sleep(&mut room, 3 * 3_600);
    assert!(!room.shows("each"), "another sitting: {}", room.screen());
}

#[test]
fn a_clock_that_jumps_is_no_pace() {
    let mut room = two_scored();
    room.world.now -= SignedDuration::from_hours(1);
    room.keys("Down");
    assert!(!room.shows("each"), "{}", room.screen());
    score(&mut room, 26, 5);
    assert!(!room.shows("each"), "one risk since then: {}", room.screen());
    score(&mut room, 26, 5);
    assert!(edge(&room).contains("4 of 5 scored, 2:10 each"), "{}", room.screen());
}

#[test]
fn it_goes_on_after_opening_again_and_ends_with_the_day() {
    let room = two_scored();
    let before = edge(&room);
    let mut room = room.reload();
    room.keys("g a");
    let grid = |edge: &str| edge.split('┓').next().unwrap().to_owned();
    assert_eq!(grid(&edge(&room)), grid(&before));
    sleep(&mut room, 86_400);
    assert!(!room.shows("each"), "{}", room.screen());
}

#[test]
fn an_end_on_another_day_has_its_date_in_the_words_of_the_language() {
    for (lang, told) in [
        (Lang::En, "2 of 5 scored, 2:10 each, done 16 Jan 00:0"),
        (Lang::Es, "2 de 5 puntuados, 2:10 cada uno, fin 16 ene 00:0"),
    ] {
        let mut room = Room::speaking(lang);
        room.keys("a 'Caja' Enter a 'A' Enter 'B' Enter 'C' Enter 'D' Enter 'E' Enter Esc Home g a");
        sleep(&mut room, 14 * 3_600 + 50 * 60);
        score(&mut room, 26, 10);
        assert!(edge(&room).contains(told), "{}", room.screen());
    }
}

#[test]
fn on_narrow_screens_the_end_goes_first_and_then_the_pace() {
    let mut room = two_scored();
    let mut seen = Vec::new();
    for width in (60..=84).rev() {
        room.resize(width, 24);
        let edge = edge(&room);
        assert!(edge.contains(" 2 of 5 scored"), "{width}: {edge}");
        let parts = [", 2:10 each", ", done 09:11"].map(|part| edge.contains(part));
        assert!(parts[0] || !parts[1], "{width}: {edge}");
        assert_eq!([edge.contains("each"), edge.contains("done")], parts, "none is cut: {edge}");
        assert!(edge.contains("» Scoring grid ━"), "{width}: {edge}");
        seen.push(usize::from(parts[0]) + usize::from(parts[1]));
    }
    assert!(seen.is_sorted_by(|one, other| one >= other), "{seen:?}");
    room.keys("/ 'a' Enter");
    room.resize(60, 20);
    assert!(edge(&room).contains("scored") && !edge(&room).contains("done"), "{}", room.screen());
}

#[test]
fn a_closed_session_has_no_pace() {
    let mut room = two_scored();
    room.keys(": 'close the session' Enter x 'for now' Enter Down").wait(60);
    assert!(room.session().is_closed());
    assert!(!room.shows("each") && !room.shows(" on R"), "{}", room.screen());
    assert_eq!(room.app().next_due(), None);
}

#[test]
fn the_time_on_a_risk_is_told_from_half_a_minute_on() {
    let mut room = five_risks();
    room.keys("g a").wait(29);
    assert!(!room.shows(" on R1"), "{}", room.screen());
    room.wait(1);
    assert!(room.shows("0:30 on R1"), "{}", room.screen());
    sleep(&mut room, 62);
    assert!(room.shows("1:32 on R1"), "{}", room.screen());
    room.keys("Down");
    assert!(!room.shows(" on R"), "{}", room.screen());
    room.keys("Up").wait(5);
    assert!(room.shows("1:38 on R1"), "coming back goes on: {}", room.screen());
    room.keys("v").wait(10);
    assert!(room.app().on_risk().is_some_and(|on| on.seconds > 98));
}

#[test]
fn longer_than_average_is_said_in_words() {
    let mut room = two_scored();
    sleep(&mut room, 130);
    assert!(room.shows("2:10 on R3") && !room.shows("longer"), "{}", room.screen());
    room.wait(1);
    assert!(room.shows("2:11 on R3, longer than average"), "{}", room.screen());
}

#[test]
fn it_wakes_the_program_once_for_each_second_it_shows() {
    let mut room = five_risks();
    assert_eq!(room.wakes(3_600), 0, "step 1 has no watch");
    room.keys("g a");
    assert_eq!(room.wakes(30), 1, "there is nothing to show before");
    assert_eq!(room.wakes(60), 60);
    room.keys("g r");
    assert_eq!(room.wakes(60), 0, "the ranking hides the grid");
    room.keys("Esc g s");
    assert_eq!(room.wakes(60), 0);
    room.keys("g a q");
    assert_eq!(room.app().place, Place::Home);
    assert_eq!(room.wakes(60), 0);
    room.keys("Esc");
    assert_eq!(room.wakes(60), 60);
    room.resize(40, 12);
    assert_eq!(room.wakes(60), 0, "no frame, no place");
    room.resize(80, 24);
    for _ in 0..10 {
        sleep(&mut room, 10 * 60);
    }
    assert!(room.shows("99:59 on R1"), "{}", room.screen());
    assert_eq!(room.wakes(60), 0, "from then on nobody counts");
}

#[test]
fn the_watch_stands_still_where_time_jumps() {
    let mut room = five_risks();
    room.keys("g a").wait(60);
    room.world.now -= SignedDuration::from_hours(3);
    room.keys("Left");
    assert!(room.shows("1:00 on R1"), "{}", room.screen());
    sleep(&mut room, 9 * 3_600);
    assert!(room.shows("1:00 on R1"), "a machine that slept was a break: {}", room.screen());
    room.keys("Left");
    assert!(room.shows("1:01 on R1"), "{}", room.screen());
}

#[test]
fn where_there_is_no_room_for_both_the_time_takes_the_place_of_the_direction() {
    for lang in Lang::ALL {
        let mut room = Room::speaking(lang);
        room.keys("a 'Caja' Enter a 'A' Enter 'B' Enter 'C' Enter Esc Home g a");
        score(&mut room, 3, 10);
        sleep(&mut room, 100);
        for (width, height) in [(200, 60), (120, 36), (110, 30), (80, 24), (60, 20)] {
            room.resize(width, height);
            assert!(room.shows("1:40 on R3, longer") || room.shows("1:40 en R3, más"), "{}", room.screen());
        }
    }
}
