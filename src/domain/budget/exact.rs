//! The best set of a few options: every set is considered, but for those that cannot be better than what is known.
//!
//! Branch and bound over the options by id, first with, then without each. Two bounds tell what a branch can reach at most.
//! Removing points never gets less by taking more, so it is no more than with all that is left and fits. And no option
//! removes more than it can in the best company, so it is no more than those sums by points per cost, the last one in part
//! (Dantzig, "Discrete-variable extremum problems", 1957).

use super::board::{Board, Choice, Row, State};
use super::greedy;

/// From so many options on that are left to decide, a branch is worth being bounded.
const WORTHWHILE: usize = 3;

/// The places of the options of the best set under the cap.
pub(super) fn best(board: &Board, cap: u64) -> Vec<usize> {
    let floor = board.removed_by(&greedy::good(board, cap));
    let mut search = Search {
        board,
        cap,
        floor,
        ahead: ahead(board, cap),
        most: by_rate(board),
        taken: Vec::new(),
        best: Best::default(),
    };
    search.go(0, &State::of(board), 0);
    search.best.set
}

/// The best set so far.
#[derive(Default)]
struct Best {
    set: Vec<usize>,
    removed: u32,
    cost: u64,
}

struct Search<'b> {
    board: &'b Board,
    cap: u64,
    /// A set removes so many points at least; it is not known by its ids here.
    floor: u32,
    /// From each option on: the lowest levels that the rest of them can bring.
    ahead: Vec<Vec<Row>>,
    /// The options by the most points per cost: place, the most points, cost.
    most: Vec<(usize, u32, u64)>,
    taken: Vec<usize>,
    best: Best,
}

impl Search<'_> {
    /// Decides the options from this one on.
    fn go(&mut self, at: usize, state: &State, cost: u64) {
        let Some(option) = self.board.options.get(at) else { return };
        if self.board.options.len() - at >= WORTHWHILE && self.is_hopeless(at, state, cost) {
            return;
        }
        if let Some(with) = self.affordable(option, cost) {
            let mut next = state.clone();
            next.lower(self.board, &option.lowers);
            self.taken.push(at);
            self.note(&next, with);
            self.go(at + 1, &next, with);
            self.taken.pop();
        }
        self.go(at + 1, state, cost);
    }

    /// The cost with an option, if that is under the cap.
    fn affordable(&self, option: &Choice, cost: u64) -> Option<u64> {
        cost.checked_add(option.cost).filter(|with| *with <= self.cap)
    }

    /// Keeps a set that is better; of sets that are as good, the one with the lowest ids comes first.
    fn note(&mut self, state: &State, cost: u64) {
        let best = &self.best;
        let is_better = (state.removed > best.removed)
            || (state.removed == best.removed && (cost, self.taken.len()) < (best.cost, best.set.len()));
        if is_better {
            self.best = Best { set: self.taken.clone(), removed: state.removed, cost };
        }
    }

    /// The most points that options from this one on can remove for so much, if the last of them could be had in part.
    fn most_from(&self, at: usize, mut left: u64) -> u32 {
        let mut sum = 0;
        for (_, points, cost) in self.most.iter().filter(|(place, ..)| *place >= at) {
            if *cost > left {
                let part = (u128::from(*points) * u128::from(left)).div_ceil(u128::from(*cost));
                return sum + u32::try_from(part).unwrap_or(*points);
            }
            sum += points;
            left -= cost;
        }
        sum
    }

    /// Whether no set from here on can be better than what is known.
    fn is_hopeless(&self, at: usize, state: &State, cost: u64) -> bool {
        let Some(ahead) = self.ahead.get(at) else { return false };
        let mut reach = state.removed;
        for (row, low) in state.rows.iter().zip(ahead) {
            let mut both = *row;
            for (level, low) in both.iter_mut().zip(low) {
                *level = (*level).min(*low);
            }
            reach += self.board.points(*row) - self.board.points(both);
        }
        reach = reach.min(state.removed + self.most_from(at, self.cap - cost));
        let is_no_cheaper = (cost, self.taken.len()) >= (self.best.cost, self.best.set.len());
        reach < self.best.removed.max(self.floor) || (reach == self.best.removed && is_no_cheaper)
    }
}

/// The options by the most points per cost.
fn by_rate(board: &Board) -> Vec<(usize, u32, u64)> {
    let options = board.options.iter().enumerate();
    let mut most: Vec<_> =
        options.map(|(at, option)| (at, board.most_by(&option.lowers), option.cost)).collect();
    most.sort_by(|(_, points, cost), (_, other_points, other_cost)| {
        let rate = |points: u32, cost: u64| u128::from(points) * u128::from(cost);
        // What is free and removes nothing would be like everything else.
        let by_rate = rate(*other_points, *cost).cmp(&rate(*points, *other_cost));
        by_rate.then_with(|| other_points.cmp(points))
    });
    most
}

/// From each option on, and after the last one: the lowest levels of every cell that options of their own cost under the
/// cap bring.
fn ahead(board: &Board, cap: u64) -> Vec<Vec<Row>> {
    let mut rows = board.rows.clone();
    let mut ahead = vec![rows.clone()];
    for option in board.options.iter().rev() {
        for lowered in option.lowers.iter().filter(|_| option.cost <= cap) {
            let level = rows.get_mut(lowered.risk).and_then(|row| row.get_mut(lowered.cell));
            if let Some(level) = level {
                *level = (*level).min(lowered.level);
            }
        }
        ahead.push(rows.clone());
    }
    ahead.reverse();
    ahead
}
