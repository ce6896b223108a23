//! Step 1: the capture line with its hints, the guided form, merging.

use riskroom::app::Event;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::typing::purpose::{Part, Purpose};
use riskroom::app::{Action, Chord};
use riskroom::domain::{Cell, Link, Place};
use riskroom::text::catalogue::Lang;

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{key, level, r};

#[test]
fn forty_risks_in_a_row_cost_one_key_each_beyond_their_text() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a");
    for number in 1..=40 {
        room.keys(&format!("'Supplier {number} closes' Enter"));
        assert_eq!(room.notice(), None, "the line tells it, and the footer keeps its keys");
        assert_eq!(room.workshop().risk, Some(r(number)), "the list follows");
        assert!(room.shows(&format!("R{number} added · {number} risk")), "{}", room.screen());
        assert!(
            room.shows(&format!("►R{number}")) || room.shows(&format!("► R{number}")),
            "{}",
            room.screen()
        );
    }
    assert_eq!(room.listed().len(), 40);
    room.keys("Enter");
    assert!(room.app().typing.is_none());
    room.keys("u");
    assert_eq!(room.listed().len(), 39);
}

#[test]
fn the_footer_says_what_enter_and_tab_do_with_each_text() {
    let mut room = Room::with_workshop("Checkout Q4").size(80, 24);
    room.keys("a");
    assert!(room.shows("Enter add   Tab details   Esc"), "{}", room.screen());
    room.keys("'Payment fails' Enter");
    assert!(room.shows("Enter add   Tab details   Esc"), "{}", room.screen());
    room.keys("Esc a Ctrl+g 'x' Backspace");
    assert!(room.shows("Enter next   Esc leave"), "{}", room.screen());
    room.keys("Enter 'The bank is down' Enter");
    assert!(room.shows("Enter add   Esc"), "{}", room.screen());
    assert!(room.shows("Enter adds it; it may stay empty."), "{}", room.screen());
    room.keys("Enter Esc /");
    assert!(room.shows("Enter keep   Esc clear the search"), "{}", room.screen());
    room.keys("Esc g 1");
    assert!(room.shows("Enter go   Esc leave "), "{}", room.screen());
    room.keys("Esc e");
    assert!(room.shows("Enter accept   Tab go on"), "{}", room.screen());
}

#[test]
fn a_hint_stands_in_the_footer_as_a_whole_or_not_at_all() {
    for lang in [Lang::En, Lang::Es] {
        let mut room = Room::speaking(lang);
        room.keys("a 'Checkout' Enter a 'Payment fails' Enter Esc");
        for keys in ["Home", "a 'Payment'", "Ctrl+g 'x' Backspace", "Esc . Home", ". Home", "g w"] {
            room.keys(keys);
            for width in 40..130 {
                room.resize(width, 24);
                let footer = room.screen().lines().last().unwrap().to_owned();
                assert!(!footer.contains('…'), "{keys} {width}: {footer}");
            }
        }
    }
}

#[test]
fn a_merge_done_again_selects_what_is_kept() {
    let mut room = five_risks();
    room.keys("Home Space Down Space Down Space m");
    let kept = room.workshop().risk;
    assert_eq!(room.listed().len(), 3);
    room.keys("u U");
    assert_eq!(room.listed().len(), 3);
    assert_eq!(room.workshop().risk, kept, "{}", room.screen());
}

#[test]
fn a_card_names_no_risk_that_is_part_of_another() {
    let mut room = Room::with_session(&demo::demo()).size(200, 60);
    let reduces = |room: &Room, risks: &str| {
        let is_it = |part: &str| part.trim_end().strip_suffix("reduce").is_some_and(|it| it.trim() == risks);
        room.screen().split('│').any(is_it)
    };
    assert!(reduces(&room, "R3"), "{}", room.screen());
    room.keys("g i Home Space Down Space m");
    assert_eq!(room.risk(3).place, Place::Merged { into: r(1) });
    room.keys("g s");
    assert!(reduces(&room, "R1") && !room.shows("R3 R1"), "{}", room.screen());
}

#[test]
fn nothing_jumps_while_hints_come_and_go() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut room = Room::with_workshop("Checkout Q4").size(width, height);
        room.keys("a 'Payment fails' Enter");
        let layout = room.layout().clone();
        for keys in ["'Payment'", "' fails'", "' again'", "Ctrl+w Ctrl+w Ctrl+w Ctrl+w", "'no backups'"] {
            room.keys(keys);
            assert_eq!(room.layout(), &layout, "{keys}");
        }
    }
}

#[test]
fn a_text_that_looks_like_a_risk_is_told_and_added_anyway() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'Parcels stolen from the door' Enter 'parcel theft at the dor'");
    assert!(room.shows("looks like R1 Parcels stolen"), "{}", room.screen());
    room.keys("Enter");
    assert_eq!(room.listed(), [r(1), r(2)]);
    room.keys("'PARCELS stolen from the door!'");
    assert!(room.shows("the same as R1"));
    room.keys("Esc K d a Ctrl+w Ctrl+w Ctrl+w Ctrl+w Ctrl+w Ctrl+w 'parcel theft at the door'");
    assert!(room.shows("(in the bin) the same as R2") || room.shows("looks like R1"), "{}", room.screen());
}

#[test]
fn what_is_no_event_is_told_how_to_word_it_and_added_all_the_same() {
    let mut room = Room::with_workshop("Checkout Q4");
    for (text, hint) in [
        ("Payment", "Say what happens to it"),
        ("no backups", "A cause."),
        ("we should test more", "A solution"),
        ("what if it breaks?", "as a statement"),
    ] {
        room.keys(&format!("a '{text}'"));
        assert!(room.shows(hint), "{text}: {}", room.screen());
        room.keys("Enter Enter");
    }
    assert_eq!(room.listed().len(), 4);
    room.keys("a 'Payment provider is down'");
    assert!(!room.shows("Say what happens"));
}

#[test]
fn one_key_takes_the_category_the_words_point_to_for_one_risk() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'The payment provider refuses cards at checkout'");
    assert!(room.shows("category: Checkout & payment – Ctrl+T takes it"), "{}", room.screen());
    room.keys("Ctrl+t");
    assert!(room.shows("✓ Checkout & payment") && room.shows("Ctrl+T leaves it"), "{}", room.screen());
    let before = room.workshop().history.entries().len();
    room.keys("Enter");
    assert_eq!(room.risk(1).category, Some(key("checkout")));
    assert_eq!(room.workshop().history.entries().len(), before + 1, "in the same action");
    room.keys("'Another payment provider closes' Ctrl+t Ctrl+t Enter 'A third bank refuses payment' Enter");
    assert_eq!((room.risk(2).category.clone(), room.risk(3).category.clone()), (None, None));
    room.keys("Ctrl+t");
    assert_eq!(room.notice(), Some(&Notice::Unavailable(Action::TakeCategory, Unavailable::NoCategory)));
}

#[test]
fn another_text_takes_no_category_of_a_line_that_was_left() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'The payment provider refuses cards at checkout' Esc : 'topic' Enter 'Lawyers'");
    assert!(!room.shows("Ctrl+T"), "{}", room.screen());
    room.keys("Ctrl+t");
    assert_eq!(room.notice(), Some(&Notice::Unavailable(Action::TakeCategory, Unavailable::NoCategory)));
}

#[test]
fn a_line_that_is_left_is_gone_on_with() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'Half a ris' Esc");
    assert_eq!(room.notice(), Some(&Notice::DraftKept));
    room.keys("a 'k' Enter");
    assert_eq!(room.risk(1).title.to_string(), "Half a risk");
}

#[test]
fn the_guided_form_asks_for_cause_event_and_consequence() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a Ctrl+g 'Nobody watches the certificate' Enter");
    assert!(
        room.shows("2 of 3: what happens") && room.shows("Nobody watches the certificate"),
        "{}",
        room.screen()
    );
    room.keys("Enter");
    assert_eq!(room.notice(), Some(&Notice::NeedsEvent));
    room.keys("'The certificate expires' Enter 'No sales for a day' Enter");
    let risk = room.risk(1);
    let parts = [risk.cause.to_string(), risk.title.to_string(), risk.consequence.to_string()];
    assert_eq!(parts, ["Nobody watches the certificate", "The certificate expires", "No sales for a day"]);
    assert!(room.shows("1 of 3: what leads") && room.shows("R1 added · 1 risk"), "{}", room.screen());
    room.keys("Enter 'Only the event' Enter Enter Esc u");
    assert_eq!(room.listed(), [r(1)]);
    room.keys("u");
    assert!(room.listed().is_empty(), "one undo per risk");
}

#[test]
fn the_parts_of_the_guided_form_outlive_escape_and_crash() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a Ctrl+g 'Because' Enter 'It happens' Enter 'So that' Esc").wait(2);
    let mut room = room.reload();
    assert!(room.shows("An unfinished text was kept"), "{}", room.screen());
    for (part, text) in
        [(Part::Cause, "Because"), (Part::Event, "It happens"), (Part::Consequence, "So that")]
    {
        assert_eq!(room.app().draft(Purpose::Guided(part)).unwrap().text, text);
    }
    room.keys("Esc Esc Esc a Esc a Ctrl+g Enter Enter Enter");
    assert_eq!(room.listed(), [r(1)]);
    assert_eq!(room.risk(1).consequence.to_string(), "So that");
    assert!(room.app().drafts.is_empty());
}

#[test]
fn one_key_turns_between_line_and_form_and_the_event_goes_along() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'The shop is down' Ctrl+g 'DNS' Tab");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "The shop is down");
    room.keys("Shift+Tab");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "DNS");
    room.keys("Ctrl+g");
    assert_eq!(room.app().typing.as_ref().unwrap().purpose, Purpose::NewRisk);
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "The shop is down");
}

#[test]
fn marked_risks_become_part_of_the_selected_one() {
    let mut room = five_risks();
    room.keys("Space Down Space g g End m");
    assert_eq!(
        room.listed(),
        [r(1), r(2), r(4), r(5)].map(|id| id),
        "of two marks the first is kept: R1, R3 goes"
    );
    assert_eq!(room.notice(), Some(&Notice::Merged(vec![r(3)], r(1))));
    assert_eq!(room.workshop().risk, Some(r(1)));
    assert_eq!(room.risk(3).place, Place::Merged { into: r(1) });
    assert!(room.shows("+ R3 C"), "{}", room.screen());
    room.keys("u");
    assert_eq!(room.listed().len(), 5);
    room.keys("Space Down Space Up Up m");
    assert_eq!(room.listed().len(), 4);
}

#[test]
fn one_mark_is_merged_into_the_selection_and_none_is_told() {
    let mut room = five_risks();
    room.keys("m");
    assert_eq!(room.notice(), Some(&Notice::Unavailable(Action::MergeRisks, Unavailable::NothingToMerge)));
    room.keys("Space m");
    assert_eq!((room.risk(1).place, room.workshop().risk), (Place::Merged { into: r(2) }, Some(r(2))));
    room.keys("Space m");
    assert_eq!(room.risk(2).place, Place::Merged { into: r(3) });
    assert!(room.shows("+ R1 A") && room.shows("+ R2 B"), "what was part of a part is shown too");
    room.keys("g b");
    assert!(room.shows("R1 (part of R2)"), "{}", room.screen());
    room.keys("Down Enter");
    assert_eq!(room.listed(), [2, 3, 4, 5].map(r));
    assert_eq!(room.risk(1).place, Place::Merged { into: r(2) });
    assert_eq!(room.session().check(), []);
}

#[test]
fn a_merge_keeps_wording_votes_and_solutions() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g i g g");
    let before = room.session().clone();
    let linked = |room: &Room, number| {
        let links = room.session().solutions.iter().flat_map(|solution| solution.links.clone());
        links.filter(|link: &Link| link.risk == r(number)).count()
    };
    let (of_four, of_five) = (linked(&room, 4), linked(&room, 5));
    assert!(of_four > 0);
    room.keys("g 4 Enter Space g 5 Enter m");
    assert_eq!(room.risk(4).place, Place::Merged { into: r(5) });
    let kept = before.risk(r(4)).unwrap();
    assert_eq!((&room.risk(4).title, &room.risk(4).cells), (&kept.title, &kept.cells));
    assert_eq!(linked(&room, 4), of_four, "its own links stay");
    assert!(linked(&room, 5) >= of_five);
    for link in room.session().solutions.iter().flat_map(|it| &it.links).filter(|link| link.risk == r(5)) {
        let now = room.risk(5).cells.at(link.lever).level();
        assert!(now.is_none_or(|now| link.expected <= now), "no level is raised");
    }
    room.keys("u");
    assert_eq!(room.session(), &before);
    assert!(level(5) > level(1) && Cell::ALL.len() == 5);
}

#[test]
fn the_capture_line_speaks_spanish() {
    let mut room = Room::speaking(Lang::Es);
    room.keys("a 'Taller' Enter a 'Caída del servidor' Enter 'caida de los servidores'");
    assert!(room.shows("se parece a R1"), "{}", room.screen());
    room.happens(Event::Key(Chord::parse("Esc").unwrap()));
}
