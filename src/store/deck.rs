//! Decks of prompt cards of the user's own: every `*.ron` in the settings folder's `decks`, [`read`] with the care that all
//! foreign files get.
//!
//! A deck that cannot be used is [`LeftOut`], with the reason and the place, and disturbs nothing. Not here: what a deck
//! is ([`Deck`]), and the one that comes with the program (`text::deck`). The sentences are in [`sentence`].

pub mod sentence;

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use super::error::Cause;
use super::format::{self, FormatError};
use super::locate::{self, Position};
use super::own;
use super::storage::{Kind, Storage};
use crate::domain::{Deck, DeckFlaw, Key};
use crate::text::catalogue::Lang;

/// The most decks that are read.
pub const MOST: usize = 50;
/// The most bytes a deck may have.
pub const LIMIT: u64 = 1024 * 1024;

/// What is in the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The decks, by the names of their files.
    pub decks: Vec<Deck>,
    /// What cannot be used.
    pub left_out: Vec<LeftOut>,
}

/// A file that is no deck, or a deck that does not go together with the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The file, or the folder.
    pub path: PathBuf,
    /// Why.
    pub why: Why,
}

/// Why a deck is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A folder, a pipe or a device.
    NotAFile,
    /// More bytes than [`LIMIT`].
    TooLarge,
    /// The disk does not give it.
    Unread(Cause),
    /// It is not written as a deck is.
    Broken(FormatError),
    /// A value does not go together with the others: the place, the path and what is wrong.
    Flawed(Option<Position>, String, Flaw),
    /// There are more decks than [`MOST`] in this folder.
    TooMany,
    /// The disk does not tell what is in this folder.
    FolderUnread(Cause),
}

/// What does not go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// Something in the deck itself.
    Deck(DeckFlaw),
    /// It is in this language, which the program does not speak.
    Language(String),
    /// Another deck has its key, in the same language or in any.
    Taken,
    /// A card of another deck has this key.
    CardTaken,
}

/// Reads the decks of a folder; `known` are those of the program, which come first. No folder is no decks.
#[must_use]
pub fn read(storage: &dyn Storage, folder: &Path, known: &[Deck]) -> Found {
    let mut found = Found::default();
    let paths = match own::files(storage, folder) {
        Ok(paths) => paths,
        Err(error) => {
            let why = Why::FolderUnread(Cause::from(&error));
            found.left_out.push(LeftOut { path: folder.to_owned(), why });
            return found;
        }
    };
    for (number, path) in paths.into_iter().enumerate() {
        if number >= MOST {
            found.left_out.push(LeftOut { path: folder.to_owned(), why: Why::TooMany });
            break;
        }
        let others = || known.iter().chain(&found.decks);
        match one(storage, &path, others) {
            Ok(deck) => found.decks.push(deck),
            Err(why) => found.left_out.push(LeftOut { path, why }),
        }
    }
    found
}

fn one<'d, D: Iterator<Item = &'d Deck>>(
    storage: &dyn Storage,
    path: &Path,
    others: impl Fn() -> D,
) -> Result<Deck, Why> {
    let unread = |error: io::Error| Why::Unread(Cause::from(&error));
    // Only a file is ever opened.
    let stamp = storage.stamp(path).map_err(unread)?;
    match stamp.kind {
        Kind::File if stamp.size > LIMIT => return Err(Why::TooLarge),
        Kind::File => {}
        Kind::Folder | Kind::Pipe | Kind::Socket | Kind::Device => return Err(Why::NotAFile),
    }
    let bytes = storage.read(path, LIMIT).map_err(unread)?;
    let text = own::text(&bytes).map_err(Why::Broken)?;
    let deck: Deck = format::value(text).map_err(Why::Broken)?;
    let flawed = |(path, flaw): (String, Flaw)| Why::Flawed(locate::locate(text, &path), path, flaw);
    let in_itself = |(path, flaw): (String, DeckFlaw)| flawed((path, Flaw::Deck(flaw)));
    if let Some(flaw) = deck.flaw() {
        return Err(in_itself(flaw));
    }
    if !deck.language.is_empty() && Lang::ALL.iter().all(|lang| lang.tag() != &*deck.language) {
        return Err(flawed(("language".to_owned(), Flaw::Language(deck.language.to_string()))));
    }
    let deck = deck.begun_by_its_key().map_err(in_itself)?;
    beside(&deck, others).map_err(flawed)?;
    Ok(deck)
}

/// Whether a deck can be used beside the others. A translation has the key of its deck, and those of its cards.
fn beside<'d, D: Iterator<Item = &'d Deck>>(
    deck: &Deck,
    others: impl Fn() -> D,
) -> Result<(), (String, Flaw)> {
    let meets = |other: &Deck| {
        deck.language == other.language || deck.language.is_empty() || other.language.is_empty()
    };
    if others().any(|other| other.key == deck.key && meets(other)) {
        return Err(("key".to_owned(), Flaw::Taken));
    }
    let of_others = others().filter(|other| other.key != deck.key).flat_map(|other| &other.cards);
    let taken: HashSet<&Key> = of_others.map(|card| &card.key).collect();
    match deck.cards.iter().position(|card| taken.contains(&card.key)) {
        Some(place) => Err((format!("cards[{place}].key"), Flaw::CardTaken)),
        None => Ok(()),
    }
}
