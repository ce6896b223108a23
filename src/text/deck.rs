//! The prompt cards that come with the program: what can go wrong in an online shop, per language.
//!
//! Here: reading them from the program itself. Not here: what a deck is ([`Deck`]), nor decks of the user's own
//! (`store::deck`). Look next at `assets/prompts`.

use thiserror::Error;

use super::catalogue::Lang;
use crate::domain::Deck;

const ENGLISH: &str = include_str!("../../assets/prompts/online-shop.en.ron");
const SPANISH: &str = include_str!("../../assets/prompts/online-shop.es.ron");

/// Why a built-in deck cannot be read; a test keeps it from happening.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("deck `online-shop.{}.ron`, {position}: {problem}", .lang.tag())]
pub struct BadDeck {
    lang: Lang,
    /// Line and column.
    position: String,
    problem: String,
}

/// The deck that comes with the program, in this language.
///
/// # Errors
/// [`BadDeck`] if the text in the program is not a deck.
pub fn deck(lang: Lang) -> Result<Deck, BadDeck> {
    let source = match lang {
        Lang::En => ENGLISH,
        Lang::Es => SPANISH,
    };
    ron::from_str(source).map_err(|error| BadDeck {
        lang,
        position: error.span.start.to_string(),
        problem: error.code.to_string(),
    })
}
