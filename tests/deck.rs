//! The prompt cards that come with the program, and what their words tell of categories.

pub(crate) mod own;
mod vocabulary;

use std::collections::BTreeSet;

use riskroom::domain::{Deck, DeckFlaw, Template};
use riskroom::text::catalogue::Lang;
use riskroom::text::deck::deck;
use riskroom::text::template::template;

use crate::support::seeds::key;

fn of(lang: Lang) -> Deck {
    deck(lang).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn both_languages_have_the_same_84_cards_in_the_same_order() {
    let [english, spanish] = Lang::ALL.map(of);
    let keys = |deck: &Deck| {
        let cards = deck.cards.iter();
        cards.map(|card| (card.key.clone(), card.category.clone())).collect::<Vec<_>>()
    };
    assert_eq!(english.cards.len(), 84);
    assert_eq!(keys(&english), keys(&spanish));
    assert_eq!(english.key, spanish.key);
    assert_eq!([&*english.language, &*spanish.language], Lang::ALL.map(Lang::tag));
    for (english, spanish) in english.cards.iter().zip(&spanish.cards) {
        assert_ne!(english.title, spanish.title);
        assert_ne!(english.text, spanish.text);
    }
}

#[test]
fn the_cards_fill_the_categories_of_the_template_and_no_others() {
    for lang in Lang::ALL {
        let template: Template = template(lang).unwrap();
        let known: BTreeSet<_> = template.categories.into_iter().map(|category| category.key).collect();
        let used: BTreeSet<_> = of(lang).cards.into_iter().map(|card| card.category).collect();
        assert_eq!(known, used, "{lang:?}");
    }
}

#[test]
fn a_card_is_an_event_of_one_line_and_one_or_two_sentences_with_a_source() {
    for lang in Lang::ALL {
        let deck = of(lang);
        assert_eq!(deck.flaw(), None);
        for card in &deck.cards {
            assert!(card.title.chars().count() <= 70, "{}", card.title);
            assert!(!card.title.ends_with('.'), "{}", card.title);
            assert!(card.text.ends_with('.') && card.text.chars().count() <= 150, "{}", card.text);
            assert!(!card.sources.is_empty() && !card.words.is_empty(), "{}", card.key);
            assert!(!card.sources.contains('†'), "{}", card.sources);
        }
    }
}

/// Sessions keep these keys: the list may only grow.
#[test]
fn the_keys_of_the_cards_are_frozen() {
    let keys: Vec<String> = of(Lang::En).cards.iter().map(|card| card.key.to_string()).collect();
    insta::assert_snapshot!("card_keys", keys.join("\n"));
}

#[test]
fn a_deck_that_says_nothing_or_says_a_key_twice_has_a_flaw() {
    let whole = of(Lang::En);
    let with = |change: fn(&mut Deck)| {
        let mut deck = whole.clone();
        change(&mut deck);
        deck.flaw()
    };
    assert_eq!(with(|deck| deck.cards.clear()), Some(("cards".to_owned(), DeckFlaw::NoCards)));
    let many = |deck: &mut Deck| deck.cards = vec![deck.cards[0].clone(); 501];
    assert_eq!(with(many), Some(("cards".to_owned(), DeckFlaw::TooManyCards)));
    let twice = |deck: &mut Deck| deck.cards[5].key = deck.cards[2].key.clone();
    assert_eq!(with(twice), Some(("cards[5].key".to_owned(), DeckFlaw::KeyTwice)));
}

#[test]
fn cards_of_a_users_deck_are_called_after_it() {
    let mut deck = of(Lang::En);
    deck.key = key("ours");
    deck.cards.truncate(2);
    let deck = deck.begun_by_its_key().unwrap();
    assert_eq!(deck.cards[0].key, key("ours-price-far-too-low"));
    let mut long = deck;
    long.cards[1].key = key(&"k".repeat(56));
    assert_eq!(long.begun_by_its_key(), Err(("cards[1].key".to_owned(), DeckFlaw::KeyTooLong)));
}
