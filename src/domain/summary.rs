//! What one wants to know of a session before opening it: [`Summary`].

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Band, Closing, History, Line, Name, Note, Place, Ranking, RiskId, Session, Solution, SolutionEdit,
    SolutionId, Status, Title, Uid,
};

/// How many risks stand in a preview.
const TOP: usize = 5;

/// A session in a few figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Its identity.
    pub id: Uid,
    /// The session it goes on from.
    pub carried_from: Option<Uid>,
    /// When it was created.
    pub created: Timestamp,
    /// When something was changed for the last time; when it was created if nothing was.
    pub changed: Timestamp,
    /// How long it took: from its first change to its closing, or else to its last change, in seconds.
    pub seconds: u64,
    /// What it is called.
    pub title: Title,
    /// The shop it is about.
    pub shop: Line,
    /// What it is about.
    pub scope: Note,
    /// The participants.
    pub people: Vec<Name>,
    /// The risks on the list.
    pub risks: usize,
    /// Those of them that have all levels.
    pub scored: usize,
    /// The risks above the appetite line.
    pub above: usize,
    /// Their points together.
    pub points_above: u32,
    /// The most serious band among the scored risks.
    pub top_band: Option<Band>,
    /// The first risks by rank, with their bands.
    pub top_risks: Vec<(Option<Band>, Title)>,
    /// Each risk on the list.
    pub standings: Vec<Standing>,
    /// How many solutions on the board have each status, in the order of [`Status::ALL`].
    pub statuses: [usize; 5],
    /// The solutions chosen or begun, soonest first, those without a date last.
    pub follow_ups: Vec<FollowUp>,
    /// When and why it was closed, if it is.
    pub closing: Option<Closing>,
}

/// How a risk stands in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Its identity across sessions.
    pub uid: Uid,
    /// Its id in the session.
    pub id: RiskId,
    /// The fewest points it can have.
    pub lower: u16,
    /// The most points it can have.
    pub upper: u16,
    /// Its band, if it is scored.
    pub band: Option<Band>,
    /// Its rank, if it is scored.
    pub rank: Option<u32>,
}

/// A solution that has to be done yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Its id in the session.
    pub id: SolutionId,
    /// What is to be done.
    pub title: Title,
    /// Who does it.
    pub owner: Option<Name>,
    /// Until when.
    pub due: Option<Date>,
    /// How far it is: chosen or doing, as it is listed.
    pub status: Status,
}

/// What is changed of it without opening its session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUpEdit {
    /// How far it is.
    Status(Status),
    /// Who does it.
    Owner(Option<Name>),
    /// Until when.
    Due(Option<Date>),
}

impl From<FollowUpEdit> for SolutionEdit {
    fn from(edit: FollowUpEdit) -> Self {
        match edit {
            FollowUpEdit::Status(status) => Self::Status(status),
            FollowUpEdit::Owner(owner) => Self::Owner(owner),
            FollowUpEdit::Due(due) => Self::Due(due),
        }
    }
}

impl FollowUp {
    /// As a solution is now.
    fn of(solution: &Solution) -> Self {
        Self {
            id: solution.id,
            title: solution.title.clone(),
            owner: solution.owner.clone(),
            due: solution.due,
            status: solution.status,
        }
    }

    /// Whether it is just so on the board of this session.
    #[must_use]
    pub fn is_still_in(&self, session: &Session) -> bool {
        session.solution(self.id).is_some_and(|it| !it.binned && Self::of(it) == *self)
    }

    /// The same after this change.
    #[must_use]
    pub fn with(&self, edit: &FollowUpEdit) -> Self {
        let then = self.clone();
        match edit {
            FollowUpEdit::Status(status) => Self { status: *status, ..then },
            FollowUpEdit::Owner(owner) => Self { owner: owner.clone(), ..then },
            FollowUpEdit::Due(due) => Self { due: *due, ..then },
        }
    }

    /// Whether it is left to do.
    #[must_use]
    pub const fn is_pending(&self) -> bool {
        matches!(self.status, Status::Chosen | Status::Doing)
    }

    /// Whether it is left to do, and its date is before this day.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.is_pending() && self.due.is_some_and(|due| due < today)
    }
}

impl Summary {
    /// The figures of a session.
    #[must_use]
    pub fn of(history: &History) -> Self {
        let session = history.session();
        let ranking = Ranking::of(session);
        let rows = || session.risks.iter().zip(&ranking.priorities).zip(&ranking.ranks);
        let listed = || rows().filter(|((risk, _), _)| risk.place == Place::List);
        let scored = || listed().filter(|((_, priority), _)| priority.scored);
        let above = || scored().filter(|((_, priority), _)| priority.is_above(session.appetite));
        let board = || session.solutions.iter().filter(|solution| !solution.binned);
        let entries = history.entries();
        let changed = entries.last().map_or(session.created, |entry| entry.at);
        let end = session.closing.as_ref().map_or(changed, |closing| closing.at);
        let seconds = entries.first().map_or(0, |first| end.duration_since(first.at).as_secs());
        Self {
            id: session.id,
            carried_from: session.carried_from,
            created: session.created,
            changed,
            seconds: u64::try_from(seconds).unwrap_or(0),
            title: session.title.clone(),
            shop: session.shop.clone(),
            scope: session.scope.clone(),
            people: session.people.iter().map(|person| person.name.clone()).collect(),
            risks: listed().count(),
            scored: scored().count(),
            above: above().count(),
            points_above: above().map(|((_, priority), _)| u32::from(priority.points.lower)).sum(),
            top_band: scored().filter_map(|((_, priority), _)| priority.band).max(),
            top_risks: top_risks(session, &ranking),
            standings: listed()
                .map(|((risk, priority), rank)| Standing {
                    uid: risk.uid,
                    id: risk.id,
                    lower: priority.points.lower,
                    upper: priority.points.upper,
                    band: priority.band.filter(|_| priority.scored),
                    rank: *rank,
                })
                .collect(),
            statuses: Status::ALL.map(|status| board().filter(|it| it.status == status).count()),
            follow_ups: follow_ups(board().map(|solution| &**solution)),
            closing: session.closing.clone(),
        }
    }

    /// Whether it is closed.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.closing.is_some()
    }

    /// How many solutions are on the board.
    #[must_use]
    pub fn solutions(&self) -> usize {
        self.statuses.iter().sum()
    }

    /// How many solutions on the board have this status.
    #[must_use]
    pub fn with_status(&self, status: Status) -> usize {
        let pairs = Status::ALL.iter().zip(self.statuses);
        pairs.filter(|(known, _)| **known == status).map(|(_, count)| count).sum()
    }

    /// How many solutions chosen or begun were due before this day.
    #[must_use]
    pub fn overdue(&self, today: Date) -> usize {
        self.follow_ups.iter().filter(|it| it.is_overdue(today)).count()
    }
}

fn follow_ups<'a>(board: impl Iterator<Item = &'a Solution>) -> Vec<FollowUp> {
    let mut found: Vec<FollowUp> = board.map(FollowUp::of).filter(FollowUp::is_pending).collect();
    found.sort_by_key(|it| (it.due.is_none(), it.due, it.id));
    found
}

fn top_risks(session: &Session, ranking: &Ranking) -> Vec<(Option<Band>, Title)> {
    let found = |id: &RiskId| {
        let place = session.place_of(*id)?;
        let band = ranking.priorities.get(place).and_then(|priority| priority.band);
        session.risks.get(place).map(|risk| (band, risk.title.clone()))
    };
    ranking.order.iter().take(TOP).filter_map(found).collect()
}
