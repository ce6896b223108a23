//! The thread of the keys: the only one that reads the terminal.
//!
//! Not here: which chord a key is ([`crate::shell::keys`]).

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{self, MouseButton, MouseEvent, MouseEventKind};

use super::Wake;
use crate::app::Event;
use crate::shell::keys;

/// Rows per notch of the wheel.
const NOTCH: i16 = 3;

/// Starts the thread. It ends with the program, or when the terminal is gone.
pub(super) fn start(outbox: Sender<Wake>) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        while let Ok(event) = event::read() {
            let told = translated(event).map_or(Ok(()), |event| outbox.send(Wake::Event(event)));
            if told.is_err() {
                return;
            }
        }
        // Nobody may be left to hear it.
        let _ = outbox.send(Wake::Deaf);
    })?;
    Ok(())
}

fn translated(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) => keys::chord(&key).map(Event::Key),
        event::Event::Paste(text) => Some(Event::Paste(text)),
        event::Event::Mouse(mouse) => clicked(mouse),
        event::Event::Resize(..) => Some(Event::Resized),
        event::Event::FocusGained | event::Event::FocusLost => None,
    }
}

fn clicked(mouse: MouseEvent) -> Option<Event> {
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            Some(Event::Click { column: mouse.column, row: mouse.row })
        }
        MouseEventKind::ScrollDown => Some(Event::Wheel(NOTCH)),
        MouseEventKind::ScrollUp => Some(Event::Wheel(-NOTCH)),
        MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => None,
    }
}
