//! The writer's side of the channel: [`Desk`], what is known of each file, what waits, and when to try again.
//!
//! Not here: the handle ([`super::Writer`]) and how a file is saved ([`crate::store::atomic`]).

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use super::{Job, Make, Message, Report};
use crate::store::atomic::{self, Identity};
use crate::store::error::SaveError;
use crate::store::lock::Lock;
use crate::store::storage::Storage;

/// Everything the thread knows.
pub(super) struct Desk {
    storage: Arc<dyn Storage>,
    retry: Duration,
    report: Box<dyn Fn(Report) + Send>,
    files: BTreeMap<PathBuf, Sheet>,
    flushes: Vec<Flush>,
}

/// Somebody who waits for one file, or for all of them.
struct Flush {
    path: Option<PathBuf>,
    reply: Sender<bool>,
}

/// What is known of one file and what is still to be done for it.
#[derive(Default)]
struct Sheet {
    known: Option<Identity>,
    /// The lock of its session; a file we make ourselves needs none.
    lock: Option<Weak<Lock>>,
    unsaved: Option<Unsaved>,
}

/// A state that is not on disk yet.
struct Unsaved {
    revision: u64,
    content: Content,
    due: Due,
}

enum Content {
    ToMake(Make),
    Made(Vec<u8>),
    Unmakeable(String),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Due {
    Now,
    At(Instant),
    /// Only a newer state, or a flush, is worth another try.
    OnRequest,
}

impl Desk {
    pub(super) fn new(
        storage: Arc<dyn Storage>,
        retry: Duration,
        report: Box<dyn Fn(Report) + Send>,
    ) -> Self {
        Self { storage, retry, report, files: BTreeMap::new(), flushes: Vec::new() }
    }

    /// Works until the handle is dropped and what it had handed over was tried.
    pub(super) fn work(mut self, inbox: &Receiver<Message>) {
        let mut open = true;
        while open {
            open = self.wait(inbox);
            while let Some(path) = self.next_due() {
                self.attempt(&path);
                self.answer();
                self.take_all(inbox);
            }
            self.answer();
        }
    }

    /// Answers those whose files have all been tried.
    fn answer(&mut self) {
        for flush in std::mem::take(&mut self.flushes) {
            if self.unsaved(flush.path.as_deref()).any(|unsaved| unsaved.due == Due::Now) {
                self.flushes.push(flush);
            } else {
                let durable = self.unsaved(flush.path.as_deref()).next().is_none();
                // Whoever asked may have stopped waiting.
                let _ = flush.reply.send(durable);
            }
        }
    }

    /// What is not on disk yet of one file, or of all of them.
    fn unsaved(&self, path: Option<&Path>) -> impl Iterator<Item = &Unsaved> {
        let asked = self.files.iter().filter(move |(of, _)| path.is_none_or(|path| path == of.as_path()));
        asked.filter_map(|(_, sheet)| sheet.unsaved.as_ref())
    }

    /// Sleeps until there is a message or a retry is due; false once the handle is gone.
    fn wait(&mut self, inbox: &Receiver<Message>) -> bool {
        let first = match self.next_retry() {
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => inbox.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        let open = !matches!(first, Err(RecvTimeoutError::Disconnected));
        if let Ok(message) = first {
            self.take(message);
        }
        self.take_all(inbox);
        if !open {
            self.make_due(None);
        }
        open
    }

    fn take_all(&mut self, inbox: &Receiver<Message>) {
        for message in inbox.try_iter() {
            self.take(message);
        }
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Save(Job { path, revision, bytes }) => {
                let unsaved = Unsaved { revision, content: Content::ToMake(bytes), due: Due::Now };
                self.files.entry(path).or_default().unsaved = Some(unsaved);
            }
            Message::Adopt(path, adopted, lock) => {
                let sheet = self.files.entry(path).or_default();
                sheet.known = Some(adopted.identity);
                sheet.lock = Some(lock);
            }
            Message::Forget(path) => {
                self.files.remove(&path);
            }
            Message::Flush(path, reply) => {
                self.make_due(path.as_deref());
                self.flushes.push(Flush { path, reply });
            }
        }
    }

    /// Has one file, or all of them, tried at once.
    fn make_due(&mut self, path: Option<&Path>) {
        let asked = self.files.iter_mut().filter(|(of, _)| path.is_none_or(|path| path == of.as_path()));
        for unsaved in asked.filter_map(|(_, sheet)| sheet.unsaved.as_mut()) {
            unsaved.due = Due::Now;
        }
    }

    fn next_due(&self) -> Option<PathBuf> {
        let now = Instant::now();
        let is_due = |sheet: &Sheet| match sheet.unsaved.as_ref().map(|unsaved| unsaved.due) {
            Some(Due::Now) => true,
            Some(Due::At(at)) => at <= now,
            Some(Due::OnRequest) | None => false,
        };
        self.files.iter().find(|(_, sheet)| is_due(sheet)).map(|(path, _)| path.clone())
    }

    fn next_retry(&self) -> Option<Instant> {
        let at = |sheet: &Sheet| match sheet.unsaved.as_ref()?.due {
            Due::At(at) => Some(at),
            Due::Now | Due::OnRequest => None,
        };
        self.files.values().filter_map(at).min()
    }

    /// Tries to save what waits for this file and reports what came of it.
    fn attempt(&mut self, path: &Path) {
        let Some(sheet) = self.files.get_mut(path) else { return };
        let Some(Unsaved { revision, content, .. }) = sheet.unsaved.take() else { return };
        let content = content.made();
        let result = match &content {
            Content::Made(_) if sheet.is_locked_no_more() => {
                Err(SaveError::NotOurs { path: path.to_owned() })
            }
            Content::Made(bytes) => write(&*self.storage, path, bytes, sheet.known.as_ref()),
            Content::Unmakeable(reason) => {
                Err(SaveError::Unmade { path: path.to_owned(), reason: reason.clone() })
            }
            Content::ToMake(_) => return,
        };
        let path = path.to_owned();
        match result {
            Ok(identity) => {
                sheet.known = Some(identity);
                (self.report)(Report::Saved { path, revision });
            }
            Err(error) => {
                if let SaveError::Unproven { landed, .. } = &error {
                    sheet.known = Some(**landed);
                }
                let again = Instant::now().checked_add(self.retry).filter(|_| error.is_passing());
                let due = again.map_or(Due::OnRequest, Due::At);
                sheet.unsaved = Some(Unsaved { revision, content, due });
                (self.report)(Report::Failed { path, revision, error });
            }
        }
    }
}

impl Sheet {
    /// Whether somebody else could have the session by now.
    fn is_locked_no_more(&self) -> bool {
        self.lock.as_ref().is_some_and(|lock| lock.upgrade().is_none_or(|lock| !lock.is_ours()))
    }
}

impl Content {
    /// Makes the bytes, once. A panic in there must not take the writer of all other files with it.
    fn made(self) -> Self {
        match self {
            Self::ToMake(make) => match panic::catch_unwind(AssertUnwindSafe(make)) {
                Ok(Ok(bytes)) => Self::Made(bytes),
                Ok(Err(reason)) => Self::Unmakeable(reason),
                Err(_) => Self::Unmakeable("an internal error".to_owned()),
            },
            Self::Made(_) | Self::Unmakeable(_) => self,
        }
    }
}

fn write(
    storage: &dyn Storage,
    path: &Path,
    bytes: &[u8],
    known: Option<&Identity>,
) -> Result<Identity, SaveError> {
    match known {
        Some(known) => atomic::replace(storage, path, bytes, Some(known)),
        None => atomic::create(storage, path, bytes),
    }
}
