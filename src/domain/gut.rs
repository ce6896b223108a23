//! The dot vote as a cross-check: where what the room fears most and what the scores say are far apart.
//!
//! Everybody sticks a few dots on the risks their gut fears most. Risks with as many dots share their places, as many as
//! they are: a tie of the gut agrees with every rank inside it, so that the many risks without a dot are not all called
//! disagreements. Only scored risks on the list are compared.

use super::{Place, Ranking, RiskId, Session};

/// From so many places apart on, gut and score disagree.
const APART: u32 = 2;

/// One risk as gut and score have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// The risk.
    pub risk: RiskId,
    /// The dots it got.
    pub dots: u16,
    /// The first of the places by gut that it shares, from 1.
    pub best: u32,
    /// The last of them.
    pub worst: u32,
    /// Its rank by score, from 1.
    pub rank: u32,
}

impl Compared {
    /// How many places the score puts it behind (above 0) or in front of (below 0) all its places by gut.
    #[must_use]
    pub fn behind(&self) -> i64 {
        let (rank, best, worst) = (i64::from(self.rank), i64::from(self.best), i64::from(self.worst));
        (rank - worst).max(0) + (rank - best).min(0)
    }
}

/// The dot vote beside the ranking.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gut {
    /// The risks on which gut and score are two places or more apart, the furthest first, then by rank.
    pub disagreements: Vec<Compared>,
    /// How many of the compared risks agree.
    pub agreeing: usize,
    /// The risks on the list with dots that have no rank yet, most dots first.
    pub unscored: Vec<(RiskId, u16)>,
    /// All dots on the list.
    pub dots: u32,
}

impl Gut {
    /// Compares the dots of a session with its ranking.
    #[must_use]
    pub fn of(session: &Session, ranking: &Ranking) -> Self {
        let listed = session.risks.iter().zip(&ranking.ranks).filter(|(risk, _)| risk.place == Place::List);
        let mut gut = Self::default();
        let mut scored: Vec<(RiskId, u16, u32)> = Vec::new();
        for (risk, rank) in listed {
            gut.dots += u32::from(risk.dots);
            match rank {
                Some(rank) => scored.push((risk.id, risk.dots, *rank)),
                None if risk.dots > 0 => gut.unscored.push((risk.id, risk.dots)),
                None => {}
            }
        }
        gut.unscored.sort_by_key(|(id, dots)| (std::cmp::Reverse(*dots), *id));
        scored.sort_by_key(|(_, dots, rank)| (std::cmp::Reverse(*dots), *rank));
        let mut before = 0;
        for tie in scored.chunk_by(|(_, one, _), (_, other, _)| one == other) {
            let all = before + u32::try_from(tie.len()).unwrap_or(u32::MAX);
            let compared = tie.iter().map(|(risk, dots, rank)| Compared {
                risk: *risk,
                dots: *dots,
                best: before + 1,
                worst: all,
                rank: *rank,
            });
            gut.disagreements.extend(compared);
            before = all;
        }
        let compared = gut.disagreements.len();
        gut.disagreements.retain(|it| it.behind().unsigned_abs() >= u64::from(APART));
        gut.agreeing = compared - gut.disagreements.len();
        gut.disagreements.sort_by_key(|it| (std::cmp::Reverse(it.behind().unsigned_abs()), it.rank));
        gut
    }
}
