//! The watch over the terminal itself: a thread that learns when it is gone, even if nobody sends a signal.
//!
//! A closed terminal sends SIGHUP to the programs it controls only. One that is none of ours, or a signal that is
//! blocked, would leave the program waiting for keys that never come. The thread waits for nothing but a hang-up or an
//! error, which the system reports without being asked, so that it never wakes otherwise. Not here: what is done about
//! it (`real`).

use std::io;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

/// Starts the thread; `tell` is called on it when the terminal is gone.
///
/// # Errors
/// What the system says if it has no thread to give.
pub(super) fn watch(tell: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("hang-up".to_owned()).spawn(move || {
        if is_gone() {
            tell();
        }
    })?;
    Ok(())
}

/// Waits until the terminal is gone; `false` where the system cannot watch it.
fn is_gone() -> bool {
    let mut terminal = [PollFd::from_borrowed_fd(rustix::stdio::stdin(), PollFlags::empty())];
    loop {
        match poll(&mut terminal, None) {
            Ok(_) => {
                let [terminal] = &terminal;
                return terminal.revents().intersects(PollFlags::HUP | PollFlags::ERR);
            }
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
