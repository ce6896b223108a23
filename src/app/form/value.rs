//! Values of fields: what can be chosen, and how what was typed is read.

use jiff::civil::Date;

use super::Reader;
use crate::app::notice::Notice;
use crate::domain::{
    Approach, Changes, Effort, Evidence, Glance, Key, Line, Money, Name, Note, PersonId, Status, Title,
};

/// What can be chosen for a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Nothing,
    /// A category.
    Category(Key),
    /// A magnitude at first glance.
    Glance(Glance),
    /// A tag of who or what is hit.
    Tag(Name),
    /// Some evidence.
    Evidence(Evidence),
    /// A participant.
    Person(PersonId),
    /// A currency.
    Currency(Name),
    /// An approach.
    Approach(Approach),
    /// A kind of change.
    Change(Change),
    /// A status.
    Status(Status),
    /// An effort.
    Effort(Effort),
    /// Something else, to be typed.
    Other,
}

/// One of the three kinds of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The software.
    Software,
    /// The administration.
    Administrative,
    /// The way people work.
    Process,
}

impl Change {
    /// As on cards, from left to right.
    pub const ALL: [Self; 3] = [Self::Software, Self::Administrative, Self::Process];

    /// Whether it is among these changes.
    #[must_use]
    pub const fn is_in(self, changes: Changes) -> bool {
        match self {
            Self::Software => changes.software,
            Self::Administrative => changes.administrative,
            Self::Process => changes.process,
        }
    }

    /// These changes with this one switched.
    #[must_use]
    pub const fn switched_in(self, changes: Changes) -> Changes {
        match self {
            Self::Software => Changes { software: !changes.software, ..changes },
            Self::Administrative => Changes { administrative: !changes.administrative, ..changes },
            Self::Process => Changes { process: !changes.process, ..changes },
        }
    }

    /// The name in message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Software => "software",
            Self::Administrative => "administrative",
            Self::Process => "process",
        }
    }
}

/// One choice out of these, of which `now` is on.
pub(super) fn one_of(values: impl IntoIterator<Item = Value>, now: &Value) -> Vec<(Value, bool)> {
    values.into_iter().map(|value| (value.clone(), value == *now)).collect()
}

pub(super) fn title(text: &str) -> Result<Title, Notice> {
    Title::new(text.trim()).map_err(|_| Notice::NotBlank)
}

pub(in crate::app) fn line(text: &str) -> Result<Line, Notice> {
    Line::new(text.trim()).map_err(|_| Notice::TooLong(Line::LIMIT))
}

pub(super) fn note(text: &str) -> Result<Note, Notice> {
    Note::new(text.trim_end()).map_err(|_| Notice::TooLong(Note::LIMIT))
}

pub(in crate::app) fn name(text: &str) -> Result<Option<Name>, Notice> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    Name::new(text).map(Some).map_err(|_| Notice::TooLong(Name::LIMIT))
}

/// An amount in whole units; nothing for an empty text.
pub(super) fn amount(text: &str, reader: Reader, currency: &str) -> Result<Option<Money>, Notice> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    super::amount::read(text, reader.decimal, currency).map(Some).ok_or(Notice::NotAnAmount)
}

/// A day as [`super::day`] reads it; nothing for an empty text.
///
/// # Errors
/// [`Notice::NotADate`] for any other text.
pub fn date(text: &str, today: Date) -> Result<Option<Date>, Notice> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    super::day::read(text, today).map(Some).ok_or(Notice::NotADate)
}
