//! The bow-tie of the selected risk over the screen: cause, what prevents it, the event, what reduces and fixes it, the
//! consequence.
//!
//! Here: its parts, and what keys do with the selected one. How they are laid out is `ui::bowtie`'s.

use super::App;
use super::cursor::{Cursor, Motion};
use super::form::risk::RiskField;
use super::form::solution::SolutionField;
use super::form::{Field, Subject};
use super::overlay::Overlay;
use super::typing::purpose::Purpose;
use super::workshop::{Pane, Step, Workshop};
use crate::domain::{Approach, SolutionId};

/// Where something stands between cause and consequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// What leads to the event.
    Cause,
    /// What makes it rarer.
    Prevent,
    /// What happens.
    Event,
    /// What makes it less bad.
    Reduce,
    /// What makes it easier to fix.
    Fix,
    /// What follows from it.
    Consequence,
}

impl Lane {
    /// From left to right.
    pub const ALL: [Self; 6] =
        [Self::Cause, Self::Prevent, Self::Event, Self::Reduce, Self::Fix, Self::Consequence];

    /// The approach of the solutions that stand in it, if solutions do.
    #[must_use]
    pub const fn approach(self) -> Option<Approach> {
        match self {
            Self::Prevent => Some(Approach::Prevent),
            Self::Reduce => Some(Approach::Reduce),
            Self::Fix => Some(Approach::Fix),
            Self::Cause | Self::Event | Self::Consequence => None,
        }
    }

    /// The field of the risk that it shows, if it is a text.
    const fn field(self) -> Option<RiskField> {
        match self {
            Self::Cause => Some(RiskField::Cause),
            Self::Event => Some(RiskField::Title),
            Self::Consequence => Some(RiskField::Consequence),
            Self::Prevent | Self::Reduce | Self::Fix => None,
        }
    }
}

/// Something in a lane: a text, a solution, or that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub lane: Lane,
    /// The solution, if it is one.
    pub solution: Option<SolutionId>,
}

/// The parts of the bow-tie of the selected risk, from cause to consequence; every lane has one at least.
#[must_use]
pub fn parts(workshop: &Workshop) -> Vec<Part> {
    let session = workshop.session();
    let place = workshop.risk.and_then(|id| session.place_of(id));
    let linked = place.and_then(|place| workshop.derived.solutions.get(place));
    let solutions = || linked.into_iter().flatten().filter_map(|at| session.solutions.get(*at));
    let mut parts = Vec::new();
    for lane in Lane::ALL {
        let here = solutions().filter(|solution| Some(solution.approach) == lane.approach());
        let before = parts.len();
        parts.extend(here.map(|solution| Part { lane, solution: Some(solution.id) }));
        if parts.len() == before {
            parts.push(Part { lane, solution: None });
        }
    }
    parts
}

impl App {
    /// Opens the bow-tie of the selected risk; on a card of the board, that of a risk it works on.
    pub(super) fn open_bow_tie(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        if workshop.step == Step::Solve && workshop.about_solution {
            let linked = workshop.selected_solution().and_then(|it| it.links.first()).map(|link| link.risk);
            if let Some(risk) = linked.or(workshop.risk) {
                workshop.select_risk(risk);
            }
            if workshop.focus == Pane::Board {
                workshop.focus = Pane::Ranks;
            }
        }
        self.lay_over(Overlay::BowTie(Cursor::default()));
    }

    /// How many parts the bow-tie has.
    pub(super) fn bow_tie_parts(&self) -> usize {
        self.workshop.as_ref().map_or(0, |workshop| parts(workshop).len())
    }

    /// The selected part of the bow-tie, if that is open.
    #[must_use]
    pub fn part_of_bow_tie(&self) -> Option<Part> {
        let Some(Overlay::BowTie(cursor)) = &self.overlay else { return None };
        parts(self.workshop.as_ref()?).get(cursor.place).copied()
    }

    /// What the owner asked for now is of: in the bow-tie the selected solution, else the risk; elsewhere what is selected.
    #[must_use]
    pub fn owned(&self) -> Option<Subject> {
        let workshop = self.workshop.as_ref()?;
        match self.part_of_bow_tie() {
            Some(part) => part.solution.map(Subject::Solution).or(workshop.risk.map(Subject::Risk)),
            None => workshop.subject(),
        }
    }

    /// Moves in the bow-tie: along the parts, or across to the next lane.
    pub(super) fn move_on_bow_tie(&mut self, motion: Motion, rows: usize) {
        let across = match motion {
            Motion::Left => false,
            Motion::Right => true,
            Motion::Up | Motion::Down | Motion::First | Motion::Last | Motion::PageUp | Motion::PageDown => {
                return self.step_overlay(motion.rows(rows));
            }
        };
        let (Some(Overlay::BowTie(cursor)), Some(workshop)) = (&mut self.overlay, &self.workshop) else {
            return;
        };
        let parts = parts(workshop);
        let Some(lane) = parts.get(cursor.place).map(|part| part.lane) else { return };
        let lanes = Lane::ALL.into_iter();
        let to = if across { lanes.clone().find(|it| *it > lane) } else { lanes.rev().find(|it| *it < lane) };
        if let Some(place) = to.and_then(|to| parts.iter().position(|part| part.lane == to)) {
            cursor.place = place;
        }
    }

    /// Shows the bow-tie of the risk so many rows further on in the list behind it.
    pub(super) fn step_bow_tie(&mut self, by: isize) {
        if let (Some(Overlay::BowTie(cursor)), Some(workshop)) = (&mut self.overlay, &mut self.workshop) {
            if workshop.step_risk(by) {
                *cursor = Cursor::default();
            } else {
                self.notice = Some(super::notice::Notice::EndReached);
            }
        }
    }

    /// Edits the selected part where it stands; where nothing stands yet, a solution is added.
    pub(super) fn edit_part(&mut self) {
        let Some(part) = self.part_of_bow_tie() else { return };
        let risk = self.workshop.as_ref().and_then(|workshop| workshop.risk);
        match (part.solution, part.lane.field(), risk) {
            (Some(id), ..) => {
                self.edit_field(Subject::Solution(id), Field::Solution(SolutionField::Title));
            }
            (None, Some(field), Some(id)) => self.edit_field(Subject::Risk(id), Field::Risk(field)),
            (None, None, _) => self.type_for(Purpose::NewSolution(risk)),
            (None, Some(_), None) => {}
        }
    }

    /// Leaves for the card of the selected solution, or for the text among the details of the risk.
    pub(super) fn open_part(&mut self) {
        let Some(part) = self.part_of_bow_tie() else { return };
        self.overlay = None;
        match (part.solution, part.lane.field()) {
            (Some(id), _) => self.show_card(id),
            (None, Some(field)) => {
                let risk = self.workshop.as_ref().and_then(|workshop| workshop.risk);
                if let (Some(id), Some(workshop)) = (risk, &mut self.workshop) {
                    workshop.select_risk(id);
                }
                self.open_details();
                let fields = risk.map(|id| Subject::Risk(id).fields());
                let place = fields.and_then(|them| them.iter().position(|it| *it == Field::Risk(field)));
                if let (Some(place), Some(workshop)) = (place, &mut self.workshop) {
                    workshop.field.place = place;
                }
            }
            (None, None) => {
                self.go_to_step(Step::Solve);
            }
        }
    }
}
