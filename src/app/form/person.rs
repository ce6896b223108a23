//! The fields of a participant.

use super::value::name;
use super::{Editor, Field};
use crate::app::notice::Notice;
use crate::domain::{Name, Participant, PersonEdit};

/// A field of a participant that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonField {
    /// The name people call them.
    Name,
    /// The team they speak for.
    Team,
}

/// The fields, in the order of Tab.
pub(in crate::app) const FIELDS: &[Field] =
    &[Field::Person(PersonField::Name), Field::Person(PersonField::Team)];

impl PersonField {
    /// The name in message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "person-name",
            Self::Team => "team",
        }
    }

    pub(super) const fn editor(self) -> Editor {
        match self {
            Self::Name | Self::Team => Editor::Line(Name::LIMIT),
        }
    }

    pub(super) fn text(self, person: &Participant) -> String {
        match self {
            Self::Name => person.name.to_string(),
            Self::Team => person.team.as_ref().map(Name::to_string).unwrap_or_default(),
        }
    }

    pub(super) fn typed(self, text: &str) -> Result<PersonEdit, Notice> {
        Ok(match self {
            Self::Name => PersonEdit::Name(name(text)?.ok_or(Notice::NotBlank)?),
            Self::Team => PersonEdit::Team(name(text)?),
        })
    }
}
