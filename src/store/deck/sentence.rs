//! Why a deck is left out, made a sentence that says where, what, and what to do about it.

use std::path::Path;

use super::{Flaw, LIMIT, LeftOut, MOST, Why};
use crate::domain::{DeckFlaw, MAX_CARDS};
use crate::store::sentence::{cause, format_error, path as safe};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::safe::Safe;

/// `The deck decks/ours.ron:12:9: cards[3].title: … It is left out; …`
#[must_use]
pub fn left_out(left_out: &LeftOut, catalogue: &Catalogue) -> String {
    let name = short(&left_out.path);
    let path = ("path", Arg::Text(&name));
    let broken = |place_and_fault: &str| {
        catalogue.format("deck-broken", &[path, ("fault", Arg::Text(place_and_fault))])
    };
    let what = match &left_out.why {
        Why::TooMany => return catalogue.format("decks-too-many", &[path, ("n", number(MOST))]),
        Why::FolderUnread(reason) => {
            let reason = cause(reason, catalogue);
            return catalogue.format("decks-unread", &[path, ("cause", Arg::Text(&reason))]);
        }
        Why::NotAFile => catalogue.format("deck-not-a-file", &[path]),
        Why::TooLarge => {
            let limit = usize::try_from(LIMIT).unwrap_or(usize::MAX);
            catalogue.format("deck-too-large", &[path, ("limit", number(limit))])
        }
        Why::Unread(reason) => {
            let reason = cause(reason, catalogue);
            catalogue.format("deck-unread", &[path, ("cause", Arg::Text(&reason))])
        }
        Why::Broken(error) => broken(&format_error(error, catalogue)),
        Why::Flawed(place, path, wrong) => {
            let place = place.map(|at| format!("{}:{}: ", at.line, at.column)).unwrap_or_default();
            broken(&format!("{place}{}: {}", Safe::new(path), flaw(wrong, catalogue)))
        }
    };
    catalogue.format("deck-left-out", &[("what", Arg::Text(&what))])
}

fn flaw(flaw: &Flaw, catalogue: &Catalogue) -> String {
    match flaw {
        Flaw::Deck(DeckFlaw::NoCards) => catalogue.text("deck-flaw-no-cards").to_owned(),
        Flaw::Deck(DeckFlaw::TooManyCards) => {
            catalogue.format("deck-flaw-too-many", &[("n", number(MAX_CARDS))])
        }
        Flaw::Deck(DeckFlaw::KeyTwice) => catalogue.text("deck-flaw-key-twice").to_owned(),
        Flaw::Deck(DeckFlaw::KeyTooLong) => catalogue.text("deck-flaw-key-too-long").to_owned(),
        Flaw::Language(found) => {
            let beginning: String = found.chars().take(20).collect();
            catalogue.format("deck-flaw-language", &[("found", Arg::Text(&Safe::new(&beginning)))])
        }
        Flaw::Taken => catalogue.text("deck-flaw-taken").to_owned(),
        Flaw::CardTaken => catalogue.text("deck-flaw-card-taken").to_owned(),
    }
}

/// The last folder and the name: where it is, everybody knows who put it there.
fn short(path: &Path) -> String {
    let names: Vec<_> = path.iter().rev().take(2).collect();
    safe(&names.into_iter().rev().collect::<std::path::PathBuf>())
}

fn number(count: usize) -> Arg<'static> {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
