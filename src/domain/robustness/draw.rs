//! One run: a vote per cell, a draw around it, weights, and the ranks that follow.

use std::cmp::Reverse;

use rand::RngExt;
use rand_distr::{Distribution, Gamma};
use rand_pcg::Pcg64;

use super::WeightsAre;
use crate::domain::agreement::{RoomRule, consensus, median, range, room_rule};
use crate::domain::priority::gates;
use crate::domain::score::is_scored;
use crate::domain::{
    Assessment, Band, Bands, Cell, Cells, Criterion, DuelPlaces, Evidence, Level, LevelCount, Place, Risk,
    RiskId, Session, Weights,
};

/// How closely drawn weights lie around those of the session.
const CONCENTRATION: f64 = 40.0;
/// Fewer votes than these are not quite a measurement.
const FEW: usize = 3;

/// All that the runs draw from.
pub(super) struct Room {
    /// The scored risks of the list, by id.
    pub(super) candidates: Vec<Candidate>,
    weights: Cells<f64>,
    /// The distributions the weights are drawn from; empty if they are fixed, `None` for a weight of 0.
    gammas: Vec<Option<Gamma<f64>>>,
    bands: Bands,
    count: LevelCount,
}

/// A risk that takes part.
pub(super) struct Candidate {
    /// Its place among the candidates.
    pub(super) place: usize,
    pub(super) risk: RiskId,
    pub(super) disputes: Vec<Dispute>,
    cells: Cells<Source>,
    duty: bool,
    /// Its place in a tie.
    in_tie: u32,
}

/// A cell in which the room has two camps.
pub(super) struct Dispute {
    pub(super) cell: Cell,
    /// `1 − consensus`, 0..=1.
    pub(super) dissent: f64,
    /// The lowest and the highest vote.
    pub(super) ends: [f64; 2],
}

/// What a cell is drawn from.
struct Source {
    /// The votes, or else the agreed level.
    levels: Vec<f64>,
    /// How far a draw can lie from what was said.
    around: f64,
}

impl Room {
    pub(super) fn of(session: &Session, weights: WeightsAre) -> Self {
        let takes_part = |risk: &&Risk| risk.place == Place::List && is_scored(&risk.levels());
        let mut risks: Vec<&Risk> = session.risks.iter().map(|risk| &**risk).filter(takes_part).collect();
        risks.sort_unstable_by_key(|risk| risk.id);
        let candidates = risks.into_iter().enumerate();
        let count = session.scales.levels;
        let in_tie = DuelPlaces::of(&session.duels);
        let candidate = |(place, risk)| Candidate::of(place, risk, count, &in_tie);
        Self {
            candidates: candidates.map(candidate).collect(),
            weights: Cells::from_fn(|cell| f64::from(session.weights.of(cell.criterion()).number())),
            gammas: match weights {
                WeightsAre::Fixed => Vec::new(),
                WeightsAre::Drawn => gammas(session.weights),
            },
            bands: session.bands,
            count,
        }
    }
}

/// Normalized, these are a Dirichlet distribution.
fn gammas(weights: Weights) -> Vec<Option<Gamma<f64>>> {
    let sum = f64::from(weights.sum());
    let criteria = [Criterion::Probability, Criterion::Impact, Criterion::Damage, Criterion::Fix];
    let shape = |criterion| CONCENTRATION * f64::from(weights.of(criterion).number()) / sum;
    criteria.into_iter().map(|criterion| Gamma::new(shape(criterion), 1.0).ok()).collect()
}

impl Candidate {
    fn of(place: usize, risk: &Risk, count: LevelCount, in_tie: &DuelPlaces) -> Self {
        let disputes = risk.cells.iter().filter_map(|(cell, it)| Dispute::of(cell, it, count)).collect();
        let cells = Cells::from_fn(|cell| Source::of(risk.cells.at(cell), risk.evidence));
        let in_tie = in_tie.of_risk(risk.id);
        Self { place, risk: risk.id, disputes, cells, duty: risk.duty.is_some(), in_tie }
    }
}

impl Dispute {
    fn of(cell: Cell, assessment: &Assessment, count: LevelCount) -> Option<Self> {
        if is_override(assessment) {
            return None;
        }
        let votes = assessment.revealed().filter(|votes| room_rule(votes) == Some(RoomRule::Talk))?;
        let (low, high) = range(votes)?;
        let ends = [low, high].map(|level| f64::from(level.number()));
        Some(Self { cell, dissent: 1.0 - consensus(votes, count)?, ends })
    }
}

impl Source {
    fn of(assessment: &Assessment, evidence: Evidence) -> Self {
        let said: Vec<Level> = match assessment.revealed() {
            Some(votes) if !is_override(assessment) => votes.levels().collect(),
            Some(_) | None => Vec::new(),
        };
        let around = match evidence {
            Evidence::Guess => 1.0,
            Evidence::SeenElsewhere | Evidence::SeenHere if said.len() < FEW => 0.5,
            Evidence::SeenElsewhere | Evidence::SeenHere => 0.0,
        };
        let said = if said.is_empty() { assessment.level().into_iter().collect() } else { said };
        Self { levels: said.iter().map(|level| f64::from(level.number())).collect(), around }
    }
}

/// Whether the room stands by another level than the median of its votes.
fn is_override(assessment: &Assessment) -> bool {
    let median = assessment.revealed().and_then(median);
    median.is_some_and(|median| assessment.level().is_some_and(|level| level != median.level))
}

/// The state of the runs: the generator, and what the last run gave.
pub(super) struct Drawn {
    generator: Pcg64,
    /// The vote drawn for each cell of each candidate, before the draw around it.
    said: Vec<Cells<f64>>,
    rows: Vec<Row>,
    /// The rank of each candidate, from 1.
    pub(super) ranks: Vec<u16>,
}

/// A candidate in one run, with all that decides its rank.
struct Row {
    place: usize,
    band: Band,
    points: f64,
    worse: f64,
    other: f64,
    probability: f64,
    in_tie: u32,
}

impl Drawn {
    pub(super) fn new(seed: u64, room: &Room) -> Self {
        let count = room.candidates.len();
        Self {
            generator: Pcg64::new(u128::from(seed), 0xda3e_39cb_94b9_5bdb),
            said: vec![Cells::default(); count],
            rows: Vec::with_capacity(count),
            ranks: vec![1; count],
        }
    }

    /// The vote drawn for this cell in the last run.
    pub(super) fn said(&self, place: usize, cell: Cell) -> Option<f64> {
        self.said.get(place).map(|cells| *cells.at(cell))
    }

    /// Draws everything once, and ranks the candidates.
    pub(super) fn run(&mut self, room: &Room) {
        let weights = self.weights(room);
        self.rows.clear();
        for (candidate, said) in room.candidates.iter().zip(&mut self.said) {
            let levels = Cells::from_fn(|cell| {
                let source = candidate.cells.at(cell);
                let pick = if source.levels.len() > 1 {
                    self.generator.random_range(0..source.levels.len())
                } else {
                    0
                };
                let vote = source.levels.get(pick).copied().unwrap_or(1.0);
                *said.at_mut(cell) = vote;
                if source.around > 0.0 {
                    let off = source.around * (2.0 * self.generator.random::<f64>() - 1.0);
                    (vote + off).clamp(1.0, f64::from(room.count.number()))
                } else {
                    vote
                }
            });
            self.rows.push(Row::of(candidate, &levels, &weights, room));
        }
        // No two risks have the same place in a tie.
        self.rows.sort_unstable_by(|one, other| {
            Reverse(one.band)
                .cmp(&Reverse(other.band))
                .then_with(|| other.points.total_cmp(&one.points))
                .then_with(|| other.worse.total_cmp(&one.worse))
                .then_with(|| other.other.total_cmp(&one.other))
                .then_with(|| other.probability.total_cmp(&one.probability))
                .then_with(|| one.in_tie.cmp(&other.in_tie))
        });
        for (rank, row) in (1..).zip(&self.rows) {
            if let Some(slot) = self.ranks.get_mut(row.place) {
                *slot = rank;
            }
        }
    }

    /// The weights of this run; both halves of damage have that of damage.
    fn weights(&mut self, room: &Room) -> Cells<f64> {
        let mut drawn =
            room.gammas.iter().map(|gamma| gamma.map_or(0.0, |it| it.sample(&mut self.generator)));
        let drawn: Option<[f64; 4]> = drawn
            .next()
            .zip(drawn.next())
            .zip(drawn.next().zip(drawn.next()))
            .map(|((probability, impact), (damage, fix))| [probability, impact, damage, fix]);
        match drawn {
            Some([probability, impact, damage, fix]) if probability + impact + damage + fix > 0.0 => {
                Cells { probability, impact, financial: damage, marketing: damage, fix }
            }
            Some(_) | None => room.weights,
        }
    }
}

impl Row {
    fn of(candidate: &Candidate, levels: &Cells<f64>, weights: &Cells<f64>, room: &Room) -> Self {
        let worse = levels.financial.max(levels.marketing);
        let points = weights.probability * levels.probability
            + weights.financial * worse
            + weights.impact * levels.impact
            + weights.fix * levels.fix;
        let low = weights.probability + weights.financial + weights.impact + weights.fix;
        let base = room.bands.of_exact(points, low, low * f64::from(room.count.number()));
        let rounded = Cells::from_fn(|cell| nearest(*levels.at(cell), room.count));
        let gated = gates(&rounded, candidate.duty, room.count).map(|(_, least)| least).max();
        Self {
            place: candidate.place,
            band: gated.map_or(base, |least| least.max(base)),
            points,
            worse,
            other: levels.financial.min(levels.marketing),
            probability: levels.probability,
            in_tie: candidate.in_tie,
        }
    }
}

/// The level nearest to a value; halves go up.
fn nearest(value: f64, count: LevelCount) -> Option<Level> {
    count.levels().rev().find(|level| f64::from(level.number()) - 0.5 <= value)
}
