//! What wakes the program and what it asks of the world: two closed lists.
//!
//! The shell turns keys, signals and reports of the writer into [`Event`]s and carries out [`Effect`]s.

use std::path::PathBuf;

use super::Chord;
use super::home::Listing;
use crate::domain::{History, Title};

/// What wakes the program.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Chord),
    /// Text was pasted.
    Paste(String),
    /// The mouse was clicked at this column and row.
    Click {
        /// Column from 0.
        column: u16,
        /// Row from 0.
        row: u16,
    },
    /// The wheel was turned by so many rows, down if positive.
    Wheel(i16),
    /// The window has another size now, or must be drawn again.
    Resized,
    /// The next due time has come.
    Due,
    /// The sessions there are.
    Listed(Vec<Listing>),
    /// A session was read, or made.
    Opened {
        /// Where it lies.
        path: PathBuf,
        /// The session with its history.
        history: Box<History>,
    },
    /// Something the world was asked for did not work, in a sentence.
    Trouble(String),
    /// A snapshot that holds this revision is on disk.
    Saved {
        /// Where.
        path: PathBuf,
        /// The number of its last entry.
        revision: u64,
    },
    /// A snapshot could not be written.
    NotSaved {
        /// Where.
        path: PathBuf,
        /// Why, in a sentence.
        sentence: String,
        /// Whether it is tried again.
        again: Again,
    },
    /// The system asks the program to end.
    Terminate,
}

/// Whether a snapshot that could not be written is tried again by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Again {
    /// In a moment.
    Soon,
    /// Only after the next change: nothing else would make a difference.
    Never,
}

/// What the program asks of the world.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Bring the newest state of a session to disk; answered by `Saved` or `NotSaved`.
    Save {
        /// Where.
        path: PathBuf,
        /// The state.
        history: Box<History>,
    },
    /// List the sessions; answered by `Listed`.
    List,
    /// Read a session and lock it; answered by `Opened` or `Trouble`.
    Open(PathBuf),
    /// Make a session, write it and lock it; answered by `Opened` or `Trouble`.
    Create(Title),
    /// Make the demo session of today; answered by `Opened` or `Trouble`.
    OpenDemo,
    /// Let go of a session that was open.
    Close(PathBuf),
    /// Move a session into the bin, then list.
    Bin(PathBuf),
    /// Move a session out of the bin, then list.
    Restore(PathBuf),
    /// Turn mouse reports on or off.
    Mouse(bool),
    /// Draw with the next theme.
    NextTheme,
    /// Draw every cell again.
    Redraw,
    /// Stop until continued by the user's shell.
    Suspend,
    /// End.
    Quit,
}
