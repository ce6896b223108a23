//! Votes, rounds and the agreed level of one cell.
//!
//! What the votes add up to (median, consensus, what the room should do) is in [`agreement`](super::agreement).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Level, Line, PersonId};

/// What a participant says of a cell. Not voting at all is no ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ballot {
    /// A level.
    Level(Level),
    /// `?`, don't know.
    DontKnow,
}

/// One participant's ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vote {
    /// Who votes.
    pub who: PersonId,
    /// What they say.
    pub ballot: Ballot,
}

/// The votes of a round, at most one per participant; in files one text: `P1:3 P2:? P4:5`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Votes(pub Vec<Vote>);

/// Why a text is not a list of votes.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a vote such as P1:3 or P2:?")]
pub struct BadVote(String);

impl Votes {
    /// The levels voted for, without those who don't know.
    pub fn levels(&self) -> impl Iterator<Item = Level> {
        self.0.iter().filter_map(|vote| match vote.ballot {
            Ballot::Level(level) => Some(level),
            Ballot::DontKnow => None,
        })
    }

    /// How many said they don't know.
    #[must_use]
    pub fn unknowns(&self) -> usize {
        self.0.iter().filter(|vote| vote.ballot == Ballot::DontKnow).count()
    }

    /// The ballot of one participant.
    #[must_use]
    pub fn of(&self, who: PersonId) -> Option<Ballot> {
        self.0.iter().find(|vote| vote.who == who).map(|vote| vote.ballot)
    }
}

impl fmt::Display for Votes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, vote) in self.0.iter().enumerate() {
            let gap = if place == 0 { "" } else { " " };
            match vote.ballot {
                Ballot::Level(level) => write!(f, "{gap}{}:{}", vote.who, level.number())?,
                Ballot::DontKnow => write!(f, "{gap}{}:?", vote.who)?,
            }
        }
        Ok(())
    }
}

impl FromStr for Votes {
    type Err = BadVote;

    fn from_str(text: &str) -> Result<Self, BadVote> {
        text.split_whitespace().map(vote).collect::<Result<_, _>>().map(Self)
    }
}

fn vote(word: &str) -> Result<Vote, BadVote> {
    let bad = || BadVote(word.chars().take(40).collect());
    let (who, ballot) = word.split_once(':').ok_or_else(bad)?;
    let who = who.parse().map_err(|_| bad())?;
    let ballot = match ballot {
        "?" => Ballot::DontKnow,
        digit => Ballot::Level(digit.parse().ok().and_then(Level::new).ok_or_else(bad)?),
    };
    Ok(Vote { who, ballot })
}

impl TryFrom<String> for Votes {
    type Error = BadVote;

    fn try_from(text: String) -> Result<Self, BadVote> {
        text.parse()
    }
}

impl From<Votes> for String {
    fn from(votes: Votes) -> Self {
        votes.to_string()
    }
}

/// One round of blind votes on a cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// The votes in.
    pub votes: Votes,
    /// Whether the room has seen them; hidden votes are masked everywhere.
    pub revealed: bool,
}

/// The level the room stands by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreed {
    /// The level.
    pub level: Level,
    /// Why, in one line; may be empty.
    pub reason: Line,
}

/// What is known of one cell of one risk.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// The agreed level, if there is one.
    pub agreed: Option<Agreed>,
    /// The rounds of votes: none, the first, or the first and its re-vote. Only the last may be hidden.
    pub rounds: Vec<Round>,
}

impl Assessment {
    /// Rounds a cell can have: one and its re-vote.
    pub const ROUNDS: usize = 2;

    /// The agreed level.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.agreed.as_ref().map(|agreed| agreed.level)
    }

    /// The votes of the last round the room has seen.
    #[must_use]
    pub fn revealed(&self) -> Option<&Votes> {
        self.rounds.iter().rev().find(|round| round.revealed).map(|round| &round.votes)
    }

    /// The votes of the round that waits for its reveal.
    #[must_use]
    pub fn hidden(&self) -> Option<&Votes> {
        self.rounds.last().filter(|round| !round.revealed).map(|round| &round.votes)
    }

    /// Whether a round waits for its reveal.
    #[must_use]
    pub fn is_voting(&self) -> bool {
        self.hidden().is_some()
    }
}
