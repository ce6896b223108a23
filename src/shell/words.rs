//! The sentences of the threads that work for the shell: [`Words`], read when the first one is needed.
//!
//! Here: which message tells what could not be done with a file. Not here: the texts (`shell.ftl`), nor the sentences
//! that say why ([`crate::store::sentence`]).

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jiff::tz::TimeZone;

use crate::domain::Refusal;
use crate::exchange::paste::{self, Fault};
use crate::store::error::{Cause, ReadError, SaveError};
use crate::store::format::FormatError;
use crate::store::library::Trouble;
use crate::store::lock::LockError;
use crate::store::recover::sentence::waits;
use crate::store::sentence;
use crate::store::storage::parent;
use crate::store::writer::Why;
use crate::text::catalogue::{Arg, Catalogue, Lang};
use crate::text::safe::Safe;
use crate::text::{self, dates};

/// Why a session was not opened, made or moved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It cannot be read.
    #[error(transparent)]
    Unread(#[from] Trouble),
    /// Another window has it, or it cannot be locked.
    #[error(transparent)]
    Locked(#[from] LockError),
    /// A journal of it cannot be read now, and may have changes.
    #[error(transparent)]
    Barred(ReadError),
    /// It is the one that is open here, under another name of its file.
    #[error("the session is open here already, from {open:?}")]
    Copy {
        /// That name.
        open: PathBuf,
    },
    /// It cannot be written or moved.
    #[error(transparent)]
    Unwritten(#[from] SaveError),
    /// Its last changes, made in this window, are not on disk yet.
    #[error("its last changes are not on disk yet")]
    NotDurable,
    /// It is not as it was when this was asked for.
    #[error("it has been changed meanwhile")]
    Changed,
    /// It was edited outside the program.
    #[error("it was edited outside the program")]
    Edited,
    /// The session does not take it.
    #[error("the session does not take it: {0:?}")]
    Untaken(Refusal),
    /// There are no random bits for an identity.
    #[error("the system has no random bits to give")]
    NoRandomBits,
    /// The demo of the program cannot be read; a test keeps it from happening.
    #[error("the demo cannot be moved to today")]
    BadDemo,
}

/// The texts of one language, for threads that rarely say something.
pub struct Words {
    lang: Lang,
    catalogue: OnceLock<Catalogue>,
}

impl Words {
    /// Texts in this language.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self { lang, catalogue: OnceLock::new() }
    }

    /// The language, without reading its texts.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The texts; the first call reads them.
    pub fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::load(self.lang))
    }

    /// Why something was not done with a session, naming its file where that helps.
    #[must_use]
    pub fn refused(&self, refused: &Refused, path: &Path) -> String {
        let catalogue = self.catalogue();
        match refused {
            Refused::Unread(trouble) => sentence::trouble(trouble, path, catalogue),
            Refused::Locked(LockError::Held { pid, since }) => self.held(*pid, since.as_deref()),
            Refused::Locked(LockError::Failed { cause, .. }) => {
                let cause = sentence::cause(cause, catalogue);
                catalogue.format("shell-no-lock", &[("cause", Arg::Text(&cause))])
            }
            Refused::Barred(error) => waits(error, catalogue),
            Refused::Copy { open } => {
                let open = sentence::path(open);
                catalogue.format("shell-copy", &[("open", Arg::Text(&open))])
            }
            Refused::Unwritten(error) => sentence::save_error(error, catalogue),
            Refused::NotDurable => {
                let path = sentence::path(path);
                catalogue.format("shell-not-durable", &[("path", Arg::Text(&path))])
            }
            Refused::Changed => catalogue.text("follow-ups-changed").to_owned(),
            Refused::Edited => catalogue.text("follow-ups-edited").to_owned(),
            Refused::Untaken(refusal) => text::sentence::refusal(refusal, catalogue),
            Refused::NoRandomBits => catalogue.text("cli-no-random-bits").to_owned(),
            Refused::BadDemo => catalogue.text("shell-bad-demo").to_owned(),
        }
    }

    /// What is wrong with the content of a file, without its name.
    #[must_use]
    pub fn fault(&self, error: &FormatError) -> String {
        sentence::format_error(error, self.catalogue())
    }

    /// Why a pasted text cannot be read, with line and column.
    #[must_use]
    pub fn paste_fault(&self, fault: &Fault) -> String {
        let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
        let (key, line, column) = match *fault {
            Fault::OpenQuote { line, column } => ("paste-open-quote", line, column),
            Fault::AfterQuote { line, column } => ("paste-after-quote", line, column),
            Fault::Surplus { line, column } => ("paste-surplus", line, column),
            Fault::NoTitle { line } => ("paste-no-title", line, 1),
            Fault::TooMany { line } => ("paste-too-many", line, 1),
            Fault::TooLarge { line } => ("paste-too-large", line, 1),
        };
        let most = number(paste::MAX_ROWS);
        self.catalogue().format(key, &[("line", number(line)), ("column", number(column)), ("most", most)])
    }

    /// Why a state could not be saved.
    #[must_use]
    pub fn not_saved(&self, error: &SaveError) -> String {
        // On one line of a screen the reason must be seen, so it comes before the folder; whose file it is stands in the first row.
        let name = error.path().file_name().map_or(error.path(), Path::new);
        match error {
            SaveError::NotWritten { cause, .. } | SaveError::Unproven { cause, .. } => {
                let cause = sentence::cause(cause, self.catalogue());
                let folder = sentence::path(parent(error.path()));
                let args = [("folder", Arg::Text(&folder)), ("cause", Arg::Text(&cause))];
                self.catalogue().format("shell-not-written", &args)
            }
            SaveError::Conflict { .. }
            | SaveError::NotOurs { .. }
            | SaveError::Exists { .. }
            | SaveError::TooLarge { .. }
            | SaveError::Unmade { .. } => sentence::save_error_of(error, name, self.catalogue()),
        }
    }

    /// Why a session goes on in another file.
    #[must_use]
    pub fn moved(&self, to: &Path, why: Why, zone: &TimeZone) -> String {
        let name = to.file_name().map_or(to, Path::new);
        let name = sentence::path(name);
        let name = ("name", Arg::Text(&name));
        match why {
            Why::Changed(at) => {
                let time = dates::clock(at, zone);
                self.catalogue().format("shell-changed", &[("time", Arg::Text(&time)), name])
            }
            Why::Removed => self.catalogue().format("shell-removed", &[name]),
            Why::NotOurs => self.catalogue().format("shell-not-ours", &[name]),
        }
    }

    /// That the oldest actions of a session cannot be undone any more once it is opened again.
    #[must_use]
    pub fn folded(&self, path: &Path) -> String {
        let name = sentence::path(path.file_name().map_or(path, Path::new));
        self.catalogue().format("shell-folded", &[("name", Arg::Text(&name))])
    }

    /// That the file before this one could not be kept.
    #[must_use]
    pub fn unbacked(&self, folder: &Path, cause: &Cause) -> String {
        let (folder, cause) = (sentence::path(folder), sentence::cause(cause, self.catalogue()));
        let args = [("folder", Arg::Text(&folder)), ("cause", Arg::Text(&cause))];
        self.catalogue().format("shell-unbacked", &args)
    }

    /// That a session is only read here, because it cannot be locked.
    #[must_use]
    pub fn unlocked(&self, cause: &Cause) -> String {
        let cause = sentence::cause(cause, self.catalogue());
        self.catalogue().format("shell-unlocked", &[("cause", Arg::Text(&cause))])
    }

    /// Who has a session that is only read here.
    #[must_use]
    pub fn elsewhere(&self, pid: Option<u32>, since: Option<&str>) -> String {
        self.by(pid, since, "shell-elsewhere", "shell-elsewhere-somewhere")
    }

    fn held(&self, pid: Option<u32>, since: Option<&str>) -> String {
        self.by(pid, since, "shell-locked", "shell-locked-somewhere")
    }

    fn by(&self, pid: Option<u32>, since: Option<&str>, known: &str, unknown: &str) -> String {
        let (Some(pid), Some(since)) = (pid, since) else {
            return self.catalogue().text(unknown).to_owned();
        };
        // A process id is a name, not a quantity: no thousands apart.
        let (pid, since) = (pid.to_string(), Safe::new(since));
        self.catalogue().format(known, &[("pid", Arg::Text(&pid)), ("since", Arg::Text(&since))])
    }
}
