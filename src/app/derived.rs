//! What follows from a session and a filter, computed once per change so that a frame computes nothing.

use std::collections::{HashMap, HashSet};

use super::deck::Dealt;
use super::parking::Lot;
use crate::domain::residual::{Counting, residuals};
use crate::domain::{Decision, Place, Priority, Ranking, Risk, RiskId, Session, Status};

/// How a risk stands after solutions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// If all chosen solutions are done.
    pub chosen: Priority,
    /// As of today.
    pub done: Priority,
}

/// What follows from a session. Places are indices into `session.risks` and `session.solutions`.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    /// Priorities and ranks.
    pub ranking: Ranking,
    /// Risks on the list that pass the filter, in the order of the list.
    pub listed: Vec<usize>,
    /// The same, in the order of priority.
    pub ranked: Vec<usize>,
    /// How many of `ranked`, from the first, stand above the appetite line.
    pub above_line: usize,
    /// Solutions by status, in the order of the board.
    pub columns: [Vec<usize>; Status::ALL.len()],
    /// Per risk: how it stands after solutions; `None` where no counting solution is linked.
    pub after: Vec<Option<After>>,
    /// Per risk: the solutions linked to it that are not dropped, in the order of the board.
    pub solutions: Vec<Vec<usize>>,
    /// Risks on the list without a decision or a solution, by priority.
    pub unsolved: Vec<RiskId>,
    /// Per risk: the risks that are part of it, by way of others too.
    pub merged: HashMap<RiskId, Vec<usize>>,
    /// Per category of the session: how many risks on the list.
    pub coverage: Vec<usize>,
    /// What is in the parking lot.
    pub lot: Lot,
    /// How far the room is with the prompt cards; filled in by the workshop, which knows them.
    pub dealt: Dealt,
    /// Risks on the list, and how many of them are scored.
    pub counts: Counts,
}

/// How far the room is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Risks on the list.
    pub listed: usize,
    /// Of them, those with all levels.
    pub scored: usize,
}

impl Derived {
    /// Computes everything for a session; `filter` is what titles, causes, consequences and ids are searched for.
    #[must_use]
    pub fn of(session: &Session, filter: &str) -> Self {
        let ranking = Ranking::of(session);
        let places: HashMap<RiskId, usize> =
            session.risks.iter().enumerate().map(|(place, risk)| (risk.id, place)).collect();
        let (columns, solutions) = board(session, &places);
        let on_list = |place: &usize| session.risks.get(*place).is_some_and(|r| r.place == Place::List);
        let passed: HashSet<usize> = passing(session, filter);
        let keep = |place: &usize| passed.contains(place);
        let order: Vec<usize> = ranking.order.iter().filter_map(|id| places.get(id).copied()).collect();
        let unsolved = order.iter().filter(|place| is_unsolved(session, &solutions, **place));
        let unsolved = unsolved.filter_map(|place| session.risks.get(*place)).map(|risk| risk.id).collect();
        let counts = Counts { listed: order.len(), scored: ranking.ranks.iter().flatten().count() };
        let ranked: Vec<usize> = order.into_iter().filter(keep).collect();
        let above = |place: &&usize| {
            let priority = ranking.priorities.get(**place);
            priority.is_some_and(|p| p.scored && p.band >= Some(session.appetite))
        };
        Self {
            above_line: ranked.iter().take_while(above).count(),
            listed: (0..session.risks.len()).filter(on_list).filter(keep).collect(),
            ranked,
            columns,
            after: after(session),
            solutions,
            unsolved,
            merged: merged(session, &places),
            coverage: coverage(session),
            lot: Lot::of(session),
            dealt: Dealt::default(),
            counts,
            ranking,
        }
    }
}

/// The columns of the board, and the solutions of each risk.
fn board(
    session: &Session,
    places: &HashMap<RiskId, usize>,
) -> ([Vec<usize>; Status::ALL.len()], Vec<Vec<usize>>) {
    let mut columns: [Vec<usize>; Status::ALL.len()] = Default::default();
    let mut of_risk = vec![Vec::new(); session.risks.len()];
    for (place, solution) in session.solutions.iter().enumerate().filter(|(_, s)| !s.binned) {
        if let Some(column) = columns.get_mut(solution.status as usize) {
            column.push(place);
        }
        if solution.status == Status::Dropped {
            continue;
        }
        for link in &solution.links {
            let risk = places.get(&link.risk).and_then(|at| of_risk.get_mut(*at));
            if let Some(linked) = risk.filter(|linked: &&mut Vec<usize>| linked.last() != Some(&place)) {
                linked.push(place);
            }
        }
    }
    (columns, of_risk)
}

fn is_unsolved(session: &Session, solutions: &[Vec<usize>], place: usize) -> bool {
    let open = |risk: &Risk| match risk.decision {
        Decision::Undecided | Decision::Treat => true,
        Decision::Accept { .. } | Decision::Transfer { .. } | Decision::Avoid { .. } => false,
    };
    session.risks.get(place).is_some_and(|risk| open(risk)) && solutions.get(place).is_some_and(Vec::is_empty)
}

fn after(session: &Session) -> Vec<Option<After>> {
    let chosen = residuals(session, Counting::Chosen);
    let done = residuals(session, Counting::Done);
    let both = chosen.into_iter().zip(done);
    session
        .risks
        .iter()
        .zip(both)
        .map(|(risk, (chosen, done))| {
            let current = risk.levels();
            (chosen != current || done != current).then(|| After {
                chosen: session.priority_of(risk, &chosen),
                done: session.priority_of(risk, &done),
            })
        })
        .collect()
}

/// The risks that became part of another one, under the one they are part of in the end.
fn merged(session: &Session, places: &HashMap<RiskId, usize>) -> HashMap<RiskId, Vec<usize>> {
    let into = |id: RiskId| {
        let place = session.risks.get(*places.get(&id)?)?.place;
        if let Place::Merged { into } = place { Some(into) } else { None }
    };
    let mut merged: HashMap<RiskId, Vec<usize>> = HashMap::new();
    for (place, risk) in session.risks.iter().enumerate() {
        // A file can hold merges that go in a circle; no way is longer than there are risks.
        let way = std::iter::successors(into(risk.id), |id| into(*id)).take(session.risks.len());
        if let Some(kept) = way.last() {
            merged.entry(kept).or_default().push(place);
        }
    }
    merged
}

fn coverage(session: &Session) -> Vec<usize> {
    let on_list = || session.risks.iter().filter(|risk| risk.place == Place::List);
    let count = |key| on_list().filter(|risk| risk.category.as_ref() == Some(key)).count();
    session.categories.iter().map(|category| count(&category.key)).collect()
}

/// The places of the risks on the list whose texts contain the filter, whatever the case.
fn passing(session: &Session, filter: &str) -> HashSet<usize> {
    let wanted = filter.trim().to_lowercase();
    let contains = |text: &str| text.to_lowercase().contains(&wanted);
    let passes = |risk: &Risk| {
        wanted.is_empty()
            || risk.id.to_string().to_lowercase() == wanted
            || contains(&risk.title)
            || contains(&risk.cause)
            || contains(&risk.consequence)
    };
    let listed = session.risks.iter().enumerate().filter(|(_, risk)| risk.place == Place::List);
    listed.filter(|(_, risk)| passes(risk)).map(|(place, _)| place).collect()
}
