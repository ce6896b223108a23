//! The fields of a session.

use super::value::{Value, amount, line, name, note, one_of, title};
use super::{Editor, Field, Reader};
use crate::app::notice::Notice;
use crate::domain::{Line, Name, Session, SessionEdit, Title};

/// A field of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionField {
    /// What it is called.
    Title,
    /// The shop.
    Shop,
    /// What is looked at.
    Scope,
    /// Yearly online revenue.
    Revenue,
    /// The currency sign.
    Currency,
}

/// The fields shown, from the top.
pub(super) const FIELDS: &[Field] = &[
    Field::Session(SessionField::Title),
    Field::Session(SessionField::Shop),
    Field::Session(SessionField::Scope),
    Field::Session(SessionField::Revenue),
    Field::Session(SessionField::Currency),
];

/// The currencies offered; any other can be typed.
const CURRENCIES: [&str; 6] = ["€", "$", "£", "CHF", "MXN", "kr"];

impl SessionField {
    /// The name in message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "session-title",
            Self::Shop => "shop",
            Self::Scope => "scope",
            Self::Revenue => "revenue",
            Self::Currency => "currency",
        }
    }

    pub(super) const fn editor(self) -> Editor {
        match self {
            Self::Title => Editor::Line(Title::LIMIT),
            Self::Shop => Editor::Line(Line::LIMIT),
            Self::Scope => Editor::Note,
            Self::Revenue => Editor::Line(40),
            Self::Currency => Editor::Choice,
        }
    }

    pub(super) fn text(self, session: &Session) -> Option<String> {
        match self {
            Self::Title => Some(session.title.to_string()),
            Self::Shop => Some(session.shop.to_string()),
            Self::Scope => Some(session.scope.to_string()),
            Self::Revenue => session.revenue.map(|revenue| revenue.units().to_string()),
            Self::Currency => Some(session.currency.to_string()),
        }
    }

    pub(super) fn typed(self, text: &str, reader: Reader, currency: &str) -> Result<SessionEdit, Notice> {
        Ok(match self {
            Self::Title => SessionEdit::Title(title(text)?),
            Self::Shop => SessionEdit::Shop(line(text)?),
            Self::Scope => SessionEdit::Scope(note(text)?),
            Self::Revenue => SessionEdit::Revenue(amount(text, reader, currency)?),
            Self::Currency => SessionEdit::Currency(name(text)?.ok_or(Notice::NotBlank)?),
        })
    }

    pub(super) fn choices(self, session: &Session) -> Vec<(Value, bool)> {
        match self {
            Self::Currency => {
                let known = CURRENCIES.iter().filter_map(|sign| Name::new(*sign).ok());
                let own = Some(session.currency.clone()).filter(|own| !CURRENCIES.contains(&own.as_str()));
                let values = known.chain(own).map(Value::Currency).chain([Value::Other]);
                one_of(values, &Value::Currency(session.currency.clone()))
            }
            Self::Title | Self::Shop | Self::Scope | Self::Revenue => Vec::new(),
        }
    }

    pub(super) fn chosen(self, values: &[Value]) -> Option<SessionEdit> {
        match (self, values.first()?) {
            (Self::Currency, Value::Currency(sign)) => Some(SessionEdit::Currency(sign.clone())),
            _ => None,
        }
    }
}
