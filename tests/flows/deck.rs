//! Prompt cards in keys: draw, adopt, dismiss, take back; the deck on screens of every size; decks of one's own.

use std::collections::BTreeSet;

use proptest::prelude::*;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::workshop::Pane;
use riskroom::app::{Access, Action, Event, Welcome};
use riskroom::domain::{Origin, Place, Verdict};
use riskroom::text::catalogue::Lang;

use crate::deck::own::put;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{key, r};

/// The key of the card in hand.
fn hand(room: &Room) -> String {
    room.workshop().card().expect("a card is in hand").key.to_string()
}

fn dealt(room: &Room) -> Vec<String> {
    room.session().cards.iter().map(|seen| seen.card.to_string()).collect()
}

#[test]
fn cards_come_from_the_emptiest_category_one_after_the_other() {
    let mut room = Room::with_workshop("Cards");
    let mut categories = Vec::new();
    for _ in 0..10 {
        room.keys("n");
        categories.push(room.workshop().card().unwrap().category.to_string());
    }
    let order: Vec<String> =
        room.session().categories.iter().map(|category| category.key.to_string()).collect();
    assert_eq!(categories, order);
    assert_eq!(dealt(&room), [""; 0], "looking at a card says nothing of it");
    room.keys("n");
    assert_eq!(room.workshop().card().unwrap().category, key("catalogue"));
}

#[test]
fn a_category_with_a_risk_waits_until_the_others_have_one() {
    let mut room = Room::with_workshop("Cards");
    room.keys("n A n");
    assert_eq!(room.workshop().card().unwrap().category, key("checkout"));
    room.keys("A n D");
    assert_eq!(room.workshop().card().unwrap().category, key("shipping"));
}

#[test]
fn adopting_makes_a_risk_in_one_entry_that_one_undo_takes_back() {
    let mut room = Room::with_workshop("Cards");
    room.keys("a 'A risk of ours' Enter Esc n");
    let card = room.workshop().card().unwrap().clone();
    let entries = room.workshop().history.entries().len();
    room.keys("A");
    assert_eq!(room.workshop().history.entries().len(), entries + 1);
    let risk = room.risk(2);
    assert_eq!((&*risk.title, &risk.origin), (&*card.title, &Origin::Card { card: card.key.clone() }));
    assert_eq!(risk.category.as_ref(), Some(&card.category));
    assert_eq!(room.session().cards[0].verdict, Verdict::Adopted { risk: r(2) });
    assert_eq!(room.workshop().risk, Some(r(2)));
    assert_eq!(room.workshop().card(), None);
    assert_eq!(room.notice(), Some(&Notice::CardAdopted(r(2))));
    assert!(room.shows("R2 is on the list; e edits its title"), "{}", room.screen());
    room.keys("u");
    assert_eq!(room.session().cards, []);
    assert_eq!(room.listed(), [r(1)]);
    assert_eq!(hand(&room), card.key.to_string(), "the card is in hand again");
    room.keys("U");
    assert_eq!(room.listed(), [r(1), r(2)]);
    assert_eq!(room.workshop().risk, Some(r(2)));
    assert_eq!(room.workshop().card(), None);
    room.reload();
}

#[test]
fn the_origin_of_an_adopted_card_is_told_by_its_title() {
    for lang in [Lang::En, Lang::Es] {
        let mut room = Room::speaking(lang).size(200, 60);
        room.keys("a 'Checkout Q4' Enter n A e Ctrl+w 'another end' Enter Esc");
        let Origin::Card { card } = &room.risk(1).origin else { panic!("it came from a card") };
        let title = room.app().card_called(card).unwrap().title.to_string();
        assert_ne!(*room.risk(1).title, title);
        assert!(room.shows(&title), "{}", room.screen());
    }
}

#[test]
fn the_title_of_an_adopted_card_is_edited_at_once() {
    let mut room = Room::with_workshop("Cards");
    room.keys("n A e ', at night' Enter");
    assert!(room.risk(1).title.ends_with(", at night"), "{}", room.risk(1).title);
}

#[test]
fn dismissing_is_recorded_and_the_next_card_is_there_at_once() {
    let mut room = Room::with_workshop("Cards");
    room.keys("n");
    let first = hand(&room);
    room.keys("D");
    let second = hand(&room);
    assert_ne!(first, second);
    assert_eq!(room.session().cards[0].verdict, Verdict::Dismissed);
    assert_eq!(dealt(&room), [first.as_str()]);
    room.keys("D D");
    assert_eq!(dealt(&room).len(), 3);
    room.keys("u u u");
    assert_eq!(dealt(&room), [""; 0]);
    assert_eq!(hand(&room), first);
}

#[test]
fn the_keys_of_a_card_stand_on_every_screen_but_not_while_text_is_typed() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("n");
    for (width, height) in [(200, 60), (120, 36), (80, 24), (60, 20), (40, 12)] {
        room.resize(width, height);
        if width < 80 {
            room.keys("n");
        }
        let told = room.screen().matches("D not relevant").count();
        assert!(told == 1 || told > 0 && width < 80, "{width}: {}", room.screen());
        room.keys("a");
        assert!(!room.shows("D not relevant"), "{width}: {}", room.screen());
        room.keys("Esc");
    }
}

#[test]
fn every_card_comes_once_and_then_it_says_so() {
    let mut room = Room::with_workshop("Cards");
    room.keys("n");
    let mut seen = BTreeSet::new();
    for number in 0..84 {
        assert!(seen.insert(hand(&room)), "{} came twice", hand(&room));
        room.keys(if number % 3 == 0 { "A n" } else { "D" });
    }
    assert_eq!(seen.len(), 84);
    assert_eq!(room.notice(), Some(&Notice::AllCardsDealt));
    assert_eq!(room.workshop().card(), None);
    room.keys("n");
    assert_eq!(room.notice(), Some(&Notice::AllCardsDealt));
    assert!(room.shows("Every card has been dealt with"), "{}", room.screen());
}

#[test]
fn cards_passed_over_come_again_after_all_the_others() {
    let mut room = Room::with_workshop("Cards");
    let mut seen = BTreeSet::new();
    for _ in 0..84 {
        room.keys("n");
        assert!(seen.insert(hand(&room)), "{} came twice", hand(&room));
    }
    room.keys("n");
    assert_eq!(room.notice(), Some(&Notice::CardsFromTheStart(84)));
    assert!(seen.contains(&hand(&room)));
}

#[test]
fn a_dismissed_card_is_taken_back_from_the_list_of_them() {
    let mut room = Room::with_workshop("Cards");
    room.keys("n");
    let first = hand(&room);
    room.keys("D D : 'take back' Enter");
    assert!(room.shows("Considered, not relevant"), "{}", room.screen());
    room.keys("Down Enter");
    assert!(!dealt(&room).contains(&first));
    assert_eq!(dealt(&room).len(), 1);
    room.keys("u");
    assert!(dealt(&room).contains(&first), "taking back is undone like all else");
}

#[test]
fn without_a_card_in_hand_there_is_nothing_to_adopt_or_dismiss() {
    let mut room = Room::with_workshop("Cards");
    for (keys, action) in [("A", Action::AdoptCard), ("D", Action::DismissCard)] {
        room.keys(keys);
        assert_eq!(room.notice(), Some(&Notice::Unavailable(action, Unavailable::NoCardInHand)));
    }
    assert!(room.shows("no card in hand; n draws one"), "{}", room.screen());
}

#[test]
fn a_session_that_is_only_read_shows_its_cards_and_takes_no_verdict() {
    let mut room = Room::new();
    let path = room.world.places.sessions.join("demo.ron");
    let access = Access::Elsewhere { sentence: "Open in another window.".to_owned() };
    let welcome = Box::new(Welcome { access, ..Welcome::default() });
    room.happens(Event::Opened { path, history: Box::new(demo::demo()), welcome });
    room.keys("g i n");
    let card = hand(&room);
    let before = room.session().clone();
    for (keys, action) in [("A", Action::AdoptCard), ("D", Action::DismissCard)] {
        room.keys(keys);
        assert_eq!(room.notice(), Some(&Notice::Unavailable(action, Unavailable::OnlyRead)));
    }
    assert_eq!((room.session(), hand(&room)), (&before, card));
}

#[test]
fn the_cards_of_the_demo_are_cards_of_the_deck() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g i");
    let dealt = &room.workshop().derived.dealt;
    assert_eq!((dealt.adopted, dealt.dismissed, dealt.left), (1, 1, 82));
}

#[test]
fn a_category_is_touched_by_a_risk_or_by_a_dismissed_card() {
    let mut room = Room::with_workshop("Cards");
    let touched =
        |room: &Room| room.workshop().derived.dealt.tallies.iter().filter(|tally| tally.is_touched()).count();
    room.keys("n");
    assert_eq!(touched(&room), 0);
    room.keys("D");
    assert_eq!(touched(&room), 1);
    room.keys("A");
    assert_eq!(touched(&room), 2);
    room.keys("d");
    assert_eq!(room.risk(1).place, Place::Bin);
    assert_eq!(touched(&room), 1, "a risk in the bin touches nothing");
    assert!(room.shows("touched 1/10"), "{}", room.screen());
}

#[test]
fn where_there_is_no_room_for_both_the_deck_stands_where_the_details_are() {
    let mut room = Room::with_session(&demo::demo()).size(80, 24);
    room.keys("g i");
    let pane = |room: &Room, pane| room.layout().pane(pane);
    let details = pane(&room, Pane::Details).unwrap();
    room.keys("n");
    assert_eq!(pane(&room, Pane::Coverage), Some(details));
    assert_eq!(pane(&room, Pane::Details), None);
    room.keys("Down Down");
    assert_eq!(pane(&room, Pane::Coverage), Some(details), "going through the list leaves the card");
    room.keys("Esc");
    assert_eq!(pane(&room, Pane::Details), Some(details));
    assert_eq!(room.workshop().focus, Pane::Risks);
    room.keys("Tab Tab");
    assert_eq!((room.workshop().focus, pane(&room, Pane::Coverage)), (Pane::Coverage, Some(details)));
    room.keys("Tab");
    assert_eq!((room.workshop().focus, pane(&room, Pane::Details)), (Pane::Risks, Some(details)));
    room.keys("n Enter");
    assert_eq!((room.workshop().focus, pane(&room, Pane::Details)), (Pane::Details, Some(details)));
}

#[test]
fn on_a_small_screen_the_deck_takes_the_place_of_the_list_until_esc_or_a_risk() {
    for size in [(70, 24), (40, 12)] {
        let mut room = Room::with_session(&demo::demo()).size(size.0, size.1);
        room.keys("g i n");
        assert_eq!(room.layout().panes.len(), 1);
        assert!(room.layout().pane(Pane::Coverage).is_some());
        let text = room.workshop().card().unwrap().text.to_string();
        let first: Vec<&str> = text.split(' ').take(3).collect();
        assert!(room.shows(&first.join(" ")), "{}", room.screen());
        room.keys("D");
        assert!(room.layout().pane(Pane::Coverage).is_some());
        room.keys("A");
        assert!(room.layout().pane(Pane::Risks).is_some());
        assert!(matches!(room.workshop().selected_risk().unwrap().origin, Origin::Card { .. }));
        room.keys("n Esc");
        assert!(room.layout().pane(Pane::Risks).is_some());
    }
}

#[test]
fn escape_still_goes_home_where_the_deck_has_room_of_its_own() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g i n Esc");
    assert_eq!(room.app().place, riskroom::app::Place::Home);
}

#[test]
fn the_words_of_the_session_open_are_learned() {
    let mut room = Room::speaking(Lang::Es);
    room.keys("a 'Taller' Enter");
    let vocabulary = &room.app().vocabulary;
    assert_eq!(vocabulary.category_of("Contraseñas filtradas"), Some(&key("security")));
    assert_eq!(vocabulary.category_of("Chargebacks and disputes"), Some(&key("checkout")));
}

/// A small deck of somebody's own.
const OURS: &str = r#"(
    key: "ours",
    name: "Our own incidents",
    cards: [
        (key: "kiosk", category: "checkout", title: "The kiosk prints no receipt", text: "The kiosk prints no receipt."),
        (key: "oven", category: "kitchen", title: "An oven stays on", text: "An oven stays on overnight."),
    ],
)"#;

/// A room that finds these files in the folder of decks.
fn with_decks(lang: Lang, files: &[(&str, &str)]) -> Room {
    let mut room = Room::speaking(lang);
    let folder = room.world.places.config.join("decks");
    for (name, text) in files {
        put(&folder, name, text.as_bytes());
    }
    room.keys("a 'Cards' Enter");
    room
}

#[test]
fn a_deck_of_ones_own_is_drawn_from_with_the_built_in_one() {
    let mut room = with_decks(Lang::En, &[("ours.ron", OURS), ("notes.txt", "no deck")]);
    assert_eq!(room.app().news, []);
    assert_eq!(room.workshop().hand.cards.len(), 86);
    room.keys(": 'decks' Enter Space Enter");
    let keys: Vec<String> = room.workshop().hand.cards.iter().map(|card| card.key.to_string()).collect();
    assert_eq!(keys, ["ours-kiosk", "ours-oven"], "only the deck that is on");
    room.keys("n A n A");
    assert_eq!(room.risk(1).category, Some(key("checkout")));
    assert_eq!(room.risk(2).category, None, "a category the session has not");
    assert_eq!(dealt(&room), ["ours-kiosk", "ours-oven"]);
    room.keys("u");
    assert!(room.shows("No category"), "{}", room.screen());
    room.keys(": 'decks' Enter Down Space Enter");
    assert!(room.workshop().hand.cards.is_empty());
    room.keys("n");
    assert_eq!(room.notice(), Some(&Notice::NoCards));
}

#[test]
fn a_deck_with_a_language_is_offered_in_that_language_only() {
    let spanish = OURS.replace("name:", "language: \"es\", name:");
    for (lang, cards) in [(Lang::En, 84), (Lang::Es, 86)] {
        let room = with_decks(lang, &[("ours.ron", &spanish)]);
        assert_eq!(room.workshop().hand.cards.len(), cards, "{lang:?}");
        assert_eq!(room.app().decks.all().count(), 3, "its words are used all the same");
    }
}

#[test]
fn a_broken_deck_is_told_once_with_its_place_and_disturbs_nothing() {
    let broken = OURS.replace("title: \"An oven stays on\"", "title: 7");
    let mut room = with_decks(Lang::En, &[("broken.ron", &broken), ("ours.ron", OURS)]);
    let sentence = "The deck decks/broken.ron:6:";
    assert!(room.shows(sentence), "{}", room.screen());
    assert_eq!(room.workshop().hand.cards.len(), 86);
    room.keys("Esc g l Enter");
    assert!(!room.shows(sentence), "it is told once");
    room.keys("g m");
    assert!(room.shows(sentence), "and can be read again");
    assert!(room.shows("cards[1].title"), "{}", room.screen());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is done, no card comes again that was dealt with, and undoing everything leaves a session as it began.
    #[test]
    fn cards_come_once_and_undo_restores(steps in prop::collection::vec(0_u8..6, 1..40)) {
        let mut room = Room::with_workshop("Cards");
        let before = room.session().clone();
        let mut entries = 0;
        for step in steps {
            room.keys(["n", "n A", "D", "A", "u", "U"][usize::from(step)]);
            let cards = dealt(&room);
            let once: BTreeSet<&String> = cards.iter().collect();
            prop_assert_eq!(once.len(), cards.len());
            if let Some(card) = room.workshop().card() {
                prop_assert!(!cards.contains(&card.key.to_string()));
            }
            let workshop = room.workshop();
            let all = workshop.derived.dealt.left + cards.len();
            prop_assert_eq!(all, 84);
            entries += 1;
        }
        for _ in 0..=entries {
            room.keys("u");
        }
        prop_assert_eq!(room.session(), &before);
    }
}
