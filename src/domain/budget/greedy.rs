//! A good set of many options: by points per cost, then one out and the room it leaves filled again, as long as that helps.
//!
//! The work is counted, never timed, so that the same board has the same answer everywhere.

use std::cmp::Reverse;

use super::board::{Board, Lowered, State};

/// So many options are weighed for swaps at most.
const SWAPS: usize = 400_000;
/// So many pairs are looked at, at most.
const PAIRS: usize = 2_000;
/// The places of the two halves of the damage among the cells.
const HALVES: [usize; 2] = [2, 3];

/// The places of the options of a good set under the cap, sorted.
pub(super) fn good(board: &Board, cap: u64) -> Vec<usize> {
    let mut filling = Filling { board, cap, pairs: pairs(board), weighed: 0 };
    let mut set = filling.filled(Vec::new(), None);
    // One large option may be worth more than many small ones.
    let alone = (0..board.options.len()).filter(|at| board.cost_of(&[*at]) <= cap);
    if let Some(one) = alone.min_by_key(|at| worth(board, &[*at])) {
        let with_it = filling.filled(vec![one], None);
        if worth(board, &with_it) < worth(board, &set) {
            set = with_it;
        }
    }
    filling.weighed = 0;
    while let Some(better) = filling.swapped(&set) {
        set = better;
    }
    set.sort_unstable();
    set
}

/// Sorts the better set first: points, then cost, then how many.
fn worth(board: &Board, set: &[usize]) -> (Reverse<u32>, u64, usize) {
    (Reverse(board.removed_by(set)), board.cost_of(set), set.len())
}

/// Fills a cap with options.
struct Filling<'b> {
    board: &'b Board,
    cap: u64,
    /// Pairs of options that may help only together.
    pairs: Vec<[usize; 2]>,
    /// How many options have been weighed.
    weighed: usize,
}

/// Options that could be added, with the points they remove and what they cost.
#[derive(Clone, Copy)]
struct Addition {
    options: [Option<usize>; 2],
    gain: u32,
    cost: u64,
}

impl Addition {
    /// Whether it removes more points per cost, or as many per cost and more.
    fn is_better_than(&self, other: &Self) -> bool {
        let this = u128::from(self.gain) * u128::from(other.cost);
        let that = u128::from(other.gain) * u128::from(self.cost);
        this > that || (this == that && self.gain > other.gain)
    }
}

impl Filling<'_> {
    /// The set with one option swapped for what fits into its room, if that is better and the work allowed lasts.
    fn swapped(&mut self, set: &[usize]) -> Option<Vec<usize>> {
        for out in set {
            if self.weighed > SWAPS {
                return None;
            }
            let rest = set.iter().copied().filter(|at| at != out).collect();
            let other = self.filled(rest, Some(*out));
            if worth(self.board, &other) < worth(self.board, set) {
                return Some(other);
            }
        }
        None
    }

    /// The set with options added by points per cost while there is room, but not this one; where no single one helps,
    /// two whose damage halves help each other.
    fn filled(&mut self, mut set: Vec<usize>, without: Option<usize>) -> Vec<usize> {
        let board = self.board;
        let mut state = State::of(board);
        let mut barred = vec![false; board.options.len()];
        for at in set.iter().copied().chain(without) {
            if let Some(barred) = barred.get_mut(at) {
                *barred = true;
            }
        }
        for option in set.iter().filter_map(|at| board.options.get(*at)) {
            state.lower(board, &option.lowers);
        }
        let mut cost = board.cost_of(&set);
        while let Some(addition) = self.best(&state, &barred, cost) {
            for at in addition.options.into_iter().flatten() {
                if let (Some(option), Some(barred)) = (board.options.get(at), barred.get_mut(at)) {
                    state.lower(board, &option.lowers);
                    *barred = true;
                    set.push(at);
                }
            }
            cost += addition.cost;
        }
        set
    }

    /// What is best to be added to a set of this cost, but for what is barred.
    fn best(&mut self, state: &State, barred: &[bool], cost: u64) -> Option<Addition> {
        let board = self.board;
        self.weighed += board.options.len();
        let is_free = |at: usize| barred.get(at).is_some_and(|barred| !barred);
        let room = self.cap.saturating_sub(cost);
        let options = board.options.iter().enumerate();
        let singles = options.filter(|(at, option)| option.cost <= room && is_free(*at));
        let singles = singles.map(|(at, option)| Addition {
            options: [Some(at), None],
            gain: state.gain(board, &option.lowers),
            cost: option.cost,
        });
        let single = best_of(singles);
        if single.is_some() {
            return single;
        }
        self.weighed += self.pairs.len();
        let pairs = self.pairs.iter().filter(|[one, other]| is_free(*one) && is_free(*other));
        let pairs = pairs.filter_map(|[one, other]| {
            let both = [board.options.get(*one)?, board.options.get(*other)?];
            let cost = both.iter().map(|option| option.cost).sum();
            let lowers: Vec<Lowered> = both.iter().flat_map(|option| option.lowers.iter().copied()).collect();
            let gain = state.gain(board, &lowers);
            (cost <= room).then_some(Addition { options: [Some(*one), Some(*other)], gain, cost })
        });
        best_of(pairs)
    }
}

/// The first of the best ones that remove anything.
fn best_of(additions: impl Iterator<Item = Addition>) -> Option<Addition> {
    let mut best: Option<Addition> = None;
    for addition in additions.filter(|addition| addition.gain > 0) {
        if best.as_ref().is_none_or(|known| addition.is_better_than(known)) {
            best = Some(addition);
        }
    }
    best
}

/// Two options each that lower different halves of the damage of one risk: only together they may remove points.
fn pairs(board: &Board) -> Vec<[usize; 2]> {
    let touching = |half: usize| -> Vec<(usize, usize)> {
        let options = board.options.iter().enumerate();
        let of = |(at, option): (usize, &super::board::Choice)| {
            let risks = option.lowers.iter().filter(|it| it.cell == half).map(|it| it.risk);
            risks.map(|risk| (risk, at)).collect::<Vec<_>>()
        };
        options.flat_map(of).collect()
    };
    let [financial, marketing] = HALVES.map(touching);
    let both = financial.iter().flat_map(|(risk, one)| {
        let same = marketing.iter().filter(move |(other_risk, other)| other_risk == risk && other != one);
        same.map(move |(_, other)| [*one, *other])
    });
    both.take(PAIRS).collect()
}
