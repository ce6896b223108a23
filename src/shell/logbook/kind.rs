//! How kinds of things are called in the log: one word each, and numbers. No text that anybody wrote gets in here.

use super::{End, News, Refused, SaveError};
use crate::shell::sessions::Access;
use crate::store::error::{Cause, ReadError, Unreadable};
use crate::store::format::FormatError;
use crate::store::library::Trouble;
use crate::store::lock::LockError;
use crate::store::recover::Source;
use crate::store::writer::Why;

pub(super) const fn of_access(access: &Access) -> &'static str {
    match access {
        Access::Full => "full",
        Access::Elsewhere { .. } => "elsewhere",
        Access::HandEdited(_) => "hand-edited",
        Access::Unlocked(_) => "unlocked",
        Access::Unwritten(_) => "unwritten",
        Access::Barred => "barred",
    }
}

pub(super) fn of_news(news: &News) -> String {
    match news {
        News::Recovered { changes, .. } => format!("recovered changes={changes}"),
        News::RecoveredInPart { changes, .. } => format!("recovered-in-part changes={changes}"),
        News::Torn => "torn".to_owned(),
        News::Broken { lines, .. } => format!("broken lines={lines}"),
        News::Damaged { trouble, risks, source, .. } => {
            let source = match source {
                Source::Backup(_) => "backup",
                Source::File => "file",
            };
            format!("damaged error={} risks={risks} source={source}", of_trouble(trouble))
        }
        News::DamagedBefore { trouble, .. } => format!("damaged-before error={}", of_trouble(trouble)),
        News::Mine { .. } => "kept-aside".to_owned(),
        News::BroughtBack { changes, .. } => format!("brought-back changes={changes}"),
        News::Lost { .. } => "not-added".to_owned(),
        News::Waits(error) => format!("waits error={}", of_read_error(error)),
        News::Unlocked { cause, .. } => format!("no-lock error={}", of_cause(cause)),
        News::PutAside { .. } => "put-aside".to_owned(),
        News::Copied { .. } => "copied".to_owned(),
        News::Converted { from } => format!("converted format={from}"),
    }
}

pub(super) fn of_refused(refused: &Refused) -> String {
    match refused {
        Refused::Unread(trouble) => of_trouble(trouble),
        Refused::Locked(LockError::Held { .. }) => "held".to_owned(),
        Refused::Locked(LockError::Failed { cause, .. }) => format!("no-lock:{}", of_cause(cause)),
        Refused::Barred(error) => format!("barred:{}", of_read_error(error)),
        Refused::Copy { .. } => "open-here".to_owned(),
        Refused::Unwritten(error) => of_save_error(error),
        Refused::NotDurable => "not-durable".to_owned(),
        Refused::Changed => "changed".to_owned(),
        Refused::Edited => "edited".to_owned(),
        Refused::Untaken(_) => "untaken".to_owned(),
        Refused::NoRandomBits => "no-random-bits".to_owned(),
        Refused::BadDemo => "bad-demo".to_owned(),
    }
}

pub(super) fn of_end(end: &End) -> String {
    match end {
        End::Left => "left".to_owned(),
        End::Signal(number) => format!("signal:{number}"),
        End::Panic => "panic".to_owned(),
        End::Lost(_) => "lost".to_owned(),
        End::NotOpened(refused, _) => format!("not-opened:{}", of_refused(refused)),
        End::Unknown(_) => "unknown-wish".to_owned(),
        End::Failed(_) => "failed".to_owned(),
    }
}

pub(super) const fn of_why(why: Why) -> &'static str {
    match why {
        Why::Changed(_) => "changed",
        Why::Removed => "removed",
        Why::NotOurs => "not-ours",
    }
}

pub(super) fn of_save_error(error: &SaveError) -> String {
    match error {
        SaveError::Conflict { .. } => "conflict".to_owned(),
        SaveError::NotOurs { .. } => "not-ours".to_owned(),
        SaveError::Exists { .. } => "exists".to_owned(),
        SaveError::TooLarge { size, .. } => format!("too-large:{size}"),
        SaveError::Unmade { error, .. } => format!("unmade:{}", of_format(error)),
        SaveError::NotWritten { cause, .. } => of_cause(cause),
        SaveError::Unproven { cause, .. } => format!("unproven:{}", of_cause(cause)),
    }
}

/// The kind of a cause; of one in the system's own words, its number only.
pub(super) fn of_cause(cause: &Cause) -> String {
    match cause {
        Cause::DiskFull => "disk-full".to_owned(),
        Cause::ReadOnly => "read-only".to_owned(),
        Cause::Denied => "denied".to_owned(),
        Cause::Gone => "gone".to_owned(),
        Cause::Other(words) => {
            let number = words.rsplit_once("(os error ").and_then(|(_, end)| end.strip_suffix(')'));
            let number = number.and_then(|number| number.parse::<u32>().ok());
            number.map_or_else(|| "other".to_owned(), |number| format!("os-{number}"))
        }
    }
}

fn of_trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unread(error) => of_read_error(error),
        Trouble::Format(error) => of_format(error),
    }
}

fn of_read_error(error: &ReadError) -> String {
    match &error.reason {
        Unreadable::Missing => "missing".to_owned(),
        Unreadable::Folder => "folder".to_owned(),
        Unreadable::Pipe => "pipe".to_owned(),
        Unreadable::Device => "device".to_owned(),
        Unreadable::Empty => "empty".to_owned(),
        Unreadable::TooLarge { size } => format!("too-large:{size}"),
        Unreadable::Newer => "newer".to_owned(),
        Unreadable::Changing => "changing".to_owned(),
        Unreadable::Disk(cause) => of_cause(cause),
    }
}

fn of_format(error: &FormatError) -> String {
    let kind = if error.is_newer() { "newer-format" } else { "format" };
    error.position.map_or_else(|| kind.to_owned(), |at| format!("{kind}:{}:{}", at.line, at.column))
}
