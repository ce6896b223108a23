//! What `ron` complains of, as our own data.
//!
//! `ron` tells how far it had read, which is behind a wrong value; the path leads to its beginning.

use ron::Error;
use ron::error::SpannedError;

use crate::store::format::error::{Expected, Fault, FormatError};
use crate::store::locate::{self, Position};

/// The error at a path of a text; `remainder` is what was not read.
pub(super) fn told(text: &str, error: &SpannedError, path: &str, remainder: &str) -> FormatError {
    let reached = Position { line: error.span.end.line, column: error.span.end.col };
    let fault = fault(&error.code, remainder);
    let path =
        if let Fault::UnknownField { found, .. } = &fault { child(path, found) } else { path.to_owned() };
    let position = if is_about_a_value(&fault) { locate::locate(text, &path) } else { None };
    FormatError { position: Some(position.unwrap_or(reached)), path, fault }
}

/// A field of what is at a path; the path may lead there already.
fn child(path: &str, field: &str) -> String {
    if path.is_empty() {
        field.to_owned()
    } else if path.rsplit('.').next() == Some(field) {
        path.to_owned()
    } else {
        format!("{path}.{field}")
    }
}

fn is_about_a_value(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::UnknownField { .. }
            | Fault::MissingField(_)
            | Fault::UnknownWord { .. }
            | Fault::WrongKind { .. }
            | Fault::Refused { .. }
            | Fault::Expected(Expected::SmallerNumber)
    )
}

#[expect(clippy::wildcard_enum_match_arm, reason = "ron may add errors in any version")]
fn fault(code: &Error, remainder: &str) -> Fault {
    match code {
        Error::Message(reason) => Fault::Refused { reason: reason.clone() },
        Error::NoSuchStructField { expected, found, .. } => {
            Fault::UnknownField { found: found.clone(), known: expected }
        }
        Error::MissingStructField { field, .. } => Fault::MissingField((*field).to_owned()),
        Error::DuplicateStructField { field, .. } => Fault::FieldTwice((*field).to_owned()),
        Error::NoSuchEnumVariant { expected, found, .. } => {
            Fault::UnknownWord { found: found.clone(), known: expected }
        }
        Error::InvalidValueForType { expected, found } => {
            Fault::WrongKind { found: found.clone(), expected: expected.clone() }
        }
        Error::IntegerOutOfBounds => Fault::Expected(Expected::SmallerNumber),
        _ if remainder.trim().is_empty() => Fault::EndsEarly,
        Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment => Fault::EndsEarly,
        Error::TrailingCharacters => Fault::Trailing,
        Error::UnexpectedChar(found) => Fault::StrayCharacter(*found),
        Error::ExpectedArray => Fault::Expected(Expected::List),
        Error::ExpectedArrayEnd => Fault::Expected(Expected::ListEnd),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => Fault::Expected(Expected::Struct),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Fault::Expected(Expected::StructEnd),
        Error::ExpectedComma => Fault::Expected(Expected::Comma),
        Error::ExpectedMapColon => Fault::Expected(Expected::Colon),
        Error::ExpectedString => Fault::Expected(Expected::Text),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => Fault::Expected(Expected::Number),
        Error::ExpectedBoolean => Fault::Expected(Expected::Boolean),
        Error::ExpectedOption => Fault::Expected(Expected::Option),
        Error::ExpectedIdentifier => Fault::Expected(Expected::Name),
        other => Fault::Unreadable { reason: other.to_string() },
    }
}
