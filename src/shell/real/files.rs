//! The thread of the files: one task after the other, so that a session is let go before the next is opened.
//!
//! Not here: what a task does ([`Sessions`]), and the list, which has a thread of its own ([`super::library`]).

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::{Library, Wake};
use crate::app::Event;
use crate::app::event::Deed;
use crate::domain::{Category, History, Key, Title};
use crate::shell::clock::now;
use crate::shell::paste;
use crate::shell::sessions::Sessions;
use crate::shell::words::{Refused, Words};

/// What there is to do.
#[derive(Debug)]
pub(in crate::shell) enum Task {
    /// List the sessions.
    List,
    /// Read the templates.
    Templates,
    /// Open a session.
    Open(PathBuf),
    /// Make one.
    Create(Title),
    /// Write the log of changes of a session into a file.
    ExportChanges {
        /// The file of the session.
        path: PathBuf,
        /// The session.
        history: Box<History>,
    },
    /// Search the texts of all sessions.
    Search(String),
    /// Do something in a session that is not open.
    FollowUp {
        /// Its file.
        path: PathBuf,
        /// What.
        step: Deed,
        /// The name of the action.
        action: Key,
    },
    /// Read two sessions to compare them.
    Compare {
        /// The file of the first one.
        from: PathBuf,
        /// The file of the second one.
        to: PathBuf,
    },
    /// Make a session that goes on from this one.
    CarryOver {
        /// The file of the earlier one.
        from: PathBuf,
        /// What it is called.
        title: Title,
    },
    /// Make the demo.
    OpenDemo,
    /// Let go of a session.
    Close(PathBuf),
    /// An open session goes on in another file.
    Moved(PathBuf, PathBuf),
    /// Read the risks in a pasted text.
    ReadPaste(String, Vec<Category>),
    /// Move one into the bin.
    Bin(PathBuf),
    /// Move one out of it.
    Restore(PathBuf),
    /// Look whether another window has changed one.
    Follow(PathBuf),
    /// Try to get one that another window had.
    TakeOver(PathBuf),
    /// Keep what was edited outside the program.
    Accept(PathBuf),
}

/// A handle on the thread.
#[derive(Debug, Clone)]
pub(in crate::shell) struct Files {
    tasks: Sender<Task>,
}

impl Files {
    /// Starts the thread; its answers go to the outbox.
    ///
    /// # Errors
    /// What the system says if it has no thread to give.
    pub(in crate::shell) fn start(
        mut sessions: Sessions,
        library: Library,
        words: Arc<Words>,
        outbox: Sender<Wake>,
    ) -> io::Result<Self> {
        let (tasks, inbox) = mpsc::channel();
        thread::Builder::new().name("files".to_owned()).spawn(move || {
            let mut is_first = true;
            for task in inbox {
                if matches!(task, Task::List) && std::mem::take(&mut is_first) {
                    for news in sessions.bring_back_orphans() {
                        let told = Event::Trouble(sessions.told(&news));
                        if outbox.send(Wake::Event(told)).is_err() {
                            return;
                        }
                    }
                }
                let answer = work(&mut sessions, &library, &words, task);
                let told = answer.map_or(Ok(()), |event| outbox.send(Wake::Event(event)));
                if told.is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { tasks })
    }

    /// Asks for something to be done, and does not wait.
    pub(in crate::shell) fn ask(&self, task: Task) {
        // The thread ends with the program.
        let _ = self.tasks.send(task);
    }
}

fn work(sessions: &mut Sessions, library: &Library, words: &Words, task: Task) -> Option<Event> {
    match task {
        Task::List => {
            library.scan();
            None
        }
        Task::Templates => Some(sessions.templates()),
        Task::Open(path) => {
            let outcome = sessions.open(&path, now());
            Some(sessions.opened(outcome, &path))
        }
        Task::ExportChanges { path, history } => Some(sessions.export_changes(&path, &history)),
        Task::Search(words) => {
            library.search(words);
            None
        }
        Task::FollowUp { path, step, action } => Some(sessions.follow_up(&path, step, action, now())),
        Task::Compare { from, to } => Some(sessions.compare(&from, &to)),
        Task::CarryOver { from, title } => {
            let outcome = sessions.carry_over(&from, title, now());
            Some(sessions.opened(outcome, &from))
        }
        Task::Create(title) => {
            let outcome = sessions.create(title, now());
            Some(sessions.opened(outcome, Path::new("")))
        }
        Task::OpenDemo => {
            let outcome = sessions.open_demo(now());
            Some(sessions.opened(outcome, Path::new("")))
        }
        Task::TakeOver(path) => {
            let outcome = sessions.try_again(&path, now())?;
            Some(sessions.opened(outcome, &path))
        }
        Task::Accept(path) => {
            let outcome = sessions.accept(&path, now());
            Some(sessions.opened(outcome, &path))
        }
        Task::Follow(path) => {
            let history = sessions.follow(&path)?;
            Some(Event::Followed { path, history: Box::new(history) })
        }
        Task::Close(path) => {
            let durable = sessions.close(&path);
            (!durable).then(|| Event::Trouble(words.refused(&Refused::NotDurable, &path)))
        }
        Task::Moved(from, to) => {
            sessions.moved(&from, &to);
            None
        }
        Task::ReadPaste(text, categories) => Some(paste::read(&text, &categories, words)),
        Task::Bin(path) => moved(sessions.bin(&path, now()), &path, library, words),
        Task::Restore(path) => moved(sessions.restore(&path), &path, library, words),
    }
}

fn moved(outcome: Result<(), Refused>, path: &Path, library: &Library, words: &Words) -> Option<Event> {
    library.scan();
    outcome.err().map(|refused| Event::Trouble(words.refused(&refused, path)))
}
