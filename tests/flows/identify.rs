//! Step 1: the list of risks.

use riskroom::app::notice::Notice;
use riskroom::domain::{Glance, Place};

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{key, r};

#[test]
fn the_capture_line_takes_one_risk_after_the_other() {
    let mut room = crate::support::room::Room::with_workshop("Checkout Q4");
    room.keys("a 'Card testing' Enter 'Chargebacks' Enter");
    assert!(room.app().typing.is_some());
    assert!(room.shows("R2 added"), "{}", room.screen());
    room.keys("Enter");
    assert!(room.app().typing.is_none());
    assert_eq!(room.listed(), [r(1), r(2)]);
}

#[test]
fn tab_in_the_capture_line_adds_the_risk_and_opens_its_details() {
    let mut room = crate::support::room::Room::with_workshop("Checkout Q4");
    room.keys("a 'Card testing' Tab");
    assert_eq!(room.listed(), [r(1)]);
    assert_eq!(room.notice(), Some(&Notice::RiskAdded(r(1))));
    assert_eq!(room.app().selected_field().map(|(_, field)| field.name()), Some("event"));
}

#[test]
fn every_field_of_a_risk_can_be_edited() {
    let mut room = five_risks();
    room.keys("e ' again' Tab 'No limit' Enter 'on log-in' Ctrl+s");
    assert_eq!(room.risk(1).title.to_string(), "A again");
    assert_eq!(room.risk(1).cause.to_string(), "No limit\non log-in");
    room.keys("Down Enter 'Points spent' Ctrl+s Down Enter Down Enter");
    assert_eq!(room.risk(1).consequence.to_string(), "Points spent");
    assert!(room.risk(1).category.is_some());
    room.keys("Down Enter Down Enter Down e Down Enter");
    assert_eq!((room.risk(1).money, room.risk(1).marketing), (Glance::Small, Glance::Small));
    room.keys("Down Enter Space Down Space Enter");
    assert_eq!(room.risk(1).hit.tags.len(), 2);
    room.keys("Down e 'gift cards' Ctrl+s Down Enter Down Enter Down e 'GDPR' Enter");
    assert_eq!(room.risk(1).hit.note.to_string(), "gift cards");
    assert_eq!(room.risk(1).duty.as_ref().unwrap().to_string(), "GDPR");
    room.keys("Down Enter 'Luis' Enter");
    assert_eq!(room.risk(1).owner.as_ref().unwrap().to_string(), "Luis");
    assert_eq!(room.session().check(), []);
}

#[test]
fn what_is_hit_can_be_something_new() {
    let mut room = five_risks();
    room.keys(". i End Enter 'suppliers' Enter");
    let tags: Vec<String> = room.risk(1).hit.tags.iter().map(ToString::to_string).collect();
    assert_eq!(tags, ["suppliers"]);
}

#[test]
fn one_key_turns_the_size_at_first_glance() {
    let mut room = five_risks();
    room.keys("v v r");
    assert_eq!((room.risk(1).money, room.risk(1).marketing), (Glance::Large, Glance::Small));
}

#[test]
fn the_bin_takes_what_is_marked_and_gives_it_back() {
    let mut room = five_risks();
    room.keys("Space Space d");
    assert_eq!(room.listed(), [3, 4, 5].map(r));
    assert_eq!(room.notice(), Some(&Notice::RisksBinned(2)));
    assert_eq!(room.risk(1).place, Place::Bin);
    room.keys("g b Down Enter");
    assert_eq!(room.listed(), [2, 3, 4, 5].map(r));
    assert_eq!(room.workshop().risk, Some(r(2)));
    room.keys("Delete u u");
    assert_eq!(room.listed(), [3, 4, 5].map(r));
    room.keys("u");
    assert_eq!(room.listed(), [1, 2, 3, 4, 5].map(r));
}

#[test]
fn a_risk_moves_along_the_list_with_the_selection() {
    let mut room = five_risks();
    room.keys("J J");
    assert_eq!(room.listed(), [2, 3, 1, 4, 5].map(r));
    assert_eq!(room.workshop().risk, Some(r(1)));
    room.keys("End K K K K");
    assert_eq!(room.listed(), [5, 2, 3, 1, 4].map(r));
    room.keys("K");
    assert_eq!(room.notice(), Some(&Notice::EndReached));
}

#[test]
fn the_search_narrows_the_list_while_it_is_typed() {
    let mut room = five_risks();
    room.keys("/ 'd'");
    assert_eq!(room.listed(), [r(4)]);
    room.keys("Enter");
    assert_eq!((room.workshop().filter.as_str(), room.workshop().risk), ("d", Some(r(4))));
    room.keys("Esc");
    assert_eq!(room.listed().len(), 5);
    assert_eq!(room.workshop().risk, Some(r(4)));
    room.keys("/ 'zz' Esc");
    assert_eq!(room.listed().len(), 5);
}

#[test]
fn a_risk_is_found_by_its_number() {
    let mut room = five_risks();
    room.keys("g 4 Enter");
    assert_eq!(room.workshop().risk, Some(r(4)));
    room.keys("g 4 '2' Enter");
    assert_eq!(room.notice(), Some(&Notice::NoSuchRisk("42".to_owned())));
    assert_eq!(room.workshop().risk, Some(r(4)));
}

#[test]
fn undo_and_redo_say_what_they_did_and_select_it() {
    let mut room = five_risks();
    room.keys("v End u");
    assert_eq!(room.risk(1).money, Glance::Nothing);
    assert_eq!(room.workshop().risk, Some(r(1)));
    let undone =
        |notice: &Notice| matches!(notice, Notice::Undone(_, action, _) if *action == key("glance-money"));
    assert!(room.notice().is_some_and(undone));
    room.keys("U");
    assert_eq!(room.risk(1).money, Glance::Small);
    room.keys("u u u u u u u");
    assert!(room.notice().is_some());
    assert_eq!(room.listed(), []);
    room.keys("Ctrl+r Ctrl+r Ctrl+r Ctrl+r Ctrl+r Ctrl+r");
    assert_eq!(room.listed().len(), 5);
    assert_eq!(room.risk(1).money, Glance::Small);
}

#[test]
fn a_warning_sign_has_three_fields_and_is_gone_when_they_are_empty() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g i g g Tab End Up Up Enter 'Prices below cost' Tab 'more than 3 an hour' Enter");
    room.keys("Down Enter Down Enter");
    let sign = room.workshop().selected_risk().and_then(|risk| risk.sign.clone()).unwrap();
    assert_eq!(
        (sign.watched.as_str(), sign.threshold.as_str()),
        ("Prices below cost", "more than 3 an hour")
    );
    assert_eq!(sign.watcher.as_ref(), room.session().people.first().map(|person| &person.name));
    assert!(room.shows("Prices below cost") && room.shows("more than 3 an hour"), "{}", room.screen());
    room.keys("Esc / 'below cost' Enter");
    assert_eq!(room.listed().len(), 1);
    let words = "Ctrl+w ".repeat(5);
    room.keys("Esc Tab End Enter Ctrl+w Ctrl+w Enter")
        .keys(&format!("Up Enter {words} Enter Up Enter {words} Enter"));
    assert_eq!(room.workshop().selected_risk().and_then(|risk| risk.sign.clone()), None);
}
