//! Edits of a solution: what, who, when, and its links to risks.

use std::collections::HashSet;
use std::sync::Arc;

use super::{SolutionEdit, move_before};
use crate::domain::{Link, Refusal, Session, Solution, SolutionId};

impl Session {
    pub(super) fn apply_solution(&mut self, id: SolutionId, edit: &SolutionEdit) -> Result<(), Refusal> {
        match edit {
            SolutionEdit::Link(link) => self.check_new_link(*link)?,
            SolutionEdit::MoveBefore(Some(next)) => {
                self.solution(*next).ok_or(Refusal::NoSolution(*next))?;
            }
            SolutionEdit::Unlink(risk, lever) => {
                let solution = self.solution(id).ok_or(Refusal::NoSolution(id))?;
                solution.link(*risk, *lever).ok_or(Refusal::NothingChanges)?;
            }
            SolutionEdit::Title(_)
            | SolutionEdit::Approach(_)
            | SolutionEdit::Changes(_)
            | SolutionEdit::Owner(_)
            | SolutionEdit::Due(_)
            | SolutionEdit::Status(_)
            | SolutionEdit::CostOnce(_)
            | SolutionEdit::CostYearly(_)
            | SolutionEdit::Effort(_)
            | SolutionEdit::Note(_)
            | SolutionEdit::Binned(_)
            | SolutionEdit::MoveBefore(None) => {}
        }
        let place = self.place_of_solution(id).ok_or(Refusal::NoSolution(id))?;
        let solution = Arc::make_mut(self.solutions.get_mut(place).ok_or(Refusal::NoSolution(id))?);
        match edit {
            SolutionEdit::Title(title) => solution.title = title.clone(),
            SolutionEdit::Approach(approach) => solution.approach = *approach,
            SolutionEdit::Changes(changes) => solution.changes = *changes,
            SolutionEdit::Owner(owner) => solution.owner.clone_from(owner),
            SolutionEdit::Due(due) => solution.due = *due,
            SolutionEdit::Status(status) => solution.status = *status,
            SolutionEdit::CostOnce(cost) => solution.cost_once = *cost,
            SolutionEdit::CostYearly(cost) => solution.cost_yearly = *cost,
            SolutionEdit::Effort(effort) => solution.effort = *effort,
            SolutionEdit::Note(note) => solution.note = note.clone(),
            SolutionEdit::Link(link) => set_link(&mut solution.links, *link),
            SolutionEdit::Unlink(risk, lever) => {
                solution.links.retain(|link| link.risk != *risk || link.lever != *lever);
            }
            SolutionEdit::Binned(binned) => solution.binned = *binned,
            SolutionEdit::MoveBefore(next) if *next == Some(id) => {}
            SolutionEdit::MoveBefore(next) => {
                let next = next.and_then(|next| self.place_of_solution(next));
                move_before(&mut self.solutions, Some(place), next);
            }
        }
        Ok(())
    }

    /// Refuses a solution that does not fit into this session.
    pub(in crate::domain) fn check_solution(&self, solution: &Solution) -> Result<(), Refusal> {
        let mut linked = HashSet::new();
        for link in &solution.links {
            self.check_link(*link)?;
            if !linked.insert((link.risk, link.lever)) {
                return Err(Refusal::Taken(format!("{} {}", link.risk, link.lever.sign())));
            }
        }
        Ok(())
    }

    /// Refuses a link whose risk or level is not there.
    fn check_link(&self, link: Link) -> Result<(), Refusal> {
        self.risk(link.risk).ok_or(Refusal::NoRisk(link.risk))?;
        self.level_fits(link.expected)
    }

    /// Refuses also a link that would raise the level of its cell.
    fn check_new_link(&self, link: Link) -> Result<(), Refusal> {
        self.check_link(link)?;
        let current = self.risk(link.risk).and_then(|risk| risk.cells.at(link.lever).level());
        match current {
            Some(current) if link.expected > current => {
                Err(Refusal::LinkRaises { current, expected: link.expected })
            }
            Some(_) | None => Ok(()),
        }
    }
}

fn set_link(links: &mut Vec<Link>, link: Link) {
    match links.iter_mut().find(|known| known.risk == link.risk && known.lever == link.lever) {
        Some(known) => *known = link,
        None => links.push(link),
    }
}
