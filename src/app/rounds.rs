//! Rounds of step 1: what the facilitator asks the room for a few minutes, with its own length and origin.
//!
//! A round begins with its timer; the time being up changes only the words of the strip, which then asks to capture in
//! turns. What is captured until the round is ended came up in it. Like the timer it is in no file, but the origin of each
//! risk is. The strip is `ui::rounds`'.

use jiff::SignedDuration;

use super::App;
use super::notice::Notice;
use super::overlay::{Asked, Item};
use super::timer::Timer;
use crate::domain::Origin;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Everybody writes alone, then in turns.
    SilentWriting,
    /// It failed last Black Friday: why?
    Premortem,
    /// The headline everybody fears.
    Headline,
}

/// A round under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// What is asked.
    pub kind: Kind,
    /// The timer that goes on behind that of the round, and is shown again at its end.
    behind: Option<Timer>,
}

/// Where a round is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Everybody writes.
    Writing,
    /// The time is up, or nobody counts it: what was written is captured in turns.
    Capturing,
}

impl Kind {
    /// In the order of the choice.
    pub const ALL: [Self; 3] = [Self::SilentWriting, Self::Premortem, Self::Headline];

    /// The name in message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SilentWriting => "silent-writing",
            Self::Premortem => "premortem",
            Self::Headline => "headline",
        }
    }

    /// How long everybody writes.
    #[must_use]
    pub const fn length(self) -> SignedDuration {
        match self {
            Self::SilentWriting | Self::Premortem => SignedDuration::from_mins(5),
            Self::Headline => SignedDuration::from_mins(3),
        }
    }

    /// How a risk captured in it came up. What is written in silence is said in the room.
    #[must_use]
    pub const fn origin(self) -> Origin {
        match self {
            Self::SilentWriting => Origin::Room,
            Self::Premortem => Origin::Premortem,
            Self::Headline => Origin::Headline,
        }
    }
}

impl App {
    /// How a risk that is captured now came up.
    pub(super) fn origin_of_capture(&self) -> Origin {
        self.round.as_ref().map_or(Origin::Room, |round| round.kind.origin())
    }

    /// Where the round under way is.
    #[must_use]
    pub fn phase(&self) -> Phase {
        if self.timer.as_ref().is_some_and(|timer| !timer.is_over()) {
            Phase::Writing
        } else {
            Phase::Capturing
        }
    }

    /// Ends the round under way, or offers those there are.
    pub(super) fn turn_round(&mut self) {
        if self.end_round() {
            self.notice = Some(Notice::RoundEnded);
        } else {
            let items = Kind::ALL.into_iter().map(Item::Round).collect();
            self.choose(Asked::Round, items, false, 0);
        }
    }

    /// Begins a round, in the place of another one, and starts its timer.
    pub(super) fn begin_round(&mut self, kind: Kind) {
        self.end_round();
        let behind = self.timer.replace(Timer::start(kind.length(), self.now));
        self.round = Some(Round { kind, behind });
    }

    /// Ends the round under way; its timer gives way to the one behind. Whether there was one.
    pub(super) fn end_round(&mut self) -> bool {
        let Some(round) = self.round.take() else { return false };
        self.timer = round.behind;
        if let Some(timer) = &mut self.timer {
            timer.tick(self.now);
        }
        true
    }
}
