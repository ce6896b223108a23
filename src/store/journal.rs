//! The journal: a text file of what was done since a snapshot, one durable line per action.
//!
//! ```text
//! riskroom journal 2 5c1f09aa 7k3f9a… 37 9f86d0… "/home/ana/shop.ron"
//! 38 1a2b3c4d 61 Entry((seq:38,at:"2026-11-22T14:02:11Z",…))
//! 38 99ab01f3 48 Drafts([(purpose:"new-risk",text:"The pay")])
//! ```
//!
//! The first line tells format, checksum of the rest of the line, session, revision and hash of the snapshot, and where
//! its file lies. Each other line is a number, the checksum of the rest of the line, the length of what follows in
//! bytes, and one [`Record`] as RON: an action under its own number, or all texts left unfinished under the number of
//! the last action. A line counts only if it is whole: a reader stops at the first that is not, and nobody ever adds to
//! such a file.
//!
//! Here: [`first_line`] and [`line()`] make lines, [`read`] reads them. Not here: who writes ([`super::writer`]), and what
//! is done with a journal that is found.

use std::path::Path;
use std::str;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::atomic::Hash;
use crate::domain::{Entry, Uid};

/// The format written. Format 1 is read, too: it differs in what a program of that time knows of, and has no more.
pub(super) const FORMAT: u64 = 2;
/// How the first line begins.
const BEGIN: &str = "riskroom journal ";
/// The most bytes a journal may have to be read: 16 MiB. The writer begins another long before.
pub const LIMIT: u64 = 16 * 1024 * 1024;

/// The snapshot a journal goes on from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The session.
    pub id: Uid,
    /// The number of the last action in the snapshot.
    pub revision: u64,
    /// The hash of all bytes of the snapshot.
    pub hash: Hash,
    /// Where its file lay; what is not UTF-8 in it is replaced.
    pub path: String,
}

/// A text left unfinished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// What it is for, in the words of whoever left it.
    pub purpose: String,
    /// The text.
    pub text: String,
}

/// What a line holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    /// An action.
    Entry(Arc<Entry>),
    /// All texts left unfinished; they replace those of every line before.
    Drafts(Vec<Draft>),
}

/// A journal as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    /// What it goes on from.
    pub head: Head,
    /// The actions, oldest first; their numbers rise by one from whatever the first has.
    pub entries: Vec<Arc<Entry>>,
    /// The texts left unfinished; `None` if no whole line tells of any, which is not the same as none.
    pub drafts: Option<Vec<Draft>>,
    /// How many bytes stand after the last whole line.
    pub torn: usize,
    /// How many lines they are that have an end: a stop of the program leaves none, damage does.
    pub broken: usize,
}

/// The first line of a journal, with its line break.
#[must_use]
pub fn first_line(head: &Head) -> String {
    let Head { id, revision, hash, path } = head;
    let rest = format!("{id} {revision} {hash} {path:?}");
    format!("{BEGIN}{FORMAT} {:08x} {rest}\n", checksum(&rest))
}

/// The line of a record, with its line break. `revision` is the number of the last action.
///
/// # Errors
/// What `ron` says of a value it cannot write, which no value of our types is known to be.
pub fn line(revision: u64, record: &Record) -> ron::Result<String> {
    let value = ron::Options::default().to_string(record)?;
    let rest = format!("{} {value}", value.len());
    Ok(format!("{revision} {:08x} {rest}\n", checksum(&rest)))
}

/// Reads a journal as far as it is whole; `None` if not even its first line is.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Journal> {
    let (first, mut rest) = split(bytes)?;
    let mut journal = Journal { head: head(first)?, entries: Vec::new(), drafts: None, torn: 0, broken: 0 };
    while let Some((line, after)) = split(rest) {
        match record(line) {
            Some((number, Record::Entry(entry))) if journal.takes(number, &entry) => {
                journal.entries.push(entry);
            }
            Some((_, Record::Drafts(drafts))) => journal.drafts = Some(drafts),
            Some((_, Record::Entry(_))) | None => break,
        }
        rest = after;
    }
    journal.torn = rest.len();
    journal.broken = rest.split(|byte| *byte == b'\n').skip(1).count();
    Some(journal)
}

impl Journal {
    /// Whether an action follows the ones before it.
    fn takes(&self, number: u64, entry: &Entry) -> bool {
        let in_turn = self.entries.last().is_none_or(|last| last.seq.checked_add(1) == Some(number));
        entry.seq == number && in_turn
    }
}

/// The first line as text, and the bytes after its line break.
fn split(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at_checked(end)?;
    Some((str::from_utf8(line).ok()?, rest.get(1..)?))
}

fn head(line: &str) -> Option<Head> {
    let (format, rest) = line.strip_prefix(BEGIN)?.split_once(' ')?;
    format.parse().ok().filter(|format| (1..=FORMAT).contains(format))?;
    let mut fields = checked(rest)?.splitn(4, ' ');
    let id = fields.next()?.parse().ok()?;
    let revision = fields.next()?.parse().ok()?;
    let hash = fields.next()?.parse().ok()?;
    let path = ron::from_str(fields.next()?).ok()?;
    Some(Head { id, revision, hash, path })
}

fn record(line: &str) -> Option<(u64, Record)> {
    let (number, rest) = line.split_once(' ')?;
    let (length, value) = checked(rest)?.split_once(' ')?;
    let is_whole = length.parse() == Ok(value.len());
    let record = is_whole.then(|| ron::from_str(value).ok())??;
    Some((number.parse().ok()?, record))
}

/// What follows a checksum, if it is that of what follows.
fn checked(text: &str) -> Option<&str> {
    let (sum, rest) = text.split_once(' ')?;
    (sum == format!("{:08x}", checksum(rest))).then_some(rest)
}

fn checksum(text: &str) -> u32 {
    crc32fast::hash(text.as_bytes())
}

/// What a journal is called: `journal.9f86d081884c.log` after the hash of its snapshot, from the second on with a number:
/// `journal.9f86d081884c-2.log`. A higher number is later.
#[must_use]
pub fn file_name(hash: &Hash, number: u32) -> String {
    match number {
        0 | 1 => format!("journal.{}.log", hash.short()),
        number => format!("journal.{}-{number}.log", hash.short()),
    }
}

/// The number in the name of a journal; 1 if there is none.
#[must_use]
pub fn number(path: &Path) -> u32 {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    stem.rsplit_once('-').and_then(|(_, number)| number.parse().ok()).unwrap_or(1)
}

/// What stands for a path in a [`Head`].
#[must_use]
pub fn told(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
