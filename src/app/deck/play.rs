//! What the keys do with the card in hand: draw, adopt, dismiss, take back; and which decks are drawn from.

use std::sync::Arc;

use super::next;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::layout::{Layout, Shape};
use crate::app::notice::Notice;
use crate::app::overlay::{Asked, Choice, Item};
use crate::app::workshop::{Pane, Workshop};
use crate::domain::{Card, CardSeen, Deck, Edit, EntryKind, Key, Origin, Risk, Verdict, Vocabulary};

impl Workshop {
    /// The card in hand.
    #[must_use]
    pub fn card(&self) -> Option<&Card> {
        let key = self.hand.card.as_ref()?;
        self.hand.cards.iter().find(|card| card.key == *key)
    }

    /// The next card, if one is left that was not passed over.
    fn next_card(&self) -> Option<Key> {
        let next = next(self.session(), &self.derived.dealt, &self.hand.cards, &self.hand.passed);
        next.map(|card| card.key.clone())
    }
}

impl App {
    /// Asks once for the decks.
    pub(in crate::app) fn ask_for_decks(&mut self) {
        if !std::mem::replace(&mut self.decks.asked, true) {
            self.ask(Effect::Decks);
        }
    }

    /// Takes the decks there are.
    pub(in crate::app) fn take_decks(&mut self, offered: Vec<Deck>, others: Vec<Deck>) {
        (self.decks.offered, self.decks.others) = (offered, others);
        self.hand_out();
        self.learn_words();
    }

    /// Gives the open session the cards that are drawn from.
    pub(in crate::app) fn hand_out(&mut self) {
        if let Some(workshop) = &mut self.workshop {
            workshop.hand.cards = self.decks.cards();
            workshop.refresh();
        }
    }

    /// Makes the vocabulary anew for the categories of the open session, if they are others than before.
    pub(in crate::app) fn learn_words(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let categories = &workshop.session().categories;
        let decks = self.decks.offered.len() + self.decks.others.len();
        if self.learned.1 != decks || self.learned.0 != *categories {
            self.learned = (categories.clone(), decks);
            self.vocabulary = Arc::new(Vocabulary::of(self.decks.all(), categories));
        }
    }

    /// Draws the next card; the one in hand is passed over.
    pub(in crate::app) fn draw_card(&mut self, layout: &Layout) {
        let Some(workshop) = &mut self.workshop else { return };
        if workshop.hand.cards.is_empty() {
            self.notice = Some(Notice::NoCards);
            return;
        }
        workshop.hand.passed.extend(workshop.hand.card.take());
        workshop.hand.card = workshop.next_card();
        if workshop.hand.card.is_none() && workshop.derived.dealt.left > 0 {
            workshop.hand.passed.clear();
            workshop.hand.card = workshop.next_card();
            self.notice = Some(Notice::CardsFromTheStart(workshop.derived.dealt.left));
        }
        if workshop.hand.card.is_none() {
            self.notice = Some(Notice::AllCardsDealt);
        }
        self.show_deck(layout);
    }

    /// Brings the card in sight: beside the list where there is room, else in its place.
    fn show_deck(&mut self, layout: &Layout) {
        let Some(workshop) = &mut self.workshop else { return };
        workshop.below = Pane::Coverage;
        let alone = workshop.zoom || layout.shape < Shape::Middle;
        if alone || workshop.focus == Pane::Details {
            workshop.set_focus(Pane::Coverage);
        }
    }

    /// Makes a risk of the card in hand, and selects it.
    pub(in crate::app) fn adopt_card(&mut self, action: &str, layout: &Layout) {
        let uid = self.draw_uid();
        let now = self.now;
        let Some(workshop) = &mut self.workshop else { return };
        let Some(card) = workshop.card().cloned() else { return };
        let id = workshop.history.next_risk();
        let mut risk = Risk::new(id, uid, card.title, now);
        risk.category = workshop.session().category(&card.category).map(|known| known.key.clone());
        risk.origin = Origin::Card { card: card.key.clone() };
        let seen = CardSeen { card: card.key, verdict: Verdict::Adopted { risk: id } };
        workshop.filter.clear();
        if self.commit_quietly(action, vec![Edit::AddRisk(Box::new(risk)), Edit::Card(seen)]) {
            self.notice = Some(Notice::CardAdopted(id));
            if let Some(workshop) = &mut self.workshop {
                workshop.select_risk(id);
                workshop.below = Pane::Details;
                if workshop.focus == Pane::Coverage && (workshop.zoom || layout.shape < Shape::Wide) {
                    workshop.focus = Pane::Risks;
                }
            }
        }
    }

    /// Records that the card in hand is not relevant, and draws the next one.
    pub(in crate::app) fn dismiss_card(&mut self, action: &str, layout: &Layout) {
        let Some(card) = self.workshop.as_ref().and_then(|it| it.card()).map(|card| card.key.clone()) else {
            return;
        };
        let seen = CardSeen { card, verdict: Verdict::Dismissed };
        if self.commit_quietly(action, vec![Edit::Card(seen)]) {
            self.draw_card(layout);
        }
    }

    /// After undo or redo: a card that is not dealt with any more is in hand again, and the risk it became selected.
    pub(in crate::app) fn take_up_card(&mut self, kind: &EntryKind) {
        let EntryKind::Do(edits) = kind else { return };
        let Some(workshop) = &mut self.workshop else { return };
        for edit in edits {
            let Edit::Card(seen) = edit else { continue };
            let is_dealt = workshop.session().cards.contains(seen);
            match seen.verdict {
                Verdict::Adopted { risk } if is_dealt => workshop.select_risk(risk),
                Verdict::Adopted { .. } | Verdict::Dismissed if !is_dealt => {
                    let is_known = workshop.hand.cards.iter().any(|card| card.key == seen.card);
                    if is_known && workshop.session().cards.iter().all(|it| it.card != seen.card) {
                        workshop.hand.passed.retain(|card| *card != seen.card);
                        workshop.hand.card = Some(seen.card.clone());
                        workshop.below = Pane::Coverage;
                    }
                }
                Verdict::Adopted { .. } | Verdict::Dismissed => {}
            }
        }
    }

    /// Lists the cards considered, not relevant.
    pub(in crate::app) fn choose_dismissed(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let dismissed = workshop.session().cards.iter().rev().filter(|it| it.verdict == Verdict::Dismissed);
        let items = dismissed.map(|seen| Item::Card(seen.card.clone())).collect();
        self.choose(Asked::Dismissed, items, false, 0);
    }

    /// Makes a card unseen again.
    pub(in crate::app) fn forget_card(&mut self, card: Key) {
        self.commit_quietly("forget-card", vec![Edit::ForgetCard(card)]);
    }

    /// Lists the decks, those drawn from being on.
    pub(in crate::app) fn choose_decks(&mut self) {
        let item = |deck: &Deck| Item::Deck(deck.key.clone(), !self.decks.off.contains(&deck.key));
        let items = self.decks.offered.iter().map(item).collect();
        self.choose(Asked::Decks, items, true, 0);
    }

    /// Draws from the decks that are on from now on.
    pub(in crate::app) fn take_chosen_decks(&mut self, choice: &Choice) {
        let off = |item: &Item| match item {
            Item::Deck(key, false) => Some(key.clone()),
            Item::Deck(_, true)
            | Item::Card(_)
            | Item::Value(..)
            | Item::Risk(..)
            | Item::Solution(..)
            | Item::Effect(..)
            | Item::NoEffect(_)
            | Item::Template(..)
            | Item::Course(..)
            | Item::Cards(..)
            | Item::Round(_) => None,
        };
        self.decks.off = choice.items.iter().filter_map(off).collect();
        self.hand_out();
    }

    /// The deck with this key, in the language of the screen.
    #[must_use]
    pub fn deck_called(&self, key: &Key) -> Option<&Deck> {
        self.decks.offered.iter().find(|deck| deck.key == *key)
    }

    /// The card with this key, drawn from or not.
    #[must_use]
    pub fn card_called(&self, key: &Key) -> Option<&Card> {
        self.decks.all().flat_map(|deck| &deck.cards).find(|card| card.key == *key)
    }
}
