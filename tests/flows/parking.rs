//! The parking lot, and a closed session. What closing asks for is in `gaps`.

use riskroom::app::Place as Front;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::parking::Parked;
use riskroom::app::typing::purpose::Purpose;
use riskroom::domain::{EntryKind, Place, TopicState};

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::{r, t};

fn place(room: &Room, number: u32) -> Place {
    room.risk(number).place
}

fn topic(room: &Room, number: u32) -> TopicState {
    room.session().topics.iter().find(|topic| topic.id == t(number)).unwrap().state
}

fn refused(room: &Room, why: Unavailable) -> bool {
    matches!(room.notice(), Some(Notice::Unavailable(_, found)) if *found == why)
}

/// How many actions the session has seen.
fn revision(room: &Room) -> u64 {
    room.workshop().history.revision()
}

#[test]
fn one_key_parks_what_is_marked_and_one_undo_takes_it_back() {
    let mut room = five_risks();
    let before = revision(&room);
    room.keys("Space Space P");
    assert_eq!(room.notice(), Some(&Notice::Parked(2)));
    assert!(room.shows("2 risks are parked (g p shows them)"), "{}", room.screen());
    assert_eq!((room.listed(), revision(&room)), ([3, 4, 5].map(r).to_vec(), before + 1));
    assert!(room.shows("parked 2"), "the list says so: {}", room.screen());
    assert_eq!(room.workshop().risk, Some(r(3)));
    assert!(room.workshop().marks.is_empty());
    room.keys("u");
    assert_eq!(room.listed(), [1, 2, 3, 4, 5].map(r));
    assert!(!room.shows("parked 2"));
}

#[test]
fn risks_are_parked_on_every_step_and_lose_nothing() {
    let mut room = five_risks();
    room.keys("v Enter P");
    assert_eq!((place(&room, 1), room.workshop().risk), (Place::Parked, Some(r(2))));
    room.keys("Esc . 3 3 3 3 3 Home P");
    assert_eq!(place(&room, 2), Place::Parked);
    assert!(!room.shows("R2"), "{}", room.screen());
    room.keys(". Home P");
    assert_eq!(place(&room, 3), Place::Parked);
    assert!(!room.shows("R3 "), "{}", room.screen());
    assert!(room.workshop().derived.ranked.len() == 2 && room.workshop().derived.listed.len() == 2);
    room.keys("g p Home Enter Enter P");
    assert_eq!(room.notice(), Some(&Notice::TakenBack(r(3))));
    assert_eq!(room.listed(), [1, 2, 3, 4, 5].map(r));
    assert_eq!(room.risk(2).levels().iter().filter(|(_, level)| level.is_some()).count(), 5);
    assert_eq!(room.risk(1).money, riskroom::domain::Glance::Small);
    assert!(room.shows("Nothing is parked."), "{}", room.screen());
}

#[test]
fn a_selected_card_parks_no_risk() {
    let mut room = five_risks();
    room.keys(". . a 'Limit' Enter Esc P");
    assert!(room.session().risks.iter().all(|risk| risk.place == Place::List));
    assert!(refused(&room, Unavailable::NothingSelected));
    room.keys(", , Home Space Space . . Tab P");
    assert_eq!(room.workshop().marks.len(), 2);
    assert!(room.session().risks.iter().all(|risk| risk.place == Place::List), "marks made on another step");
    assert!(refused(&room, Unavailable::NothingSelected));
    room.keys("Shift+Tab P");
    assert_eq!(room.listed().len(), 3, "on the list of risks they are what is meant");
}

#[test]
fn a_topic_is_parked_from_the_commands_and_kept_while_it_is_typed() {
    let mut room = five_risks();
    room.keys(": 'park a topic' Enter 'Who pays for' Esc");
    assert_eq!(
        room.app().draft(Purpose::NewTopic).map(|it| it.text.clone()),
        Some("Who pays for".to_owned())
    );
    let mut room = room.reload();
    assert_eq!(
        room.app().draft(Purpose::NewTopic).map(|it| it.text.clone()),
        Some("Who pays for".to_owned())
    );
    room.keys("g o ' returns?' Enter");
    assert_eq!(room.session().topics[0].text.to_string(), "Who pays for returns?");
    assert!(room.app().draft(Purpose::NewTopic).is_none());
    assert!(room.shows("T1   Who pays for returns?"), "{}", room.screen());
    room.keys("a 'New bank' Enter");
    assert_eq!(room.notice(), Some(&Notice::TopicParked(t(2))));
    assert!(room.shows("T2   New bank"), "the lot stays open: {}", room.screen());
    room.keys("Esc u");
    assert_eq!(room.session().topics.len(), 1);
}

#[test]
fn topics_are_settled_carried_over_and_taken_back() {
    let mut room = five_risks();
    room.keys("P g p a 'One' Enter a 'Two' Enter Home Down s");
    assert_eq!(
        (topic(&room, 1), room.notice()),
        (TopicState::Settled, Some(&Notice::TopicDecided(t(1), TopicState::Settled)))
    );
    room.keys("c");
    assert_eq!(topic(&room, 2), TopicState::CarriedOver);
    let rows: Vec<String> = room.workshop().derived.lot.rows.iter().map(|row| row.id()).collect();
    assert_eq!(
        (rows.as_slice(), room.workshop().derived.lot.undecided),
        (&["R1", "T2", "T1"].map(String::from)[..], 1)
    );
    assert!(room.shows("settled") && room.shows("carried over"), "{}", room.screen());
    let before = revision(&room);
    room.keys("End Enter");
    assert_eq!((topic(&room, 1), revision(&room)), (TopicState::Parked, before + 1));
    room.keys("u u u u");
    assert_eq!(room.session().topics.len(), 1, "undo works in the lot, one action at a time");
    assert_eq!(topic(&room, 1), TopicState::Parked);
}

#[test]
fn what_a_row_does_not_take_is_refused_with_the_reason() {
    let mut room = five_risks();
    room.keys("g p s");
    assert!(refused(&room, Unavailable::NothingSelected));
    room.keys("Esc P g p a 'One' Enter Home s");
    assert!(refused(&room, Unavailable::IsRisk));
    room.keys("c");
    assert!(refused(&room, Unavailable::IsRisk));
    room.keys("Down d");
    assert!(refused(&room, Unavailable::IsTopic));
    room.keys("P");
    assert!(refused(&room, Unavailable::IsParked));
    room.keys("Home d");
    assert_eq!(place(&room, 1), Place::Bin);
}

#[test]
fn undo_stops_at_a_closing_and_reopening_is_recorded() {
    let mut room = five_risks();
    room.keys(": 'close the session' Enter x 'out of time' Enter");
    assert!(room.session().is_closed(), "with a reason");
    let closed = revision(&room);
    room.keys("u");
    assert!(refused(&room, Unavailable::UndoEnds));
    assert!(room.shows("Undo does not reach past a closing."), "{}", room.screen());
    room.keys(": 'close the session' Enter");
    assert!(room.session().is_closed() && revision(&room) == closed, "it is not offered again");
    room.keys(": 'reopen' Enter");
    assert_eq!((room.session().is_closed(), room.notice()), (false, Some(&Notice::Reopened)));
    let entries = room.workshop().history.entries();
    let names: Vec<&str> = entries.iter().rev().take(2).map(|entry| entry.action.as_str()).collect();
    assert_eq!(names, ["reopen-session", "close-session"]);
    assert!(entries.iter().rev().take(2).all(|entry| matches!(entry.kind, EntryKind::Do(_))));
    room.keys("v q");
    assert_eq!((room.app().place, room.risk(1).money), (Front::Home, riskroom::domain::Glance::Small));
}

#[test]
fn a_click_selects_and_decides_nothing() {
    let mut room = five_risks();
    room.keys("M P P P g p");
    let row = room.screen().lines().position(|line| line.contains(" R3   C")).unwrap();
    room.click(40, u16::try_from(row).unwrap());
    assert_eq!(room.app().selected_parked(), Some(Parked::Risk(r(3))));
    assert_eq!(place(&room, 3), Place::Parked);
}

#[test]
fn the_library_tells_that_a_session_is_closed() {
    let mut room = five_risks();
    room.keys(": 'close the session' Enter x Enter 'out of time' Enter q");
    assert!(room.shows("closed"), "{}", room.screen());
}

#[test]
fn the_lot_scrolls_on_the_smallest_screen() {
    let mut room = five_risks().size(40, 12);
    for number in 1..=12 {
        room.keys(&format!(": 'park a topic' Enter 'Topic {number}' Enter"));
    }
    room.keys("P g p");
    assert!(room.shows("►R1") && room.shows("▼"), "{}", room.screen());
    room.keys("End");
    assert!(room.shows("►T12  Topic 12"), "{}", room.screen());
}
