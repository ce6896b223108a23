//! The ranking over the screen: the risks of the list in their order, how firm each rank is, and the appetite line.
//!
//! How firm they are is drawn by the world on a thread of its own: at most one question is under way, and what is known of
//! an older state is not shown for a newer one. How it is drawn on screen is `ui::ranking`'s.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::cursor::Cursor;
use super::event::Effect;
use super::notice::Notice;
use super::overlay::Overlay;
use super::workshop::{Step, Workshop};
use crate::domain::robustness::Robustness;
use crate::domain::{Band, Edit, RiskId, SessionEdit};

/// What is known of how firm the ranks are, and of which state of which session.
#[derive(Debug, Clone, Default)]
pub(super) struct Firmness {
    asked: Option<State>,
    known: Option<(State, Robustness)>,
}

/// A state of a session: its file, and the number of its last entry.
type State = (PathBuf, u64);

fn state(workshop: &Workshop) -> State {
    (workshop.path.clone(), workshop.history.revision())
}

impl App {
    /// Opens the ranking at the selected risk.
    pub(super) fn open_ranking(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let order = &workshop.derived.ranking.order;
        let place = order.iter().position(|id| Some(*id) == workshop.risk).unwrap_or(0);
        self.place = super::Place::Workshop;
        self.lay_over(Overlay::Ranking(Cursor { place, offset: 0 }));
    }

    /// How many risks are ranked, or wait for their levels.
    pub(super) fn ranked(&self) -> usize {
        self.workshop.as_ref().map_or(0, |workshop| workshop.derived.ranking.order.len())
    }

    /// The risk selected in the ranking.
    #[must_use]
    pub fn selected_rank(&self) -> Option<RiskId> {
        let Some(Overlay::Ranking(cursor)) = &self.overlay else { return None };
        self.workshop.as_ref()?.derived.ranking.order.get(cursor.place).copied()
    }

    /// Goes to the selected risk on the grid.
    pub(super) fn go_to_ranked(&mut self) {
        if let Some(risk) = self.selected_rank() {
            self.show_on_grid(risk);
        }
    }

    /// Goes to a risk on the grid.
    pub(super) fn show_on_grid(&mut self, risk: RiskId) {
        self.overlay = None;
        self.go_to_step(Step::Assess);
        if let Some(workshop) = &mut self.workshop {
            workshop.filter.clear();
            workshop.refresh();
            workshop.select_risk(risk);
        }
    }

    /// Moves the appetite line one band up or down; it never goes below Medium.
    pub(super) fn move_appetite(&mut self, action: &str, to: impl Fn(Band) -> Option<Band>) {
        let appetite = self.workshop.as_ref().map(|workshop| workshop.session().appetite);
        match appetite.and_then(to).filter(|band| *band > Band::Low) {
            Some(band) => {
                self.commit_quietly(action, vec![Edit::Session(SessionEdit::Appetite(band))]);
            }
            None => self.notice = Some(Notice::EndReached),
        }
    }

    /// Asks how firm the ranks are, if the ranking is shown, that is not known, and no answer is under way.
    pub(super) fn ask_firmness(&mut self) {
        let Some(workshop) = self.workshop.as_ref().filter(|_| self.firmness.asked.is_none()) else { return };
        let now = state(workshop);
        let is_known = self.firmness.known.as_ref().is_some_and(|(known, _)| *known == now);
        if matches!(self.overlay, Some(Overlay::Ranking(_))) && !is_known {
            let session = Arc::clone(workshop.history.session());
            self.firmness.asked = Some(now.clone());
            self.ask(Effect::Robustness { path: now.0, revision: now.1, session });
        }
    }

    /// Learns how firm the ranks are.
    pub(super) fn learn_firmness(&mut self, path: PathBuf, revision: u64, robustness: Robustness) {
        self.firmness = Firmness { asked: None, known: Some(((path, revision), robustness)) };
    }

    /// How firm the ranks of the session are as it is now, if that is known.
    #[must_use]
    pub fn robustness(&self) -> Option<&Robustness> {
        let now = state(self.workshop.as_ref()?);
        self.firmness.known.as_ref().filter(|(known, _)| *known == now).map(|(_, robustness)| robustness)
    }
}
