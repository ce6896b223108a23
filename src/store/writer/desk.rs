//! The writer's side of the channel: [`Desk`], which session is due for what, and who waits.
//!
//! Not here: the handle ([`super::Writer`]), and what is done for a session that is due ([`super::sheet`]).

use std::collections::BTreeMap;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Instant;

use jiff::{Timestamp, Zoned};

use super::sheet::{Due, Sheet};
use super::{Kept, Message, Report, Ways};
use crate::store::error::SaveError;
use crate::store::paths::Places;
use crate::store::storage::Storage;

/// What every session is written with.
pub(super) struct Tools {
    pub(super) ways: Ways,
    pub(super) storage: Arc<dyn Storage>,
    pub(super) places: Places,
    pub(super) clock: Box<dyn Fn() -> Zoned + Send>,
    pub(super) report: Box<dyn Fn(Report) + Send>,
    /// When the thread began: what is older was left by others.
    pub(super) began: Timestamp,
}

/// Everything the thread knows.
pub(super) struct Desk {
    tools: Tools,
    sheets: BTreeMap<PathBuf, Sheet>,
    /// Where sessions have gone, for messages that still name the file they left.
    moved: BTreeMap<PathBuf, PathBuf>,
    flushes: Vec<Flush>,
}

/// Somebody who waits for one file, or for all of them.
struct Flush {
    path: Option<PathBuf>,
    reply: Sender<bool>,
}

impl Desk {
    pub(super) fn new(
        ways: Ways,
        storage: Arc<dyn Storage>,
        places: Places,
        clock: Box<dyn Fn() -> Zoned + Send>,
        report: Box<dyn Fn(Report) + Send>,
    ) -> Self {
        let began = clock().timestamp();
        let tools = Tools { ways, storage, places, clock, report, began };
        Self { tools, sheets: BTreeMap::new(), moved: BTreeMap::new(), flushes: Vec::new() }
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

    /// Takes what has come, after waiting for something to come or to fall due; whether more can come.
    fn wait(&mut self, inbox: &Receiver<Message>) -> bool {
        let next = self.sheets.values().filter_map(|sheet| match sheet.due(&self.tools.ways) {
            Due::Now => Some(Instant::now()),
            Due::At(at) => Some(at),
            Due::Never => None,
        });
        let first = match next.min() {
            None => inbox.recv().map_err(RecvTimeoutError::from),
            Some(at) => inbox.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        let open = !matches!(first, Err(RecvTimeoutError::Disconnected));
        if let Ok(message) = first {
            self.take(message);
        }
        self.take_all(inbox);
        if !open {
            self.sheets.values_mut().for_each(Sheet::ask_for_all);
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
            Message::Adopt(path, adopted, lock) => {
                self.moved.remove(&path);
                self.sheets.insert(path.clone(), Sheet::new(path, adopted, lock));
            }
            Message::Save(path, history) => match self.sheet(&path) {
                Some(sheet) => sheet.save(*history),
                None => self.refuse(path),
            },
            Message::Drafts(path, drafts) => match self.sheet(&path) {
                Some(sheet) => sheet.leave(drafts),
                None if drafts.is_empty() => {}
                None => self.refuse(path),
            },
            Message::Snapshot(path) => {
                if let Some(sheet) = self.sheet(&path) {
                    sheet.ask_for_file();
                }
            }
            Message::Forget(path) => {
                let path = self.name(path);
                self.sheets.remove(&path);
                self.moved.retain(|_, to| *to != path);
            }
            Message::Flush(path, reply) => {
                let path = path.map(|path| self.name(path));
                self.asked(path.as_deref()).for_each(Sheet::ask_for_all);
                self.flushes.push(Flush { path, reply });
            }
            Message::Settle(reply) => self.flushes.push(Flush { path: None, reply }),
        }
    }

    /// A session nobody has given into our charge is not ours to write.
    fn refuse(&self, path: PathBuf) {
        let error = SaveError::NotOurs { path: path.clone() };
        (self.tools.report)(Report::Trouble { path, error, kept: Kept::Nowhere });
    }

    /// The name a session goes by now.
    fn name(&self, path: PathBuf) -> PathBuf {
        self.moved.get(&path).cloned().unwrap_or(path)
    }

    fn sheet(&mut self, path: &Path) -> Option<&mut Sheet> {
        let path = self.moved.get(path).map_or(path, PathBuf::as_path);
        self.sheets.get_mut(path)
    }

    /// One session, or all of them.
    fn asked(&mut self, path: Option<&Path>) -> impl Iterator<Item = &mut Sheet> {
        let is_asked = move |of: &Path| path.is_none_or(|path| path == of);
        self.sheets.iter_mut().filter(move |(of, _)| is_asked(of)).map(|(_, sheet)| sheet)
    }

    fn next_due(&self) -> Option<PathBuf> {
        let now = Instant::now();
        let is_due = |sheet: &Sheet| match sheet.due(&self.tools.ways) {
            Due::Now => true,
            Due::At(at) => at <= now,
            Due::Never => false,
        };
        self.sheets.iter().find(|(_, sheet)| is_due(sheet)).map(|(path, _)| path.clone())
    }

    /// Does what is due for a session, and follows it where it goes.
    fn attempt(&mut self, path: &Path) {
        let Some(mut sheet) = self.sheets.remove(path) else { return };
        sheet.attempt(&self.tools);
        let to = sheet.path().to_owned();
        if to != path {
            self.moved
                .values_mut()
                .filter(|name| name.as_path() == path)
                .for_each(|name| name.clone_from(&to));
            self.moved.insert(path.to_owned(), to.clone());
            for flush in &mut self.flushes {
                if flush.path.as_deref() == Some(path) {
                    flush.path = Some(to.clone());
                }
            }
        }
        self.sheets.insert(to, sheet);
    }

    /// Answers those for whom nothing is left to be tried.
    fn answer(&mut self) {
        for flush in mem::take(&mut self.flushes) {
            let ways = self.tools.ways;
            if self.asked(flush.path.as_deref()).any(|sheet| sheet.due(&ways) == Due::Now) {
                self.flushes.push(flush);
            } else {
                let stays = self.asked(flush.path.as_deref()).all(|sheet| sheet.is_on_disk_to_stay());
                // Whoever asked may have stopped waiting.
                let _ = flush.reply.send(stays);
            }
        }
    }
}
