//! The timer of the room: it tells how much time is left, and never does anything.
//!
//! It belongs to the meeting, not to the session: nothing of it is in a file. Its time is counted from the events that
//! come, so that a clock that is set back stops it for a moment at most, and a machine that slept has let the time go by.
//! What it looks like is `ui::timer`'s.
//!
//! It starts with half an hour, or with the length it was last set to by hand; `+` and `-` and the lengths of rounds are
//! for once. Once it is over, a minute more is a minute from now.

use jiff::{SignedDuration, Timestamp};

use super::notice::Notice;
use super::{App, Place};

/// The length of the first timer of a run.
pub(super) const FIRST_LENGTH: SignedDuration = SignedDuration::from_mins(30);
/// The longest timer there is.
const MAX_LENGTH: SignedDuration = SignedDuration::from_mins(600);
/// So long after the end nobody counts any more.
const MAX_OVER: SignedDuration = SignedDuration::from_secs(99 * 60 + 59);
const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const SECOND: i64 = 1_000_000_000;

/// What the timer shows, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// So much is left; never nothing.
    Left(u64),
    /// It is over, since so long.
    Over(u64),
}

/// A timer that runs or pauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    length: SignedDuration,
    /// What had gone by when it was last looked at.
    gone: SignedDuration,
    /// When it was last looked at; nothing while it pauses.
    seen: Option<Timestamp>,
    /// Whether its end was told.
    told: bool,
}

impl Timer {
    /// A timer that starts now, of at least a second and at most ten hours.
    #[must_use]
    pub fn start(length: SignedDuration, now: Timestamp) -> Self {
        let length = length.clamp(SignedDuration::from_secs(1), MAX_LENGTH);
        Self { length, gone: SignedDuration::ZERO, seen: Some(now), told: false }
    }

    /// Lets the time go by until now. A clock that was set back has counted nothing.
    pub fn tick(&mut self, now: Timestamp) {
        let Some(seen) = self.seen else { return };
        let passed = now.duration_since(seen).max(SignedDuration::ZERO);
        let most = self.length.saturating_add(MAX_OVER);
        self.gone = self.gone.saturating_add(passed).min(most);
        self.seen = Some(now);
    }

    /// Pauses, or goes on.
    pub fn turn(&mut self, now: Timestamp) {
        self.tick(now);
        self.seen = if self.seen.is_some() { None } else { Some(now) };
    }

    /// Adds a minute; once it is over, a minute from now. Whether it can be so long.
    pub fn add_minute(&mut self) -> bool {
        let from = if self.is_over() { self.gone } else { self.length };
        let length = from.saturating_add(MINUTE);
        let fits = length <= MAX_LENGTH;
        if fits {
            self.length = length;
            self.told = false;
        }
        fits
    }

    /// Takes a minute away; whether there was more than one left.
    pub fn take_minute(&mut self) -> bool {
        let fits = self.left() > MINUTE;
        if fits {
            self.length = self.length.saturating_sub(MINUTE);
        }
        fits
    }

    /// Whether it runs.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.seen.is_some()
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.left() <= SignedDuration::ZERO
    }

    /// What it shows.
    #[must_use]
    pub fn reading(&self) -> Reading {
        let left = self.left();
        if self.is_over() {
            Reading::Over(left.unsigned_abs().as_secs())
        } else {
            Reading::Left(rounded_up(left))
        }
    }

    /// Its whole length in seconds.
    #[must_use]
    pub fn seconds(&self) -> u64 {
        rounded_up(self.length)
    }

    /// How many of so many cells of a bar stand for what is left: none only when it is over.
    #[must_use]
    pub fn cells_left(&self, cells: u16) -> u16 {
        let left = match self.reading() {
            Reading::Left(seconds) => seconds,
            Reading::Over(_) => 0,
        };
        let part = (left * u64::from(cells)).div_ceil(self.seconds().max(1));
        u16::try_from(part).unwrap_or(cells).min(cells)
    }

    /// When it shows something else, if it ever does.
    #[must_use]
    pub fn next_change(&self) -> Option<Timestamp> {
        let left = self.left();
        let seen = self.seen.filter(|_| left > MAX_OVER.saturating_mul(-1))?;
        let rest = i64::from(left.subsec_nanos()).rem_euclid(SECOND);
        let wait = if rest == 0 { SECOND } else { rest };
        seen.checked_add(SignedDuration::from_nanos(wait)).ok()
    }

    fn left(&self) -> SignedDuration {
        self.length.saturating_sub(self.gone)
    }
}

/// A length in seconds, the last one begun counted whole.
fn rounded_up(length: SignedDuration) -> u64 {
    let whole = length.unsigned_abs();
    whole.as_secs() + u64::from(whole.subsec_nanos() > 0)
}

/// The length meant by minutes, `12`, or minutes and seconds, `12:30`.
#[must_use]
pub fn parse(text: &str) -> Option<SignedDuration> {
    let (minutes, seconds) = text.trim().split_once(':').unwrap_or((text.trim(), "0"));
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit());
    if !is_number(minutes) || !is_number(seconds) {
        return None;
    }
    let (minutes, seconds) = (minutes.parse::<i64>().ok()?, seconds.parse::<i64>().ok()?);
    let length = SignedDuration::from_secs(minutes * 60 + seconds);
    (seconds < 60 && length > SignedDuration::ZERO && length <= MAX_LENGTH).then_some(length)
}

impl App {
    /// Starts, pauses, goes on.
    pub(super) fn turn_timer(&mut self) {
        let now = self.now;
        match &mut self.timer {
            Some(timer) => timer.turn(now),
            None => self.timer = Some(Timer::start(self.length_to_start(), now)),
        }
    }

    /// A minute more.
    pub(super) fn add_minute(&mut self) {
        if self.timer.as_mut().is_some_and(|timer| !timer.add_minute()) {
            self.notice = Some(Notice::EndReached);
        }
    }

    /// A minute less.
    pub(super) fn take_minute(&mut self) {
        if self.timer.as_mut().is_some_and(|timer| !timer.take_minute()) {
            self.notice = Some(Notice::NoMinuteLeft);
        }
    }

    /// Starts a timer of the length typed, which later ones start with, too; whether it is one. Without a text nothing
    /// happens.
    pub(super) fn set_timer(&mut self, text: &str) -> bool {
        if text.trim().is_empty() {
            return true;
        }
        let length = parse(text);
        match length {
            Some(length) => {
                self.timer_length = length;
                self.timer = Some(Timer::start(length, self.now));
            }
            None => self.notice = Some(Notice::NotALength),
        }
        length.is_some()
    }

    fn length_to_start(&self) -> SignedDuration {
        self.round.as_ref().map_or(self.timer_length, |round| round.kind.length())
    }

    /// Whether the timer is shown: the home screen has none.
    const fn shows_timer(&self) -> bool {
        matches!(self.place, Place::Workshop)
    }

    /// When the timer shows something else.
    pub(super) fn timer_due(&self) -> Option<Timestamp> {
        self.timer.as_ref().filter(|_| self.shows_timer()).and_then(Timer::next_change)
    }

    /// Tells the end of the timer, once, as soon as it is shown.
    pub(super) fn tell_end_of_timer(&mut self) {
        let shown = self.shows_timer();
        if let Some(timer) = self.timer.as_mut().filter(|timer| shown && !timer.told && timer.is_over()) {
            timer.told = true;
            self.notice = Some(Notice::TimeIsUp);
        }
    }
}
