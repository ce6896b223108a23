//! What follows from a session and a filter, computed once per change so that a frame computes nothing.

use std::collections::HashMap;
use std::ops::Range;

use super::arrangement::{Arrangement, Groups};
use super::assess::is_disputed;
use super::deck::Dealt;
use super::duel::{self, Tie};
use super::parking::Lot;
use super::pass::Pass;
use super::people::initials;
use super::search::{self, Texts, Words};
use crate::domain::residual::{Counting, residuals};
use crate::domain::score::is_quick_scored;
use crate::domain::{
    Cells, Decision, Level, PersonId, Place, Priority, Ranking, Risk, RiskId, Seat, Session, Solution, Status,
};

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
    /// For each risk of the ranking: its tie with the next one.
    pub ties: Vec<Option<Tie>>,
    /// Risks on the list that pass the filter, in the order they are arranged in.
    pub listed: Vec<usize>,
    /// For each of them: the letters of its title that the filter found, as ranges of bytes; empty without a filter.
    pub found: Vec<Vec<Range<usize>>>,
    /// The same risks in groups, if they are grouped.
    pub groups: Groups,
    /// The same, in the order of priority.
    pub ranked: Vec<usize>,
    /// How many of `ranked`, from the first, stand above the appetite line.
    pub above_line: usize,
    /// How many of `ranked`, from the first, are scored.
    pub ranked_scored: usize,
    /// How many stand above the appetite line of the whole ranking, whatever the filter.
    pub above_in_all: usize,
    /// Per risk: how it stands after solutions; `None` where no counting solution is linked.
    pub after: Vec<Option<After>>,
    /// Per risk: its levels if all chosen solutions are done.
    pub left: Vec<Cells<Option<Level>>>,
    /// Per risk: the solutions linked to it that are not dropped, in the order of the board.
    pub solutions: Vec<Vec<usize>>,
    /// Risks on the list without a decision or a solution, by priority.
    pub unsolved: Vec<RiskId>,
    /// Per risk: the risks that are part of it, by way of others too.
    pub merged: HashMap<RiskId, Vec<usize>>,
    /// Per participant: a short name that no two share.
    pub initials: Vec<String>,
    /// Who is here and votes, in seat order.
    pub voters: Vec<PersonId>,
    /// Per category of the session: how many risks on the list.
    pub coverage: Vec<usize>,
    /// What is in the parking lot.
    pub lot: Lot,
    /// How far the room is with the prompt cards; filled in by the workshop, which knows them.
    pub dealt: Dealt,
    /// Risks on the list, and how many of them are scored.
    pub counts: Counts,
    /// The risks on the list by priority, whatever the filter.
    pub(super) order: Vec<usize>,
    /// What each risk is searched in; there from the first search on.
    texts: Option<Vec<Texts>>,
}

/// How far the room is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Risks on the list.
    pub listed: usize,
    /// Of them, those with all levels.
    pub scored: usize,
    /// Of them, those with the levels of the quick pass.
    pub quick: usize,
    /// Cells of them that the room should talk about, or that too many don't know.
    pub disputed: usize,
}

impl Counts {
    /// Risks on the list that have all levels of a pass.
    #[must_use]
    pub const fn through(self, pass: Pass) -> usize {
        match pass {
            Pass::Full => self.scored,
            Pass::Quick => self.quick,
        }
    }

    fn of(session: &Session, ranking: &Ranking) -> Self {
        let on_list = || session.risks.iter().filter(|risk| risk.place == Place::List);
        let disputes = |risk: &Risk| risk.cells.iter().filter(|(_, it)| is_disputed(it)).count();
        Self {
            listed: ranking.order.len(),
            scored: ranking.ranks.iter().flatten().count(),
            quick: on_list().filter(|risk| is_quick_scored(&risk.levels())).count(),
            disputed: on_list().map(|risk| disputes(risk)).sum(),
        }
    }
}

impl Derived {
    /// Computes everything for a session in the order of entry; `filter` is what risks are searched for.
    #[must_use]
    pub fn of(session: &Session, filter: &str) -> Self {
        Self::arranged(session, filter, Arrangement::default())
    }

    /// Computes everything for a session, its list arranged like this.
    #[must_use]
    pub fn arranged(session: &Session, filter: &str, arrangement: Arrangement) -> Self {
        let ranking = Ranking::of(session);
        let places: HashMap<RiskId, usize> =
            session.risks.iter().enumerate().map(|(place, risk)| (risk.id, place)).collect();
        let solutions = solutions(session, &places);
        let left = residuals(session, Counting::Chosen);
        let order: Vec<usize> = ranking.order.iter().filter_map(|id| places.get(id).copied()).collect();
        let unsolved = order.iter().filter(|place| is_unsolved(session, &solutions, **place));
        let unsolved = unsolved.filter_map(|place| session.risks.get(*place)).map(|risk| risk.id).collect();
        let counts = Counts::of(session, &ranking);
        let mut derived = Self {
            ties: duel::ties(session, &ranking.order, &ranking.ties),
            after: after(session, &left),
            left,
            solutions,
            unsolved,
            merged: merged(session, &places),
            initials: initials(&session.people),
            voters: voters(session),
            coverage: coverage(session),
            lot: Lot::of(session),
            dealt: Dealt::default(),
            counts,
            order,
            ranking,
            ..Self::default()
        };
        derived.arrange(session, filter, arrangement);
        derived
    }

    /// Computes again what is listed, after nothing but the filter, the order or the groups have changed.
    pub fn arrange(&mut self, session: &Session, filter: &str, arrangement: Arrangement) {
        let words = Words::of(filter);
        let texts = match self.texts.take() {
            _ if words.is_empty() => Vec::new(),
            Some(texts) => texts,
            None => search::texts(session, &self.merged, arrangement.names),
        };
        let passes: Vec<bool> = (0..session.risks.len())
            .map(|place| texts.get(place).is_none_or(|texts| words.are_in(texts)))
            .collect();
        let keep = |place: &usize| passes.get(*place).copied().unwrap_or(false);
        let on_list = |place: &usize| session.risks.get(*place).is_some_and(|r| r.place == Place::List);
        self.listed = (0..session.risks.len()).filter(on_list).filter(keep).collect();
        arrangement.sort(session, &mut self.listed);
        let found = |place: &usize| texts.get(*place).map(|texts| words.in_title(texts));
        self.found = self.listed.iter().filter_map(found).collect();
        self.groups = if arrangement.grouped {
            Groups::of(session, &self.listed, words.is_empty())
        } else {
            Groups::default()
        };
        self.ranked = self.order.iter().copied().filter(keep).collect();
        let above = |place: &&usize| {
            let priority = self.ranking.priorities.get(**place);
            priority.is_some_and(|priority| priority.is_above(session.appetite))
        };
        let scored = |place: &&usize| self.ranking.priorities.get(**place).is_some_and(|it| it.scored);
        self.ranked_scored = self.ranked.iter().take_while(scored).count();
        self.above_line = self.ranked.iter().take_while(above).count();
        self.above_in_all = self.order.iter().take_while(above).count();
        self.texts = (!words.is_empty()).then_some(texts);
    }
}

/// The solutions of each risk that are not dropped.
fn solutions(session: &Session, places: &HashMap<RiskId, usize>) -> Vec<Vec<usize>> {
    let mut of_risk = vec![Vec::new(); session.risks.len()];
    let is_on_board = |it: &Solution| !it.binned && it.status != Status::Dropped;
    for (place, solution) in session.solutions.iter().enumerate().filter(|(_, it)| is_on_board(it)) {
        for link in &solution.links {
            let risk = places.get(&link.risk).and_then(|at| of_risk.get_mut(*at));
            if let Some(linked) = risk.filter(|linked: &&mut Vec<usize>| linked.last() != Some(&place)) {
                linked.push(place);
            }
        }
    }
    of_risk
}

fn is_unsolved(session: &Session, solutions: &[Vec<usize>], place: usize) -> bool {
    let open = |risk: &Risk| match risk.decision {
        Decision::Undecided | Decision::Treat => true,
        Decision::Accept { .. } | Decision::Transfer { .. } | Decision::Avoid { .. } => false,
    };
    session.risks.get(place).is_some_and(|risk| open(risk)) && solutions.get(place).is_some_and(Vec::is_empty)
}

fn after(session: &Session, left: &[Cells<Option<Level>>]) -> Vec<Option<After>> {
    let done = residuals(session, Counting::Done);
    let both = left.iter().copied().zip(done);
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
        // No session has merges that go in a circle; were there one, no way is longer than there are risks.
        let way = std::iter::successors(into(risk.id), |id| into(*id)).take(session.risks.len());
        if let Some(kept) = way.last() {
            merged.entry(kept).or_default().push(place);
        }
    }
    merged
}

fn voters(session: &Session) -> Vec<PersonId> {
    let voters = session.people.iter().filter(|person| person.present && person.seat == Seat::Voter);
    voters.map(|person| person.id).collect()
}

fn coverage(session: &Session) -> Vec<usize> {
    let on_list = || session.risks.iter().filter(|risk| risk.place == Place::List);
    let count = |key| on_list().filter(|risk| risk.category.as_ref() == Some(key)).count();
    session.categories.iter().map(|category| count(&category.key)).collect()
}
