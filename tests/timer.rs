//! The timer by itself: whatever is done to it and whatever the clock does, what it shows makes sense.

use jiff::{SignedDuration, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use riskroom::app::timer::{Reading, Timer, parse};

/// Something that happens to a timer.
#[derive(Debug, Clone)]
enum Act {
    Turn,
    Plus,
    Minus,
    /// The clock says so many milliseconds more, or less.
    Clock(i64),
    /// The next change falls due.
    Due,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => Just(Act::Turn),
        2 => Just(Act::Plus),
        2 => Just(Act::Minus),
        3 => (-20_000..90_000_i64).prop_map(Act::Clock),
        1 => (-100_000_000_000..100_000_000_000_i64).prop_map(Act::Clock),
        4 => Just(Act::Due),
    ]
}

/// What is shown as seconds, those after the end below nothing.
fn shown(timer: &Timer) -> i64 {
    match timer.reading() {
        Reading::Left(seconds) => i64::try_from(seconds).unwrap(),
        Reading::Over(seconds) => -i64::try_from(seconds).unwrap(),
    }
}

/// What holds at every moment.
fn makes_sense(timer: &Timer, now: Timestamp) -> Result<(), TestCaseError> {
    match timer.reading() {
        Reading::Left(seconds) => {
            prop_assert!((1..=36_000).contains(&seconds) && seconds <= timer.seconds(), "{seconds}");
            prop_assert!(!timer.is_over() && (1..=10).contains(&timer.cells_left(10)));
        }
        Reading::Over(seconds) => {
            prop_assert!(seconds <= 5_999, "{seconds}");
            prop_assert!(timer.is_over() && timer.cells_left(10) == 0);
        }
    }
    match timer.next_change() {
        Some(at) => {
            let wait = at.duration_since(now);
            prop_assert!(timer.is_running());
            prop_assert!(wait > SignedDuration::ZERO && wait <= SignedDuration::from_secs(1), "{wait:?}");
        }
        None => prop_assert!(!timer.is_running() || shown(timer) == -5_999),
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_it_shows_makes_sense(minutes in 1..700_i64, acts in vec(act(), 1..120)) {
        let mut now: Timestamp = "2026-01-15T09:00:00Z".parse().unwrap();
        let mut timer = Timer::start(SignedDuration::from_mins(minutes), now);
        for act in acts {
            let before = shown(&timer);
            let was_running = timer.is_running();
            match act {
                Act::Turn => {
                    timer.turn(now);
                    prop_assert_eq!((shown(&timer), timer.is_running()), (before, !was_running));
                }
                Act::Plus => {
                    let was_over = timer.is_over();
                    let after = if timer.add_minute() { before.max(0) + 60 } else { before };
                    prop_assert!(shown(&timer) == after, "{} {}", was_over, shown(&timer));
                }
                Act::Minus => {
                    let after = if timer.take_minute() { before - 60 } else { before };
                    prop_assert_eq!(shown(&timer), after);
                    prop_assert!(after == before || after > 0, "a minute taken never ends it");
                }
                Act::Clock(millis) => {
                    now = now.checked_add(SignedDuration::from_millis(millis)).unwrap();
                    timer.tick(now);
                    if was_running && millis > 0 {
                        prop_assert!(shown(&timer) <= before);
                    } else {
                        prop_assert_eq!(shown(&timer), before, "a pause, or a clock set back, counts nothing");
                    }
                }
                Act::Due => if let Some(at) = timer.next_change() {
                    now = at;
                    timer.tick(now);
                    prop_assert_eq!(shown(&timer), before - 1, "woken exactly when another second is shown");
                }
            }
            makes_sense(&timer, now)?;
        }
    }

    #[test]
    fn a_length_is_minutes_or_minutes_and_seconds(minutes in 0..700_u32, seconds in 0..80_u32, junk in ".{0,8}") {
        let expected = |seconds: u32| Some(SignedDuration::from_secs(i64::from(seconds))).filter(|it| {
            (SignedDuration::from_secs(1)..=SignedDuration::from_mins(600)).contains(it)
        });
        prop_assert_eq!(parse(&minutes.to_string()), expected(minutes * 60));
        let both = expected(minutes * 60 + seconds).filter(|_| seconds < 60);
        prop_assert_eq!(parse(&format!(" {minutes}:{seconds:02} ")), both);
        let _ = parse(&junk);
    }
}

#[test]
fn a_timer_that_ran_out_stops_counting_after_a_while() {
    let now: Timestamp = "2026-01-15T09:00:00Z".parse().unwrap();
    let mut timer = Timer::start(SignedDuration::from_mins(1), now);
    timer.tick(Timestamp::MAX);
    assert_eq!((timer.reading(), timer.next_change()), (Reading::Over(5_999), None));
    timer.tick(Timestamp::MIN);
    assert!(timer.add_minute());
    assert_eq!(timer.reading(), Reading::Left(60));
}
