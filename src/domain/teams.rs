//! How the teams of the room voted: the median of each in each cell of a risk, and where they are furthest apart.
//!
//! Only rounds the room has seen count; a hidden vote is no vote here. A team is what its people call it, capitals
//! aside. What a whole round adds up to is in [`agreement`](super::agreement).

use std::cmp::Reverse;

use super::agreement::{Median, median};
use super::{Cell, Cells, Name, Participant, PersonId, Risk, Session, Votes};

/// What one team said of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    /// The middle of its levels; `None` without any.
    pub median: Option<Median>,
    /// How many of it voted, those who don't know included.
    pub votes: usize,
}

/// One team and what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its name; `None` for the people without a team.
    pub name: Option<Name>,
    /// How many people it has.
    pub people: usize,
    /// What it said of each cell.
    pub cells: Cells<Said>,
}

/// Two teams apart in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The cell.
    pub cell: Cell,
    /// The place of the team with the lowest median.
    pub low: usize,
    /// The place of the team with the highest median.
    pub high: usize,
    /// How many levels lie between the medians, at least 1.
    pub levels: u8,
}

/// The teams of the room in the order of their first seats, and behind them whoever has none.
#[must_use]
pub fn teams(session: &Session, risk: &Risk) -> Vec<Team> {
    let mut groups: Vec<(Option<String>, Vec<&Participant>)> = Vec::new();
    for person in &session.people {
        let key = person.team.as_ref().map(|team| team.to_lowercase());
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, people)) => people.push(person),
            None => groups.push((key, vec![person])),
        }
    }
    groups.sort_by_key(|(key, _)| key.is_none());
    let team = |(_, people): &(Option<String>, Vec<&Participant>)| Team {
        name: people.first().and_then(|person| person.team.clone()),
        people: people.len(),
        cells: Cells::from_fn(|cell| {
            let is_of = |id: PersonId| people.iter().any(|person| person.id == id);
            risk.cells.at(cell).revealed().map_or_else(Said::default, |votes| said(votes, is_of))
        }),
    };
    groups.iter().map(team).collect()
}

fn said(votes: &Votes, is_of: impl Fn(PersonId) -> bool) -> Said {
    let own = Votes(votes.0.iter().filter(|vote| is_of(vote.who)).copied().collect());
    Said { median: median(&own), votes: own.0.len() }
}

/// How far the teams are apart in one cell; `None` if they are alike there, or fewer than two said a level. People
/// without a team are no team.
#[must_use]
pub fn gap(teams: &[Team], cell: Cell) -> Option<Gap> {
    let level = |team: &Team| team.cells.at(cell).median.map(|median| median.level.number());
    let named = || teams.iter().enumerate().filter(|(_, team)| team.name.is_some());
    let levels = || named().filter_map(|(place, team)| Some((level(team)?, place)));
    // Of several as far out, the first seats.
    let (lowest, low) = levels().min()?;
    let (highest, high) = levels().max_by_key(|(level, place)| (*level, Reverse(*place)))?;
    let levels = highest - lowest;
    (levels > 0).then_some(Gap { cell, low, high, levels })
}

/// The cell in which the teams are furthest apart; of several, the first.
#[must_use]
pub fn widest(teams: &[Team]) -> Option<Gap> {
    let gaps = Cell::ALL.into_iter().filter_map(|cell| gap(teams, cell));
    gaps.reduce(|widest, other| if other.levels > widest.levels { other } else { widest })
}
