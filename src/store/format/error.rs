//! Why a session file is not opened, as data: [`FormatError`] with its [`Fault`].
//!
//! Each also reads as one plain English sentence. Not here: the sentences of the screen, which are made from this data
//! in the reader's language.

use std::fmt;
use std::sync::LazyLock;

use crate::domain::Refusal;
use crate::domain::check::Problem;
use crate::store::locate::Position;
use crate::store::sentence;
use crate::text::catalogue::{Catalogue, Lang};

/// One thing wrong with a session file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatError {
    /// Where; `None` if it is about the file as a whole.
    pub position: Option<Position>,
    /// Which value, such as `session.risks[12].title`; may be empty.
    pub path: String,
    /// What.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing but blanks.
    Empty,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Neither our first line nor a format number.
    NotASession,
    /// A format of a later version of the program.
    Newer {
        /// The number found.
        found: u64,
    },
    /// A format number that never was.
    UnknownFormat,
    /// The text stops in the middle.
    EndsEarly,
    /// Not what RON has at this place.
    Expected(Expected),
    /// A character that fits nowhere.
    StrayCharacter(char),
    /// Something after the end.
    Trailing,
    /// A field that there is not.
    UnknownField {
        /// Its name.
        found: String,
        /// The fields that there are.
        known: &'static [&'static str],
    },
    /// A field that must be there and is not.
    MissingField(String),
    /// A field that is there twice.
    FieldTwice(String),
    /// A word that is not one of the possible ones.
    UnknownWord {
        /// The word.
        found: String,
        /// The possible ones.
        known: &'static [&'static str],
    },
    /// A value of another kind than belongs there.
    WrongKind {
        /// What was found.
        found: String,
        /// What belongs there.
        expected: String,
    },
    /// A value that its type refuses, such as level 9 or a title that is too long.
    Refused {
        /// Why.
        reason: String,
    },
    /// Anything else that `ron` says.
    Unreadable {
        /// In its words.
        reason: String,
    },
    /// A value that does not go together with the others.
    Finding(Problem),
    /// An entry whose number does not follow the one before, or counters that do not fit the entries.
    OutOfTurn,
    /// An entry that could not have happened.
    Impossible(Refusal),
    /// The session is not what its history leads to.
    Differs,
    /// The content does not match its checksum.
    Checksum,
    /// There is no checksum.
    NoChecksum,
    /// A session that cannot be written.
    Unmade {
        /// Why.
        reason: String,
    },
    /// A session that is another one after writing and reading it.
    NotReadBack,
}

/// What RON has at a place where something else was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expected {
    /// `[`
    List,
    /// `]`
    ListEnd,
    /// `(`
    Struct,
    /// `)`
    StructEnd,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A text in quotes.
    Text,
    /// A whole number.
    Number,
    /// A whole number of fitting size.
    SmallerNumber,
    /// `true` or `false`
    Boolean,
    /// `Some(…)` or `None`
    Option,
    /// A name.
    Name,
}

impl Expected {
    /// The sign or word for it, if it is the same in every language.
    #[must_use]
    pub const fn sign(self) -> Option<&'static str> {
        match self {
            Self::List => Some("["),
            Self::ListEnd => Some("]"),
            Self::Struct => Some("("),
            Self::StructEnd => Some(")"),
            Self::Comma => Some(","),
            Self::Colon => Some(":"),
            Self::Boolean => Some("true/false"),
            Self::Option => Some("Some(…)/None"),
            Self::Text | Self::Number | Self::SmallerNumber | Self::Name => None,
        }
    }
}

impl FormatError {
    /// An error about the file as a whole.
    #[must_use]
    pub const fn whole(fault: Fault) -> Self {
        Self { position: None, path: String::new(), fault }
    }

    /// Whether a later version of the program may read the file.
    #[must_use]
    pub const fn is_newer(&self) -> bool {
        matches!(self.fault, Fault::Newer { .. })
    }
}

impl std::error::Error for FormatError {}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// Errors are rare: the texts are read when the first one is told.
        static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Lang::En));
        f.write_str(&sentence::format_error(self, &ENGLISH))
    }
}
