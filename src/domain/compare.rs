//! Two sessions compared: which risks are new, gone, worse, better or reworded, and why.
//!
//! Risks are matched by identity, then by name; both can be corrected by hand ([`Pairing`]). Points are compared as they
//! stand with the controls of each day. What distinguishes the sessions as such is told first ([`Settings`]); why a risk
//! moved is found in `causes`. Not here: what distinguishes two states of one file, value by value.

mod causes;
mod settings;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::similar::words::fold;
use super::{
    Band, History, LevelCount, Place, Priority, Ranking, Risk, RiskId, Session, SolutionId, Status, Weights,
};
pub use causes::{By, Cause};
pub use settings::Settings;

/// What became of a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Its place from 0 to 100 between the fewest and the most points, or its band, has risen.
    Worse,
    /// The same has fallen.
    Better,
    /// It was not on the list before.
    New,
    /// It is not on the list any more.
    Gone,
    /// It has all levels now.
    Scored,
    /// It has not all levels any more.
    Unscored,
    /// It is worded otherwise, and stands as before.
    Reworded,
    /// Nothing of it has changed.
    Same,
}

impl Verdict {
    /// What it is the other way round.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Worse => Self::Better,
            Self::Better => Self::Worse,
            Self::New => Self::Gone,
            Self::Gone => Self::New,
            Self::Scored => Self::Unscored,
            Self::Unscored => Self::Scored,
            Self::Reworded => Self::Reworded,
            Self::Same => Self::Same,
        }
    }
}

/// How a risk stands in one of the two sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its id there.
    pub id: RiskId,
    /// Its points, band and gates.
    pub priority: Priority,
    /// Its rank, if it has one.
    pub rank: Option<u32>,
}

/// A risk of either session or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// In the first session, if it is on the list there.
    pub before: Option<Side>,
    /// In the second one, if it is on the list there.
    pub after: Option<Side>,
    /// What became of it.
    pub verdict: Verdict,
    /// Whether title, cause, consequence or category have changed.
    pub reworded: bool,
    /// Why, the most telling first; at least one if anything has changed.
    pub causes: Vec<Cause>,
}

impl Row {
    /// Whether anything has changed: how it stands, its rank or its wording.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.verdict != Verdict::Same || self.ranks_differ()
    }

    /// Whether it is ranked otherwise.
    #[must_use]
    pub fn ranks_differ(&self) -> bool {
        let rank = |side: &Option<Side>| side.as_ref().and_then(|side| side.rank);
        rank(&self.before) != rank(&self.after)
    }
}

/// What was corrected by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pairing {
    /// Risks of the first session with the one of the second that each is.
    pub same: BTreeMap<RiskId, RiskId>,
    /// Risks of the first session that are none of the second.
    pub apart: BTreeSet<RiskId>,
}

/// A solution that distinguishes the sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// It is on the second board only.
    New(SolutionId, Status),
    /// It is on the first board only.
    Gone(SolutionId, Status),
    /// It is on both, and stands otherwise: its ids, and how it stood and stands.
    Moved(SolutionId, SolutionId, Status, Status),
}

/// Two sessions compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What distinguishes them as such.
    pub settings: Settings,
    /// Every risk on either list: those of the second session by rank, then those that are gone.
    pub rows: Vec<Row>,
    /// The solutions that distinguish them: first those on the second board.
    pub work: Vec<Work>,
}

impl Comparison {
    /// Compares `before` with `after`; the history of `after` tells whether it was edited outside the program.
    #[must_use]
    pub fn of(before: &Session, after: &Session, pairing: &Pairing, history: Option<&History>) -> Self {
        let (first, second) = (Ranking::of(before), Ranking::of(after));
        let pairs = pairs(before, after, pairing);
        let back: HashMap<RiskId, RiskId> = pairs.iter().map(|(one, other)| (*other, *one)).collect();
        let both = causes::Both { before, after, history };
        let row = |one: Option<RiskId>, other: Option<RiskId>| {
            let before = one.and_then(|id| side(before, &first, id));
            let after = other.and_then(|id| side(after, &second, id));
            both.row(before, after)
        };
        let listed = second.order.iter().map(|id| row(back.get(id).copied(), Some(*id)));
        let gone = first.order.iter().filter(|id| !pairs.contains_key(id)).map(|id| row(Some(*id), None));
        let rows = listed.chain(gone).collect();
        Self { settings: Settings::of(before, after), rows, work: work(before, after) }
    }

    /// Whether nothing distinguishes the two.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.settings.is_empty() && self.work.is_empty() && !self.rows.iter().any(Row::is_change)
    }

    /// How many risks have this verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
    }
}

fn side(session: &Session, ranking: &Ranking, id: RiskId) -> Option<Side> {
    let place = session.place_of(id)?;
    let priority = ranking.priorities.get(place)?.clone();
    Some(Side { id, priority, rank: ranking.ranks.get(place).copied().flatten() })
}

/// The risks on both lists: by hand, then by identity, then by the same name where that is the only one.
fn pairs(before: &Session, after: &Session, pairing: &Pairing) -> BTreeMap<RiskId, RiskId> {
    let mut pairs = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let on_list = |session: &Session, id: RiskId| session.risk(id).is_some_and(|it| it.place == Place::List);
    for (one, other) in &pairing.same {
        if on_list(before, *one) && on_list(after, *other) && taken.insert(*other) {
            pairs.insert(*one, *other);
        }
    }
    let listed = |session: &'_ Session| -> Vec<(RiskId, super::Uid, String)> {
        let risks = session.risks.iter().filter(|risk| risk.place == Place::List);
        risks.map(|risk| (risk.id, risk.uid, fold(&risk.title))).collect()
    };
    let (first, second) = (listed(before), listed(after));
    let by_uid: HashMap<super::Uid, RiskId> = second.iter().map(|(id, uid, _)| (*uid, *id)).collect();
    for (one, uid, _) in &first {
        if let Some(other) = by_uid.get(uid)
            && !pairs.contains_key(one)
            && !pairing.apart.contains(one)
            && taken.insert(*other)
        {
            pairs.insert(*one, *other);
        }
    }
    let alone = |side: &[(RiskId, super::Uid, String)], is_taken: &dyn Fn(RiskId) -> bool| {
        let mut names: BTreeMap<String, Vec<RiskId>> = BTreeMap::new();
        for (id, _, name) in side.iter().filter(|(id, ..)| !is_taken(*id)) {
            names.entry(name.clone()).or_default().push(*id);
        }
        names
    };
    let left = alone(&first, &|id| pairs.contains_key(&id) || pairing.apart.contains(&id));
    let right = alone(&second, &|id| taken.contains(&id));
    for (name, ids) in left {
        if let ([one], Some([other])) = (ids.as_slice(), right.get(&name).map(Vec::as_slice)) {
            pairs.insert(*one, *other);
        }
    }
    pairs
}

/// The solutions that are on one board only or stand otherwise, matched by identity. Where one session goes on from the
/// other, what was done or dropped by then stayed behind, and is no difference.
fn work(before: &Session, after: &Session) -> Vec<Work> {
    let goes_on = before.carried_from == Some(after.id) || after.carried_from == Some(before.id);
    let stays = |status: Status| goes_on && matches!(status, Status::Done | Status::Dropped);
    let board = |session: &'_ Session| -> Vec<(super::Uid, SolutionId, Status)> {
        let shown = session.solutions.iter().filter(|solution| !solution.binned);
        shown.map(|solution| (solution.uid, solution.id, solution.status)).collect()
    };
    let (first, second) = (board(before), board(after));
    let of = |side: &[(super::Uid, SolutionId, Status)]| -> HashMap<super::Uid, (SolutionId, Status)> {
        side.iter().map(|(uid, id, status)| (*uid, (*id, *status))).collect()
    };
    let (by_first, by_second) = (of(&first), of(&second));
    let mut work: Vec<Work> = second
        .iter()
        .filter_map(|(uid, id, status)| match by_first.get(uid) {
            None => (!stays(*status)).then_some(Work::New(*id, *status)),
            Some((old, was)) if was != status => Some(Work::Moved(*old, *id, *was, *status)),
            Some(_) => None,
        })
        .collect();
    let gone = first.iter().filter(|(uid, _, status)| !by_second.contains_key(uid) && !stays(*status));
    work.extend(gone.map(|(_, id, status)| Work::Gone(*id, *status)));
    work
}

/// Whether the words of a risk differ.
fn is_reworded(before: &Risk, after: &Risk) -> bool {
    (&before.title, &before.cause, &before.consequence, &before.category)
        != (&after.title, &after.cause, &after.consequence, &after.category)
}

/// How far up the points are, in hundredths of a percent of the way from the fewest to the most.
#[must_use]
pub fn index(weights: Weights, count: LevelCount, points: u16) -> u32 {
    let low = weights.sum();
    let span = low * u16::from(count.number()) - low;
    let above = u32::from(points.saturating_sub(low));
    if span == 0 { 0 } else { above * 10_000 / u32::from(span) }
}

/// How a risk stands after, against before: by band, then by how far up its points are. Of ranges that are still possible
/// nothing can be said if one lies within the other.
fn standing(both: (&Session, &Session), before: &Priority, after: &Priority) -> Option<Ordering> {
    let of = |session: &Session, priority: &Priority| -> [(Option<Band>, u32); 2] {
        let band = priority.band.filter(|_| priority.scored);
        let index = |points: u16| index(session.weights, session.scales.levels, points);
        [(band, index(priority.points.lower)), (band, index(priority.points.upper))]
    };
    let ([old_low, old_high], [new_low, new_high]) = (of(both.0, before), of(both.1, after));
    match (new_low.cmp(&old_low), new_high.cmp(&old_high)) {
        (one, other) if one == other => Some(one),
        (Ordering::Equal, way) | (way, Ordering::Equal) => Some(way),
        (_, _) => None,
    }
}
