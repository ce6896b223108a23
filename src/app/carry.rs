//! Carrying over: a new session that goes on from an earlier one, asked for at Home; and what a cell had last time.
//!
//! What comes along is `domain::carry`'s.

use super::App;
use super::typing::purpose::Purpose;
use crate::domain::{Assessment, Cell, Level, Risk};

impl App {
    /// Asks for the title of a session that goes on from the selected one; its own is proposed.
    pub(super) fn carry_selected(&mut self) {
        let Some(listing) = self.home.selection() else { return };
        self.preparing.from = Some(listing.path.clone());
        self.type_for(Purpose::NewWorkshop);
    }

    /// The title that is proposed for a new workshop: that of the session it goes on from.
    pub(super) fn title_to_carry(&self) -> String {
        self.carries_from().map(str::to_owned).unwrap_or_default()
    }

    /// The title of the session that a new workshop will go on from.
    #[must_use]
    pub fn carries_from(&self) -> Option<&str> {
        let from = self.preparing.from.as_ref()?;
        let listing = self.home.listings.as_ref()?.iter().find(|listing| listing.path == *from)?;
        listing.summary.as_ref().ok().map(|summary| summary.title.as_str())
    }
}

/// The level a cell had in the session its risk was carried over from; only once the room has given its own, so that nobody
/// votes after it.
#[must_use]
pub fn last_level(risk: &Risk, cell: Cell) -> Option<Level> {
    let from = risk.carried_from.as_ref()?;
    is_known(risk.cells.at(cell)).then_some(*from.levels.at(cell))?
}

/// Whether the room has given its own level, and no votes run.
fn is_known(assessment: &Assessment) -> bool {
    !assessment.is_voting() && (assessment.agreed.is_some() || assessment.revealed().is_some())
}
