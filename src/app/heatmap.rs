//! The heat map over the screen: which criteria are on its axes, which cell and which risk of it is selected.
//!
//! Where the risks lie is computed once per change (`domain::heat`); how it is drawn is `ui::heatmap`'s.

use super::App;
use super::cursor::Motion;
use super::overlay::Overlay;
use super::workshop::Workshop;
use crate::domain::heat::{self, Matrix, Of};
use crate::domain::residual::Counting;
use crate::domain::{Criterion, Level, RiskId};

/// The heat map on screen.
#[derive(Debug, Clone)]
pub struct HeatMap {
    /// The criterion of the rows, the worst level on top.
    pub rows: Criterion,
    /// The criterion of the columns, the worst level to the right.
    pub columns: Criterion,
    /// Which levels it shows.
    pub of: Of,
    /// The level of the selected row.
    pub row: Level,
    /// The level of the selected column.
    pub column: Level,
    /// The selected risk, one of the selected cell.
    pub risk: Option<RiskId>,
    /// Whether the cells are marked that its votes cover.
    pub votes: bool,
    /// Where the risks lie.
    pub matrix: Matrix,
    /// The last entry of the state that the matrix is of.
    revision: u64,
}

impl App {
    /// Opens the map at the selected risk.
    pub(super) fn open_heat_map(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let worst = workshop.session().scales.levels.worst();
        let mut map = HeatMap {
            rows: Criterion::Probability,
            columns: Criterion::Damage,
            of: Of::Current,
            row: worst,
            column: worst,
            risk: workshop.risk,
            votes: false,
            matrix: Matrix::default(),
            revision: 0,
        };
        map.compute(workshop);
        map.find_risk(workshop);
        self.place = super::Place::Workshop;
        self.lay_over(Overlay::HeatMap(Box::new(map)));
    }

    /// Computes the map again after a change of the session.
    pub(super) fn settle_heat_map(&mut self) {
        if let (Some(Overlay::HeatMap(map)), Some(workshop)) = (&mut self.overlay, &self.workshop)
            && map.revision != workshop.history.revision()
        {
            map.compute(workshop);
            map.find_risk(workshop);
        }
    }

    fn change_heat_map(&mut self, change: impl FnOnce(&mut HeatMap, &Workshop)) {
        if let (Some(Overlay::HeatMap(map)), Some(workshop)) = (&mut self.overlay, &self.workshop) {
            change(map, workshop);
        }
    }

    /// Moves to a cell beside, or to an end of the row or of all rows.
    pub(super) fn move_on_heat_map(&mut self, motion: Motion) {
        self.change_heat_map(|map, workshop| {
            let count = workshop.session().scales.levels;
            let step = |level: Level, by: i8| {
                let number = level.number().saturating_add_signed(by).min(count.number());
                Level::new(number).unwrap_or(level)
            };
            match motion {
                Motion::Left => map.column = step(map.column, -1),
                Motion::Right => map.column = step(map.column, 1),
                Motion::Up => map.row = step(map.row, 1),
                Motion::Down => map.row = step(map.row, -1),
                Motion::First => map.column = Level::MIN,
                Motion::Last => map.column = count.worst(),
                Motion::PageUp => map.row = count.worst(),
                Motion::PageDown => map.row = Level::MIN,
            }
            map.risk = map.here().first().copied();
        });
    }

    /// Moves by so many cells, counted row by row from the top left.
    pub(super) fn step_on_heat_map(&mut self, by: isize) {
        self.change_heat_map(|map, workshop| {
            let count = workshop.session().scales.levels;
            let levels = usize::from(count.number());
            let row = usize::from(count.number() - map.row.number());
            let place = row * levels + usize::from(map.column.number() - 1);
            let place = place.saturating_add_signed(by).min(levels * levels - 1);
            let cells = count.levels().rev().flat_map(|row| count.levels().map(move |column| (row, column)));
            if let Some((row, column)) = cells.into_iter().nth(place) {
                (map.row, map.column) = (row, column);
            }
            map.risk = map.here().first().copied();
        });
    }

    /// Selects the next risk of the cell, round and round.
    pub(super) fn next_on_heat_map(&mut self) {
        self.change_heat_map(|map, _| {
            let here = map.here();
            let place = here.iter().position(|id| Some(*id) == map.risk).map_or(0, |place| place + 1);
            map.risk = here.get(place).or_else(|| here.first()).copied();
        });
    }

    /// Puts the next criterion on the rows; never the one of the columns.
    pub(super) fn turn_rows(&mut self) {
        self.change_heat_map(|map, workshop| {
            map.rows = after(map.rows, map.columns);
            map.compute(workshop);
            map.find_risk(workshop);
        });
    }

    /// Puts the next criterion on the columns; never the one of the rows.
    pub(super) fn turn_columns(&mut self) {
        self.change_heat_map(|map, workshop| {
            map.columns = after(map.columns, map.rows);
            map.compute(workshop);
            map.find_risk(workshop);
        });
    }

    /// Shows the levels now, if all chosen solutions are done, or as of today, round and round.
    pub(super) fn turn_residual(&mut self) {
        self.change_heat_map(|map, workshop| {
            map.of = match map.of {
                Of::Current => Of::Residual(Counting::Chosen),
                Of::Residual(Counting::Chosen) => Of::Residual(Counting::Done),
                Of::Residual(Counting::Done) => Of::Current,
            };
            map.compute(workshop);
            map.find_risk(workshop);
        });
    }

    /// Marks the cells that the votes of the selected risk cover, or no longer.
    pub(super) fn turn_covered(&mut self) {
        self.change_heat_map(|map, _| map.votes = !map.votes);
    }

    /// The risk selected on the map.
    #[must_use]
    pub fn risk_on_heat_map(&self) -> Option<RiskId> {
        let Some(Overlay::HeatMap(map)) = &self.overlay else { return None };
        map.risk
    }

    /// Goes to the selected risk on the grid.
    pub(super) fn go_to_mapped(&mut self) {
        if let Some(risk) = self.risk_on_heat_map() {
            self.show_on_grid(risk);
        }
    }
}

impl HeatMap {
    /// The risks of the selected cell.
    #[must_use]
    pub fn here(&self) -> &[RiskId] {
        self.matrix.at(self.row, self.column)
    }

    /// Whether the votes of the selected risk cover this cell, where that is shown.
    #[must_use]
    pub fn is_covered(&self, workshop: &Workshop, row: Level, column: Level) -> bool {
        let risk = self.risk.filter(|_| self.votes).and_then(|id| workshop.session().risk(id));
        risk.is_some_and(|risk| {
            heat::said(risk, self.rows).contains(&row) && heat::said(risk, self.columns).contains(&column)
        })
    }

    fn compute(&mut self, workshop: &Workshop) {
        let axes = [self.rows, self.columns];
        self.matrix = Matrix::of(workshop.session(), &workshop.derived.ranking, axes, self.of);
        self.revision = workshop.history.revision();
        let worst = workshop.session().scales.levels.worst();
        (self.row, self.column) = (self.row.min(worst), self.column.min(worst));
    }

    /// Goes to the cell of the selected risk; if it has none, the first risk of the cell is selected.
    fn find_risk(&mut self, workshop: &Workshop) {
        let levels = workshop.session().scales.levels;
        let mut cells = levels.levels().flat_map(|row| levels.levels().map(move |column| (row, column)));
        let found =
            self.risk.and_then(|id| cells.find(|(row, column)| self.matrix.at(*row, *column).contains(&id)));
        match found {
            Some((row, column)) => (self.row, self.column) = (row, column),
            None => self.risk = self.here().first().copied(),
        }
    }
}

/// The criterion after this one that is not the other.
fn after(criterion: Criterion, other: Criterion) -> Criterion {
    let place = Criterion::ALL.iter().position(|it| *it == criterion).unwrap_or(0);
    let turned = Criterion::ALL.iter().cycle().skip(place + 1).copied();
    turned.take(Criterion::ALL.len()).find(|it| *it != other).unwrap_or(criterion)
}
