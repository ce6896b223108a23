//! Residual risk: the levels expected once solutions work.

use std::collections::HashMap;

use super::{Cells, Level, RiskId, Session, Solution, Status};

/// Which solutions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// All that are chosen, being done or done: "if all chosen are done".
    Chosen,
    /// Those that are done: "as of today".
    Done,
}

impl Counting {
    /// Whether this solution counts.
    #[must_use]
    pub fn counts(self, solution: &Solution) -> bool {
        !solution.binned
            && match self {
                Self::Chosen => {
                    matches!(solution.status, Status::Chosen | Status::Doing | Status::Done)
                }
                Self::Done => solution.status == Status::Done,
            }
    }
}

/// The levels of every risk, in the order of `session.risks`, after the solutions that count.
///
/// Per cell the lowest of the current level and all expected ones, so that the same effect is never credited twice. An
/// empty cell stays empty.
#[must_use]
pub fn residuals(session: &Session, counting: Counting) -> Vec<Cells<Option<Level>>> {
    residuals_with(session, |solution| counting.counts(solution))
}

/// The same, for the solutions of which `counts` says so.
pub(super) fn residuals_with(
    session: &Session,
    counts: impl Fn(&Solution) -> bool,
) -> Vec<Cells<Option<Level>>> {
    let mut levels: Vec<_> = session.risks.iter().map(|risk| risk.levels()).collect();
    let places: HashMap<RiskId, usize> =
        session.risks.iter().enumerate().map(|(place, risk)| (risk.id, place)).collect();
    for link in session.solutions.iter().filter(|solution| counts(solution)).flat_map(|s| &s.links) {
        if let Some(levels) = places.get(&link.risk).and_then(|place| levels.get_mut(*place)) {
            let level = levels.at_mut(link.lever);
            *level = level.map(|current| current.min(link.expected));
        }
    }
    levels
}
