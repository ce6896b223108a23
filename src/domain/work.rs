//! How much has to be looked at when an edit happens again: [`Session::work`](super::Session). A file whose history takes
//! more than [`MAX_WORK`] is not one that a meeting makes, and is refused before it holds anybody up.
//!
//! One unit is one item of a list looked at. A meeting of a day in a long list stays below a tenth of the limit. Not
//! here: how large a session may grow (`weight`).

use super::{Edit, PersonEdit, Place, RiskEdit, Session, SessionEdit, SolutionEdit};

/// The most work the entries of one file may be.
pub const MAX_WORK: u64 = 60_000_000;

/// Items moved by one place cost a fraction of items looked at.
const MOVED: usize = 8;

impl Session {
    /// At most so many items are looked at to carry this out.
    pub(super) fn work(&self, edit: &Edit) -> u64 {
        let items = match edit {
            Edit::Session(edit) => self.session_work(edit),
            Edit::AddPerson(_) => self.people.len(),
            Edit::Person(_, edit) => self.people.len().saturating_add(match edit {
                PersonEdit::Remove => self.votes_work(),
                PersonEdit::Name(_)
                | PersonEdit::Team(_)
                | PersonEdit::Seat(_)
                | PersonEdit::Present(_)
                | PersonEdit::MoveBefore(_) => 0,
            }),
            Edit::AddRisk(risk) => {
                let rounds = risk.cells.iter().flat_map(|(_, cell)| &cell.rounds);
                let votes: usize = rounds.map(|round| round.votes.0.len()).sum();
                let lists = self.risks.len().saturating_add(self.categories.len());
                lists.saturating_add(votes.saturating_mul(self.people.len()))
            }
            Edit::Risk(id, edit) => {
                far(&self.risks, id.number(), |risk| risk.id == *id).saturating_add(self.risk_work(edit))
            }
            Edit::AddSolution(solution) => {
                let links = solution.links.len().saturating_mul(self.risks.len());
                self.solutions.len().saturating_add(links)
            }
            Edit::Solution(id, edit) => far(&self.solutions, id.number(), |solution| solution.id == *id)
                .saturating_add(self.solution_work(edit)),
            Edit::AddTopic(_) | Edit::Topic(..) => self.topics.len(),
            Edit::Card(_) | Edit::ForgetCard(_) => self.cards.len(),
            Edit::Duel(_) => self.risks.len().saturating_mul(3).saturating_add(self.duels.len()),
        };
        u64::try_from(items).unwrap_or(u64::MAX).saturating_add(1)
    }

    fn session_work(&self, edit: &SessionEdit) -> usize {
        match edit {
            SessionEdit::Categories(list) => list.len().saturating_mul(2).saturating_add(self.risks.len()),
            SessionEdit::Scales(_) => {
                let links = self.solutions.iter().map(|solution| solution.links.len() + 1).sum::<usize>();
                self.risks.len().saturating_mul(2).saturating_add(links)
            }
            SessionEdit::Title(_)
            | SessionEdit::Shop(_)
            | SessionEdit::Scope(_)
            | SessionEdit::Revenue(_)
            | SessionEdit::Currency(_)
            | SessionEdit::Appetite(_)
            | SessionEdit::Bands(_)
            | SessionEdit::Weights(_)
            | SessionEdit::DotsEach(_)
            | SessionEdit::Close { .. }
            | SessionEdit::Reopen { .. } => 0,
        }
    }

    fn risk_work(&self, edit: &RiskEdit) -> usize {
        match edit {
            RiskEdit::MoveBefore(next) => {
                let moved = self.risks.len() / MOVED;
                next.map_or(0, |id| far(&self.risks, id.number(), |risk| risk.id == id)).saturating_add(moved)
            }
            RiskEdit::Place(Place::Merged { into }) => {
                far(&self.risks, into.number(), |risk| risk.id == *into)
            }
            RiskEdit::Vote(_, votes) => votes.0.len().saturating_mul(self.people.len()),
            RiskEdit::SaidBy(Some(_)) => self.people.len(),
            RiskEdit::Category(Some(_)) => self.categories.len(),
            RiskEdit::Title(_)
            | RiskEdit::Cause(_)
            | RiskEdit::Consequence(_)
            | RiskEdit::Category(None)
            | RiskEdit::Money(_)
            | RiskEdit::Marketing(_)
            | RiskEdit::Hit(_)
            | RiskEdit::Evidence(_)
            | RiskEdit::Duty(_)
            | RiskEdit::Owner(_)
            | RiskEdit::SaidBy(None)
            | RiskEdit::Place(Place::List | Place::Parked | Place::Bin)
            | RiskEdit::Decision(_)
            | RiskEdit::Agree(..)
            | RiskEdit::Reveal(_)
            | RiskEdit::ReVote(_)
            | RiskEdit::Sign(_)
            | RiskEdit::Dots(_) => 0,
        }
    }

    fn solution_work(&self, edit: &SolutionEdit) -> usize {
        match edit {
            SolutionEdit::Link(link) => far(&self.risks, link.risk.number(), |risk| risk.id == link.risk),
            SolutionEdit::MoveBefore(next) => {
                let moved = self.solutions.len() / MOVED;
                let to = next.map_or(0, |id| far(&self.solutions, id.number(), |it| it.id == id));
                to.saturating_add(moved)
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
            | SolutionEdit::Unlink(..)
            | SolutionEdit::Binned(_) => 0,
        }
    }

    /// What is looked at to find whether somebody voted.
    fn votes_work(&self) -> usize {
        let rounds = self.risks.iter().flat_map(|risk| risk.cells.iter()).flat_map(|(_, cell)| &cell.rounds);
        let votes: usize = rounds.map(|round| round.votes.0.len()).sum();
        self.risks.len().saturating_mul(5).saturating_add(votes)
    }
}

/// How many items a search from where the number says looks at on both sides.
fn far<T>(items: &[T], number: u32, is_it: impl Fn(&T) -> bool) -> usize {
    let guess = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1).min(items.len());
    let place = super::session::nearest(items, number, is_it);
    place.map_or(items.len(), |place| place.abs_diff(guess).saturating_mul(2))
}
