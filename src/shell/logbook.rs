//! What is kept of a run for those who help a user: [`Logbook`], one [`Line`] for each thing worth it.
//!
//! ```text
//! 2026-11-22T14:02:01Z 4242 started version=0.1.0
//! 2026-11-22T14:02:01Z 4242 opened session=7k3f9a… bytes=48213 revision=312 access=full
//! 2026-11-22T14:09:40Z 4242 not-saved session=7k3f9a… error=disk-full kept=yes
//! ```
//!
//! Ids, sizes and kinds; never a title, a name, a text or a path: a path goes in only to become the id of its session.
//! A thread of its own writes the lines, and nobody waits for it: what it cannot take in is left out. Not here: the file
//! ([`crate::store::log`]), and how the kinds are called (`kind`).

mod kind;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::mpsc::{self, Receiver, SyncSender, TrySendError};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;

use super::clock::now;
use super::sessions::Opened;
use super::start::End;
use super::words::Refused;
use crate::domain::Uid;
use crate::store::error::SaveError;
use crate::store::log;
use crate::store::recover::sentence::News;
use crate::store::writer::{Kept, Report};

/// So many lines may wait for the thread.
const ROOM: usize = 256;
/// How long the end of the program waits for the last line.
const PATIENCE: Duration = Duration::from_millis(300);

/// Something worth a line.
#[derive(Debug, Clone)]
pub enum Line {
    /// The program began.
    Started,
    /// A session was opened, made or shown.
    Opened {
        /// Its file, for the lines that come.
        path: PathBuf,
        /// Its id.
        id: Uid,
        /// The size of its file, if the disk tells.
        bytes: Option<u64>,
        /// The number of its last action.
        revision: u64,
        /// What may be done with it.
        access: &'static str,
    },
    /// Something happened to a session.
    Told(Uid, News),
    /// A session was not opened, made or moved.
    Refused(Refused),
    /// A session was let go.
    Closed(PathBuf),
    /// The writer reported.
    Reported(Report),
    /// A thread panicked at this line of this file of the program.
    Panicked(String, u32),
    /// The terminal is gone.
    HungUp,
    /// The program ended.
    Ended(End),
}

impl Line {
    /// That a session was opened, whose file has so many bytes.
    #[must_use]
    pub fn opened(opened: &Opened, bytes: Option<u64>) -> Self {
        let Opened { path, history, access, .. } = opened;
        let (id, revision, access) = (history.session().id, history.revision(), kind::of_access(access));
        Self::Opened { path: path.clone(), id, bytes, revision, access }
    }
}

/// A handle on the thread that keeps the log.
#[derive(Debug, Clone, Default)]
pub struct Logbook {
    /// Nobody, where nothing is to be kept.
    messages: Option<SyncSender<Message>>,
}

#[derive(Debug)]
enum Message {
    Line(Timestamp, Box<Line>),
    Flush(SyncSender<()>),
}

impl Logbook {
    /// Starts the thread, which writes into this folder. Where the system has no thread to give, nothing is kept.
    #[must_use]
    pub fn start(folder: PathBuf) -> Self {
        let (messages, inbox) = mpsc::sync_channel(ROOM);
        let thread = thread::Builder::new().name("log".to_owned()).spawn(move || work(&folder, &inbox));
        Self { messages: thread.is_ok().then_some(messages) }
    }

    /// Keeps nothing.
    #[must_use]
    pub const fn silent() -> Self {
        Self { messages: None }
    }

    /// Whether anything is kept.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        self.messages.is_none()
    }

    /// Keeps a line, and waits for nothing.
    pub fn note(&self, line: Line) {
        if let Some(messages) = &self.messages {
            // What has no room is not worth waiting for.
            let _ = messages.try_send(Message::Line(now(), Box::new(line)));
        }
    }

    /// Keeps what the writer reports, if it is worth a line.
    pub fn report(&self, report: &Report) {
        if !self.is_silent() && !matches!(report, Report::Saved { .. }) {
            self.note(Line::Reported(report.clone()));
        }
    }

    /// Waits a moment for what was noted to be written.
    pub fn flush(&self) {
        let (reply, answer) = mpsc::sync_channel(1);
        let Some(messages) = &self.messages else { return };
        if !matches!(messages.try_send(Message::Flush(reply)), Err(TrySendError::Disconnected(_))) {
            // A disk that does not answer keeps nobody here.
            let _ = answer.recv_timeout(PATIENCE);
        }
    }
}

/// Writes lines at once, on this thread: for commands.
pub fn write(folder: &Path, at: Timestamp, lines: &[Line]) {
    let mut known = Known::default();
    let text: String = lines.iter().filter_map(|line| known.text(at, line)).collect();
    if !text.is_empty() {
        // Nobody is told that nobody can be told.
        let _ = log::append(folder, &text);
    }
}

fn work(folder: &Path, inbox: &Receiver<Message>) {
    let mut known = Known::default();
    for message in inbox {
        match message {
            Message::Line(at, line) => {
                if let Some(text) = known.text(at, &line) {
                    // The log is the last to complain.
                    let _ = log::append(folder, &text);
                }
            }
            Message::Flush(reply) => drop(reply.try_send(())),
        }
    }
}

/// What is known of the sessions, to tell them by their ids.
#[derive(Default)]
struct Known {
    ids: BTreeMap<PathBuf, Uid>,
    /// What troubled a session last: it is told once, not with every try.
    troubled: BTreeMap<PathBuf, String>,
}

impl Known {
    /// The line as it is written; `None` if the same was told before.
    fn text(&mut self, at: Timestamp, line: &Line) -> Option<String> {
        let told = match line {
            Line::Started => format!("started version={}", env!("CARGO_PKG_VERSION")),
            Line::Opened { path, id, bytes, revision, access } => {
                self.ids.insert(path.clone(), *id);
                let bytes = bytes.map(|bytes| format!(" bytes={bytes}")).unwrap_or_default();
                format!("opened session={id}{bytes} revision={revision} access={access}")
            }
            Line::Told(id, news) => format!("{} session={id}", kind::of_news(news)),
            Line::Refused(refused) => format!("refused error={}", kind::of_refused(refused)),
            Line::Closed(path) => {
                let session = self.session(path);
                self.ids.remove(path);
                self.troubled.remove(path);
                format!("closed session={session}")
            }
            Line::Reported(report) => self.reported(report)?,
            Line::Panicked(file, line) => format!("panicked at={file}:{line}"),
            Line::HungUp => "hung-up".to_owned(),
            Line::Ended(end) => format!("ended how={}", kind::of_end(end)),
        };
        let pid = process::id();
        let mut text = String::new();
        let _ = writeln!(text, "{at} {pid} {told}");
        Some(text)
    }

    fn reported(&mut self, report: &Report) -> Option<String> {
        match report {
            Report::Saved { .. } => None,
            Report::Trouble { path, error, kept } => self.trouble(path, error, kept),
            Report::Well { path } => {
                self.troubled.remove(path);
                Some(format!("well session={}", self.session(path)))
            }
            Report::Moved { from, to, why } => {
                let told = format!("aside session={} why={}", self.session(from), kind::of_why(*why));
                if let Some(id) = self.ids.remove(from) {
                    self.ids.insert(to.clone(), id);
                }
                Some(told)
            }
            Report::Folded { path } => Some(format!("folded session={}", self.session(path))),
            Report::Unbacked { path, cause, .. } => {
                Some(format!("no-backup session={} error={}", self.session(path), kind::of_cause(cause)))
            }
        }
    }

    fn trouble(&mut self, path: &Path, error: &SaveError, kept: &Kept) -> Option<String> {
        let kept = match kept {
            Kept::In(_) => "yes",
            Kept::Nowhere => "no",
        };
        let told = format!(
            "not-saved session={} error={} kept={kept}",
            self.session(path),
            kind::of_save_error(error)
        );
        let before = self.troubled.insert(path.to_owned(), told.clone());
        (before.as_ref() != Some(&told)).then_some(told)
    }

    /// The id of the session in a file, as a word.
    fn session(&self, path: &Path) -> String {
        self.ids.get(path).map_or_else(|| "unknown".to_owned(), ToString::to_string)
    }
}
