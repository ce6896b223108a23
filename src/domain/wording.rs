//! Texts with limits: one-line [`Line`] and [`Title`], [`Name`], many-line [`Note`], machine-readable [`Key`].
//!
//! A limit counts Unicode scalar values and holds everywhere a text comes in: typing, paste, files. A text never changes
//! and its copies share it, so that a session with long texts is copied at the price of one without. What the texts look
//! like on a screen is no concern of theirs; see `text::safe`.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

/// Why a text is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadText {
    /// Longer than its kind allows.
    #[error("{length} characters, at most {limit} are allowed")]
    TooLong {
        /// Characters found.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// Nothing but blanks where something must stand.
    #[error("empty, but a text is needed here")]
    Blank,
    /// More than one line where there is room for one.
    #[error("a line break, but only one line is allowed here")]
    LineBreak,
    /// Not lower-case letters, digits and dashes.
    #[error("only lower-case letters, digits and `-` are allowed here")]
    NotAKey,
}

macro_rules! wording {
    ($(#[$doc:meta])* $name:ident, $limit:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The longest text allowed, in characters.
            pub const LIMIT: usize = $limit;

            /// The text as this kind of wording.
            ///
            /// # Errors
            /// [`BadText`] if it is too long, or blank, broken into lines or malformed where that is not allowed.
            pub fn new(text: impl Into<String>) -> Result<Self, BadText> {
                let text = text.into();
                if text.len() > Self::LIMIT {
                    let length = text.chars().count();
                    if length > Self::LIMIT {
                        return Err(BadText::TooLong { length, limit: Self::LIMIT });
                    }
                }
                let check: fn(&str) -> Result<(), BadText> = $check;
                check(&text)?;
                Ok(Self(text.into()))
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadText;

            fn try_from(text: String) -> Result<Self, BadText> {
                Self::new(text)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    };
}

fn said_in_one_line(text: &str) -> Result<(), BadText> {
    if text.trim().is_empty() { Err(BadText::Blank) } else { one_line(text) }
}

/// Refuses all that Unicode calls the end of a line.
fn one_line(text: &str) -> Result<(), BadText> {
    let breaks = |c| matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if text.contains(breaks) { Err(BadText::LineBreak) } else { Ok(()) }
}

fn key(text: &str) -> Result<(), BadText> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !text.is_empty() && text.chars().all(allowed) { Ok(()) } else { Err(BadText::NotAKey) }
}

wording!(
    /// One line that must say something: the title of a session, risk or solution.
    Title, 500, said_in_one_line
);
wording!(
    /// One line that may be empty: a reason, a sign, a short note.
    Line, 500, one_line
);
wording!(
    /// A name of a person, team or tag.
    Name, 100, said_in_one_line
);
wording!(
    /// Many lines that may be empty.
    Note, 20_000, |_| Ok(())
);
wording!(
    /// A name for programs: lower-case letters, digits and dashes. Categories, cards and actions have one.
    Key, 60, key
);

impl Default for Line {
    fn default() -> Self {
        Self(Arc::from(""))
    }
}

impl Default for Note {
    fn default() -> Self {
        Self(Arc::from(""))
    }
}
