//! Prompt cards: events that others forgot, in a [`Deck`] by category.
//!
//! A deck is not part of a session, which only keeps what the room made of a card ([`CardSeen`](super::CardSeen), by the
//! card's key). Not here: where decks come from (`text::deck`, `store::deck`), and which card comes next (`app`).

use std::collections::HashSet;

use serde::Deserialize;

use super::{Key, Line, MAX_CARDS, Name, Title};

/// One event to think of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its name in sessions, for ever; unique among all decks.
    pub key: Key,
    /// The category it belongs to.
    pub category: Key,
    /// The event in short: the title of the risk it becomes.
    pub title: Title,
    /// One or two sentences to be read aloud.
    pub text: Title,
    /// Where such a thing was seen; may be empty.
    #[serde(default)]
    pub sources: Line,
    /// More words that tell of its category; may be empty.
    #[serde(default)]
    pub words: Line,
}

/// Prompt cards that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deck {
    /// Its name for programs; translations of a deck share it.
    pub key: Key,
    /// Its name on screen.
    pub name: Name,
    /// The tag of its language, such as `es`; empty if it may be used in any.
    #[serde(default)]
    pub language: Line,
    /// The cards, in the order they are drawn in.
    pub cards: Vec<Card>,
}

/// What is wrong with a deck, though each of its values is right in itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeckFlaw {
    /// It has no cards.
    NoCards,
    /// It has more cards than a session can deal with.
    TooManyCards,
    /// A key is there twice.
    KeyTwice,
    /// The key is too long together with the key of its deck.
    KeyTooLong,
}

impl Deck {
    /// What is wrong, with the path to the value: at most one flaw.
    #[must_use]
    pub fn flaw(&self) -> Option<(String, DeckFlaw)> {
        let cards = || "cards".to_owned();
        if self.cards.is_empty() {
            return Some((cards(), DeckFlaw::NoCards));
        }
        if self.cards.len() > MAX_CARDS {
            return Some((cards(), DeckFlaw::TooManyCards));
        }
        let mut known = HashSet::new();
        let twice = self.cards.iter().position(|card| !known.insert(&card.key))?;
        Some((format!("cards[{twice}].key"), DeckFlaw::KeyTwice))
    }

    /// The deck with the keys of its cards begun by its own key, so that they are like those of no other deck.
    ///
    /// # Errors
    /// [`DeckFlaw::KeyTooLong`] with the path to the key that becomes too long.
    pub fn begun_by_its_key(mut self) -> Result<Self, (String, DeckFlaw)> {
        for (place, card) in self.cards.iter_mut().enumerate() {
            card.key = Key::new(format!("{}-{}", self.key, card.key))
                .map_err(|_| (format!("cards[{place}].key"), DeckFlaw::KeyTooLong))?;
        }
        Ok(self)
    }
}
