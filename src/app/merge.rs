//! Merging: several risks of the list become part of one, which is kept; their wordings, votes and history stay.
//!
//! Here: which one is kept, and what the entry is made of. That a merge goes in no circle is the domain's to see to.

use super::App;
use super::notice::Notice;
use super::workshop::Workshop;
use crate::domain::{Edit, Link, Place, Risk, RiskEdit, RiskId, Session, Solution, SolutionEdit};

impl App {
    /// Merges the marked risks into the one that is kept.
    pub(super) fn merge_risks(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let Some((into, others)) = workshop.merging() else { return };
        let session = workshop.session();
        let place = |id: &RiskId| Edit::Risk(*id, RiskEdit::Place(Place::Merged { into }));
        let mut edits = links(session, into, &others);
        edits.extend(others.iter().map(place));
        if self.commit_quietly("merge-risks", edits) {
            self.notice = Some(Notice::Merged(others, into));
            if let Some(workshop) = &mut self.workshop {
                workshop.marks.clear();
                workshop.select_risk(into);
            }
        }
    }
}

impl Workshop {
    /// The risk that this one has become part of, or else itself.
    pub(super) fn kept(&self, id: RiskId) -> RiskId {
        let mut id = id;
        // A merge goes in no circle; the domain sees to it.
        while let Some(Place::Merged { into }) = self.session().risk(id).map(|risk| risk.place) {
            id = into;
        }
        id
    }

    /// The risk that `m` keeps, and those that become part of it. The selected risk is kept if it is marked, or if there
    /// is no more than one mark; otherwise Space has only just left the last mark, and the first marked one is kept.
    #[must_use]
    pub fn merging(&self) -> Option<(RiskId, Vec<RiskId>)> {
        let listed = self.derived.listed.iter().filter_map(|place| self.session().risks.get(*place));
        let marked: Vec<RiskId> = listed.map(|risk| risk.id).filter(|id| self.marks.contains(id)).collect();
        let selected = self.risk.filter(|id| marked.len() < 2 || marked.contains(id));
        let into = selected.or_else(|| marked.first().copied())?;
        let others: Vec<RiskId> = marked.into_iter().filter(|id| *id != into).collect();
        (!others.is_empty()).then_some((into, others))
    }
}

/// The links that let the solutions of merged risks work on the kept one, too: only where the solution does not work on
/// that cell of it already, and where no level would be raised. The links to the merged risks stay as they are.
fn links(session: &Session, into: RiskId, others: &[RiskId]) -> Vec<Edit> {
    let Some(kept) = session.risk(into) else { return Vec::new() };
    session.solutions.iter().flat_map(|solution| links_of(solution, kept, others)).collect()
}

fn links_of(solution: &Solution, kept: &Risk, others: &[RiskId]) -> Vec<Edit> {
    let mut taken: Vec<Link> = Vec::new();
    for link in solution.links.iter().filter(|link| others.contains(&link.risk)) {
        let same = |it: &&Link| it.lever == link.lever;
        let is_linked = solution.links.iter().filter(|it| it.risk == kept.id).any(|it| same(&it));
        let level = kept.cells.at(link.lever).level();
        let lowers = level.is_none_or(|level| link.expected <= level);
        if !is_linked && lowers && !taken.iter().any(|it| same(&it)) {
            taken.push(Link { risk: kept.id, ..*link });
        }
    }
    taken.into_iter().map(|link| Edit::Solution(solution.id, SolutionEdit::Link(link))).collect()
}
