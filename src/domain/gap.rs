//! Gaps: what is still missing for decisions to stick, asked for before a session is closed.
//!
//! A gap is a hint with a place to go to, never a refusal: a session can be closed with all of them open, with a reason.

use jiff::civil::Date;

use super::residual::Counting;
use super::{
    Band, Cell, Decision, Place, Ranking, Risk, RiskId, Session, Solution, SolutionId, Status, TopicId,
    TopicState, agreement,
};

/// Something that is missing. "Above the line" is at or above the appetite of the session, after gates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gap {
    /// A risk above the line that nobody answers for.
    RiskOwner(RiskId),
    /// A risk above the line without a decision and without a solution.
    Decision(RiskId),
    /// A risk above the line whose solutions all are ideas or dropped, or that is to be treated without any.
    OnlyIdeas(RiskId),
    /// A critical risk that was accepted without reason or without review date.
    Acceptance(RiskId),
    /// An accepted risk that should have been looked at again.
    Review(RiskId),
    /// A level that differs from the median of the votes, without a reason.
    Reason(RiskId, Cell),
    /// A solution chosen or being done that nobody does.
    Owner(SolutionId),
    /// A solution chosen or being done without a date.
    Due(SolutionId),
    /// A solution that is not done, with a date that is past.
    Late(SolutionId),
    /// A solution, not yet done, whose link lowers nothing: the cell is as low already, or empty.
    NoEffect(SolutionId, RiskId, Cell),
    /// Risks without all levels: the first of them by id, and how many there are.
    Unscored(RiskId, usize),
    /// A risk in the parking lot.
    ParkedRisk(RiskId),
    /// A topic in the parking lot.
    Topic(TopicId),
}

/// All gaps of a session on a day: risks by rank, solutions as on the board, what is not scored, what is parked.
#[must_use]
pub fn gaps(session: &Session, ranking: &Ranking, today: Date) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for id in &ranking.order {
        let priority = session.place_of(*id).and_then(|place| ranking.priorities.get(place));
        if let (Some(risk), Some(priority)) = (session.risk(*id), priority) {
            of_risk(session, risk, priority.band, today, &mut gaps);
        }
    }
    for solution in session.solutions.iter().filter(|solution| !solution.binned) {
        of_solution(session, solution, today, &mut gaps);
    }
    let listed = || session.risks.iter().filter(|risk| risk.place == Place::List);
    let unscored = || listed().filter(|risk| risk.levels().iter().any(|(_, level)| level.is_none()));
    gaps.extend(unscored().next().map(|first| Gap::Unscored(first.id, unscored().count())));
    if !session.is_closed() {
        let parked = session.risks.iter().filter(|risk| risk.place == Place::Parked);
        gaps.extend(parked.map(|risk| Gap::ParkedRisk(risk.id)));
        let topics = session.topics.iter().filter(|topic| topic.state == TopicState::Parked);
        gaps.extend(topics.map(|topic| Gap::Topic(topic.id)));
    }
    gaps
}

fn of_risk(session: &Session, risk: &Risk, band: Option<Band>, today: Date, gaps: &mut Vec<Gap>) {
    let is_above = band >= Some(session.appetite);
    if is_above && risk.owner.is_none() {
        gaps.push(Gap::RiskOwner(risk.id));
    }
    match &risk.decision {
        Decision::Undecided | Decision::Treat if is_above => gaps.extend(treatment(session, risk)),
        Decision::Accept { reason, review } => {
            if band == Some(Band::Critical) && (reason.is_empty() || review.is_none()) {
                gaps.push(Gap::Acceptance(risk.id));
            }
            if review.is_some_and(|review| review < today) {
                gaps.push(Gap::Review(risk.id));
            }
        }
        Decision::Undecided | Decision::Treat | Decision::Transfer { .. } | Decision::Avoid { .. } => {}
    }
    let lacking = risk.cells.iter().filter(|(_, assessment)| agreement::lacks_reason(assessment));
    gaps.extend(lacking.map(|(cell, _)| Gap::Reason(risk.id, cell)));
}

/// What a risk above the line lacks that is not accepted, transferred or avoided.
fn treatment(session: &Session, risk: &Risk) -> Option<Gap> {
    let is_linked = |it: &&Solution| !it.binned && it.links.iter().any(|link| link.risk == risk.id);
    let mut linked = session.solutions.iter().map(AsRef::as_ref).filter(is_linked).peekable();
    if linked.peek().is_none() && risk.decision == Decision::Undecided {
        return Some(Gap::Decision(risk.id));
    }
    (!linked.any(|solution| Counting::Chosen.counts(solution))).then_some(Gap::OnlyIdeas(risk.id))
}

fn of_solution(session: &Session, solution: &Solution, today: Date, gaps: &mut Vec<Gap>) {
    if matches!(solution.status, Status::Chosen | Status::Doing) {
        if solution.owner.is_none() {
            gaps.push(Gap::Owner(solution.id));
        }
        if solution.due.is_none() {
            gaps.push(Gap::Due(solution.id));
        }
    }
    if solution.is_late(today) {
        gaps.push(Gap::Late(solution.id));
    }
    if !solution.status.is_open() {
        return;
    }
    for link in &solution.links {
        let risk = session.risk(link.risk).filter(|risk| risk.place == Place::List);
        let level = risk.map(|risk| risk.cells.at(link.lever).level());
        if level.is_some_and(|level| level.is_none_or(|level| level <= link.expected)) {
            gaps.push(Gap::NoEffect(solution.id, link.risk, link.lever));
        }
    }
}
