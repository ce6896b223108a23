//! Prompt cards in a meeting: the decks there are, what the room has made of their cards, and which comes next.
//!
//! What follows from the session is in [`Dealt`], computed once per change. Not here: what the keys do with the card in
//! hand (`play`), where decks are read (`store::deck`), and what a card is ([`crate::domain::Card`]).

mod play;

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use crate::domain::{Card, Deck, Key, Session, Verdict};

/// The decks there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decks {
    /// Those in the language of the screen, or in none; the one of the program first.
    pub offered: Vec<Deck>,
    /// Those in another language: only their words are used.
    pub others: Vec<Deck>,
    /// Those offered that no cards are drawn from.
    pub off: BTreeSet<Key>,
    /// Whether the world has been asked for them.
    pub(super) asked: bool,
}

impl Decks {
    /// Every deck, whatever its language.
    pub fn all(&self) -> impl Iterator<Item = &Deck> {
        self.offered.iter().chain(&self.others)
    }

    /// The cards that are drawn from, in the order of their decks.
    #[must_use]
    pub fn cards(&self) -> Arc<[Card]> {
        let on = self.offered.iter().filter(|deck| !self.off.contains(&deck.key));
        on.flat_map(|deck| &deck.cards).cloned().collect()
    }
}

/// The card in hand, and those it is drawn from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hand {
    /// The cards that are drawn from.
    pub cards: Arc<[Card]>,
    /// The card in hand: one of them, and never one that was dealt with.
    pub card: Option<Key>,
    /// Cards drawn and passed over in this round; none of them was dealt with.
    pub passed: Vec<Key>,
}

impl Hand {
    /// Lets go of what a session has dealt with.
    pub(super) fn settle(&mut self, session: &Session) {
        let seen: HashSet<&Key> = session.cards.iter().map(|seen| &seen.card).collect();
        self.passed.retain(|key| !seen.contains(key));
        let is_known = |key: &Key| self.cards.iter().any(|card| card.key == *key);
        self.card = self.card.take().filter(|key| !seen.contains(key) && is_known(key));
    }
}

/// How far a category is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Risks on the list.
    pub risks: usize,
    /// Cards considered, not relevant.
    pub dismissed: usize,
    /// Cards that nobody has dealt with.
    pub left: usize,
}

impl Tally {
    /// Whether the room has looked at the category: it has a risk, or a card was dismissed.
    #[must_use]
    pub const fn is_touched(self) -> bool {
        self.risks > 0 || self.dismissed > 0
    }
}

/// How far the room is with the cards.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dealt {
    /// Per category of the session, and at the end for the cards of no category of it.
    pub tallies: Vec<Tally>,
    /// Cards that became risks.
    pub adopted: usize,
    /// Cards considered, not relevant.
    pub dismissed: usize,
    /// Cards that nobody has dealt with.
    pub left: usize,
}

impl Dealt {
    /// What a session and the cards drawn from come to; `coverage` counts the risks of its categories.
    #[must_use]
    pub fn of(session: &Session, coverage: &[usize], cards: &[Card]) -> Self {
        let mut dealt =
            Self { tallies: vec![Tally::default(); session.categories.len() + 1], ..Self::default() };
        for (tally, risks) in dealt.tallies.iter_mut().zip(coverage) {
            tally.risks = *risks;
        }
        let mut dismissed: HashSet<&Key> = HashSet::new();
        let mut seen: HashSet<&Key> = HashSet::new();
        for known in &session.cards {
            seen.insert(&known.card);
            match known.verdict {
                Verdict::Adopted { .. } => dealt.adopted += 1,
                Verdict::Dismissed => {
                    dealt.dismissed += 1;
                    dismissed.insert(&known.card);
                }
            }
        }
        for card in cards {
            let Some(tally) = dealt.tallies.get_mut(category_of(session, card)) else { continue };
            tally.dismissed += usize::from(dismissed.contains(&card.key));
            if !seen.contains(&card.key) {
                tally.left += 1;
                dealt.left += 1;
            }
        }
        dealt
    }
}

/// The place of a card's category in the session; behind the last one if it has none there.
#[must_use]
pub fn category_of(session: &Session, card: &Card) -> usize {
    let known = session.categories.iter().position(|category| category.key == card.category);
    known.unwrap_or(session.categories.len())
}

/// The card to draw next: of the category with the fewest risks and cards looked at, the first in the order of
/// categories, then of decks. None that was dealt with, or passed over.
#[must_use]
pub fn next<'c>(session: &Session, dealt: &Dealt, cards: &'c [Card], passed: &[Key]) -> Option<&'c Card> {
    let gone: HashSet<&Key> = session.cards.iter().map(|seen| &seen.card).chain(passed).collect();
    let mut looked_at: Vec<usize> = dealt.tallies.iter().map(|it| it.risks + it.dismissed).collect();
    let placed: Vec<(usize, &Card)> = cards.iter().map(|card| (category_of(session, card), card)).collect();
    for (place, _) in placed.iter().filter(|(_, card)| passed.contains(&card.key)) {
        if let Some(count) = looked_at.get_mut(*place) {
            *count += 1;
        }
    }
    let left = placed.into_iter().filter(|(_, card)| !gone.contains(&card.key));
    let emptiest = left.min_by_key(|(place, _)| (looked_at.get(*place).copied().unwrap_or(0), *place));
    emptiest.map(|(_, card)| card)
}
