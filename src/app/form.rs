//! The fields of a session, a risk or a solution: which there are, what stands in them, how a new value becomes an edit.
//!
//! Here is what they have in common; what each can do is in [`session`], [`risk`] and [`solution`], and how typed
//! amounts and dates are read in [`value`]. Drawing them is `ui::form`.

pub mod amount;
pub mod day;
pub mod person;
pub mod risk;
pub mod session;
pub mod solution;
pub mod value;

use jiff::civil::Date;

use self::person::PersonField;
use self::risk::RiskField;
use self::session::SessionField;
use self::solution::SolutionField;
use self::value::Value;
use super::notice::Notice;
use crate::domain::{Edit, Name, PersonId, Refusal, RiskId, Session, SolutionId};

/// What has fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The session itself.
    Session,
    /// A risk.
    Risk(RiskId),
    /// A solution.
    Solution(SolutionId),
    /// A participant.
    Person(PersonId),
}

/// A field that can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Of a session.
    Session(SessionField),
    /// Of a risk.
    Risk(RiskField),
    /// Of a solution.
    Solution(SolutionField),
    /// Of a participant.
    Person(PersonField),
}

/// How what is typed is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Where relative dates start.
    pub today: Date,
    /// The sign that begins decimals.
    pub decimal: char,
}

/// How a field is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editor {
    /// One line of text, with the most characters.
    Line(usize),
    /// Many lines of text.
    Note,
    /// One of several choices.
    Choice,
    /// Any of several choices.
    Choices,
    /// It is only told.
    Fixed,
}

impl Subject {
    /// The fields shown, from the top.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Session => session::FIELDS,
            Self::Risk(_) => risk::FIELDS,
            Self::Solution(_) => solution::FIELDS,
            Self::Person(_) => person::FIELDS,
        }
    }
}

impl Field {
    /// The name in message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Session(field) => field.name(),
            Self::Risk(field) => field.name(),
            Self::Solution(field) => field.name(),
            Self::Person(field) => field.name(),
        }
    }

    /// How it is edited.
    #[must_use]
    pub const fn editor(self) -> Editor {
        match self {
            Self::Session(field) => field.editor(),
            Self::Risk(field) => field.editor(),
            Self::Solution(field) => field.editor(),
            Self::Person(field) => field.editor(),
        }
    }

    /// Whether it can be changed in a closed session.
    #[must_use]
    pub const fn is_follow_up(self) -> bool {
        match self {
            Self::Session(_) | Self::Risk(_) | Self::Person(_) => false,
            Self::Solution(field) => field.is_follow_up(),
        }
    }
}

/// The text a field starts with when it is typed into; empty for one that is chosen.
#[must_use]
pub fn text(session: &Session, subject: Subject, field: Field) -> String {
    match (subject, field) {
        (Subject::Session, Field::Session(field)) => field.text(session),
        (Subject::Risk(id), Field::Risk(field)) => session.risk(id).and_then(|risk| field.text(risk)),
        (Subject::Solution(id), Field::Solution(field)) => session.solution(id).and_then(|it| field.text(it)),
        (Subject::Person(id), Field::Person(field)) => session.person(id).map(|it| field.text(it)),
        _ => None,
    }
    .unwrap_or_default()
}

/// The edit that sets a field to what was typed.
///
/// # Errors
/// A [`Notice`] that tells what is wrong with the text.
pub fn typed(
    session: &Session,
    subject: Subject,
    field: Field,
    text: &str,
    reader: Reader,
) -> Result<Edit, Notice> {
    match (subject, field) {
        (Subject::Session, Field::Session(field)) => {
            field.typed(text, reader, &session.currency).map(Edit::Session)
        }
        (Subject::Risk(id), Field::Risk(field)) => {
            let risk = session.risk(id).ok_or(Notice::Refused(Refusal::NoRisk(id)))?;
            field.typed(risk, text).map(|edit| Edit::Risk(id, edit))
        }
        (Subject::Solution(id), Field::Solution(field)) => {
            field.typed(text, reader, &session.currency).map(|edit| Edit::Solution(id, edit))
        }
        (Subject::Person(id), Field::Person(field)) => field.typed(text).map(|edit| Edit::Person(id, edit)),
        _ => Err(Notice::Refused(Refusal::NothingChanges)),
    }
}

/// What can be chosen for a field, and what is chosen now. `tags` are those offered for who or what is hit.
#[must_use]
pub fn choices(session: &Session, subject: Subject, field: Field, tags: &[Name]) -> Vec<(Value, bool)> {
    match (subject, field) {
        (Subject::Session, Field::Session(field)) => Some(field.choices(session)),
        (Subject::Risk(id), Field::Risk(field)) => {
            session.risk(id).map(|risk| field.choices(session, risk, tags))
        }
        (Subject::Solution(id), Field::Solution(field)) => {
            session.solution(id).map(|solution| field.choices(solution))
        }
        _ => None,
    }
    .unwrap_or_default()
}

/// The edit that sets a field to what was chosen: one value, or all that are on.
#[must_use]
pub fn chosen(session: &Session, subject: Subject, field: Field, values: &[Value]) -> Option<Edit> {
    match (subject, field) {
        (Subject::Session, Field::Session(field)) => field.chosen(values).map(Edit::Session),
        (Subject::Risk(id), Field::Risk(field)) => {
            field.chosen(session.risk(id)?, values).map(|edit| Edit::Risk(id, edit))
        }
        (Subject::Solution(id), Field::Solution(field)) => {
            field.chosen(values).map(|edit| Edit::Solution(id, edit))
        }
        _ => None,
    }
}
