//! From bytes to a session: text, checksum, format number, values, what goes together, and at last the history.
//!
//! What a person can mend is told before the checksum, which any mending by hand breaks. What `ron` says becomes data
//! in [`complaint`].

mod complaint;

use std::str;
use std::sync::Arc;

use ron::Options;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::{Fault, FormatError};
use super::header::{self, Header};
use super::{FORMAT, Loaded};
use crate::domain::check::Finding;
use crate::domain::history::BrokenHistory;
use crate::domain::{Counters, Entry, EntryKind, History, Session};
use crate::store::locate;

/// The one value of a session file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u64,
    session: Session,
    history: Record,
}

/// What a session file tells of the past.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    base: Arc<Session>,
    counters: Counters,
    entries: Vec<Arc<Entry>>,
}

/// Why a file is not opened, and what is in it all the same.
pub(super) struct Broken {
    /// At least one.
    pub(super) findings: Vec<FormatError>,
    /// The session of a file whose checksum or history does not fit it, and what the history leads to, as far as both
    /// are possible.
    pub(super) edited: Option<(Session, Option<History>)>,
}

impl From<FormatError> for Broken {
    fn from(error: FormatError) -> Self {
        Self { findings: vec![error], edited: None }
    }
}

/// The session in these bytes, or at most `most` of the things wrong with them. All is read once.
pub(super) fn file(bytes: &[u8], most: usize) -> Result<Loaded, Box<Broken>> {
    let text = header::plain(utf8(bytes).map_err(Broken::from)?);
    let header = Header::of(&text);
    let file = check_format(&text, header).and_then(|()| values(&text)).map_err(Broken::from)?;
    let (mut findings, sound) = findings(&text, &file, most);
    let is_consistent = findings.is_empty();
    match header {
        Header::Fits => {}
        Header::Differs(_) => findings.push(FormatError::whole(Fault::Checksum).at(&text, 0)),
        Header::Missing => findings.push(FormatError::whole(Fault::NoChecksum).at(&text, 0)),
    }
    let File { session, history: Record { base, counters, entries }, .. } = file;
    if sound == Sound::Nothing {
        return Err(Box::new(Broken { findings, edited: None }));
    }
    let mut history = None;
    if sound == Sound::All {
        match History::replay(base, counters, entries) {
            Ok(replayed) if **replayed.session() == session => {
                if findings.is_empty() {
                    return Ok(Loaded { history: replayed, format: FORMAT });
                }
                history = Some(replayed);
            }
            Ok(replayed) => {
                findings.extend(is_consistent.then(|| differs(&text)));
                history = Some(replayed);
            }
            Err(broken) => findings.extend(is_consistent.then(|| impossible(&text, broken))),
        }
    }
    Err(Box::new(Broken { findings, edited: Some((session, history)) }))
}

/// What of a file has nothing wrong in itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    All,
    Session,
    Nothing,
}

/// The text these bytes are.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, FormatError> {
    str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).and_then(|valid| str::from_utf8(valid).ok());
        let valid = valid.unwrap_or_default();
        FormatError::whole(Fault::NotUtf8).at(valid, valid.len())
    })
}

/// Reads the format number before anything that may have another shape in another format.
fn check_format(text: &str, header: Header) -> Result<(), FormatError> {
    if text.trim().is_empty() {
        return Err(FormatError::whole(Fault::Empty).at(text, 0));
    }
    let inside: Option<u64> = locate::value(text, "format").and_then(|value| value.parse().ok());
    let told = match header {
        Header::Fits => Some(FORMAT),
        Header::Differs(format) => format,
        Header::Missing => inside,
    };
    match (told, inside) {
        (Some(told), inside) if told > FORMAT && inside.is_none_or(|inside| inside == told) => {
            let position = locate::locate(text, "format");
            Err(FormatError { position, ..FormatError::whole(Fault::Newer { found: told }) })
        }
        (_, Some(inside)) if inside != FORMAT => Err(unknown_format(text)),
        (None, None) if header == Header::Missing => Err(FormatError::whole(Fault::NotASession).at(text, 0)),
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

fn unknown_format(text: &str) -> FormatError {
    let path = "format".to_owned();
    FormatError { position: locate::locate(text, &path), path, fault: Fault::UnknownFormat }
}

fn values(text: &str) -> Result<File, FormatError> {
    let file: File = value(text)?;
    if file.format == FORMAT { Ok(file) } else { Err(unknown_format(text)) }
}

/// Reads the value a text is; only if that fails once more, slower, with the path to the place.
pub(super) fn value<T: DeserializeOwned>(text: &str) -> Result<T, FormatError> {
    let options = Options::default();
    let quick = match options.from_str::<T>(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let mut reader = match ron::Deserializer::from_str_with_options(text, &options) {
        Ok(reader) => reader,
        Err(error) => return Err(complaint::told(text, &error, "", "")),
    };
    match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Ok(_) => Err(complaint::told(text, &quick, "", reader.remainder())),
        Err(error) => {
            let path = error.path().to_string();
            let error = reader.span_error(error.into_inner());
            Err(complaint::told(text, &error, path.trim_end_matches(['.', '?']), reader.remainder()))
        }
    }
}

/// What does not go together, with its places.
fn findings(text: &str, file: &File, most: usize) -> (Vec<FormatError>, Sound) {
    let mut faults: Vec<(String, Fault)> = Vec::new();
    let mut add = |parent: &str, found: Vec<Finding>| {
        let fault =
            |finding: Finding| (format!("{parent}.{}", finding.path), Fault::Finding(finding.problem));
        faults.extend(found.into_iter().map(fault));
        faults.is_empty()
    };
    let mut sound = if add("session", file.session.check()) { Sound::All } else { Sound::Nothing };
    add("history.base", file.history.base.check());
    for (place, entry) in file.history.entries.iter().enumerate() {
        match &entry.kind {
            EntryKind::Replaced(session) => {
                add(&format!("history.entries[{place}].kind.Replaced"), session.check());
            }
            EntryKind::Do(_) | EntryKind::Undo | EntryKind::Redo => {}
        }
    }
    if sound == Sound::All && !faults.is_empty() {
        sound = Sound::Session;
    }
    faults.truncate(most);
    let paths: Vec<&str> = faults.iter().map(|(path, _)| path.as_str()).collect();
    let positions = locate::locate_all(text, &paths);
    let placed = faults.into_iter().zip(positions);
    (placed.map(|((path, fault), position)| FormatError { position, path, fault }).collect(), sound)
}

/// The session is not what its history leads to.
fn differs(text: &str) -> FormatError {
    let path = "session".to_owned();
    FormatError { position: locate::locate(text, &path), path, fault: Fault::Differs }
}

/// The error at the entry that cannot follow the ones before it.
fn impossible(text: &str, BrokenHistory { entry, refusal }: BrokenHistory) -> FormatError {
    let path = format!("history.entries[{entry}]");
    let fault = refusal.map_or(Fault::OutOfTurn, Fault::Impossible);
    FormatError { position: locate::locate(text, &path), path, fault }
}

impl FormatError {
    fn at(self, text: &str, offset: usize) -> Self {
        Self { position: Some(locate::position(text, offset)), ..self }
    }
}
