//! The session file: [`encode`] and [`decode`], exact inverses, with a checksum and the whole history inside.
//!
//! ```text
//! // riskroom session 2 · sha256:9f86d0…      the hash of all that follows, line breaks read as \n
//! (
//!     format: 2,
//!     session: (…),                           what the meeting stands at, one short value per line
//!     history: (
//!         base: (…),                          what it began with
//!         counters: (…),
//!         entries: [
//!             (seq:1,…),                      one user action per line
//!         ],
//!     ),
//! )
//! ```
//!
//! The session part is what the history leads to; it stands there for people and for other programs to read, and a
//! file in which the two differ is [`Edited`] and is shown, not worked on. Not here: bytes to disk ([`super::atomic`]), where a value stands in
//! the text ([`super::locate`]), sentences in other languages. Errors are in [`error`]; then read
//! `format/parse.rs`.

pub mod error;
mod header;
pub mod migrate;
mod parse;

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::sync::Arc;

use ron::ser::PrettyConfig;
use serde::Serialize;

use crate::domain::{Entry, History, Session};
pub use error::{Fault, FormatError};
pub use migrate::{MIGRATIONS, Migration};

/// The format written, and the newest one read.
pub const FORMAT: u64 = 2;

/// A session file that was read and found whole.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The session with all that was done to it.
    pub history: History,
    /// The format it was saved in.
    pub format: u64,
}

/// A session file that reads well, but is not as the program has written it: somebody edited it.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The session part: what whoever edited it wants.
    pub session: Session,
    /// What the history in the file leads to, if it is one that could have happened.
    pub history: Option<History>,
    /// Why the file is not opened like others.
    pub error: FormatError,
}

/// What a session file turned out to be.
#[derive(Debug, Clone)]
pub enum Examined {
    /// As the program has written it.
    Whole(Loaded),
    /// Edited outside the program, and possible.
    Edited(Box<Edited>),
}

/// The bytes of a session file. The same history gives the same bytes.
///
/// # Errors
/// [`Fault::Unmade`] if a value cannot be written as RON, which no value of our types is known to do.
pub fn encode(history: &History) -> Result<Vec<u8>, FormatError> {
    encode_with(&session_part(history)?, history)
}

/// The session part of a file, which is the same whatever of its history is folded.
pub(super) fn session_part(history: &History) -> Result<String, FormatError> {
    let mut part = String::new();
    write_session(&mut part, history.session(), "\n    ").map_err(|error| unmade(&error))?;
    Ok(part)
}

/// The bytes of a session file with this session part.
///
/// # Errors
/// As for [`encode`].
pub(super) fn encode_with(session: &str, history: &History) -> Result<Vec<u8>, FormatError> {
    body(session, history, usize::MAX).map(|(body, _)| sealed(&body))
}

/// The same; or, if what follows the first line has more than `most` bytes, how many of them stand before the actions. It
/// is not written to its end then.
pub(super) fn encode_within(
    session: &str,
    history: &History,
    most: usize,
) -> Result<Result<Vec<u8>, usize>, FormatError> {
    let (body, before) = body(session, history, most)?;
    Ok(if body.len() > most { Err(before) } else { Ok(sealed(&body)) })
}

/// How many bytes these actions take in a file.
pub(super) fn length(entries: &[Arc<Entry>]) -> Result<usize, FormatError> {
    let mut text = String::new();
    write_entries(&mut text, entries, usize::MAX).map_err(|error| unmade(&error))?;
    Ok(text.len())
}

/// The text of a file.
///
/// # Errors
/// [`Fault::NotUtf8`] with the place up to which it is one.
pub fn utf8(bytes: &[u8]) -> Result<&str, FormatError> {
    parse::utf8(bytes)
}

/// The value in a text that is not a session, such as a template.
///
/// # Errors
/// What is wrong with it, and where.
pub fn value<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, FormatError> {
    parse::value(text)
}

/// The bytes of a session file, read back and compared, so that what is written to disk can be read again.
///
/// # Errors
/// [`Fault::Unmade`] as for [`encode`], [`Fault::NotReadBack`] if the bytes do not give the same history, or the error
/// that reading them back gave.
pub fn encode_verified(history: &History) -> Result<Vec<u8>, FormatError> {
    verified(encode(history)?, history)
}

/// The bytes, if reading them back gives this history.
pub(super) fn verified(bytes: Vec<u8>, history: &History) -> Result<Vec<u8>, FormatError> {
    let back = decode(&bytes)?.history;
    let is_same = back.session() == history.session()
        && back.base() == history.base()
        && back.counters() == history.counters()
        && back.entries() == history.entries();
    if is_same { Ok(bytes) } else { Err(FormatError::whole(Fault::NotReadBack)) }
}

/// Reads a session file.
///
/// # Errors
/// The first of the [`findings`].
pub fn decode(bytes: &[u8]) -> Result<Loaded, FormatError> {
    parse::file(bytes, 1).map_err(|broken| first(broken.findings))
}

/// Reads a session file of this format, or of an older one that these migrations lead from.
///
/// # Errors
/// As for [`decode`].
pub fn decode_with(bytes: &[u8], migrations: &[Migration]) -> Result<Loaded, FormatError> {
    let (bytes, format) = in_newest(bytes, migrations)?;
    Ok(Loaded { format, ..decode(&bytes)? })
}

/// The file in the newest format, and the format it has.
fn in_newest<'b>(bytes: &'b [u8], migrations: &[Migration]) -> Result<(Cow<'b, [u8]>, u64), FormatError> {
    match migrate::newest(bytes, migrations) {
        None => Ok((Cow::Borrowed(bytes), FORMAT)),
        Some((from, Ok(bytes))) => Ok((Cow::Owned(bytes), from)),
        Some((_, Err(reason))) => Err(FormatError::whole(Fault::Unreadable { reason })),
    }
}

/// Reads a session file, one that was edited outside the program included: its checksum is missing or wrong, or its
/// session is not what its history leads to, but all its values are possible.
///
/// # Errors
/// As for [`decode`], if it is neither.
pub fn examine(bytes: &[u8], migrations: &[Migration]) -> Result<Examined, FormatError> {
    let (bytes, format) = in_newest(bytes, migrations)?;
    let whole = |loaded| Examined::Whole(Loaded { format, ..loaded });
    parse::file(&bytes, 1).map(whole).or_else(|broken| {
        let error = first(broken.findings);
        match broken.edited {
            Some((session, history)) => Ok(Examined::Edited(Box::new(Edited { session, history, error }))),
            None => Err(error),
        }
    })
}

fn first(findings: Vec<FormatError>) -> FormatError {
    findings.into_iter().next().unwrap_or_else(|| FormatError::whole(Fault::Checksum))
}

/// All that is wrong with a session file, most telling first, at most 1,000 findings; empty if it opens, be it of an
/// older format.
#[must_use]
pub fn findings(bytes: &[u8]) -> Vec<FormatError> {
    match in_newest(bytes, MIGRATIONS) {
        Ok((bytes, _)) => parse::file(&bytes, 1_000).err().map(|broken| broken.findings).unwrap_or_default(),
        Err(error) => vec![error],
    }
}

fn sealed(body: &str) -> Vec<u8> {
    let mut file = header::line(body);
    file.push('\n');
    file.push_str(body);
    file.into_bytes()
}

fn unmade(error: &ron::Error) -> FormatError {
    FormatError::whole(Fault::Unmade { reason: error.to_string() })
}

/// What follows the first line, up to the action with which it has more than `most` bytes, and how many of them stand
/// before the actions.
fn body(session: &str, history: &History, most: usize) -> Result<(String, usize), FormatError> {
    let mut body = String::new();
    let before = write_body(&mut body, session, history, most).map_err(|error| unmade(&error))?;
    Ok((body, before))
}

fn write_body(body: &mut String, session: &str, history: &History, most: usize) -> ron::Result<usize> {
    write!(body, "(\n    format: {FORMAT},\n    session: {session},\n    history: (\n        base: ")?;
    write_session(body, history.base(), "\n        ")?;
    body.write_str(",\n        counters: ")?;
    write_short(body, &history.counters())?;
    body.write_str(",\n        entries: [")?;
    let before = body.len();
    write_entries(body, history.entries(), most)?;
    body.write_str("],\n    ),\n)\n")?;
    Ok(before)
}

/// The fields of a session, of its risks and of their cells stand on lines of their own; what is deeper, such as a
/// cell with its votes, stands on one line.
fn write_session(body: &mut impl fmt::Write, session: &Session, new_line: &'static str) -> ron::Result<()> {
    let layout = PrettyConfig::new().new_line(new_line).depth_limit(4);
    ron::Options::default().to_writer_pretty(body, session, layout)
}

fn write_entries(body: &mut String, entries: &[Arc<Entry>], most: usize) -> ron::Result<()> {
    for entry in entries {
        if body.len() > most {
            break;
        }
        body.write_str("\n            ")?;
        write_compact(body, entry)?;
        body.write_char(',')?;
    }
    if !entries.is_empty() {
        body.write_str("\n        ")?;
    }
    Ok(())
}

fn write_short(body: &mut impl fmt::Write, value: &impl Serialize) -> ron::Result<()> {
    ron::Options::default().to_writer_pretty(body, value, PrettyConfig::new().depth_limit(0))
}

fn write_compact(body: &mut impl fmt::Write, value: &impl Serialize) -> ron::Result<()> {
    ron::Options::default().to_writer(body, value)
}
