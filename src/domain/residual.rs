//! Residual risk: the levels expected once solutions work.

use super::{Cells, Level, Risk, Session, Solution, Status};

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

/// The levels of a risk after the solutions that count: per cell the lowest of the current level and all expected ones,
/// so that the same effect is never credited twice. An empty cell stays empty.
#[must_use]
pub fn residual(session: &Session, risk: &Risk, counting: Counting) -> Cells<Option<Level>> {
    let mut levels = risk.levels();
    for link in session.solutions.iter().filter(|solution| counting.counts(solution)).flat_map(|s| &s.links) {
        if link.risk == risk.id {
            let level = levels.at_mut(link.lever);
            *level = level.map(|current| current.min(link.expected));
        }
    }
    levels
}
