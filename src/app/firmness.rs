//! How firm the ranks are: when that is asked for, and what is known of it.
//!
//! It is drawn by the world on a thread of its own, so no key waits for it. At most one question is under way. The ranking
//! asks at once; the grid, where every digit makes a new state, once nothing has changed for a while. What is known of an
//! older state is not shown for a newer one.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::event::Effect;
use super::overlay::Overlay;
use super::workshop::{Step, Workshop};
use super::{App, Place};
use crate::domain::robustness::Robustness;

/// The grid asks after so long without a change, or after as long as the last answer took if that is longer: a large
/// session keeps a core busy half the time at most.
const QUIET: SignedDuration = SignedDuration::from_millis(1_200);

/// A state of a session: its file, and the number of its last entry.
type State = (PathBuf, u64);

/// What is known of how firm the ranks are, and of which state of which session.
#[derive(Debug, Clone, Default)]
pub(super) struct Firmness {
    /// The newest state there is, and since when.
    newest: Option<(State, Timestamp)>,
    /// The state that is being drawn, and since when.
    asked: Option<(State, Timestamp)>,
    known: Option<(State, Robustness)>,
    /// How long the last answer took.
    took: SignedDuration,
}

fn is_of(workshop: &Workshop, (path, revision): &State) -> bool {
    *revision == workshop.history.revision() && *path == workshop.path
}

impl App {
    /// Asks how firm the ranks are, if they are in sight, that is not known, and no answer is under way.
    pub(super) fn ask_firmness(&mut self) {
        let Some(workshop) = self.workshop.as_ref().filter(|it| it.replay.is_none()) else { return };
        if !self.firmness.newest.as_ref().is_some_and(|(state, _)| is_of(workshop, state)) {
            let state = (workshop.path.clone(), workshop.history.revision());
            self.firmness.newest = Some((state, self.now));
        }
        if self.firmness_at().is_some_and(|at| at <= self.now) {
            let session = Arc::clone(workshop.history.session());
            let (path, revision) = (workshop.path.clone(), workshop.history.revision());
            self.firmness.asked = Some(((path.clone(), revision), self.now));
            self.ask(Effect::Robustness { path, revision, session });
        }
    }

    /// When that is asked for, if nothing changes until then.
    pub(super) fn firmness_at(&self) -> Option<Timestamp> {
        let in_front = |it: &&Workshop| self.place == Place::Workshop && it.replay.is_none();
        let workshop = self.workshop.as_ref().filter(in_front)?;
        if self.firmness.asked.is_some() || self.robustness().is_some() {
            return None;
        }
        let (_, since) = self.firmness.newest.as_ref()?;
        if matches!(self.overlay, Some(Overlay::Ranking(_))) {
            return Some(*since);
        }
        let wait = QUIET.max(self.firmness.took);
        since.checked_add(wait).ok().filter(|_| workshop.step == Step::Assess)
    }

    /// Learns how firm the ranks are.
    pub(super) fn learn_firmness(&mut self, path: PathBuf, revision: u64, robustness: Robustness) {
        if let Some((_, since)) = self.firmness.asked.take() {
            self.firmness.took = self.now.duration_since(since);
        }
        self.firmness.known = Some(((path, revision), robustness));
    }

    /// How firm the ranks of the session are as it is now, if that is known.
    #[must_use]
    pub fn robustness(&self) -> Option<&Robustness> {
        let workshop = self.workshop.as_ref().filter(|it| it.replay.is_none())?;
        let known = self.firmness.known.as_ref().filter(|(state, _)| is_of(workshop, state));
        known.map(|(_, robustness)| robustness)
    }
}
