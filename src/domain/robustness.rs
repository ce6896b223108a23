//! Robustness: how firm a rank is, when votes differ, levels are guesses and weights are a matter of taste.
//!
//! Stochastic multicriteria acceptability analysis: many runs, each with other votes, levels and weights within what the
//! room said, and how often a risk takes which rank. Lahdelma and Salminen, "SMAA-2: stochastic multicriteria
//! acceptability analysis for group decision making" (2001). The same seed gives the same result. Here is the outcome;
//! how one run goes is in `draw`. The order itself is in [`priority`](super::priority).

mod draw;

use self::draw::{Candidate, Drawn, Room};
use super::{Cell, RiskId, Session};

/// How often the ranking is drawn.
pub const RUNS: u16 = 2_000;
/// How many places the top list has.
pub const TOP: u16 = 10;
/// A rank is firm that comes up in this share of the runs, in percent.
const FIRM: usize = 80;

/// Whether the weights are drawn, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightsAre {
    /// As the session has them.
    Fixed,
    /// Drawn around them: Dirichlet, α = 40·w/Σw, without those that are 0.
    Drawn,
}

/// How firm the rank of one risk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The risk.
    pub risk: RiskId,
    /// The 5th percentile of its ranks, from 1.
    pub best: u16,
    /// The 95th percentile of its ranks.
    pub worst: u16,
    /// In how many percent of the runs it is among the first [`TOP`], 0..=100.
    pub top: u8,
    /// Whether it has its commonest rank in at least 80 % of the runs.
    pub firm: bool,
}

/// A disputed cell, and what it is worth to talk about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// The risk.
    pub risk: RiskId,
    /// The cell.
    pub cell: Cell,
    /// `1 − consensus`, above 0 and up to 1.
    pub dispute: f64,
    /// How many places of the top list lie between the lowest and the highest vote being right, above 0.
    pub effect: f64,
}

impl Worth {
    /// Dispute times effect.
    #[must_use]
    pub fn product(&self) -> f64 {
        self.dispute * self.effect
    }
}

/// How firm a ranking is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Robustness {
    /// The scored risks of the list, by id.
    pub standings: Vec<Standing>,
    /// The disputed cells that move the top list, the most worthwhile first: "worth two more minutes".
    pub worth: Vec<Worth>,
}

impl Robustness {
    /// The outcome of [`RUNS`] runs with the seed of the session.
    #[must_use]
    pub fn of(session: &Session, weights: WeightsAre) -> Self {
        let room = Room::of(session, weights);
        if room.candidates.is_empty() {
            return Self::default();
        }
        let mut draw = Drawn::new(session.seed, &room);
        let mut ranks = vec![Vec::with_capacity(usize::from(RUNS)); room.candidates.len()];
        let mut shifts: Vec<Shift> = room.candidates.iter().flat_map(Shift::all).collect();
        for _ in 0..RUNS {
            draw.run(&room);
            for (ranks, rank) in ranks.iter_mut().zip(&draw.ranks) {
                ranks.push(*rank);
            }
            for shift in &mut shifts {
                shift.note(&draw);
            }
        }
        let standings = room.candidates.iter().zip(ranks);
        let mut worth: Vec<Worth> = shifts.iter().filter_map(Shift::worth).collect();
        worth.sort_by(|one, other| {
            other
                .product()
                .total_cmp(&one.product())
                .then(one.risk.cmp(&other.risk))
                .then(one.cell.cmp(&other.cell))
        });
        Self { standings: standings.map(|(it, ranks)| standing(it.risk, ranks)).collect(), worth }
    }

    /// How firm the rank of this risk is, if it has one.
    #[must_use]
    pub fn standing(&self, risk: RiskId) -> Option<&Standing> {
        let place = self.standings.binary_search_by_key(&risk, |standing| standing.risk).ok()?;
        self.standings.get(place)
    }
}

fn standing(risk: RiskId, mut ranks: Vec<u16>) -> Standing {
    ranks.sort_unstable();
    // The nearest rank: the smallest with at least so many percent of the runs at or below it.
    let percentile = |percent: usize| {
        let place = (ranks.len() * percent).div_ceil(100).saturating_sub(1);
        ranks.get(place).copied().unwrap_or(1)
    };
    let commonest = ranks.chunk_by(u16::eq).map(<[u16]>::len).max().unwrap_or(0);
    let top = 100 * ranks.partition_point(|rank| *rank <= TOP) / ranks.len().max(1);
    Standing {
        risk,
        best: percentile(5),
        worst: percentile(95),
        top: u8::try_from(top).unwrap_or(100),
        firm: commonest * 100 >= ranks.len() * FIRM,
    }
}

/// What happens on the top list when one end of a disputed cell is right, and when the other.
struct Shift {
    place: usize,
    risk: RiskId,
    cell: Cell,
    dispute: f64,
    ends: [f64; 2],
    ranks: [u32; 2],
    runs: [u32; 2],
}

impl Shift {
    /// One for each disputed cell of a risk.
    fn all(candidate: &Candidate) -> impl Iterator<Item = Self> + '_ {
        candidate.disputes.iter().map(|dispute| Self {
            place: candidate.place,
            risk: candidate.risk,
            cell: dispute.cell,
            dispute: dispute.dissent,
            ends: dispute.ends,
            ranks: [0; 2],
            runs: [0; 2],
        })
    }

    /// Counts a run in which one of the ends was drawn. All ranks behind the top list count alike.
    fn note(&mut self, draw: &Drawn) {
        let Some((said, rank)) = draw.said(self.place, self.cell).zip(draw.ranks.get(self.place)) else {
            return;
        };
        for ((end, ranks), runs) in self.ends.iter().zip(&mut self.ranks).zip(&mut self.runs) {
            if (said - end).abs() < 0.5 {
                *ranks += u32::from((*rank).min(TOP + 1));
                *runs += 1;
            }
        }
    }

    fn worth(&self) -> Option<Worth> {
        let [low, high] = self.runs;
        if low == 0 || high == 0 {
            return None;
        }
        let [at_low, at_high] = self.ranks;
        let effect = (f64::from(at_low) / f64::from(low) - f64::from(at_high) / f64::from(high)).abs();
        let worth = Worth { risk: self.risk, cell: self.cell, dispute: self.dispute, effect };
        (worth.product() > 0.0).then_some(worth)
    }
}
