//! What the system tells the program: [`Watch`], a thread that turns signals into [`Signal`] values.
//!
//! Not here: what is done about them, resizes (crossterm's), and a terminal that is closed without a signal ([`super::hangup`]).

use std::io;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::emulate_default_handler;

use super::terminal;

/// A second SIGTERM within this time ends the program at once.
const IMPATIENT: Duration = Duration::from_secs(2);

/// How long the terminal may take to be given back before that end.
const LAST_WORDS: Duration = Duration::from_millis(300);

/// A signal the program acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Signal {
    /// End in order; the number makes the exit code, 128 + n.
    Terminate(i32),
    /// End in order without a word: the terminal is gone.
    HangUp,
    /// Suspend: give the terminal back and stop.
    Stop,
    /// The program goes on after a stop, perhaps one it was not asked about: take the terminal again
    /// ([`terminal::Guard::retake`]) and draw everything.
    Continue,
}

/// The watch over the signals; dropping it ends its thread, and the signals are ignored from then on.
#[derive(Debug)]
pub(super) struct Watch {
    handle: Handle,
}

impl Watch {
    /// Starts the thread; `tell` is called on it for every signal.
    ///
    /// # Errors
    /// What the system says if it lets us have no handler or no thread.
    pub(super) fn start(tell: impl Fn(Signal) + Send + 'static) -> io::Result<Self> {
        let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT])?;
        let handle = signals.handle();
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            let mut last = None;
            for number in signals.forever() {
                if number == SIGTERM && is_second(last.replace(Instant::now())) {
                    kill();
                }
                tell(signal(number));
            }
        })?;
        Ok(Self { handle })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.handle.close();
    }
}

fn signal(number: i32) -> Signal {
    match number {
        SIGHUP => Signal::HangUp,
        SIGTSTP => Signal::Stop,
        SIGCONT => Signal::Continue,
        other => Signal::Terminate(other),
    }
}

fn is_second(last: Option<Instant>) -> bool {
    last.is_some_and(|last| last.elapsed() <= IMPATIENT)
}

/// Gives the terminal back if that is possible without waiting for it, and dies of SIGTERM.
fn kill() {
    let (done, wait) = mpsc::channel();
    let helper = thread::Builder::new().spawn(move || {
        terminal::restore();
        done.send(())
    });
    if helper.is_ok() {
        // Done or not: now is the end.
        let _ = wait.recv_timeout(LAST_WORDS);
    }
    // It fails for signals that do not exist only.
    let _ = emulate_default_handler(SIGTERM);
}
