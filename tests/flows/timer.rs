//! The timer of the room: it informs on every step, and never does anything.

use jiff::SignedDuration;
use riskroom::app::Place;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::timer::Reading;
use riskroom::text::catalogue::Lang;

use super::five_risks;
use crate::support::room::Room;

fn reading(room: &Room) -> Reading {
    room.app().timer.as_ref().expect("a timer is on").reading()
}

#[test]
fn one_key_starts_it_pauses_it_and_goes_on() {
    let mut room = five_risks();
    let history = room.workshop().history.revision();
    room.keys("t").wait(60);
    assert!(room.shows("29:00 of 30:00 ▓▓▓▓▓▓▓▓▓▓"), "{}", room.screen());
    room.keys("t").wait(600);
    assert!(room.shows("■28:59 of 30:00 paused"), "{}", room.screen());
    room.keys(". t").wait(600);
    assert!(room.shows("18:59 of 30:00 ▓▓▓▓▓▓▓░░░"), "{}", room.screen());
    assert_eq!(room.workshop().history.revision(), history, "nothing of it is in the session");
}

#[test]
fn minutes_are_added_and_taken() {
    let mut room = five_risks();
    room.keys("+");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::NoTimer))));
    room.keys("t t + = -");
    assert_eq!(reading(&room), Reading::Left(31 * 60 - 1));
    assert!(room.shows("of 31:00"));
    for _ in 0..40 {
        room.keys("-");
    }
    assert_eq!(reading(&room), Reading::Left(59));
    assert_eq!(room.notice(), Some(&Notice::NoMinuteLeft));
}

#[test]
fn it_wakes_the_program_once_for_each_second_it_shows() {
    let mut room = five_risks();
    assert_eq!(room.wakes(3_600), 0);
    room.keys("t");
    assert_eq!(room.wakes(600), 600);
    room.keys("t");
    assert_eq!(room.app().next_due(), None);
    assert_eq!(room.wakes(3_600), 0);
    room.keys("t q");
    assert_eq!(room.app().place, Place::Home);
    assert_eq!(room.wakes(60), 0, "home shows no timer");
    room.keys("Esc");
    assert_eq!(room.app().place, Place::Workshop);
    assert_eq!(room.wakes(60), 60);
    let gone = 600 + 1 + 1 + 60 + 1 + 60;
    assert_eq!(reading(&room), Reading::Left(1_800 - gone), "the time goes by all the same");
    room.keys(": 'stop the timer' Enter");
    assert!(room.app().timer.is_none());
    assert_eq!(room.app().next_due(), None);
}

#[test]
fn its_end_is_told_once_and_does_nothing() {
    let mut room = five_risks();
    room.keys(": 'set the timer' Enter '0:10' Enter").wait(9);
    assert_eq!((reading(&room), room.notice()), (Reading::Left(1), None));
    room.wait(1);
    assert_eq!((reading(&room), room.notice()), (Reading::Over(0), Some(&Notice::TimeIsUp)));
    room.keys("Down").wait(39);
    assert_eq!(room.notice(), None);
    assert!(room.shows("+00:40 over"), "{}", room.screen());
    room.keys("+");
    assert_eq!(reading(&room), Reading::Left(60), "a minute more is a minute from now");
    room.wait(60);
    assert_eq!(room.notice(), Some(&Notice::TimeIsUp));
    room.keys("q").wait(3_600);
    room.keys("Esc");
    assert_eq!(room.notice(), None);
}

#[test]
fn an_end_that_came_at_home_is_told_on_coming_back() {
    let mut room = five_risks();
    room.keys(": 'set the timer' Enter '1' Enter q").wait(600);
    assert_ne!(room.notice(), Some(&Notice::TimeIsUp));
    room.keys("Esc");
    assert_eq!(room.notice(), Some(&Notice::TimeIsUp));
}

#[test]
fn the_length_set_by_hand_is_kept() {
    let mut room = five_risks();
    room.keys(": 'set the timer' Enter 'soon' Enter");
    assert_eq!(room.notice(), Some(&Notice::NotALength));
    assert!(room.app().typing.is_some());
    room.keys("Ctrl+w '12:30' Enter + : 'stop the timer' Enter t t");
    assert_eq!(room.app().timer.as_ref().map(riskroom::app::timer::Timer::seconds), Some(750));
    room.keys(": 'set the timer' Enter Enter");
    assert_eq!(room.app().timer.as_ref().map(riskroom::app::timer::Timer::seconds), Some(750));
    assert!(room.app().drafts.is_empty());
}

#[test]
fn a_clock_that_is_set_back_does_not_disturb_it() {
    let mut room = five_risks();
    room.keys("t").wait(60);
    room.world.now -= SignedDuration::from_hours(3);
    room.keys("Down").wait(60);
    // A key comes a second after the one before, by the clock that was set back: it counted nothing.
    assert_eq!(reading(&room), Reading::Left(1_800 - 120));
    room.world.now += SignedDuration::from_hours(2);
    room.keys("Down");
    assert!(matches!(reading(&room), Reading::Over(_)), "a machine that slept has let the time go by");
}

#[test]
fn the_numbers_of_other_steps_make_room_for_the_time_on_narrow_screens() {
    let mut room = Room::speaking(Lang::Es);
    room.keys("a 'Caja' Enter t t");
    for (step, name) in [("g i", "[1 IDENTIFICAR]"), ("g a", "[2 EVALUAR]"), ("g s", "[3 RESOLVER]")] {
        room.keys(step);
        for width in [40, 42, 46, 50, 59, 60] {
            room.resize(width, 20);
            let first = room.screen().lines().next().unwrap().to_owned();
            assert!(first.contains("29:5") && first.contains("guardado"), "{width}: {first}");
            assert!(first.contains(name), "{width}: {first}");
        }
    }
}

#[test]
fn the_remaining_time_stays_as_long_as_it_fits() {
    let mut room = five_risks();
    room.keys("t t");
    for (width, height) in
        [(200, 60), (120, 36), (110, 30), (100, 30), (80, 24), (60, 20), (46, 12), (40, 12)]
    {
        room.resize(width, height);
        let first = room.screen().lines().next().unwrap().to_owned();
        assert!(first.contains("29:59") && first.contains("saved"), "{width}: {first}");
        assert!(first.contains("[1 IDENTIFY]"), "{width}: {first}");
    }
}
