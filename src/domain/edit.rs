//! Edits: every change of a session is a value, and [`Session::apply`] is the one place that carries it out.
//!
//! Edits hold all they need (ids, times, texts), so that replaying them gives the same session again. Undo lives in
//! [`History`](super::History).

mod apply;
mod risk;
mod solution;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Agreed, Approach, Band, Bands, CardSeen, Category, Cell, Changes, Decision, Duel, Effort, Evidence,
    Glance, Hit, Key, Line, Link, Money, Name, Note, Participant, PersonId, Place, Risk, RiskId, Scales,
    Seat, Session, Sign, Solution, SolutionId, Status, Title, Topic, TopicId, TopicState, Votes, Weights,
};

pub(super) use risk::check_tags;

/// One change of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Edit {
    /// A setting of the session.
    Session(SessionEdit),
    /// A new participant, at the last seat.
    AddPerson(Participant),
    /// Something about a participant.
    Person(PersonId, PersonEdit),
    /// A new risk, at the end of the list.
    AddRisk(Box<Risk>),
    /// Something about a risk.
    Risk(RiskId, RiskEdit),
    /// A new solution, at the end of the board.
    AddSolution(Box<Solution>),
    /// Something about a solution.
    Solution(SolutionId, SolutionEdit),
    /// A new parking-lot topic.
    AddTopic(Topic),
    /// What becomes of a topic.
    Topic(TopicId, TopicState),
    /// A prompt card is dealt with, instead of what was said of it before.
    Card(CardSeen),
    /// A prompt card is as good as unseen.
    ForgetCard(Key),
    /// Which of two tied neighbours stands first; from format 2 on.
    Duel(Duel),
}

/// A change of a setting of the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SessionEdit {
    /// What it is called.
    Title(Title),
    /// The shop.
    Shop(Line),
    /// The scope.
    Scope(Note),
    /// Yearly online revenue.
    Revenue(Option<Money>),
    /// The currency sign.
    Currency(Name),
    /// The lowest band above the appetite line.
    Appetite(Band),
    /// Where the bands begin.
    Bands(Bands),
    /// The weights.
    Weights(Weights),
    /// The scales.
    Scales(Arc<Scales>),
    /// The categories; those in use must stay.
    Categories(Vec<Category>),
    /// The end.
    Close {
        /// When.
        at: Timestamp,
        /// Why in spite of gaps; empty without any.
        reason: Line,
    },
    /// The end is taken back.
    Reopen {
        /// When.
        at: Timestamp,
    },
    /// The dots each person has in the dot vote; from format 2 on.
    DotsEach(u8),
}

/// A change of a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PersonEdit {
    /// The name.
    Name(Name),
    /// The team.
    Team(Option<Name>),
    /// Voter or observer.
    Seat(Seat),
    /// In the room or not.
    Present(bool),
    /// To the seat before this one's; to the last if `None`.
    MoveBefore(Option<PersonId>),
    /// Off the list; refused once votes or words are theirs.
    Remove,
}

/// A change of a risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum RiskEdit {
    /// The event.
    Title(Title),
    /// The cause.
    Cause(Note),
    /// The consequence.
    Consequence(Note),
    /// The category.
    Category(Option<Key>),
    /// First glance: money.
    Money(Glance),
    /// First glance: marketing.
    Marketing(Glance),
    /// Who or what is hit.
    Hit(Hit),
    /// The evidence.
    Evidence(Evidence),
    /// The legal duty, with its reason.
    Duty(Option<Line>),
    /// Who answers for it.
    Owner(Option<Name>),
    /// Who said it.
    SaidBy(Option<PersonId>),
    /// List, parking lot, bin or merged.
    Place(Place),
    /// What the room decides.
    Decision(Decision),
    /// In the list before this one; to the end if `None`.
    MoveBefore(Option<RiskId>),
    /// The agreed level of a cell.
    Agree(Cell, Option<Agreed>),
    /// The votes of the open round of a cell; opens the first round.
    Vote(Cell, Votes),
    /// The room sees the votes.
    Reveal(Cell),
    /// A second round begins.
    ReVote(Cell),
    /// What warns of it; from format 2 on.
    Sign(Option<Sign>),
    /// The dots it got in the dot vote; from format 2 on.
    Dots(u16),
}

/// A change of a solution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SolutionEdit {
    /// What is to be done.
    Title(Title),
    /// Fix, prevent or reduce.
    Approach(Approach),
    /// Software, administrative, process.
    Changes(Changes),
    /// Who does it.
    Owner(Option<Name>),
    /// Until when.
    Due(Option<Date>),
    /// How far it is.
    Status(Status),
    /// What it costs once.
    CostOnce(Option<Money>),
    /// What it costs every year.
    CostYearly(Option<Money>),
    /// How much work it is.
    Effort(Option<Effort>),
    /// More in words.
    Note(Note),
    /// Links a cell of a risk, instead of a link to the same cell.
    Link(Link),
    /// Takes a link away.
    Unlink(RiskId, Cell),
    /// Into the bin, or out of it.
    Binned(bool),
    /// On the board before this one; to the end if `None`.
    MoveBefore(Option<SolutionId>),
}

/// What an edit is about, for the selection to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// The session itself.
    Session,
    /// A participant.
    Person(PersonId),
    /// A risk, and the cell of it if the edit is about one.
    Risk(RiskId, Option<Cell>),
    /// A solution.
    Solution(SolutionId),
    /// A parking-lot topic.
    Topic(TopicId),
    /// The cards.
    Cards,
}

impl Edit {
    /// What it is about.
    #[must_use]
    pub fn target(&self) -> Target {
        match self {
            Self::Session(_) => Target::Session,
            Self::AddPerson(person) => Target::Person(person.id),
            Self::Person(id, _) => Target::Person(*id),
            Self::AddRisk(risk) => Target::Risk(risk.id, None),
            Self::Risk(id, edit) => Target::Risk(*id, edit.cell()),
            Self::AddSolution(solution) => Target::Solution(solution.id),
            Self::Solution(id, _) => Target::Solution(*id),
            Self::AddTopic(topic) => Target::Topic(topic.id),
            Self::Topic(id, _) => Target::Topic(*id),
            Self::Card(_) | Self::ForgetCard(_) => Target::Cards,
            Self::Duel(duel) => Target::Risk(duel.first, None),
        }
    }

    /// Whether it is possible in a closed session: status, date, owner and note of a solution, and reopening.
    #[must_use]
    pub fn is_follow_up(&self) -> bool {
        match self {
            Self::Session(edit) => matches!(edit, SessionEdit::Reopen { .. }),
            Self::Solution(_, edit) => matches!(
                edit,
                SolutionEdit::Status(_)
                    | SolutionEdit::Due(_)
                    | SolutionEdit::Owner(_)
                    | SolutionEdit::Note(_)
            ),
            Self::AddPerson(_)
            | Self::Person(..)
            | Self::AddRisk(_)
            | Self::Risk(..)
            | Self::AddSolution(_)
            | Self::AddTopic(_)
            | Self::Topic(..)
            | Self::Card(_)
            | Self::ForgetCard(_)
            | Self::Duel(_) => false,
        }
    }

    /// Whether it closes the session.
    #[must_use]
    pub const fn is_closing(&self) -> bool {
        matches!(self, Self::Session(SessionEdit::Close { .. }))
    }
}

impl RiskEdit {
    /// The cell it is about.
    #[must_use]
    pub const fn cell(&self) -> Option<Cell> {
        match self {
            Self::Agree(cell, _) | Self::Vote(cell, _) | Self::Reveal(cell) | Self::ReVote(cell) => {
                Some(*cell)
            }
            Self::Title(_)
            | Self::Cause(_)
            | Self::Consequence(_)
            | Self::Category(_)
            | Self::Money(_)
            | Self::Marketing(_)
            | Self::Hit(_)
            | Self::Evidence(_)
            | Self::Duty(_)
            | Self::Owner(_)
            | Self::SaidBy(_)
            | Self::Place(_)
            | Self::Decision(_)
            | Self::MoveBefore(_)
            | Self::Sign(_)
            | Self::Dots(_) => None,
        }
    }
}

/// Moves the item at one place in front of the one at the other, or to the end if there is none.
fn move_before<T>(items: &mut [T], from: Option<usize>, to: Option<usize>) {
    let Some(from) = from else { return };
    let to = to.unwrap_or(items.len());
    if from < to {
        items.get_mut(from..to).unwrap_or_default().rotate_left(1);
    } else {
        items.get_mut(to..=from).unwrap_or_default().rotate_right(1);
    }
}

impl Session {
    fn level_fits(&self, level: super::Level) -> Result<(), super::Refusal> {
        let worst = self.scales.levels.worst();
        if level <= worst { Ok(()) } else { Err(super::Refusal::AboveScale { level, worst }) }
    }
}
