//! A solution: what will be done about risks, and which levels it lowers.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Cell, Level, Name, Note, RiskId, SolutionId, Title, Uid};

/// What a solution does to a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Approach {
    /// Makes it easier to fix.
    Fix,
    /// Makes it rarer.
    Prevent,
    /// Makes it less bad.
    Reduce,
}

impl Approach {
    /// As on the board, from left to right.
    pub const ALL: [Self; 3] = [Self::Fix, Self::Prevent, Self::Reduce];

    /// The cells this approach works on, the likeliest first.
    #[must_use]
    pub const fn levers(self) -> &'static [Cell] {
        match self {
            Self::Fix => &[Cell::Fix],
            Self::Prevent => &[Cell::Probability],
            Self::Reduce => &[Cell::Financial, Cell::Marketing, Cell::Impact],
        }
    }
}

/// How far a solution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Somebody thought of it.
    Idea,
    /// The room wants it.
    Chosen,
    /// It is being done.
    Doing,
    /// It is done.
    Done,
    /// It will not be done.
    Dropped,
}

impl Status {
    /// In the order of the work.
    pub const ALL: [Self; 5] = [Self::Idea, Self::Chosen, Self::Doing, Self::Done, Self::Dropped];
}

/// What changes: any of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// The software.
    pub software: bool,
    /// The administration: rules, contracts, rights.
    pub administrative: bool,
    /// The way people work.
    pub process: bool,
}

/// How much work it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Effort {
    /// Hours.
    XS,
    /// A day or two.
    S,
    /// A week or two.
    M,
    /// A month or two.
    L,
    /// Longer.
    XL,
}

impl Effort {
    /// From least to most.
    pub const ALL: [Self; 5] = [Self::XS, Self::S, Self::M, Self::L, Self::XL];
}

/// An amount of money in whole units of the session's currency, at most 10¹².
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Money(u64);

/// Why a number is not an amount of money.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is more than {max}", max = Money::MAX)]
pub struct TooMuchMoney(u64);

impl Money {
    /// The largest amount.
    pub const MAX: u64 = 1_000_000_000_000;

    /// The whole units.
    #[must_use]
    pub const fn units(self) -> u64 {
        self.0
    }
}

impl TryFrom<u64> for Money {
    type Error = TooMuchMoney;

    fn try_from(units: u64) -> Result<Self, TooMuchMoney> {
        if units <= Self::MAX { Ok(Self(units)) } else { Err(TooMuchMoney(units)) }
    }
}

impl From<Money> for u64 {
    fn from(money: Money) -> Self {
        money.0
    }
}

/// The effect of a solution on one cell of one risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The risk.
    pub risk: RiskId,
    /// The cell it lowers.
    pub lever: Cell,
    /// The level expected after.
    pub expected: Level,
}

/// Something to do about one risk or several.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Solution {
    /// Its id in this session.
    pub id: SolutionId,
    /// Its identity across sessions.
    pub uid: Uid,
    /// What is to be done.
    pub title: Title,
    /// Fix, prevent or reduce.
    pub approach: Approach,
    /// Software, administrative, process.
    pub changes: Changes,
    /// Who does it.
    pub owner: Option<Name>,
    /// Until when.
    pub due: Option<Date>,
    /// How far it is.
    pub status: Status,
    /// What it costs once.
    pub cost_once: Option<Money>,
    /// What it costs every year.
    pub cost_yearly: Option<Money>,
    /// How much work it is.
    pub effort: Option<Effort>,
    /// More in words.
    pub note: Note,
    /// Which levels it lowers; at most one link per risk and cell.
    pub links: Vec<Link>,
    /// Whether it lies in the bin.
    pub binned: bool,
}

impl Solution {
    /// An idea of which only the title is known.
    #[must_use]
    pub fn new(id: SolutionId, uid: Uid, title: Title, approach: Approach) -> Self {
        Self {
            id,
            uid,
            title,
            approach,
            changes: Changes::default(),
            owner: None,
            due: None,
            status: Status::Idea,
            cost_once: None,
            cost_yearly: None,
            effort: None,
            note: Note::default(),
            links: Vec::new(),
            binned: false,
        }
    }

    /// Whether it should have been done before this day and is not.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        let is_open = matches!(self.status, Status::Idea | Status::Chosen | Status::Doing);
        is_open && self.due.is_some_and(|due| due < today)
    }

    /// The link to this cell of this risk.
    #[must_use]
    pub fn link(&self, risk: RiskId, lever: Cell) -> Option<&Link> {
        self.links.iter().find(|link| link.risk == risk && link.lever == lever)
    }
}
