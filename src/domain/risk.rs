//! A risk: one event with its cause and consequence, and all that the room says of it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Assessment, Cells, Key, Level, Line, Name, Note, PersonId, RiskId, Sign, Title, Uid};

/// First-glance magnitude at naming.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Glance {
    /// None seen.
    #[default]
    Nothing,
    /// Small.
    Small,
    /// Large.
    Large,
}

impl Glance {
    /// The magnitudes from least to most.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Small, Self::Large];

    /// The next magnitude, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Nothing => Self::Small,
            Self::Small => Self::Large,
            Self::Large => Self::Nothing,
        }
    }
}

/// How much is known of the risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Evidence {
    /// Nobody has seen it.
    #[default]
    Guess,
    /// It happened to others.
    SeenElsewhere,
    /// It happened to us.
    SeenHere,
}

impl Evidence {
    /// From least to most.
    pub const ALL: [Self; 3] = [Self::Guess, Self::SeenElsewhere, Self::SeenHere];
}

/// Where a risk is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Place {
    /// On the list, to be assessed.
    #[default]
    List,
    /// In the parking lot until closing.
    Parked,
    /// In the bin, to be restored at any time.
    Bin,
    /// Part of another risk now; its wording, votes and history stay.
    Merged {
        /// The risk it is part of.
        into: RiskId,
    },
}

/// How a risk came up.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Origin {
    /// Somebody said it.
    #[default]
    Room,
    /// In the premortem round: "it failed last Black Friday: why?".
    Premortem,
    /// In the headline round: "write the headline you fear".
    Headline,
    /// From a prompt card.
    Card {
        /// The card.
        card: Key,
    },
    /// From a file or a paste.
    Import,
    /// From an earlier session.
    Carried,
}

/// Where a carried risk comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarriedFrom {
    /// The earlier session.
    pub session: Uid,
    /// Its id there.
    pub risk: RiskId,
    /// Its agreed levels there; hidden until the reveal.
    pub levels: Cells<Option<Level>>,
}

/// What the room decides to do about a risk.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Undecided,
    /// Treat it with solutions.
    Treat,
    /// Live with it.
    Accept {
        /// Why; may be empty.
        reason: Line,
        /// When to look again.
        review: Option<Date>,
    },
    /// Hand it to somebody else, such as an insurer.
    Transfer {
        /// To whom and why; may be empty.
        reason: Line,
    },
    /// Stop doing what brings it.
    Avoid {
        /// How and why; may be empty.
        reason: Line,
    },
}

impl Decision {
    /// Which way it goes.
    #[must_use]
    pub const fn course(&self) -> Course {
        match self {
            Self::Undecided => Course::Undecided,
            Self::Treat => Course::Treat,
            Self::Accept { .. } => Course::Accept,
            Self::Transfer { .. } => Course::Transfer,
            Self::Avoid { .. } => Course::Avoid,
        }
    }

    /// Why; empty if nobody said so, or if it needs no reason.
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            Self::Undecided | Self::Treat => "",
            Self::Accept { reason, .. } | Self::Transfer { reason } | Self::Avoid { reason } => reason,
        }
    }

    /// When to look again at what is accepted.
    #[must_use]
    pub const fn review(&self) -> Option<Date> {
        match self {
            Self::Accept { review, .. } => *review,
            Self::Undecided | Self::Treat | Self::Transfer { .. } | Self::Avoid { .. } => None,
        }
    }
}

/// Which way a [`Decision`] goes, without its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// None yet.
    Undecided,
    /// Treat it with solutions.
    Treat,
    /// Live with it.
    Accept,
    /// Hand it to somebody else.
    Transfer,
    /// Stop doing what brings it.
    Avoid,
}

impl Course {
    /// As they are offered.
    pub const ALL: [Self; 5] = [Self::Undecided, Self::Treat, Self::Accept, Self::Transfer, Self::Avoid];

    /// The name in names of purposes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Undecided => "undecided",
            Self::Treat => "treat",
            Self::Accept => "accept",
            Self::Transfer => "transfer",
            Self::Avoid => "avoid",
        }
    }
}

/// Who or what is hit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hit {
    /// Customers, checkout, data, …; no tag twice.
    pub tags: Vec<Name>,
    /// More in words.
    pub note: Note,
}

/// One event that could go wrong, worded cause → event → consequence.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Its id in this session.
    pub id: RiskId,
    /// Its identity across sessions.
    pub uid: Uid,
    /// The event.
    pub title: Title,
    /// What leads to it.
    pub cause: Note,
    /// What follows from it.
    pub consequence: Note,
    /// One of the session's categories.
    pub category: Option<Key>,
    /// First glance: money.
    pub money: Glance,
    /// First glance: marketing.
    pub marketing: Glance,
    /// Who or what is hit.
    pub hit: Hit,
    /// How much is known.
    pub evidence: Evidence,
    /// A legal duty that pins it, with its reason.
    pub duty: Option<Line>,
    /// Who answers for it.
    pub owner: Option<Name>,
    /// List, parking lot, bin or merged.
    pub place: Place,
    /// How it came up.
    pub origin: Origin,
    /// Who said it.
    pub said_by: Option<PersonId>,
    /// When it was added.
    pub added: Timestamp,
    /// What is known of each cell.
    pub cells: Cells<Assessment>,
    /// Treat, accept, transfer or avoid.
    pub decision: Decision,
    /// The earlier session it comes from.
    pub carried_from: Option<CarriedFrom>,
    /// What warns of it; from format 2 on.
    #[serde(default)]
    pub sign: Option<Sign>,
    /// How many dots it got in the dot vote; from format 2 on.
    #[serde(default)]
    pub dots: u16,
}

impl Risk {
    /// A risk nobody has said anything of but its event.
    #[must_use]
    pub fn new(id: RiskId, uid: Uid, title: Title, added: Timestamp) -> Self {
        Self {
            id,
            uid,
            title,
            cause: Note::default(),
            consequence: Note::default(),
            category: None,
            money: Glance::default(),
            marketing: Glance::default(),
            hit: Hit::default(),
            evidence: Evidence::default(),
            duty: None,
            owner: None,
            place: Place::default(),
            origin: Origin::default(),
            said_by: None,
            added,
            cells: Cells::default(),
            decision: Decision::default(),
            carried_from: None,
            sign: None,
            dots: 0,
        }
    }

    /// Whether votes have been cast on it that the room has not seen yet.
    #[must_use]
    pub fn has_hidden_votes(&self) -> bool {
        self.cells.iter().any(|(_, cell)| {
            cell.rounds.last().is_some_and(|round| !round.revealed && !round.votes.0.is_empty())
        })
    }

    /// The agreed level of each cell.
    #[must_use]
    pub fn levels(&self) -> Cells<Option<Level>> {
        Cells::from_fn(|cell| self.cells.at(cell).level())
    }
}
