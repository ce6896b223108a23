//! The ranking over the screen: the risks of the list in their order, how firm each rank is, and the appetite line.
//!
//! How firm they are is told in `app::firmness`; how it is drawn on screen is `ui::ranking`'s.

use super::App;
use super::assess::Told;
use super::cursor::Cursor;
use super::notice::Notice;
use super::overlay::Overlay;
use super::workshop::Step;
use crate::domain::{Band, Edit, RiskId, SessionEdit};

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
                if self.commit_quietly(action, vec![Edit::Session(SessionEdit::Appetite(band))]) {
                    self.notice = Some(Notice::Assess(Told::Appetite(band)));
                }
            }
            None => self.notice = Some(Notice::EndReached),
        }
    }
}
