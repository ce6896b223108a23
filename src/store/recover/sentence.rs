//! What happened to a session that was opened, as data, [`News`], and made sentences, [`news`].
//!
//! Here: which message tells it. Not here: the words (`recovery.ftl`).

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Missing, Recovered, Rescued, Source};
use crate::domain::{Place, Session};
use crate::store::error::{Cause, ReadError};
use crate::store::format::FormatError;
use crate::store::library::Trouble;
use crate::store::sentence;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates::clock;
use crate::text::safe::Safe;

/// Something that happened to a session and is told once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Its journal had what the file has not.
    Recovered {
        /// How many actions.
        changes: u64,
        /// When the last was.
        last: Timestamp,
    },
    /// The same, but not all of it could be read.
    RecoveredInPart {
        /// How many actions.
        changes: u64,
        /// When the last was.
        last: Timestamp,
    },
    /// The last line of its journal is not whole.
    Torn,
    /// Lines of its journal cannot be read.
    Broken {
        /// How many.
        lines: usize,
        /// The folder that has a copy.
        folder: PathBuf,
    },
    /// It was made from what is left.
    Damaged {
        /// What is wrong with the file.
        trouble: Trouble,
        /// How many risks it has.
        risks: usize,
        /// What it was made from.
        source: Source,
        /// Where it is now; nowhere if it is only shown.
        path: Option<PathBuf>,
    },
    /// The same damage was found before, and this is the session made then.
    DamagedBefore {
        /// What is wrong with the file.
        trouble: Trouble,
        /// Where it is now.
        path: PathBuf,
    },
    /// Changes that belong to another version are in a file of their own.
    Mine {
        /// When the last of them was.
        at: Timestamp,
        /// That file.
        path: PathBuf,
    },
    /// The file of a session was removed while there were changes it had not: all of it is in a new one.
    BroughtBack {
        /// How many actions.
        changes: u64,
        /// The new file.
        path: PathBuf,
    },
    /// Changes that could be added to nothing are kept as they are.
    Lost {
        /// When the last of them was, if that can be told.
        at: Option<Timestamp>,
        /// Where.
        path: PathBuf,
    },
    /// A journal of it cannot be read now: why.
    Waits(ReadError),
    /// It cannot be locked.
    Unlocked {
        /// Where its lock would be.
        folder: PathBuf,
        /// Why.
        cause: Cause,
    },
    /// A journal that cannot be read now was put aside.
    PutAside {
        /// As what.
        path: PathBuf,
    },
    /// It is a copy of another file, and has an id of its own now.
    Copied {
        /// That file.
        original: PathBuf,
    },
    /// It had an older format.
    Converted {
        /// Which.
        from: u64,
    },
}

/// How many risks are on the list of a session.
fn risks(session: &Session) -> usize {
    session.risks.iter().filter(|risk| risk.place == Place::List).count()
}

/// What is told of the journals that were used; `folder` has copies of those that cannot be read to their end.
#[must_use]
pub fn journals(recovered: Option<Recovered>, missing: Missing, folder: &Path) -> Vec<News> {
    let recovered = recovered.map(|Recovered { changes, last }| match missing {
        Missing::Nothing | Missing::Unfinished => News::Recovered { changes, last },
        Missing::Lines(_) => News::RecoveredInPart { changes, last },
    });
    let missing = match missing {
        Missing::Nothing => None,
        Missing::Unfinished => Some(News::Torn),
        Missing::Lines(lines) => Some(News::Broken { lines, folder: folder.to_owned() }),
    };
    recovered.into_iter().chain(missing).collect()
}

/// What is told of a damaged file from which this is shown, without any of it being written.
#[must_use]
pub fn shown(rescued: &Rescued, trouble: Trouble) -> News {
    let (risks, source) = (risks(rescued.history.session()), rescued.source);
    News::Damaged { trouble, risks, source, path: None }
}

/// What is told of a damaged file from which this was rescued, into the file `made`.
#[must_use]
pub fn rescued(rescued: &Rescued, trouble: Trouble, made: &Path, folder: &Path) -> Vec<News> {
    let (risks, source) = (risks(rescued.history.session()), rescued.source);
    let damaged = News::Damaged { trouble, risks, source, path: Some(made.to_owned()) };
    let journals = journals(rescued.recovered, rescued.torn.missing, folder);
    std::iter::once(damaged).chain(journals).collect()
}

/// One sentence or two.
#[must_use]
pub fn news(news: &News, zone: &TimeZone, catalogue: &Catalogue) -> String {
    match news {
        News::Recovered { changes, last } => {
            let count = Arg::Number(i64::try_from(*changes).unwrap_or(i64::MAX));
            let last = seconds(*last, zone);
            catalogue.format("recovery-recovered", &[("changes", count), ("last", Arg::Text(&last))])
        }
        News::RecoveredInPart { changes, last } => {
            let count = Arg::Number(i64::try_from(*changes).unwrap_or(i64::MAX));
            let last = seconds(*last, zone);
            catalogue.format("recovery-in-part", &[("changes", count), ("last", Arg::Text(&last))])
        }
        News::Torn => catalogue.text("recovery-torn").to_owned(),
        News::Broken { lines, folder } => {
            let (lines, folder) = (i64::try_from(*lines).unwrap_or(i64::MAX), sentence::path(folder));
            let args = [("lines", Arg::Number(lines)), ("folder", Arg::Text(&folder))];
            catalogue.format("recovery-broken", &args)
        }
        News::Damaged { trouble, risks, source, path } => {
            let damage = damage(trouble, catalogue);
            let count = Arg::Number(i64::try_from(*risks).unwrap_or(i64::MAX));
            let at = match source {
                Source::Backup(at) => clock(*at, zone),
                Source::File => String::new(),
            };
            let name = path.as_deref().map(name).unwrap_or_default();
            let key = match (source, path) {
                (Source::Backup(_), Some(_)) => "recovery-from-backup",
                (Source::File, Some(_)) => "recovery-from-file",
                (Source::Backup(_), None) => "recovery-shown-backup",
                (Source::File, None) => "recovery-shown-file",
            };
            let texts = [("damage", &damage), ("file", &name), ("at", &at)];
            let texts = texts.map(|(name, text)| (name, Arg::Text(text)));
            catalogue.format(key, &[&texts[..], &[("risks", count)]].concat())
        }
        News::DamagedBefore { trouble, path } => {
            let (damage, name) = (damage(trouble, catalogue), name(path));
            let args = [("damage", Arg::Text(&damage)), ("file", Arg::Text(&name))];
            catalogue.format("recovery-before", &args)
        }
        News::Mine { at, path } => {
            let (at, name) = (clock(*at, zone), name(path));
            catalogue.format("recovery-mine", &[("at", Arg::Text(&at)), ("file", Arg::Text(&name))])
        }
        News::BroughtBack { changes, path } => {
            let (changes, name) = (i64::try_from(*changes).unwrap_or(i64::MAX), name(path));
            let args = [("changes", Arg::Number(changes)), ("file", Arg::Text(&name))];
            catalogue.format("recovery-brought-back", &args)
        }
        News::Lost { at: Some(at), path } => {
            let (at, path) = (clock(*at, zone), sentence::path(path));
            catalogue.format("recovery-lost", &[("at", Arg::Text(&at)), ("path", Arg::Text(&path))])
        }
        News::Lost { at: None, path } => {
            catalogue.format("recovery-unreadable", &[("path", Arg::Text(&sentence::path(path)))])
        }
        News::Waits(error) => waits(error, catalogue),
        News::Unlocked { folder, cause } => {
            let (folder, cause) = (sentence::path(folder), sentence::cause(cause, catalogue));
            let args = [("folder", Arg::Text(&folder)), ("cause", Arg::Text(&cause))];
            catalogue.format("recovery-unlocked", &args)
        }
        News::PutAside { path } => {
            catalogue.format("recovery-put-aside", &[("path", Arg::Text(&sentence::path(path)))])
        }
        News::Copied { original } => {
            catalogue.format("recovery-copied", &[("original", Arg::Text(&sentence::path(original)))])
        }
        News::Converted { from } => {
            catalogue.format("recovery-converted", &[("from", Arg::Text(&from.to_string()))])
        }
    }
}

/// That a journal cannot be read now, and what to do.
#[must_use]
pub fn waits(error: &ReadError, catalogue: &Catalogue) -> String {
    let why = sentence::read_error(error, catalogue);
    catalogue.format("recovery-waits", &[("why", Arg::Text(&why))])
}

/// What whoever edited a file outside the program is told.
#[must_use]
pub fn edited(differences: usize, catalogue: &Catalogue) -> String {
    let count = i64::try_from(differences).unwrap_or(i64::MAX);
    catalogue.format("recovery-edited", &[("count", Arg::Number(count))])
}

/// The line a file that is only shown is damaged at, or how it is: `Damaged at line 214.`
#[must_use]
pub fn shown_damage(news: &[News], catalogue: &Catalogue) -> Option<String> {
    let mut troubles = news.iter().filter_map(|it| {
        if let News::Damaged { trouble, path: None, .. } = it { Some(trouble) } else { None }
    });
    let trouble = match troubles.next()? {
        Trouble::Format(error) => Trouble::Format(FormatError { path: String::new(), ..error.clone() }),
        unread @ Trouble::Unread(_) => unread.clone(),
    };
    Some(damage(&trouble, catalogue))
}

/// Where a file is damaged, or how: `Damaged at line 214 (session.risks[12].title).`
fn damage(trouble: &Trouble, catalogue: &Catalogue) -> String {
    let Trouble::Format(error) = trouble else {
        return catalogue.text("recovery-unread").to_owned();
    };
    let Some(at) = error.position else {
        return sentence::fault(&error.fault, catalogue);
    };
    let line = at.line.to_string();
    if error.path.is_empty() {
        return catalogue.format("recovery-at", &[("line", Arg::Text(&line))]);
    }
    let path = Safe::new(error.path.strip_prefix("session.").unwrap_or(&error.path));
    catalogue.format("recovery-at-path", &[("line", Arg::Text(&line)), ("path", Arg::Text(&path))])
}

fn name(path: &Path) -> String {
    sentence::path(path.file_name().map_or(path, Path::new))
}

/// The time of day to the second.
fn seconds(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(at).strftime("%H:%M:%S").to_string()
}
