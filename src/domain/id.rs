//! Identities: short ids people say aloud (`R4`, `S1`), and 128-bit ids that survive copies and carry-over.
//!
//! Ids are handed out by [`History`](super::History) and never used again. Random bits come from the caller.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{text}` is not {expected}")]
pub struct BadId {
    text: String,
    expected: &'static str,
}

impl BadId {
    fn new(text: &str, expected: &'static str) -> Self {
        Self { text: text.chars().take(40).collect(), expected }
    }
}

macro_rules! short_id {
    ($(#[$doc:meta])* $name:ident, $letter:literal, $expected:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The id with this number; numbers start at 1.
            #[must_use]
            pub const fn new(number: u32) -> Option<Self> {
                match NonZeroU32::new(number) {
                    Some(number) => Some(Self(number)),
                    None => None,
                }
            }

            /// The id after `last` used ones (at most `u32::MAX - 1` of them; further ones repeat the highest).
            #[must_use]
            pub const fn after(last: u32) -> Self {
                Self(NonZeroU32::MIN.saturating_add(last))
            }

            /// The number behind the letter, from 1.
            #[must_use]
            pub const fn number(self) -> u32 {
                self.0.get()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                text.strip_prefix($letter)
                    .filter(|digits| !digits.starts_with(['+', '0']))
                    .and_then(|digits| digits.parse().ok())
                    .map(Self)
                    .ok_or_else(|| BadId::new(text, $expected))
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;

            fn try_from(text: String) -> Result<Self, BadId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    };
}

short_id!(
    /// A risk inside its session: `R1`, `R2`, …
    RiskId, "R", "the id of a risk, such as R4"
);
short_id!(
    /// A solution inside its session: `S1`, `S2`, …
    SolutionId, "S", "the id of a solution, such as S1"
);
short_id!(
    /// A participant inside a session: `P1`, `P2`, …
    PersonId, "P", "the id of a participant, such as P2"
);
short_id!(
    /// A parking-lot topic inside its session: `T1`, `T2`, …
    TopicId, "T", "the id of a topic, such as T1"
);

/// 128 random bits, written as 26 characters of lower-case Crockford base32: the identity of a session, or of a risk
/// or solution across sessions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Uid(u128);

const CROCKFORD: &str = "0123456789abcdefghjkmnpqrstvwxyz";
const UID_LENGTH: u32 = 26;

impl Uid {
    /// The identity made of these bits.
    #[must_use]
    pub const fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// The bits.
    #[must_use]
    pub const fn bits(self) -> u128 {
        self.0
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..UID_LENGTH).rev() {
            let digit = usize::try_from((self.0 >> (5 * place)) & 31).unwrap_or_default();
            f.write_str(CROCKFORD.get(digit..=digit).unwrap_or_default())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Uid {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let bad = || BadId::new(text, "an identity of 26 characters (0-9 a-z without i l o u)");
        if text.len() != 26 {
            return Err(bad());
        }
        text.bytes()
            .try_fold(0_u128, |bits, byte| {
                let digit = CROCKFORD.bytes().position(|known| known == byte)?;
                bits.checked_mul(32).map(|bits| bits | digit as u128)
            })
            .map(Self)
            .ok_or_else(bad)
    }
}

impl TryFrom<String> for Uid {
    type Error = BadId;

    fn try_from(text: String) -> Result<Self, BadId> {
        text.parse()
    }
}

impl From<Uid> for String {
    fn from(uid: Uid) -> Self {
        uid.to_string()
    }
}
