//! What the votes of a round add up to: median, range, consensus, and what the room should do about it.

use super::{Assessment, Ballot, Level, LevelCount, Votes};

/// The middle of the votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Median {
    /// The lower median.
    pub level: Level,
    /// Whether the middle falls between this level and a higher one.
    pub between: bool,
}

/// What the room should do with a revealed round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoomRule {
    /// Lowest and highest at most one level apart.
    Agreed,
    /// Two levels apart: a glance is enough.
    Glance,
    /// Three or more apart, or two camps with nobody between: lowest and highest speak first.
    Talk,
    /// A third or more don't know: who could tell us?
    KnowledgeGap,
}

/// The lower median of the levels voted for; `None` without any.
#[must_use]
pub fn median(votes: &Votes) -> Option<Median> {
    let mut levels: Vec<Level> = votes.levels().collect();
    levels.sort_unstable();
    let last = levels.len().checked_sub(1)?;
    let lower = *levels.get(last / 2)?;
    let upper = *levels.get(last.div_ceil(2))?;
    Some(Median { level: lower, between: lower != upper })
}

/// The lowest and the highest level voted for; `None` without any.
#[must_use]
pub fn range(votes: &Votes) -> Option<(Level, Level)> {
    Some((votes.levels().min()?, votes.levels().max()?))
}

/// How alike the votes are, 0..=1: 1 if all are the same, 0 if half stand at each end; `None` without levels.
///
/// `1 + Σ pₖ·log₂(1 − |k − mean| / (L − 1))`, Tastle and Wierman, "Consensus and dissention: a measure of ordinal
/// dispersion" (2007).
#[must_use]
pub fn consensus(votes: &Votes, count: LevelCount) -> Option<f64> {
    let levels: Vec<f64> = votes.levels().map(|level| f64::from(level.number())).collect();
    let known = f64::from(u32::try_from(levels.len()).ok().filter(|&known| known > 0)?);
    let width = f64::from(count.number()) - 1.0;
    // Sums of whole levels divide without rounding if all are alike; shares of a vote would not.
    let mean = levels.iter().sum::<f64>() / known;
    let spread: f64 = levels.iter().map(|level| (1.0 - (level - mean).abs() / width).log2()).sum();
    Some((1.0 + spread / known).clamp(0.0, 1.0))
}

/// What the room should do; `None` for a round without ballots.
#[must_use]
pub fn room_rule(votes: &Votes) -> Option<RoomRule> {
    if votes.0.is_empty() {
        return None;
    }
    if votes.unknowns() * 3 >= votes.0.len() {
        return Some(RoomRule::KnowledgeGap);
    }
    let (low, high) = range(votes)?;
    Some(match high.number() - low.number() {
        0 | 1 => RoomRule::Agreed,
        2 if !two_camps(votes, low, high) => RoomRule::Glance,
        _ => RoomRule::Talk,
    })
}

/// Whether a level differs from the revealed median and nobody wrote down why.
#[must_use]
pub fn lacks_reason(assessment: &Assessment) -> bool {
    let median = assessment.revealed().and_then(median);
    let agreed = assessment.agreed.as_ref().filter(|agreed| agreed.reason.is_empty());
    agreed.zip(median).is_some_and(|(agreed, median)| agreed.level != median.level)
}

/// Whether at least two stand at each end and nobody between.
fn two_camps(votes: &Votes, low: Level, high: Level) -> bool {
    let at = |end: Level| votes.0.iter().filter(|vote| vote.ballot == Ballot::Level(end)).count();
    let (low, high) = (at(low), at(high));
    low >= 2 && high >= 2 && low + high == votes.levels().count()
}
