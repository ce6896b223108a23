//! What was told in this run, to be read again: the messages, kept in the order they came.
//!
//! The sentences are `ui::reading`'s. What is told right now is in [`super::notice`] and [`super::banner`].

use jiff::Timestamp;

use super::App;
use super::notice::Notice;
use super::typing::purpose::{Purpose, is_secret};

/// No more messages are kept.
const MOST: usize = 500;
/// A stray text is told in pieces of so many characters, so that each can be read as a whole.
const PIECE: usize = 240;

/// Something that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// When.
    pub at: Timestamp,
    /// What.
    pub told: Told,
}

/// What was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// In the last row.
    Notice(Notice),
    /// In a sentence of the shell.
    Sentence(String),
    /// That something could not be written, and the folder that keeps the changes.
    Kept(String, String),
    /// That a text was left unfinished.
    Draft(Purpose),
    /// That a text was left unfinished which belongs to nothing that is there; its pieces follow.
    Stray(String),
    /// A piece of such a text.
    Piece(String),
}

impl App {
    /// Keeps what was told, unless it is what was told last.
    pub(super) fn note(&mut self, told: Told) {
        if self.messages.last().is_some_and(|last| last.told == told) {
            return;
        }
        if self.messages.len() >= MOST {
            self.messages.remove(0);
        }
        self.messages.push(Message { at: self.now, told });
    }

    /// Keeps a text that belongs to nothing that is there. The newest message is read first, so its end is told first.
    pub(super) fn note_stray(&mut self, name: &str, text: &str) {
        let text = if is_secret(name) { "●●●" } else { text };
        let pieces = text.lines().filter(|line| !line.trim().is_empty()).flat_map(pieces);
        for piece in pieces.collect::<Vec<_>>().into_iter().rev() {
            self.note(Told::Piece(piece));
        }
        self.note(Told::Stray(name.to_owned()));
    }
}

fn pieces(line: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in line.split_inclusive(' ') {
        let letters: Vec<char> = word.chars().collect();
        for part in letters.chunks(PIECE) {
            match pieces.last_mut().filter(|last| last.chars().count() + part.len() <= PIECE) {
                Some(last) => last.extend(part),
                None => pieces.push(part.iter().collect()),
            }
        }
    }
    pieces
}
