//! The pace of the room in step 2, and how long it has been on the selected risk. Both inform, and never act.
//!
//! What the pace is comes from the history (`domain::pace`). The time on a risk is this run's: it is counted while step 2 is
//! in front, or a list of choices over it, in a session that can be scored here; coming back to a risk goes on counting. Like
//! the timer's it is counted from the events that come: a clock that is set back counts nothing, and neither does a gap so
//! long that the pace takes it for a break. It is told from half a minute on, so that nothing flickers on the way from risk to
//! risk, and from then on wakes the program once a second, as long as it is on screen.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use super::layout::{Layout, Shape};
use super::overlay::Overlay;
use super::pass::Pass;
use super::workshop::{Pane, Step, Workshop};
use super::{App, Place};
use crate::domain::RiskId;
use crate::domain::pace::{BREAK, Pace};

/// A shorter time on a risk is not told.
const FIRST_TOLD: SignedDuration = SignedDuration::from_secs(30);
/// After so long nobody counts any more.
const MAX_TIME: SignedDuration = SignedDuration::from_secs(99 * 60 + 59);
const SECOND: i64 = 1_000_000_000;

/// The time the room has been on a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnRisk {
    /// The risk.
    pub risk: RiskId,
    /// So many seconds.
    pub seconds: u64,
    /// Whether that is longer than a risk takes on average.
    pub is_long: bool,
}

/// What is known of the pace, and the watch on the selected risk.
#[derive(Debug, Clone)]
pub(super) struct Pacing {
    /// The session, the state of it and the pass that the pace is of.
    of: Option<(PathBuf, u64, Pass)>,
    pace: Option<Pace>,
    /// The time on each risk of that session.
    times: BTreeMap<RiskId, SignedDuration>,
    /// The risk the room is on.
    on: Option<RiskId>,
    /// When the watch was last looked at.
    seen: Timestamp,
    /// Whether it has a place on the screen.
    shown: bool,
}

impl Pacing {
    /// Nothing known yet.
    pub(super) const fn new(now: Timestamp) -> Self {
        Self { of: None, pace: None, times: BTreeMap::new(), on: None, seen: now, shown: false }
    }

    /// Lets the time go by until now.
    pub(super) fn tick(&mut self, now: Timestamp) {
        let passed = now.duration_since(self.seen);
        self.seen = now;
        if let Some(risk) = self.on.filter(|_| (SignedDuration::ZERO..=BREAK).contains(&passed)) {
            let time = self.times.entry(risk).or_default();
            *time = time.saturating_add(passed).min(MAX_TIME);
        }
    }

    fn time(&self) -> SignedDuration {
        self.on.and_then(|risk| self.times.get(&risk)).copied().unwrap_or_default()
    }

    /// When it tells something else.
    fn next_change(&self) -> Option<Timestamp> {
        let time = self.time();
        if !self.shown || self.on.is_none() || time >= MAX_TIME {
            return None;
        }
        let wait = if time < FIRST_TOLD {
            FIRST_TOLD.saturating_sub(time)
        } else {
            SignedDuration::from_nanos(SECOND - i64::from(time.subsec_nanos()))
        };
        self.seen.checked_add(wait).ok()
    }
}

impl App {
    /// Looks which risk the room is on, and measures the pace again after a change of the session.
    pub(super) fn settle_pace(&mut self) {
        let Some(workshop) = &self.workshop else {
            self.pacing = Pacing::new(self.now);
            return;
        };
        let now = (&workshop.path, workshop.history.revision(), workshop.pass);
        let known = self.pacing.of.as_ref();
        if known.is_none_or(|(path, ..)| path != now.0) {
            self.pacing.times.clear();
        }
        if known.is_none_or(|(path, revision, pass)| (path, *revision, *pass) != now) {
            self.pacing.pace = Pace::of(&workshop.history, workshop.pass.cells());
            self.pacing.of = Some((now.0.clone(), now.1, now.2));
        }
        let is_in_front = self.place == Place::Workshop
            && matches!(self.overlay, None | Some(Overlay::Choice(_)))
            && workshop.replay.is_none()
            && can_score(workshop);
        self.pacing.on = workshop.risk.filter(|_| is_in_front);
    }

    /// Looks whether there is a place for the time on the selected risk.
    pub(super) fn show_pace(&mut self, layout: &Layout) {
        let has_frame = layout.shape > Shape::Small;
        self.pacing.shown = has_frame && layout.pane(Pane::Grid).is_some();
    }

    /// When the time on the selected risk tells something else.
    pub(super) fn pace_due(&self) -> Option<Timestamp> {
        self.pacing.next_change()
    }

    /// How fast the room scores, if it is scoring.
    #[must_use]
    pub fn pace(&self) -> Option<&Pace> {
        let is_open = self.workshop.as_ref().is_some_and(|it| !it.session().is_closed());
        self.pacing.pace.as_ref().filter(|pace| is_open && pace.is_current(self.now))
    }

    /// How long the room has been on the selected risk, once that is worth telling.
    #[must_use]
    pub fn on_risk(&self) -> Option<OnRisk> {
        let (risk, time) = (self.pacing.on?, self.pacing.time());
        let is_long = self.pace().is_some_and(|pace| time > pace.each());
        let told = OnRisk { risk, seconds: time.unsigned_abs().as_secs(), is_long };
        (time >= FIRST_TOLD).then_some(told)
    }
}

/// Whether step 2 is on screen and its levels can be set.
fn can_score(workshop: &Workshop) -> bool {
    workshop.step == Step::Assess && workshop.access.is_full() && !workshop.session().is_closed()
}
