//! Why a risk stands otherwise than before.

use std::cmp::Ordering;

use super::{Row, Side, Verdict, index, is_reworded, standing};
use crate::domain::agreement::{lacks_reason, median};
use crate::domain::priority::priority;
use crate::domain::{
    Assessment, Bands, Cell, EntryKind, History, Level, Place, Priority, Risk, RiskId, Session, SolutionId,
    Status, Weights,
};

/// How a cell got the level it has now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// The room voted, and took the median.
    Votes,
    /// The room agreed on another level than the median, for this reason; it may be missing.
    Override(String),
    /// It was set without votes, for this reason; there may be none.
    Agreed(String),
    /// It has none now.
    Cleared,
}

/// Why something has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The level of a cell was another, or there was none.
    Level {
        /// The cell.
        cell: Cell,
        /// Before.
        before: Option<Level>,
        /// After.
        after: Option<Level>,
        /// How it came about.
        by: By,
    },
    /// It had no level before.
    FirstLevels,
    /// It has no level after.
    NoLevels,
    /// A solution that lowers it was done: its id in the first session.
    Solved(SolutionId),
    /// The weights are others, and give it other points.
    Weights,
    /// The bands begin elsewhere, and give it another one.
    Bands,
    /// The scale has another number of levels, or other texts.
    Scale,
    /// A legal duty holds now, or does not any more.
    Duty(bool),
    /// It was named in the second session.
    Named,
    /// It was put aside: where it is kept in the session that does not list it.
    Aside(Place),
    /// It did not come along.
    Left,
    /// It is worded otherwise.
    Wording,
    /// The session was edited outside the program.
    Outside,
    /// It stands as before; others have passed it, or it has passed others.
    Others,
}

/// The sessions that are compared.
pub(super) struct Both<'s> {
    pub(super) before: &'s Session,
    pub(super) after: &'s Session,
    /// Of the second one.
    pub(super) history: Option<&'s History>,
}

impl Both<'_> {
    /// The row of a risk of either or both.
    pub(super) fn row(&self, before: Option<Side>, after: Option<Side>) -> Row {
        let risk = |session: &'_ Session, side: &Option<Side>| -> Option<Risk> {
            session.risk(side.as_ref()?.id).cloned()
        };
        let (old, new) = (risk(self.before, &before), risk(self.after, &after));
        let reworded = old.as_ref().zip(new.as_ref()).is_some_and(|(old, new)| is_reworded(old, new));
        let verdict = match (&before, &after) {
            (None, _) => Verdict::New,
            (_, None) => Verdict::Gone,
            (Some(before), Some(after)) => self.verdict(&before.priority, &after.priority, reworded),
        };
        let mut row = Row { before, after, verdict, reworded, causes: Vec::new() };
        row.causes = match (&old, &new) {
            (Some(old), Some(new)) => self.causes(&row, old, new),
            (Some(old), None) => vec![absent(old, self.after).unwrap_or(Cause::Left)],
            (None, Some(new)) => vec![absent(new, self.before).unwrap_or(Cause::Named)],
            (None, None) => Vec::new(),
        };
        row
    }

    fn verdict(&self, before: &Priority, after: &Priority, reworded: bool) -> Verdict {
        match (before.scored, after.scored) {
            (false, true) => Verdict::Scored,
            (true, false) => Verdict::Unscored,
            (true, true) | (false, false) => match standing((self.before, self.after), before, after) {
                Some(Ordering::Greater) => Verdict::Worse,
                Some(Ordering::Less) => Verdict::Better,
                Some(Ordering::Equal) | None if reworded => Verdict::Reworded,
                Some(Ordering::Equal) | None => Verdict::Same,
            },
        }
    }

    fn causes(&self, row: &Row, old: &Risk, new: &Risk) -> Vec<Cause> {
        let mut causes = Vec::new();
        if !row.is_change() {
            return causes;
        }
        let moved = |cell: &Cell| old.cells.at(*cell).level() != new.cells.at(*cell).level();
        let cells: Vec<Cell> = Cell::ALL.into_iter().filter(moved).collect();
        let has_levels = |risk: &Risk| risk.levels().iter().any(|(_, level)| level.is_some());
        match (has_levels(old), has_levels(new)) {
            (true, false) => causes.push(Cause::NoLevels),
            (false, true) => causes.push(Cause::FirstLevels),
            (true, true) | (false, false) => causes.extend(cells.iter().map(|cell| {
                let (before, after) = (old.cells.at(*cell).level(), new.cells.at(*cell).level());
                Cause::Level { cell: *cell, before, after, by: by(new.cells.at(*cell)) }
            })),
        }
        let solved: Vec<Cause> = self.solved(old.id, &cells, old, new).map(Cause::Solved).collect();
        causes.extend(solved);
        if old.duty.is_some() != new.duty.is_some() {
            causes.push(Cause::Duty(new.duty.is_some()));
        }
        let (first, second) = (self.before, self.after);
        // Would the risk of before stand otherwise by the weights or the bands of now alone?
        let only_rank = row.verdict == Verdict::Same;
        if first.weights != second.weights && (only_rank || self.weights_move(old)) {
            causes.push(Cause::Weights);
        }
        if first.bands != second.bands && (only_rank || self.bands_move(old)) {
            causes.push(Cause::Bands);
        }
        if first.scales != second.scales && !causes.is_empty() {
            causes.push(Cause::Scale);
        }
        if row.reworded {
            causes.push(Cause::Wording);
        }
        if !causes.is_empty() && self.is_edited_outside() {
            causes.push(Cause::Outside);
        }
        if causes.is_empty() {
            causes.push(if first.scales == second.scales { Cause::Others } else { Cause::Scale });
        }
        causes
    }

    fn weights_move(&self, risk: &Risk) -> bool {
        let count = self.before.scales.levels;
        let standing = |weights: Weights| {
            let points =
                priority(&risk.levels(), risk.duty.is_some(), weights, self.before.bands, count).points;
            (index(weights, count, points.lower), index(weights, count, points.upper))
        };
        standing(self.before.weights) != standing(self.after.weights)
    }

    fn bands_move(&self, risk: &Risk) -> bool {
        let (weights, count) = (self.before.weights, self.before.scales.levels);
        let band = |bands: Bands| priority(&risk.levels(), risk.duty.is_some(), weights, bands, count).band;
        band(self.before.bands) != band(self.after.bands)
    }

    /// The solutions done that were to lower one of these cells at least as far as it is now.
    fn solved<'a>(
        &'a self,
        risk: RiskId,
        cells: &'a [Cell],
        old: &'a Risk,
        new: &'a Risk,
    ) -> impl Iterator<Item = SolutionId> + 'a {
        self.before
            .solutions
            .iter()
            .filter(move |solution| {
                let now = self.after.solutions.iter().find(|known| known.uid == solution.uid);
                let done = now.map_or(solution.status, |now| now.status) == Status::Done;
                let lowered = |cell: &Cell| {
                    let (before, after) = (old.cells.at(*cell).level(), new.cells.at(*cell).level());
                    after.is_some() && after < before && solution.link(risk, *cell).is_some()
                };
                done && !solution.binned && cells.iter().any(lowered)
            })
            .map(|solution| solution.id)
    }

    fn is_edited_outside(&self) -> bool {
        let entries = self.history.into_iter().flat_map(History::entries);
        entries.into_iter().any(|entry| matches!(entry.kind, EntryKind::Replaced(_)))
    }
}

/// Where the other session keeps a risk that it does not list.
fn absent(risk: &Risk, other: &Session) -> Option<Cause> {
    let kept = other.risks.iter().find(|known| known.uid == risk.uid)?;
    match kept.place {
        // It is there, and was taken apart by hand.
        Place::List => None,
        place @ (Place::Parked | Place::Bin | Place::Merged { .. }) => Some(Cause::Aside(place)),
    }
}

/// How a cell got the level it has.
fn by(assessment: &Assessment) -> By {
    let Some(agreed) = &assessment.agreed else { return By::Cleared };
    let taken = assessment.revealed().and_then(median).map(|median| median.level);
    match taken {
        Some(level) if level == agreed.level => By::Votes,
        Some(_) if lacks_reason(assessment) => By::Override(String::new()),
        Some(_) => By::Override(agreed.reason.to_string()),
        None => By::Agreed(agreed.reason.to_string()),
    }
}
