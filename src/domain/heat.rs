//! The heat map: which risks fall into which cell of a matrix of two criteria.
//!
//! A matrix cannot order risks (Cox, "What's wrong with risk matrices?", 2008): the ranking does, and the map shows where
//! they lie. Damage is the worse of its halves, once both have a level.

use std::collections::BTreeSet;

use super::residual::{Counting, residuals};
use super::{Cell, Cells, Criterion, Level, Ranking, Risk, RiskId, Session, Votes};

/// What the levels are those of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Of {
    /// With today's controls.
    #[default]
    Current,
    /// After solutions.
    Residual(Counting),
}

/// The risks of the list in the cells of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// Per level of the first criterion from 1, per level of the second from 1: the risks by priority.
    cells: Vec<Vec<Vec<RiskId>>>,
    /// How many risks of the list lack a level.
    pub unplaced: usize,
}

impl Matrix {
    /// Where the risks of a session lie; `ranking` is that of the session.
    #[must_use]
    pub fn of(session: &Session, ranking: &Ranking, [rows, columns]: [Criterion; 2], of: Of) -> Self {
        let count = usize::from(session.scales.levels.number());
        let residual = match of {
            Of::Current => None,
            Of::Residual(counting) => Some(residuals(session, counting)),
        };
        let mut matrix = Self { cells: vec![vec![Vec::new(); count]; count], unplaced: 0 };
        for id in &ranking.order {
            let Some((place, risk)) = session.place_of(*id).zip(session.risk(*id)) else { continue };
            let levels = residual.as_ref().and_then(|all| all.get(place).copied());
            let levels = levels.unwrap_or_else(|| risk.levels());
            let at = level(&levels, rows).zip(level(&levels, columns));
            match at.and_then(|(row, column)| cell_mut(&mut matrix.cells, row, column)) {
                Some(cell) => cell.push(*id),
                None => matrix.unplaced += 1,
            }
        }
        matrix
    }

    /// The risks in one cell, by priority.
    #[must_use]
    pub fn at(&self, row: Level, column: Level) -> &[RiskId] {
        let place = |level: Level| usize::from(level.number()) - 1;
        self.cells.get(place(row)).and_then(|row| row.get(place(column))).map_or(&[], Vec::as_slice)
    }
}

fn cell_mut(cells: &mut [Vec<Vec<RiskId>>], row: Level, column: Level) -> Option<&mut Vec<RiskId>> {
    let place = |level: Level| usize::from(level.number()) - 1;
    cells.get_mut(place(row))?.get_mut(place(column))
}

/// The level of a criterion, once its cells have one.
#[must_use]
pub fn level(levels: &Cells<Option<Level>>, criterion: Criterion) -> Option<Level> {
    match criterion {
        Criterion::Probability => levels.probability,
        Criterion::Impact => levels.impact,
        Criterion::Damage => levels.financial.zip(levels.marketing).map(|(one, other)| one.max(other)),
        Criterion::Fix => levels.fix,
    }
}

/// The levels the room has said for a criterion: the revealed votes, or else the agreed level; for damage, every worse
/// half that can come of them.
#[must_use]
pub fn said(risk: &Risk, criterion: Criterion) -> BTreeSet<Level> {
    let of = |cell: Cell| -> BTreeSet<Level> {
        let assessment = risk.cells.at(cell);
        let votes: BTreeSet<Level> = assessment.revealed().into_iter().flat_map(Votes::levels).collect();
        if votes.is_empty() { assessment.level().into_iter().collect() } else { votes }
    };
    match criterion {
        Criterion::Probability => of(Cell::Probability),
        Criterion::Impact => of(Cell::Impact),
        Criterion::Fix => of(Cell::Fix),
        Criterion::Damage => {
            let (financial, marketing) = (of(Cell::Financial), of(Cell::Marketing));
            financial.iter().flat_map(|one| marketing.iter().map(move |other| *one.max(other))).collect()
        }
    }
}
