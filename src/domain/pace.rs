//! Pace: how long the room takes for a risk, and when all will be scored if it goes on like this.
//!
//! Nothing of it is stored; it follows from the times of the history. What counts:
//!
//! - *Scoring* is entering, revealing or repeating votes and setting or clearing levels; once it has begun, tags, evidence
//!   and legal duty belong to it, and undoing what was just scored.
//! - The *sitting* is the entries up to the last one without a gap of more than [`SITTING`] between two of them, and without
//!   a clock that was set back by more than [`BREAK`]. What was scored on another day says nothing of today's room.
//! - The *time* is that from each entry to the next one that scores. A gap of more than [`BREAK`] is a break and does not
//!   count; neither does the time before the first entry that scores (nobody knows when the room began), nor the way to
//!   entries that do other things, nor a clock that was set back a little.
//! - The time is shared among the *cells* that got a level with time that counts and still have it, so that going down the
//!   columns, or risks begun and not finished, give the same pace as going along the rows. A risk has five cells.
//! - With fewer than two risks scored in the sitting there is no pace.
//! - In the quick pass a risk is its three cells: it is scored with them, takes as long as they do, and no other is missing.
//!
//! The end is reckoned from the last entry that scored: one cell takes as long as the others did, or as long as it has taken
//! by now, and then all other empty cells of the list follow without a break.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::{Cell, Edit, Entry, EntryKind, History, Place, Risk, RiskEdit, RiskId, Session};

/// A longer gap between two entries is a break: 10 minutes.
pub const BREAK: SignedDuration = SignedDuration::from_mins(10);
/// A longer gap between two entries parts two sittings: 2 hours.
pub const SITTING: SignedDuration = SignedDuration::from_hours(2);
/// So many risks must be scored in a sitting before it has a pace.
const LEAST: usize = 2;

/// How fast the room scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The time that counts; more than nothing.
    time: SignedDuration,
    /// The cells scored in it; at least one.
    cells: i32,
    /// The cells of a risk that the room goes through.
    of_risk: i32,
    /// Those of them that are empty on the list.
    missing: i32,
    /// When something was scored last.
    last: Timestamp,
}

impl Pace {
    /// The pace of the last sitting of a history, in which the room goes through these cells of each risk; nothing if there
    /// is none yet.
    #[must_use]
    pub fn of(history: &History, cells: &[Cell]) -> Option<Self> {
        let session = history.session();
        let clock = Clock::over(sitting(history.entries()));
        let risk = |id: RiskId| session.risk(id).filter(|risk| risk.place == Place::List);
        let scored = |id: &&RiskId| {
            risk(**id).is_some_and(|risk| cells.iter().all(|cell| risk.cells.at(*cell).level().is_some()))
        };
        if clock.risks.iter().filter(scored).count() < LEAST || clock.time <= SignedDuration::ZERO {
            return None;
        }
        let has_level = |(id, cell): &&(RiskId, Cell)| {
            risk(*id).is_some_and(|risk| risk.cells.at(*cell).level().is_some())
        };
        let timed = i32::try_from(clock.cells.iter().filter(has_level).count()).ok().filter(|it| *it > 0)?;
        let of_risk = i32::try_from(cells.len()).unwrap_or(i32::MAX);
        Some(Self {
            time: clock.time,
            cells: timed,
            of_risk,
            missing: missing(session, cells),
            last: clock.last?,
        })
    }

    /// The time for one risk.
    #[must_use]
    pub fn each(&self) -> SignedDuration {
        self.time_of(self.of_risk)
    }

    /// Whether it is the pace of a sitting that still goes on.
    #[must_use]
    pub fn is_current(&self, now: Timestamp) -> bool {
        is_one_sitting(self.last, now)
    }

    /// When the last empty cell of the list will have a level, never before now; nothing if there is none left.
    #[must_use]
    pub fn done(&self, now: Timestamp) -> Option<Timestamp> {
        let others = self.missing.checked_sub(1).filter(|others| *others >= 0)?;
        let under_way = self.last.checked_add(self.time_of(1)).ok()?.max(now);
        under_way.checked_add(self.time_of(others)).ok()
    }

    /// The time for so many cells.
    fn time_of(&self, cells: i32) -> SignedDuration {
        self.time.checked_mul(cells).map_or(SignedDuration::MAX, |time| time / self.cells)
    }
}

/// What was scored along a sitting, and the time that took.
#[derive(Default)]
struct Clock {
    time: SignedDuration,
    /// Cells whose level came with time that counts.
    cells: HashSet<(RiskId, Cell)>,
    /// Risks with a cell that got a level.
    risks: HashSet<RiskId>,
    /// The last entry that scored.
    last: Option<Timestamp>,
}

impl Clock {
    fn over(sitting: &[Arc<Entry>]) -> Self {
        let mut clock = Self::default();
        let mut before: Option<(Timestamp, bool)> = None;
        for entry in sitting {
            let scores = clock.counts(entry, before.is_some_and(|(_, scored)| scored));
            if scores {
                clock.score(entry, before.map(|(at, _)| at));
            }
            before = Some((entry.at, scores));
        }
        clock
    }

    /// Whether an entry scores; `follows` is whether the one before it did.
    fn counts(&self, entry: &Entry, follows: bool) -> bool {
        match &entry.kind {
            EntryKind::Do(edits) => {
                edits.iter().any(scores) || self.last.is_some() && edits.iter().any(goes_along)
            }
            EntryKind::Undo | EntryKind::Redo => follows,
            EntryKind::Replaced(_) => false,
        }
    }

    /// Takes in an entry that scores.
    fn score(&mut self, entry: &Entry, before: Option<Timestamp>) {
        let gap = before.filter(|_| self.last.is_some()).map(|before| entry.at.duration_since(before));
        let gap = gap.filter(|gap| (SignedDuration::ZERO..=BREAK).contains(gap));
        self.time = self.time.saturating_add(gap.unwrap_or_default());
        self.last = Some(entry.at);
        let EntryKind::Do(edits) = &entry.kind else { return };
        for edit in edits {
            if let Edit::Risk(risk, RiskEdit::Agree(cell, Some(_))) = edit {
                self.risks.insert(*risk);
                if gap.is_some() {
                    self.cells.insert((*risk, *cell));
                }
            }
        }
    }
}

/// Whether an edit is of levels or votes.
fn scores(edit: &Edit) -> bool {
    let Edit::Risk(_, edit) = edit else { return false };
    matches!(edit, RiskEdit::Agree(..) | RiskEdit::Vote(..) | RiskEdit::Reveal(_) | RiskEdit::ReVote(_))
}

/// Whether an edit is one of those that are made beside levels.
fn goes_along(edit: &Edit) -> bool {
    let Edit::Risk(_, edit) = edit else { return false };
    matches!(edit, RiskEdit::Hit(_) | RiskEdit::Evidence(_) | RiskEdit::Duty(_))
}

/// Whether two moments can be of one sitting.
fn is_one_sitting(from: Timestamp, to: Timestamp) -> bool {
    (-BREAK..=SITTING).contains(&to.duration_since(from))
}

/// The entries since the last gap that parts two sittings, the oldest first.
fn sitting(entries: &[Arc<Entry>]) -> &[Arc<Entry>] {
    let gap = |pair: &[Arc<Entry>]| match pair {
        [one, next] => !is_one_sitting(one.at, next.at),
        _ => false,
    };
    let first = entries.windows(2).rposition(gap).map_or(0, |place| place + 1);
    entries.get(first..).unwrap_or_default()
}

/// How many of these cells are empty on the list.
fn missing(session: &Session, cells: &[Cell]) -> i32 {
    let listed = session.risks.iter().filter(|risk| risk.place == Place::List);
    let empty = |risk: &Risk| cells.iter().filter(|cell| risk.cells.at(**cell).level().is_none()).count();
    i32::try_from(listed.map(|risk| empty(risk)).sum::<usize>()).unwrap_or(i32::MAX)
}
