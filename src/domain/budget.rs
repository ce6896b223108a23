//! Budget: which solutions remove the most points under a cap of money or work.
//!
//! The measure is the points of the risks on the list, empty cells at level 1, after the solutions that count: per cell
//! the best expected level, so that the same effect is never credited twice. What is being done or done is given, outside
//! the cap; ideas and chosen ones are candidates; what is dropped or in the bin is neither. Up to [`EXACT`] candidates
//! every set is considered (`exact`), above that a heuristic is used (`greedy`). Nothing here changes a session.

mod board;
mod exact;
mod greedy;

use self::board::Board;
use super::residual::residuals_with;
use super::{Band, Effort, Priority, RiskId, Session, Solution, SolutionId, Status};

/// Up to so many candidates the suggested set is the best there is.
pub const EXACT: usize = 20;

/// What is scarce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Measure {
    /// Money of the first year: what a solution costs once, and what it costs yearly, once.
    #[default]
    Money,
    /// Work, in the workdays of [`workdays`].
    Effort,
}

/// The workdays an effort is counted with: the upper end of what its size says, and 80 for what is longer.
#[must_use]
pub const fn workdays(effort: Effort) -> u64 {
    match effort {
        Effort::XS => 1,
        Effort::S => 2,
        Effort::M => 10,
        Effort::L => 40,
        Effort::XL => 80,
    }
}

/// What a solution costs, in whole units of money or in workdays; nothing if nobody said so yet.
#[must_use]
pub fn cost(solution: &Solution, measure: Measure) -> Option<u64> {
    match measure {
        Measure::Money => {
            let parts = [solution.cost_once, solution.cost_yearly];
            let known = parts.iter().flatten();
            parts.iter().any(Option::is_some).then(|| known.map(|part| part.units()).sum())
        }
        Measure::Effort => solution.effort.map(workdays),
    }
}

/// How the set was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Every set was considered: none is better.
    Exact,
    /// By points per cost, then by swaps: a better set may exist.
    Heuristic,
}

/// Where a candidate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// In the set.
    Taken,
    /// Not in the set: it fits no longer beside it, or costs more than it brings there.
    NoRoom,
    /// It alone costs more than the cap.
    AboveCap,
    /// Others in the set do as much already.
    AddsNothing,
    /// Without a cost it cannot be compared.
    Unpriced,
    /// It lowers nothing.
    Idle,
}

/// A candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The solution.
    pub solution: SolutionId,
    /// What it costs.
    pub cost: Option<u64>,
    /// The points it removes by itself.
    pub alone: u32,
    /// The points the set loses without it, or gains with it.
    pub adds: u32,
    /// Where it stands.
    pub standing: Standing,
    /// Whether the room has chosen it already.
    pub chosen: bool,
}

/// How a risk stands without and with the suggested set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The risk.
    pub risk: RiskId,
    /// With what is given.
    pub before: Priority,
    /// With the set, too.
    pub after: Priority,
}

/// A suggested set, and what it leaves out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// How it was found.
    pub method: Method,
    /// The candidates: those of the set first, by points per cost.
    pub candidates: Vec<Candidate>,
    /// The risks on the list that any candidate lowers.
    pub effects: Vec<Effect>,
    /// The points the set removes.
    pub removed: u32,
    /// The points of all risks on the list, with what is given.
    pub points: u32,
    /// What the set costs; never more than the cap.
    pub cost: u64,
    /// Risks above the appetite line, without and with the set.
    pub above: [usize; 2],
}

impl Suggestion {
    /// The best set under a cap, or the candidates alone if there is none. Of sets that remove as much the cheapest is
    /// taken, then the smallest, then the one with the lowest ids.
    #[must_use]
    pub fn of(session: &Session, measure: Measure, cap: Option<u64>) -> Self {
        let board = Board::of(session, measure);
        let (method, set) = match cap {
            None => (Method::Exact, Vec::new()),
            Some(cap) if board.options.len() <= EXACT => (Method::Exact, exact::best(&board, cap)),
            Some(cap) => (Method::Heuristic, greedy::good(&board, cap)),
        };
        let chosen: Vec<SolutionId> =
            set.iter().filter_map(|at| board.options.get(*at)).map(|option| option.id).collect();
        let before = residuals_with(session, is_given);
        let after = residuals_with(session, |it| is_given(it) || chosen.contains(&it.id));
        let (mut effects, mut points, mut above) = (Vec::new(), 0, [0, 0]);
        for ((risk, before), after) in session.risks.iter().zip(&before).zip(&after) {
            if risk.place != super::Place::List {
                continue;
            }
            let [before, after] = [before, after].map(|levels| session.priority_of(risk, levels));
            points += u32::from(before.points.lower);
            for (count, priority) in above.iter_mut().zip([&before, &after]) {
                *count += usize::from(is_above(priority, session.appetite));
            }
            if board.lowers(risk.id) {
                effects.push(Effect { risk: risk.id, before, after });
            }
        }
        Self {
            method,
            removed: board.removed_by(&set),
            cost: board.cost_of(&set),
            candidates: candidates(session, measure, cap, &board, &set),
            effects,
            points,
            above,
        }
    }

    /// The ideas of the set: what accepting it chooses.
    pub fn to_choose(&self) -> impl Iterator<Item = SolutionId> {
        let taken = self.candidates.iter().filter(|it| it.standing == Standing::Taken);
        taken.filter(|it| !it.chosen).map(|it| it.solution)
    }

    /// What the room has chosen and the set leaves out: how many, and what they cost as far as that is known.
    #[must_use]
    pub fn chosen_left_out(&self) -> (usize, u64) {
        let left_out = self.candidates.iter().filter(|it| it.chosen && it.standing != Standing::Taken);
        left_out.fold((0, 0), |(count, cost), it| (count + 1, cost + it.cost.unwrap_or(0)))
    }
}

/// Whether a solution counts whatever is suggested.
fn is_given(solution: &Solution) -> bool {
    !solution.binned && matches!(solution.status, Status::Doing | Status::Done)
}

/// Whether a solution can be suggested.
fn is_candidate(solution: &Solution) -> bool {
    !solution.binned && matches!(solution.status, Status::Idea | Status::Chosen)
}

fn is_above(priority: &Priority, appetite: Band) -> bool {
    priority.scored && priority.band >= Some(appetite)
}

/// All candidates with what they bring, in the order they are shown in.
fn candidates(
    session: &Session,
    measure: Measure,
    cap: Option<u64>,
    board: &Board,
    set: &[usize],
) -> Vec<Candidate> {
    let whole = board.removed_by(set);
    let of = |solution: &Solution| {
        let (cost, chosen) = (cost(solution, measure), solution.status == Status::Chosen);
        let Ok(at) = board.options.binary_search_by_key(&solution.id, |option| option.id) else {
            let standing = if board.is_idle(solution) { Standing::Idle } else { Standing::Unpriced };
            let alone = board.removed_by_one(solution);
            return Candidate { solution: solution.id, cost, alone, adds: 0, standing, chosen };
        };
        let taken = set.contains(&at);
        let others: Vec<usize> = set.iter().copied().filter(|other| *other != at).collect();
        let with: Vec<usize> = set.iter().copied().chain([at]).collect();
        let adds = if taken { whole - board.removed_by(&others) } else { board.removed_by(&with) - whole };
        let standing = match (taken, cap) {
            (true, _) => Standing::Taken,
            (false, Some(cap)) if cost > Some(cap) => Standing::AboveCap,
            (false, Some(_)) if adds == 0 => Standing::AddsNothing,
            (false, _) => Standing::NoRoom,
        };
        Candidate { solution: solution.id, cost, alone: board.removed_by(&[at]), adds, standing, chosen }
    };
    let solutions = session.solutions.iter().filter(|solution| is_candidate(solution));
    let mut candidates: Vec<Candidate> = solutions.map(|solution| of(solution)).collect();
    candidates.sort_by(|one, other| {
        let group = |it: &Candidate| match it.standing {
            Standing::Taken => 0,
            Standing::NoRoom | Standing::AboveCap | Standing::AddsNothing => 1,
            Standing::Unpriced => 2,
            Standing::Idle => 3,
        };
        let rate =
            |it: &Candidate, other: &Candidate| u128::from(it.alone) * u128::from(other.cost.unwrap_or(1));
        group(one)
            .cmp(&group(other))
            .then_with(|| rate(other, one).cmp(&rate(one, other)))
            .then_with(|| other.alone.cmp(&one.alone))
            .then_with(|| one.solution.cmp(&other.solution))
    });
    candidates
}
