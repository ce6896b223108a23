//! Teams compared over the screen: what each team of the room said of each cell of a risk.
//!
//! What they said is computed once per change (`domain::teams`); how it is drawn is `ui::teams`'.

use super::App;
use super::cursor::Motion;
use super::overlay::Overlay;
use super::workshop::Workshop;
use crate::domain::RiskId;
use crate::domain::teams::{Team, teams};

/// The teams beside each other; the selected cell is that of the grid.
#[derive(Debug, Clone)]
pub struct TeamTable {
    /// The risk they spoke of.
    pub risk: RiskId,
    /// What they said.
    pub teams: Vec<Team>,
    /// The last entry of the state this is of.
    revision: u64,
}

impl TeamTable {
    fn of(workshop: &Workshop, risk: RiskId) -> Self {
        let found = workshop.session().risk(risk);
        let teams = found.map_or_else(Vec::new, |found| teams(workshop.session(), found));
        Self { risk, teams, revision: workshop.history.revision() }
    }
}

impl App {
    /// The risk whose teams can be compared: the one selected in the ranking, or else in the grid.
    pub(super) fn risk_of_teams(&self) -> Option<RiskId> {
        self.selected_rank().or_else(|| self.workshop.as_ref()?.risk)
    }

    /// Opens the comparison.
    pub(super) fn open_teams(&mut self) {
        let risk = self.risk_of_teams();
        if let (Some(workshop), Some(risk)) = (&self.workshop, risk) {
            let table = TeamTable::of(workshop, risk);
            self.lay_over(Overlay::Teams(Box::new(table)));
        }
    }

    /// Computes it again after a change of the session.
    pub(super) fn settle_teams(&mut self) {
        if let (Some(Overlay::Teams(table)), Some(workshop)) = (&mut self.overlay, &self.workshop)
            && table.revision != workshop.history.revision()
        {
            **table = TeamTable::of(workshop, table.risk);
        }
    }

    /// The risks it goes through: those of the ranking it was opened from, or else of the grid.
    fn risks_of_teams(&self) -> Vec<RiskId> {
        let Some(workshop) = &self.workshop else { return Vec::new() };
        if matches!(self.preparing.beneath, Some(Overlay::Ranking(_))) {
            return workshop.derived.ranking.order.clone();
        }
        let risks = workshop.derived.listed.iter().filter_map(|place| workshop.session().risks.get(*place));
        risks.map(|risk| risk.id).collect()
    }

    /// Moves to the cell beside, or to another risk.
    pub(super) fn move_among_teams(&mut self, motion: Motion) {
        match motion {
            Motion::Left => self.step_cell(-1),
            Motion::Right => self.step_cell(1),
            Motion::Up | Motion::Down | Motion::First | Motion::Last | Motion::PageUp | Motion::PageDown => {
                self.step_teams(motion.rows(1));
            }
        }
    }

    /// Moves by so many risks.
    pub(super) fn step_teams(&mut self, by: isize) {
        let risks = self.risks_of_teams();
        let Some(Overlay::Teams(table)) = &mut self.overlay else { return };
        let now = risks.iter().position(|id| *id == table.risk).unwrap_or(0);
        let place = now.saturating_add_signed(by).min(risks.len().saturating_sub(1));
        let (Some(risk), Some(workshop)) = (risks.get(place), &mut self.workshop) else { return };
        **table = TeamTable::of(workshop, *risk);
        workshop.select_risk(*risk);
        if let Some(Overlay::Ranking(cursor)) = &mut self.preparing.beneath {
            cursor.place = place;
        }
    }

    /// Goes to the selected cell on the grid.
    pub(super) fn go_to_compared(&mut self) {
        if let Some(Overlay::Teams(table)) = &self.overlay {
            let risk = table.risk;
            self.preparing.beneath = None;
            self.show_on_grid(risk);
        }
    }
}
