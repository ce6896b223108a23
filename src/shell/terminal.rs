//! The terminal is taken and given back: [`Guard`].
//!
//! It goes in this order: terminal checks, panic hook, raw mode, alternate screen, paste, mouse. It comes back once,
//! each step best effort, whoever is first: the guard's end, a panic on any thread, or a second SIGTERM.
//!
//! The kitty keyboard protocol is left out: asking for it costs up to two seconds on a terminal that does not answer
//! and fights with the input thread for the answer, and asking blindly prints garbage on some. Every key of ours can
//! be told without it. Focus reports are not asked for either.
//!
//! Not here: the frames ([`super::out`]), the input thread, and what a signal does ([`super::signals`]).

use std::io::{self, IsTerminal, Write};
use std::panic::{self, Location};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{ResetColor, force_color_output};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use rustix::process::{Signal, getpid, getsid, kill_current_process_group};

use super::out::send;

/// Buttons, the wheel and drags, in coordinates without a limit. Crossterm's own command would report every movement
/// too, and so wake the program for nothing.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";

const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(50);

/// Whether there is something to give back. The one who clears it gives it back.
static OURS: AtomicBool = AtomicBool::new(false);
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Whether the mouse speaks to us or, as everywhere else, to the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Mouse {
    /// The terminal's own selection works.
    Off,
    /// Clicks and the wheel come to us.
    On,
}

/// Why there is no terminal to work on.
#[derive(Debug, thiserror::Error)]
pub(super) enum TerminalError {
    /// Standard input is a file or a pipe.
    #[error("standard input is not a terminal")]
    Input,
    /// Standard output is a file or a pipe.
    #[error("standard output is not a terminal")]
    Output,
    /// The terminal refused.
    #[error("the terminal cannot be used: {0}")]
    Refused(#[from] io::Error),
}

/// The terminal while it is ours; it is given back when this is dropped. There is one at a time.
#[derive(Debug)]
pub(super) struct Guard(());

#[expect(
    clippy::unused_self,
    reason = "the guard is the proof that the terminal is ours; its state is in the kernel"
)]
impl Guard {
    /// Takes the terminal, and from now on gives it back on a panic of any thread.
    ///
    /// Then `rescue` is called first with the place, on the panicking thread, to bring what is unsaved to the disk; it must not
    /// panic and not wait for long. After it the terminal is restored and one line names the place, never the
    /// content. A panic of another thread leaves the main loop running without a screen: `rescue` also has to tell it
    /// to end.
    ///
    /// # Errors
    /// [`TerminalError`], and the terminal is as it was.
    pub(super) fn enter(
        mouse: Mouse,
        rescue: impl Fn(Option<&Location<'_>>) + Send + Sync + 'static,
    ) -> Result<Self, TerminalError> {
        if !io::stdin().is_terminal() {
            return Err(TerminalError::Input);
        }
        if !io::stdout().is_terminal() {
            return Err(TerminalError::Output);
        }
        force_color_output(true);
        hook_panics(rescue);
        MOUSE.store(mouse == Mouse::On, Ordering::SeqCst);
        take().inspect_err(|_| restore())?;
        Ok(Self(()))
    }

    /// Gives the terminal back, stops the whole process group until somebody continues it, and takes the terminal
    /// again.
    ///
    /// To be called on the main thread, which is the one the system stops first. Everything must be drawn again after
    /// it.
    ///
    /// # Errors
    /// What the system says if it cannot stop us, or if the terminal was not to be had in ten tries.
    pub(super) fn suspend(&self) -> io::Result<()> {
        restore();
        let stopped = kill_current_process_group(Signal::STOP);
        let taken = take_patiently();
        stopped.map_err(io::Error::from).and(taken)
    }

    /// Takes the terminal again when somebody else stopped and continued us, and the shell has changed its modes
    /// meanwhile. Everything must be drawn again after it.
    ///
    /// # Errors
    /// What the system says if the terminal was not to be had in ten tries.
    pub(super) fn retake(&self) -> io::Result<()> {
        // Raw mode is set anew only if it was left before.
        disable_raw_mode()?;
        take_patiently()
    }

    /// Asks for the mouse or gives it up, at any time; a terminal that is not ours is not spoken to.
    ///
    /// # Errors
    /// What the terminal says.
    pub(super) fn set_mouse(&self, mouse: Mouse) -> io::Result<()> {
        MOUSE.store(mouse == Mouse::On, Ordering::SeqCst);
        let mut bytes = Vec::new();
        match mouse {
            Mouse::On => bytes.extend_from_slice(MOUSE_ON),
            Mouse::Off => queue!(bytes, DisableMouseCapture)?,
        }
        if is_ours() { send(&bytes) } else { Ok(()) }
    }

    /// Forgets the terminal without touching it: for when it has hung up.
    pub(super) fn abandon(&self) {
        OURS.store(false, Ordering::SeqCst);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether the terminal is taken.
#[must_use]
pub(super) fn is_ours() -> bool {
    OURS.load(Ordering::SeqCst)
}

/// Whether the terminal is still there; one that was closed answers every question with an error.
#[must_use]
pub(super) fn answers() -> bool {
    rustix::termios::tcgetattr(rustix::stdio::stdin()).is_ok()
}

/// Whether nobody could continue us after a suspend, because we are the first program of this terminal: then a
/// person's wish to suspend is better refused.
#[must_use]
pub(super) fn leads_its_session() -> bool {
    getsid(None).is_ok_and(|session| session == getpid())
}

/// Gives the terminal back as it was, each step best effort; does nothing if it is not ours.
pub(super) fn restore() {
    if !OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    // All errors are dropped: on a dying terminal the next step may still work, and there is nobody left to tell.
    let mut bytes = Vec::new();
    let _ = queue!(bytes, DisableBracketedPaste);
    if MOUSE.load(Ordering::SeqCst) {
        let _ = queue!(bytes, DisableMouseCapture);
    }
    let _ = queue!(bytes, ResetColor, LeaveAlternateScreen, Show);
    let _ = send(&bytes);
    let _ = disable_raw_mode();
}

/// Takes the terminal as soon as it is to be had: just continued, we may not be in the foreground yet.
fn take_patiently() -> io::Result<()> {
    let mut taken = take();
    for _ in 1..TRIES {
        if taken.is_ok() {
            break;
        }
        thread::sleep(PAUSE);
        taken = take();
    }
    taken
}

/// Raw mode, alternate screen, paste, mouse, and a clear screen.
fn take() -> io::Result<()> {
    OURS.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste)?;
    if MOUSE.load(Ordering::SeqCst) {
        bytes.extend_from_slice(MOUSE_ON);
    }
    queue!(bytes, Clear(ClearType::All))?;
    send(&bytes)
}

/// Replaces std's hook, which would print the content of the panic over the screen.
fn hook_panics(rescue: impl Fn(Option<&Location<'_>>) + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |panic| {
        rescue(panic.location());
        restore();
        if let Some(place) = panic.location() {
            let line = format!("riskroom stopped at {}:{}\n", place.file(), place.line());
            let _ = io::stderr().write_all(line.as_bytes());
        }
    }));
}
