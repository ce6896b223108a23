//! Priority: bands with gates, and the order of the risks.
//!
//! A matrix cannot order risks (Cox, "What's wrong with risk matrices?", 2008), so the order comes from points, and
//! gates keep a severe risk from hiding behind a low sum. Which of two tied risks stands first is decided by a
//! [`duel`](super::duel).

use std::cmp::Reverse;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::score::{self, Points};
use super::{Cells, DuelPlaces, Level, LevelCount, Place, Risk, RiskId, Session, Weights};

/// By how much an index between levels may be off because its weights were drawn, and so are no whole numbers.
const ROUNDED: f64 = 1e-9;

/// How serious a risk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Band {
    /// Below every threshold.
    Low,
    /// From the medium threshold.
    Medium,
    /// From the high threshold.
    High,
    /// From the critical threshold.
    Critical,
}

impl Band {
    /// The bands from least to most serious.
    pub const ALL: [Self; 4] = [Self::Low, Self::Medium, Self::High, Self::Critical];

    /// The next more serious one, if there is one.
    #[must_use]
    pub const fn above(self) -> Option<Self> {
        match self {
            Self::Low => Some(Self::Medium),
            Self::Medium => Some(Self::High),
            Self::High => Some(Self::Critical),
            Self::Critical => None,
        }
    }

    /// The next less serious one, if there is one.
    #[must_use]
    pub const fn below(self) -> Option<Self> {
        match self {
            Self::Low => None,
            Self::Medium => Some(Self::Low),
            Self::High => Some(Self::Medium),
            Self::Critical => Some(Self::High),
        }
    }
}

/// Where the bands begin: least index, 0..=100, rising.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// Medium from here.
    pub medium: u8,
    /// High from here.
    pub high: u8,
    /// Critical from here.
    pub critical: u8,
}

impl Default for Bands {
    fn default() -> Self {
        Self { medium: 37, high: 58, critical: 75 }
    }
}

impl Bands {
    /// The band of these points before gates; `low` and `high` are the least and the most points possible.
    ///
    /// The index `100·(points − low)/(high − low)` is compared in whole numbers, so no rounding decides a band.
    #[must_use]
    pub fn of(self, points: u16, low: u16, high: u16) -> Band {
        let reached = 100 * u32::from(points.saturating_sub(low));
        let whole = u32::from(high.saturating_sub(low));
        let from = |threshold: u8| reached >= u32::from(threshold) * whole;
        if from(self.critical) {
            Band::Critical
        } else if from(self.high) {
            Band::High
        } else if from(self.medium) {
            Band::Medium
        } else {
            Band::Low
        }
    }

    /// The band of points between levels; the index is compared as in [`of`](Self::of), but for what drawn weights are
    /// rounded by: a risk with the same level in every criterion has the same index whatever the weights.
    pub(super) fn of_exact(self, points: f64, low: f64, high: f64) -> Band {
        let (reached, whole) = (100.0 * (points - low), high - low);
        let from = |threshold: u8| reached >= (f64::from(threshold) - ROUNDED) * whole;
        if from(self.critical) {
            Band::Critical
        } else if from(self.high) {
            Band::High
        } else if from(self.medium) {
            Band::Medium
        } else {
            Band::Low
        }
    }

    /// Whether the thresholds rise and stay within 1..=100.
    #[must_use]
    pub const fn is_rising(self) -> bool {
        0 < self.medium && self.medium < self.high && self.high < self.critical && self.critical <= 100
    }
}

/// A rule that lifts a band, severity first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// G1: damage at the worst level.
    WorstDamage,
    /// G2: nobody can fix it, and damage is at most one level below the worst.
    NobodyFixes,
    /// G3: a legal duty, pinned with its reason.
    LegalDuty,
}

impl Gate {
    /// The short name printed where a gate fires.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::WorstDamage => "G1",
            Self::NobodyFixes => "G2",
            Self::LegalDuty => "G3",
        }
    }
}

/// How a risk stands, derived from its levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priority {
    /// The points, a range while cells are empty.
    pub points: Points,
    /// Whether all five cells are set; only then there is a rank.
    pub scored: bool,
    /// The band after gates. While cells are empty: the band it has at least, if a gate is open already.
    pub band: Option<Band>,
    /// The gates that lifted the band, in order.
    pub gates: Vec<Gate>,
}

impl Priority {
    /// Whether it is scored, and its band above the line that this is the lowest band of.
    #[must_use]
    pub fn is_above(&self, appetite: Band) -> bool {
        self.scored && self.band >= Some(appetite)
    }
}

/// The priority of these levels.
#[must_use]
pub fn priority(
    levels: &Cells<Option<Level>>,
    duty: bool,
    weights: Weights,
    bands: Bands,
    count: LevelCount,
) -> Priority {
    let points = score::points(levels, weights, count);
    let scored = score::is_scored(levels);
    let low = weights.sum();
    let base = bands.of(points.lower, low, low * u16::from(count.number()));
    let open: Vec<(Gate, Band)> = gates(levels, duty, count).collect();
    let gated = open.iter().map(|&(_, least)| least).max().map(|least| least.max(base));
    let band = if scored { Some(gated.unwrap_or(base)) } else { gated };
    let lifting = open.into_iter().filter(|&(_, least)| least > base).map(|(gate, _)| gate).collect();
    Priority { points, scored, band, gates: lifting }
}

/// The gates these levels open, each with the least band it asks for.
pub(super) fn gates(
    levels: &Cells<Option<Level>>,
    duty: bool,
    count: LevelCount,
) -> impl Iterator<Item = (Gate, Band)> + use<> {
    let damage = score::damage(levels).map_or(0, Level::number);
    let rare = levels.probability.is_none_or(|level| level == Level::MIN);
    let severe = if rare { Band::Medium } else { Band::High };
    let worst = damage == count.number();
    let stuck = levels.fix == Some(count.worst()) && damage + 1 >= count.number();
    [
        worst.then_some((Gate::WorstDamage, severe)),
        stuck.then_some((Gate::NobodyFixes, severe)),
        duty.then_some((Gate::LegalDuty, Band::High)),
    ]
    .into_iter()
    .flatten()
}

/// The priorities and the order of all risks of a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ranking {
    /// The priority of each risk, in the order of `session.risks`.
    pub priorities: Vec<Priority>,
    /// The listed risks: scored ones by rank, then those not yet scored by lower end, upper end and id.
    pub order: Vec<RiskId>,
    /// The rank of each risk from 1, in the order of `session.risks`; `None` if not scored or not listed.
    pub ranks: Vec<Option<u32>>,
    /// For each risk in the order: whether it is tied with the next one, so that a duel decides between them.
    pub ties: Vec<bool>,
}

impl Ranking {
    /// Ranks all risks of a session.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        Self::weighed(session, session.weights)
    }

    /// Ranks them as if the session had these weights.
    #[must_use]
    pub fn weighed(session: &Session, weights: Weights) -> Self {
        let (bands, count) = (session.bands, session.scales.levels);
        let weigh = |risk: &Risk| priority(&risk.levels(), risk.duty.is_some(), weights, bands, count);
        let priorities: Vec<Priority> = session.risks.iter().map(|risk| weigh(risk)).collect();
        let places = DuelPlaces::of(&session.duels);
        let row = |(place, (risk, priority)): (usize, (&Arc<Risk>, &Priority))| {
            let seriousness = Seriousness::of(risk, priority);
            // Where nothing is scored yet, there is no duel.
            let in_tie = if priority.scored { places.of_risk(risk.id) } else { risk.id.number() };
            (Reverse(seriousness), in_tie, risk.id, place)
        };
        let rows = session.risks.iter().zip(&priorities).enumerate();
        let mut listed: Vec<_> = rows.filter(|(_, (risk, _))| risk.place == Place::List).map(row).collect();
        listed.sort_unstable();
        let mut ranks = vec![None; priorities.len()];
        let scored = listed.iter().filter(|(Reverse(seriousness), ..)| seriousness.scored);
        for (rank, (.., place)) in (1..).zip(scored) {
            if let Some(slot) = ranks.get_mut(*place) {
                *slot = Some(rank);
            }
        }
        let is_same = |one: &Seriousness, next: Option<&Seriousness>| one.scored && next == Some(one);
        let next = listed.iter().skip(1).map(|(Reverse(next), ..)| Some(next)).chain([None]);
        let ties = listed.iter().zip(next).map(|((Reverse(one), ..), next)| is_same(one, next)).collect();
        let order = listed.iter().map(|(_, _, id, _)| *id).collect();
        Self { priorities, order, ranks, ties }
    }
}

impl Session {
    /// Whether these two stand side by side in the ranking, tied, whichever is first.
    pub(super) fn are_tied_neighbours(&self, one: RiskId, other: RiskId) -> bool {
        let seriousness = |risk: &Risk| Seriousness::of(risk, &self.priority(risk));
        let on_list = |id| self.risk(id).filter(|risk| risk.place == Place::List);
        let (Some(first), Some(second)) = (on_list(one), on_list(other)) else { return false };
        let tie = seriousness(first);
        if one == other || !tie.scored || seriousness(second) != tie {
            return false;
        }
        let places = DuelPlaces::of(&self.duels);
        let (a, b) = (places.of_risk(one), places.of_risk(other));
        let between = a.min(b) + 1..a.max(b);
        let stands_between = |risk: &Arc<Risk>| {
            let here = risk.place == Place::List && between.contains(&places.of_risk(risk.id));
            here && seriousness(risk) == tie
        };
        !self.risks.iter().any(stands_between)
    }
}

/// How serious a risk is, the more serious being greater: scored or not, band, points, worse half of damage, other
/// half, P. Two scored risks alike in it are tied.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Seriousness {
    scored: bool,
    band: Option<Band>,
    points: Points,
    decided: Option<[Option<Level>; 3]>,
}

impl Seriousness {
    fn of(risk: &Risk, priority: &Priority) -> Self {
        let levels = risk.levels();
        let halves = [levels.financial, levels.marketing];
        let [worse, other] =
            [halves.iter().max().copied(), halves.iter().min().copied()].map(Option::flatten);
        Self {
            scored: priority.scored,
            band: priority.band.filter(|_| priority.scored),
            points: priority.points,
            decided: priority.scored.then_some([worse, other, levels.probability]),
        }
    }
}
