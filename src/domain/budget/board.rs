//! What a choice between solutions is about: the cells they lower, from where, how far, at what cost.
//!
//! Risks and solutions are counted by their places here, sorted by id, so that the order of storage decides nothing.

use super::{Measure, cost, is_candidate, is_given};
use crate::domain::residual::residuals_with;
use crate::domain::{Cell, Cells, Criterion, Level, Place, RiskId, Session, Solution, SolutionId, Weights};

/// The levels of a risk in the order of [`Cell::ALL`]; empty cells are at level 1.
pub(super) type Row = [u8; 5];

/// A cell of a risk lowered to a level.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lowered {
    /// The place of the risk.
    pub(super) risk: usize,
    /// The place of the cell.
    pub(super) cell: usize,
    /// The level expected after.
    pub(super) level: u8,
}

/// A solution that can be taken.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) id: SolutionId,
    pub(super) cost: u64,
    pub(super) lowers: Vec<Lowered>,
}

/// The risks, and the solutions that have a cost and lower something.
#[derive(Debug)]
pub(super) struct Board {
    risks: Vec<RiskId>,
    /// With what is given.
    pub(super) rows: Vec<Row>,
    pub(super) options: Vec<Choice>,
    lowered: Vec<bool>,
    weights: Weights,
}

impl Board {
    pub(super) fn of(session: &Session, measure: Measure) -> Self {
        let given = residuals_with(session, is_given);
        let listed = session.risks.iter().zip(&given).filter(|(risk, _)| risk.place == Place::List);
        let mut listed: Vec<(RiskId, Row)> = listed.map(|(risk, levels)| (risk.id, row(levels))).collect();
        listed.sort_unstable_by_key(|(id, _)| *id);
        let (risks, rows): (Vec<RiskId>, Vec<Row>) = listed.into_iter().unzip();
        let lowered = vec![false; risks.len()];
        let mut board = Self { risks, rows, options: Vec::new(), lowered, weights: session.weights };
        for solution in session.solutions.iter().filter(|solution| is_candidate(solution)) {
            let lowers = board.lowers_by(solution);
            for lowered in &lowers {
                if let Some(known) = board.lowered.get_mut(lowered.risk) {
                    *known = true;
                }
            }
            if let Some(cost) = cost(solution, measure).filter(|_| !lowers.is_empty()) {
                board.options.push(Choice { id: solution.id, cost, lowers });
            }
        }
        board.options.sort_by_key(|option| option.id);
        board
    }

    /// What a solution lowers, beyond what is given.
    fn lowers_by(&self, solution: &Solution) -> Vec<Lowered> {
        let lowered = |link: &crate::domain::Link| {
            let risk = self.risks.binary_search(&link.risk).ok()?;
            let cell = Cell::ALL.iter().position(|cell| *cell == link.lever)?;
            let now = *self.rows.get(risk)?.get(cell)?;
            let level = link.expected.number();
            (level < now).then_some(Lowered { risk, cell, level })
        };
        solution.links.iter().filter_map(lowered).collect()
    }

    /// Whether a solution lowers nothing.
    pub(super) fn is_idle(&self, solution: &Solution) -> bool {
        self.lowers_by(solution).is_empty()
    }

    /// Whether any candidate lowers this risk.
    pub(super) fn lowers(&self, risk: RiskId) -> bool {
        let place = self.risks.binary_search(&risk).ok();
        place.and_then(|place| self.lowered.get(place)).is_some_and(|lowered| *lowered)
    }

    /// The points of a risk with these levels.
    pub(super) fn points(&self, [probability, impact, financial, marketing, fix]: Row) -> u32 {
        let weigh = |criterion, level: u8| u32::from(self.weights.of(criterion).number()) * u32::from(level);
        weigh(Criterion::Probability, probability)
            + weigh(Criterion::Impact, impact)
            + weigh(Criterion::Damage, financial.max(marketing))
            + weigh(Criterion::Fix, fix)
    }

    /// The most points that lowering these cells can remove, whatever else is lowered: what each cell loses, weighed. A half
    /// of the damage counts as if it were the worse one, and both count, which is never less than what they do together.
    pub(super) fn most_by(&self, lowers: &[Lowered]) -> u32 {
        lowers.iter().map(|lowered| self.most_by_one(lowered)).sum()
    }

    fn most_by_one(&self, lowered: &Lowered) -> u32 {
        let (Some(row), Some(cell)) = (self.rows.get(lowered.risk), Cell::ALL.get(lowered.cell)) else {
            return 0;
        };
        let now = row.get(lowered.cell).copied().unwrap_or(1);
        let drop = now.saturating_sub(lowered.level);
        u32::from(self.weights.of(cell.criterion()).number()) * u32::from(drop)
    }

    /// The points these options remove together.
    pub(super) fn removed_by(&self, set: &[usize]) -> u32 {
        let mut state = State::of(self);
        for option in set.iter().filter_map(|at| self.options.get(*at)) {
            state.lower(self, &option.lowers);
        }
        state.removed
    }

    /// The points one solution removes by itself, even one without a cost.
    pub(super) fn removed_by_one(&self, solution: &Solution) -> u32 {
        let mut state = State::of(self);
        state.lower(self, &self.lowers_by(solution));
        state.removed
    }

    /// What these options cost together.
    pub(super) fn cost_of(&self, set: &[usize]) -> u64 {
        set.iter().filter_map(|at| self.options.get(*at)).map(|option| option.cost).sum()
    }
}

/// How the risks stand with what was taken so far.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) rows: Vec<Row>,
    /// The points removed.
    pub(super) removed: u32,
}

impl State {
    pub(super) fn of(board: &Board) -> Self {
        Self { rows: board.rows.clone(), removed: 0 }
    }

    /// Lowers cells.
    pub(super) fn lower(&mut self, board: &Board, lowers: &[Lowered]) {
        for lowered in lowers {
            let Some(row) = self.rows.get_mut(lowered.risk) else { continue };
            let before = board.points(*row);
            if let Some(level) = row.get_mut(lowered.cell) {
                *level = (*level).min(lowered.level);
            }
            self.removed += before - board.points(*row);
        }
    }

    /// The points that lowering these cells would remove. The links of one risk stand for all of its cells together.
    pub(super) fn gain(&self, board: &Board, lowers: &[Lowered]) -> u32 {
        let mut gain = 0;
        for (place, lowered) in lowers.iter().enumerate() {
            let is_first = lowers.iter().take(place).all(|earlier| earlier.risk != lowered.risk);
            let Some(before) = self.rows.get(lowered.risk).filter(|_| is_first) else { continue };
            let mut row = *before;
            for same in lowers.iter().filter(|same| same.risk == lowered.risk) {
                if let Some(level) = row.get_mut(same.cell) {
                    *level = (*level).min(same.level);
                }
            }
            gain += board.points(*before) - board.points(row);
        }
        gain
    }
}

fn row(levels: &Cells<Option<Level>>) -> Row {
    Cell::ALL.map(|cell| levels.at(cell).map_or(1, Level::number))
}
