//! What one wants to know of a session before opening it: [`Summary`].

use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::{Band, History, Line, Place, Ranking, RiskId, Session, Status, Title, Uid};

/// A session in a few figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its identity.
    pub id: Uid,
    /// When it was created.
    pub created: Timestamp,
    /// What it is called.
    pub title: Title,
    /// The shop it is about.
    pub shop: Line,
    /// How many participants it has.
    pub people: usize,
    /// The risks on the list.
    pub risks: usize,
    /// Those of them that have all levels.
    pub scored: usize,
    /// The solutions on the board.
    pub solutions: usize,
    /// The most serious band among the scored risks.
    pub top_band: Option<Band>,
    /// The first risks by rank, with their bands.
    pub top_risks: Vec<(Option<Band>, Title)>,
    /// Whether it is closed.
    pub closed: bool,
    /// Until when the solutions chosen or begun are due, soonest first.
    pub due: Vec<Date>,
}

impl Summary {
    /// The figures of a session.
    #[must_use]
    pub fn of(history: &History) -> Self {
        let session = history.session();
        let ranking = Ranking::of(session);
        let listed = || {
            let pairs = session.risks.iter().zip(&ranking.priorities);
            pairs.filter(|(risk, _)| risk.place == Place::List).map(|(_, priority)| priority)
        };
        let scored = || listed().filter(|priority| priority.scored);
        let board = || session.solutions.iter().filter(|solution| !solution.binned);
        let pending = board().filter(|it| matches!(it.status, Status::Chosen | Status::Doing));
        let mut due: Vec<Date> = pending.filter_map(|solution| solution.due).collect();
        due.sort_unstable();
        Self {
            id: session.id,
            created: session.created,
            title: session.title.clone(),
            shop: session.shop.clone(),
            people: session.people.len(),
            risks: listed().count(),
            scored: scored().count(),
            solutions: board().count(),
            top_band: scored().filter_map(|priority| priority.band).max(),
            top_risks: top_risks(session, &ranking),
            closed: session.is_closed(),
            due,
        }
    }

    /// How many solutions chosen or begun were due before this day.
    #[must_use]
    pub fn overdue(&self, today: Date) -> usize {
        self.due.partition_point(|&due| due < today)
    }
}

/// How many risks stand in a preview.
const TOP: usize = 5;

fn top_risks(session: &Session, ranking: &Ranking) -> Vec<(Option<Band>, Title)> {
    let place = |id: &RiskId| session.risks.iter().position(|risk| risk.id == *id);
    let found = |place: usize| {
        let band = ranking.priorities.get(place).and_then(|priority| priority.band);
        session.risks.get(place).map(|risk| (band, risk.title.clone()))
    };
    ranking.order.iter().take(TOP).filter_map(place).filter_map(found).collect()
}
