//! What is wrong with a file, made a sentence: for a session file that is not opened, and for one that could not be
//! read or written.
//!
//! Here: which message says what. Not here: the words (`messages.ftl`), nor refusals of edits (`text::sentence`).

mod value;

use std::path::Path;

use super::error::{Cause, ReadError, SaveError, Unreadable};
use super::format::FORMAT;
use super::format::error::{Expected, Fault, FormatError};
use super::library::Trouble;
use super::read::LIMIT;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::safe::Safe;
use crate::text::sentence;

/// The most characters of a sentence about a file.
pub const LONGEST: usize = 300;

/// The most possible words that are listed.
const WORDS: usize = 24;

/// Place and sentence: `214:9: session.risks[12].title: The field “cause” is missing.`
#[must_use]
pub fn format_error(error: &FormatError, catalogue: &Catalogue) -> String {
    let position = error.position.map(|at| format!("{}:{}: ", at.line, at.column)).unwrap_or_default();
    let path = if error.path.is_empty() {
        String::new()
    } else {
        format!("{}: ", Safe::new(beginning(&error.path)))
    };
    short(&format!("{position}{path}{}", fault(&error.fault, catalogue)))
}

/// What is wrong with a session file, without the place.
#[must_use]
pub fn fault(fault: &Fault, catalogue: &Catalogue) -> String {
    let plain = |key: &str| catalogue.text(key).to_owned();
    let with = |key: &str, args: &[(&str, &str)]| {
        let safe: Vec<(&str, Safe<'_>)> =
            args.iter().map(|(name, text)| (*name, Safe::new(beginning(text)))).collect();
        let args: Vec<(&str, Arg<'_>)> = safe.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
        catalogue.format(key, &args)
    };
    let sentence = match fault {
        Fault::Empty => plain("fault-empty"),
        Fault::NotUtf8 => plain("fault-not-utf8"),
        Fault::NotASession => plain("fault-not-a-session"),
        Fault::Newer { found } => {
            with("fault-newer", &[("found", &found.to_string()), ("known", &FORMAT.to_string())])
        }
        Fault::UnknownFormat => plain("fault-unknown-format"),
        Fault::EndsEarly => plain("fault-ends-early"),
        Fault::Expected(expected) => {
            with(expected_key(*expected), &[("sign", expected.sign().unwrap_or(""))])
        }
        Fault::StrayCharacter(found) => with("fault-stray-character", &[("found", &found.to_string())]),
        Fault::Trailing => plain("fault-trailing"),
        Fault::UnknownField { found, known } => {
            with("fault-unknown-field", &[("found", found), ("known", &words(known))])
        }
        Fault::MissingField(field) => with("fault-missing-field", &[("field", field)]),
        Fault::FieldTwice(field) => with("fault-field-twice", &[("field", field)]),
        Fault::UnknownWord { found, known } => {
            with("fault-unknown-word", &[("found", found), ("known", &words(known))])
        }
        Fault::WrongKind { found, expected } => {
            with("fault-wrong-kind", &[("found", found), ("expected", expected)])
        }
        Fault::Refused { reason } => {
            let reason = value::reason(beginning(reason), catalogue);
            with("fault-refused", &[("reason", &reason)])
        }
        Fault::Unreadable { reason } => with("fault-unreadable", &[("reason", reason)]),
        Fault::Finding(problem) => sentence::problem(problem, catalogue),
        Fault::OutOfTurn => plain("fault-out-of-turn"),
        Fault::Impossible(refusal) => {
            with("fault-impossible", &[("reason", &sentence::refusal(refusal, catalogue))])
        }
        Fault::Differs => plain("fault-differs"),
        Fault::Checksum => plain("fault-checksum"),
        Fault::NoChecksum => plain("fault-no-checksum"),
        Fault::Unmade { reason } => with("fault-unmade", &[("reason", reason)]),
        Fault::NotReadBack => plain("fault-not-read-back"),
    };
    short(&sentence)
}

/// Why a file cannot be opened, with its name: `FILE:line:col: path: sentence` for its content.
#[must_use]
pub fn trouble(trouble: &Trouble, path: &Path, catalogue: &Catalogue) -> String {
    match trouble {
        Trouble::Unread(error) => read_error(error, catalogue),
        Trouble::Format(error) => placed(path, error, catalogue),
    }
}

/// What is wrong with the content of a file, behind its name.
#[must_use]
pub fn placed(file: &Path, error: &FormatError, catalogue: &Catalogue) -> String {
    let gap = if error.position.is_some() { "" } else { " " };
    format!("{}:{gap}{}", path(file), format_error(error, catalogue))
}

/// Why a file was not read.
#[must_use]
pub fn read_error(error: &ReadError, catalogue: &Catalogue) -> String {
    let path = error.path.as_path();
    match &error.reason {
        Unreadable::Missing => about("file-missing", path, &[], catalogue),
        Unreadable::Folder => about("file-folder", path, &[], catalogue),
        Unreadable::Pipe => about("file-pipe", path, &[], catalogue),
        Unreadable::Device => about("file-device", path, &[], catalogue),
        Unreadable::Empty => about("file-empty", path, &[], catalogue),
        Unreadable::TooLarge { size } => {
            about("file-too-large", path, &[("size", bytes(*size)), ("limit", bytes(LIMIT))], catalogue)
        }
        Unreadable::Newer => about("file-newer", path, &[], catalogue),
        Unreadable::Changing => about("file-changing", path, &[], catalogue),
        Unreadable::Disk(reason) => {
            about("file-not-read", path, &[("cause", Arg::Text(&cause(reason, catalogue)))], catalogue)
        }
    }
}

/// Why a file was not written.
#[must_use]
pub fn save_error(error: &SaveError, catalogue: &Catalogue) -> String {
    save_error_of(error, error.path(), catalogue)
}

/// The same, the file being called by this path, such as its name alone.
#[must_use]
pub fn save_error_of(error: &SaveError, path: &Path, catalogue: &Catalogue) -> String {
    match error {
        SaveError::Conflict { .. } => about("file-conflict", path, &[], catalogue),
        SaveError::NotOurs { .. } => about("file-not-ours", path, &[], catalogue),
        SaveError::Exists { .. } => about("file-exists", path, &[], catalogue),
        SaveError::TooLarge { size, .. } => {
            about("file-too-large", path, &[("size", bytes(*size)), ("limit", bytes(LIMIT))], catalogue)
        }
        SaveError::Unmade { error, .. } => {
            about("file-unmade", path, &[("reason", Arg::Text(&format_error(error, catalogue)))], catalogue)
        }
        SaveError::NotWritten { cause: reason, .. } => {
            about("file-not-written", path, &[("cause", Arg::Text(&cause(reason, catalogue)))], catalogue)
        }
        SaveError::Unproven { cause: reason, .. } => {
            about("file-unproven", path, &[("cause", Arg::Text(&cause(reason, catalogue)))], catalogue)
        }
    }
}

/// What the disk gave as a reason.
#[must_use]
pub fn cause(cause: &Cause, catalogue: &Catalogue) -> String {
    match cause {
        Cause::DiskFull => catalogue.text("cause-disk-full").to_owned(),
        Cause::ReadOnly => catalogue.text("cause-read-only").to_owned(),
        Cause::Denied => catalogue.text("cause-denied").to_owned(),
        Cause::Gone => catalogue.text("cause-gone").to_owned(),
        Cause::Other(reason) => Safe::new(reason).to_string(),
    }
}

/// A path, fit for the screen.
#[must_use]
pub fn path(path: &Path) -> String {
    Safe::new(&path.to_string_lossy()).to_string()
}

fn about(key: &str, file: &Path, more: &[(&str, Arg<'_>)], catalogue: &Catalogue) -> String {
    let file = path(file);
    let mut args = vec![("path", Arg::Text(&file))];
    args.extend_from_slice(more);
    catalogue.format(key, &args)
}

const fn expected_key(expected: Expected) -> &'static str {
    match expected {
        Expected::List
        | Expected::ListEnd
        | Expected::Struct
        | Expected::StructEnd
        | Expected::Comma
        | Expected::Colon
        | Expected::Boolean
        | Expected::Option => "fault-expected",
        Expected::Text => "fault-expected-text",
        Expected::Number => "fault-expected-number",
        Expected::SmallerNumber => "fault-expected-smaller",
        Expected::Name => "fault-expected-name",
    }
}

fn words(known: &[&str]) -> String {
    let more = if known.len() > WORDS { ", …" } else { "" };
    known.iter().take(WORDS).copied().collect::<Vec<_>>().join(", ") + more
}

/// As much of a text as a sentence can hold: the rest, which may be the whole file, is not even looked at.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// A sentence of bearable length.
fn short(sentence: &str) -> String {
    if sentence.chars().count() <= LONGEST {
        return sentence.to_owned();
    }
    sentence.chars().take(LONGEST - 1).chain(['…']).collect()
}

fn bytes(size: u64) -> Arg<'static> {
    Arg::Number(i64::try_from(size).unwrap_or(i64::MAX))
}
