//! What wakes the program and what it asks of the world: two closed lists.
//!
//! The shell turns keys, signals and reports of the writer into [`Event`]s and carries out [`Effect`]s.

use std::path::PathBuf;
use std::sync::Arc;

use super::Chord;
use super::compare::Compared;
use super::home::Listing;
use super::home::found::Found;
use super::paste::Pasted;
use super::prepare::Offered;
use crate::domain::robustness::Robustness;
use crate::domain::summary::{FollowUp, FollowUpEdit};
use crate::domain::{Category, Deck, History, Key, Session, Title};

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
    /// The decks of prompt cards there are.
    Decks {
        /// In the language of the screen, or in none.
        offered: Vec<Deck>,
        /// In other languages.
        others: Vec<Deck>,
        /// Why some are left out, in sentences.
        troubles: Vec<String>,
    },
    /// A session was read, or made.
    Opened {
        /// Where it lies.
        path: PathBuf,
        /// The session with its history.
        history: Box<History>,
        /// What is to be known of it.
        welcome: Box<Welcome>,
    },
    /// A session that is only read here was changed by the window that writes it.
    Followed {
        /// Where it lies.
        path: PathBuf,
        /// The session with its history.
        history: Box<History>,
    },
    /// The templates a session can be made from.
    Templates {
        /// Those that can be read.
        templates: Vec<Offered>,
        /// What is wrong with each of the others, in a sentence.
        broken: Vec<String>,
    },
    /// Something the world was asked for did not work, in a sentence.
    Trouble(String),
    /// This revision is on disk, in the file or in the journal, and survives a power cut.
    Saved {
        /// Where.
        path: PathBuf,
        /// The number of its last entry.
        revision: u64,
    },
    /// Something could not be written where it belongs.
    NotSaved {
        /// Where.
        path: PathBuf,
        /// Why, in a sentence.
        sentence: String,
        /// Whether it is tried again.
        again: Again,
        /// The folder that keeps the changes meanwhile; `None` if nothing on any disk does.
        kept: Option<String>,
    },
    /// What could not be written is where it belongs now.
    Well(PathBuf),
    /// The work on a session goes on in another file.
    Moved {
        /// Where it was.
        from: PathBuf,
        /// Where it is.
        to: PathBuf,
        /// Why, in a sentence.
        sentence: String,
    },
    /// What was found in a pasted text, or why it cannot be read, in a sentence.
    PasteRead(Result<Pasted, String>),
    /// How firm the ranks of a session are.
    Robustness {
        /// Where the session lies.
        path: PathBuf,
        /// The number of the last entry of the state it is of.
        revision: u64,
        /// The answer.
        robustness: Robustness,
    },
    /// So many files of the library have been looked at.
    Reading {
        /// So many.
        done: usize,
        /// Of so many.
        of: usize,
    },
    /// A file was written, with this name.
    Exported(String),
    /// What was found in the texts of all sessions.
    Found(Found),
    /// Something was done in a session that is not open, and is on disk.
    FollowedUp {
        /// Its file.
        path: PathBuf,
        /// What was done.
        step: Deed,
        /// The number of the entry that it is in the history.
        seq: u64,
    },
    /// It could not be done; told in a sentence.
    NotFollowedUp(String),
    /// Two sessions that were asked for to be compared.
    Compared {
        /// The first one.
        before: Box<Compared>,
        /// The second one.
        after: Box<Compared>,
    },
    /// The system asks the program to end.
    Terminate,
}

/// What may be done with a session that was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Access {
    /// Everything.
    #[default]
    Full,
    /// It is open in another window: it is read only, and followed.
    Elsewhere {
        /// By whom and since when, in a sentence.
        sentence: String,
    },
    /// It was edited outside the program: it is read only until that is accepted.
    HandEdited {
        /// How many differences there are, in a sentence.
        sentence: String,
        /// What the edit changed, one line each.
        differences: Vec<String>,
    },
    /// It cannot be written now, because something is in the way that may pass: it is read only until trying again
    /// succeeds.
    Barred {
        /// What, and what to do, in a sentence.
        sentence: String,
    },
}

impl Access {
    /// Whether the session can be changed here.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        matches!(self, Self::Full)
    }

    /// Why it cannot, in a sentence.
    #[must_use]
    pub fn sentence(&self) -> Option<&str> {
        match self {
            Self::Full => None,
            Self::Elsewhere { sentence } | Self::HandEdited { sentence, .. } | Self::Barred { sentence } => {
                Some(sentence)
            }
        }
    }
}

/// What is to be known of a session that was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Welcome {
    /// What may be done with it.
    pub access: Access,
    /// What happened to it, in sentences, the most important first.
    pub news: Vec<String>,
    /// The texts left unfinished, with what they are for.
    pub drafts: Vec<(String, String)>,
}

/// Whether a snapshot that could not be written is tried again by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Again {
    /// In a moment.
    Soon,
    /// Only after the next change: nothing else would make a difference.
    Never,
}

/// What is done in a session that is not open.
#[derive(Debug, Clone)]
pub enum Deed {
    /// A solution that is as it was listed is changed.
    Edit {
        /// As it was listed.
        was: FollowUp,
        /// What changes.
        edit: FollowUpEdit,
    },
    /// The action of this number is taken back, if it is still the last.
    Undo(u64),
}

/// What the program asks of the world.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Make the newest state of a session durable; answered by `Saved`, `NotSaved`, `Well` and `Moved`.
    Save {
        /// Where.
        path: PathBuf,
        /// The state.
        history: Box<History>,
    },
    /// Write the whole file of a session, if it is not of the newest state.
    Snapshot(PathBuf),
    /// Keep texts left unfinished, instead of those kept before.
    Drafts {
        /// Where the session lies.
        path: PathBuf,
        /// All texts of this session, with what they are for.
        drafts: Vec<(String, String)>,
    },
    /// Look whether another window has changed a session that is only read here; answered by `Followed` if so.
    Follow(PathBuf),
    /// Try to get full access to a session that is open in another window; answered by `Opened` or `Trouble`.
    TakeOver(PathBuf),
    /// Keep what was edited outside the program, and get full access; answered by `Opened` or `Trouble`.
    Accept(PathBuf),
    /// List the sessions; answered by `Listed`.
    List,
    /// Read the decks of prompt cards; answered by `Decks`.
    Decks,
    /// Draw how firm the ranks of a session are, while the screen goes on; answered by `Robustness`.
    Robustness {
        /// Where the session lies.
        path: PathBuf,
        /// The number of the last entry of the state.
        revision: u64,
        /// The state.
        session: Arc<Session>,
    },
    /// Read the templates there are; answered by `Templates`.
    Templates,
    /// Read a session and lock it; answered by `Opened` or `Trouble`.
    Open(PathBuf),
    /// Make a session, write it and lock it; answered by `Opened` or `Trouble`.
    Create(Title),
    /// Write the log of changes of a session into a file that was not there.
    ExportChanges {
        /// The file of the session.
        path: PathBuf,
        /// The session.
        history: Box<History>,
    },
    /// Search the texts of all sessions.
    Search(String),
    /// Do something in a session that is not open, and save it; answered by `FollowedUp` or `NotFollowedUp`.
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
    /// Make a session that goes on from this one, and open it.
    CarryOver {
        /// The file of the earlier one.
        from: PathBuf,
        /// What it is called.
        title: Title,
    },
    /// Make the demo session of today; answered by `Opened` or `Trouble`.
    OpenDemo,
    /// Let go of a session that was open.
    Close(PathBuf),
    /// Read the risks in a pasted text; answered by `PasteRead`.
    ReadPaste {
        /// The text.
        text: String,
        /// The categories of the session.
        categories: Vec<Category>,
    },
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
