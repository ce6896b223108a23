//! The real world: terminal, clock, signals and disk behind one channel. [`Real`].
//!
//! Six threads tell it what happens: input ([`input`]), signals ([`super::signals`]), hang-up ([`super::hangup`]), the
//! writer ([`crate::store::writer`]), files ([`files`]) and library ([`library`]); a seventh reads the decks once. Not
//! here: the loop ([`super::run`]), and how all this is started and ended ([`super::start`]).

mod files;
mod input;
mod library;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;

pub(super) use self::files::{Files, Task};
pub(super) use self::library::Library;
use super::clock::now;
use super::decks::decks;
use super::hangup;
use super::logbook::{Line, Logbook};
use super::sessions;
use super::signals::Signal;
use super::terminal::{self, Guard, Mouse};
use super::words::Words;
use super::world::World;
use crate::app::{Effect, Event};
use crate::domain::robustness::{Robustness, WeightsAre};
use crate::store::paths::Places;
use crate::store::storage::Storage;
use crate::store::writer::Writer;
use crate::text::catalogue::Arg;
use crate::text::safe::Safe;

/// How long the end waits for the disk.
pub(super) const LAST_SAVE: Duration = Duration::from_secs(2);

/// The number of the signal that says the terminal is gone.
const HANG_UP: u8 = 1;

/// What wakes the main thread: events, and what it has to do itself before there is one.
#[derive(Debug)]
pub(super) enum Wake {
    /// An event for the program.
    Event(Event),
    /// A signal.
    Signal(Signal),
    /// The terminal is gone, or cannot be read any more.
    Deaf,
    /// A thread has panicked, and the terminal is given back.
    Panicked,
}

/// Why the program ended, if it was not the user's wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    Signal(u8),
    Panic,
}

/// The world of a real terminal.
pub(super) struct Real {
    pub(super) inbox: Receiver<Wake>,
    pub(super) outbox: Sender<Wake>,
    pub(super) guard: Guard,
    pub(super) writer: Arc<Writer>,
    pub(super) files: Files,
    pub(super) words: Arc<Words>,
    pub(super) disk: Arc<dyn Storage>,
    pub(super) places: Places,
    pub(super) log: Logbook,
    /// Why it ends, if not by wish.
    pub(super) cause: Option<Cause>,
    /// Whether something could not be saved at the end.
    pub(super) lost: bool,
    /// Whether the next signal to continue answers a suspend of our own.
    pub(super) suspended: bool,
}

/// Starts the threads of the keys and of the terminal they come from.
///
/// # Errors
/// What the system says if it has no thread to give.
pub(super) fn listen(outbox: Sender<Wake>) -> std::io::Result<()> {
    let gone = outbox.clone();
    hangup::watch(move || {
        // Nobody may be left to hear it.
        let _ = gone.send(Wake::Deaf);
    })?;
    input::start(outbox)
}

impl World for Real {
    fn now(&self) -> Timestamp {
        now()
    }

    fn wait(&mut self, until: Option<Timestamp>) -> Event {
        loop {
            let wake = match until {
                None => self.inbox.recv().map_err(RecvTimeoutError::from),
                Some(until) => {
                    let left = Duration::try_from(until.duration_since(now())).unwrap_or_default();
                    self.inbox.recv_timeout(left)
                }
            };
            match wake {
                Ok(wake) => {
                    if let Some(event) = self.event(wake) {
                        return event;
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Event::Due,
                // It cannot be while we hold an outbox ourselves.
                Err(RecvTimeoutError::Disconnected) => return Event::Terminate,
            }
        }
    }

    fn pending(&mut self) -> Option<Event> {
        while let Ok(wake) = self.inbox.try_recv() {
            if let Some(event) = self.event(wake) {
                return Some(event);
            }
        }
        None
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Save { path, history } => self.writer.save(path, history),
            Effect::Snapshot(path) => self.writer.snapshot(path),
            Effect::Drafts { path, drafts } => self.writer.drafts(path, sessions::drafts(drafts)),
            Effect::List => self.files.ask(Task::List),
            Effect::Decks => self.read_decks(),
            Effect::Robustness { path, revision, session } => self.aside("robustness", move || {
                let robustness = Robustness::of(&session, WeightsAre::Drawn);
                Event::Robustness { path, revision, robustness }
            }),
            Effect::Templates => self.files.ask(Task::Templates),
            Effect::Open(path) => self.files.ask(Task::Open(path)),
            Effect::Create(title) => self.files.ask(Task::Create(title)),
            Effect::ExportChanges { path, history } => {
                self.files.ask(Task::ExportChanges { path, history });
            }
            Effect::Search(words) => self.files.ask(Task::Search(words)),
            Effect::FollowUp { path, step, action } => self.files.ask(Task::FollowUp { path, step, action }),
            Effect::Compare { from, to } => self.files.ask(Task::Compare { from, to }),
            Effect::CarryOver { from, title } => self.files.ask(Task::CarryOver { from, title }),
            Effect::OpenDemo => self.files.ask(Task::OpenDemo),
            Effect::Close(path) => self.files.ask(Task::Close(path)),
            Effect::ReadPaste { text, categories } => {
                self.files.ask(Task::ReadPaste(text, categories));
            }
            Effect::Bin(path) => self.files.ask(Task::Bin(path)),
            Effect::Restore(path) => self.files.ask(Task::Restore(path)),
            Effect::Follow(path) => self.files.ask(Task::Follow(path)),
            Effect::TakeOver(path) => self.files.ask(Task::TakeOver(path)),
            Effect::Accept(path) => self.files.ask(Task::Accept(path)),
            Effect::Mouse(on) => {
                if self.guard.set_mouse(if on { Mouse::On } else { Mouse::Off }).is_err() {
                    self.tell_key("shell-no-mouse");
                }
            }
            Effect::Suspend if terminal::leads_its_session() => self.tell_key("shell-no-suspend"),
            Effect::Suspend => {
                let event = self.suspend();
                self.tell(event);
            }
            Effect::Quit => self.lost = !self.writer.flush(LAST_SAVE),
            // The shell's own.
            Effect::NextTheme | Effect::Redraw => {}
        }
    }
}

impl Real {
    /// Does what has to be done on this thread; the event that follows, if one does.
    fn event(&mut self, wake: Wake) -> Option<Event> {
        match wake {
            Wake::Event(event) => {
                if let Event::Moved { from, to, .. } = &event {
                    self.files.ask(Task::Moved(from.clone(), to.clone()));
                }
                Some(event)
            }
            Wake::Signal(Signal::Terminate(number)) => {
                self.cause = Some(Cause::Signal(u8::try_from(number).unwrap_or(u8::MAX)));
                Some(Event::Terminate)
            }
            Wake::Signal(Signal::Stop) => Some(self.suspend()),
            Wake::Signal(Signal::Continue) if std::mem::take(&mut self.suspended) => None,
            Wake::Signal(Signal::Continue) => match self.guard.retake() {
                Ok(()) => Some(Event::Resized),
                Err(_) => Some(self.hang_up()),
            },
            Wake::Signal(Signal::HangUp) | Wake::Deaf => Some(self.hang_up()),
            Wake::Panicked => {
                self.cause = Some(Cause::Panic);
                Some(Event::Terminate)
            }
        }
    }

    /// Reads the decks on a thread of its own; without one there are none.
    fn read_decks(&self) {
        let (disk, places, words) = (Arc::clone(&self.disk), self.places.clone(), Arc::clone(&self.words));
        self.aside("decks", move || decks(&*disk, &places, &words));
    }

    /// Makes an event on a thread of its own, so that no frame waits for it.
    fn aside(&self, name: &str, make: impl FnOnce() -> Event + Send + 'static) {
        let outbox = self.outbox.clone();
        let started = thread::Builder::new().name(name.to_owned()).spawn(move || {
            // The main thread may have left already.
            let _ = outbox.send(Wake::Event(make()));
        });
        if let Err(error) = started {
            let cause = error.to_string();
            let args = [("cause", Arg::Text(&Safe::new(&cause)))];
            self.tell(Event::Trouble(self.words.catalogue().format("shell-no-thread", &args)));
        }
    }

    /// Stops until somebody continues the program.
    fn suspend(&mut self) -> Event {
        self.suspended = true;
        if self.guard.suspend().is_err() {
            // Should the terminal be gone, the next frame will tell.
            self.suspended = false;
            self.tell_key("shell-suspend-failed");
        }
        Event::Resized
    }

    /// The terminal is gone, or somebody says so: what is left is to save. One that still answers is given back.
    pub(super) fn hang_up(&mut self) -> Event {
        if !terminal::answers() {
            self.guard.abandon();
        }
        self.cause = Some(Cause::Signal(HANG_UP));
        self.log.note(Line::HungUp);
        Event::Terminate
    }

    fn tell(&self, event: Event) {
        // We hold the other end ourselves.
        let _ = self.outbox.send(Wake::Event(event));
    }

    fn tell_key(&self, key: &str) {
        self.tell(Event::Trouble(self.words.catalogue().text(key).to_owned()));
    }
}
