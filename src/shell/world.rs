//! All that the loop asks of the world: [`World`].
//!
//! Not here: the loop ([`super::run`]), the world of terminal, clock and disk (`real`), and that of the tests,
//! which have one of their own.

use jiff::Timestamp;

use crate::app::{Effect, Event};

/// Clock, events and effects; nothing else reaches the program from outside, or the outside from it.
pub trait World {
    /// The time.
    fn now(&self) -> Timestamp;

    /// Waits for the next event; if there is none until then, that is one, too: [`Event::Due`].
    fn wait(&mut self, until: Option<Timestamp>) -> Event;

    /// An event that has come already.
    fn pending(&mut self) -> Option<Event>;

    /// Does what the program asks for, without making it wait: answers come as events. Only [`Effect::Quit`] may take
    /// its time, to bring to disk what is not there yet.
    fn perform(&mut self, effect: Effect);
}
