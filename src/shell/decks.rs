//! The decks of prompt cards there are: the one of the program, and the user's own from the folder of settings. [`decks`].
//!
//! Read on a thread of its own, once a session is open, so that no frame waits for it. Not here: how a file is read
//! ([`crate::store::deck`]).

use super::words::Words;
use crate::app::Event;
use crate::domain::Deck;
use crate::store::deck::{self, sentence};
use crate::store::paths::Places;
use crate::store::storage::Storage;
use crate::text;
use crate::text::catalogue::Lang;

/// All decks, those in the language of the screen apart from the others, and why some are left out.
#[must_use]
pub fn decks(storage: &dyn Storage, places: &Places, words: &Words) -> Event {
    let mut troubles = Vec::new();
    let mut known: Vec<Deck> = Vec::new();
    for lang in Lang::ALL {
        match text::deck::deck(lang) {
            Ok(deck) => known.push(deck),
            Err(error) => troubles.push(error.to_string()),
        }
    }
    let found = deck::read(storage, &places.config.join("decks"), &known);
    troubles.extend(found.left_out.iter().map(|it| sentence::left_out(it, words.catalogue())));
    let lang = words.catalogue().lang().tag();
    let is_offered = |deck: &Deck| deck.language.is_empty() || &*deck.language == lang;
    let (offered, others) = known.into_iter().chain(found.decks).partition(is_offered);
    Event::Decks { offered, others, troubles }
}
