//! The library of thirty sessions: sorted, filtered, marked, previewed.

use riskroom::app::Place;
use riskroom::app::home::{Listing, Only, Sort};
use riskroom::domain::Uid;

use crate::support::library::library;
use crate::support::room::Room;

/// A room with so many sessions in its library, the newest selected.
pub(crate) fn room_with(count: usize) -> Room {
    let mut room = Room::new();
    for (name, history) in library(count) {
        room.put(&name, &history);
    }
    room.keys("g l Home");
    room
}

fn titles(room: &Room) -> Vec<String> {
    let home = &room.app().home;
    (0..home.shown.len()).filter_map(|place| home.shown(place)).map(Listing::name).collect()
}

#[test]
fn sessions_are_sorted_and_the_selection_stays() {
    let mut room = room_with(30);
    assert_eq!(titles(&room).first().unwrap(), "Shop 00009 meeting 3");
    room.keys("Down Down");
    let selected = room.app().home.selected.clone();
    for sort in [Sort::Changed, Sort::Title, Sort::Shop, Sort::Band, Sort::Overdue, Sort::Date] {
        room.keys("S");
        assert_eq!((room.app().home.sort, &room.app().home.selected), (sort, &selected));
        if sort == Sort::Title {
            assert_eq!(titles(&room).first().unwrap(), "Shop 00000 meeting 1");
            assert!(room.shows("by title"), "{}", room.screen());
        }
    }
}

#[test]
fn sessions_are_filtered_by_state_and_by_words_whatever_their_accents() {
    let mut room = room_with(30);
    room.keys("F");
    assert_eq!((room.app().home.only, titles(&room).len()), (Only::Open, 10));
    room.keys("F");
    assert_eq!(titles(&room).len(), 20, "closed");
    room.keys("F");
    assert_eq!(titles(&room).len(), 20, "the second and third of each chain have a solution overdue");
    room.keys("F");
    assert_eq!(titles(&room).len(), 0, "none is broken");
    room.keys("Esc");
    assert_eq!((room.app().home.only, titles(&room).len()), (Only::All, 30));
    room.keys("Down");
    let selected = room.app().home.selected.clone();
    room.keys("F Esc");
    assert_eq!(room.app().place, Place::Home);
    assert!(room.app().home.selected.is_some() && selected.is_some());
}

#[test]
fn the_preview_tells_the_chain_and_what_is_to_do() {
    let mut room = room_with(6).size(200, 60);
    room.keys("Down");
    assert!(room.shows("goes on from Shop 00001 meeting 1, 23 Jun 2025"), "{}", room.screen());
    assert!(room.shows("went on as Shop 00001 meeting 3, 7 Jul 2025"), "{}", room.screen());
    assert!(room.shows("closed 30 Jun 2025") && room.shows("“Reviewed in the board”"), "{}", room.screen());
    assert!(room.shows("1 Jul") && room.shows("Limit log-ins 4") && room.shows("Luis"), "{}", room.screen());
    assert!(room.shows("chosen 1"), "{}", room.screen());
}

#[test]
fn meetings_of_a_chain_are_compared() {
    let mut room = room_with(6);
    room.keys("Space Space c");
    assert!(room.shows("P 4 → 5") && room.shows("▲ worse"), "{}", room.screen());
    let earlier = Uid::from_bits(0x5e55_0000 + 4);
    assert!(room.app().home.session(earlier).is_some());
}

#[test]
fn everything_said_in_any_session_is_searched_and_gone_to() {
    let mut room = room_with(6);
    room.keys("/ 'resena falsa 4'");
    assert!(room.shows("2 found") && room.shows("Own worry of meeting 4"), "{}", room.screen());
    let home = &room.app().home;
    assert_eq!(home.shown.len(), 4, "two sessions, what was found under each");
    room.keys("Enter Home Down Enter");
    assert_eq!(room.session().title.as_str(), "Shop 00001 meeting 3");
    assert_eq!(room.workshop().risk, Some(crate::support::seeds::r(4)), "{}", room.screen());
    room.keys("Space Home Space m q / 'resena falsa 4'");
    room.keys("Enter Home Down Enter");
    let merged = room.risk(4).place;
    assert_eq!(merged, riskroom::domain::Place::Merged { into: crate::support::seeds::r(1) });
    assert_eq!(
        room.workshop().risk,
        Some(crate::support::seeds::r(1)),
        "found where it is: {}",
        room.screen()
    );
    room.keys("g l Esc");
    assert_eq!(room.app().home.shown.len(), 6);
    room.keys("/ 'log-ins 1'");
    room.keys("Enter Home Down Enter");
    let workshop = room.workshop();
    assert_eq!(workshop.focus, riskroom::app::workshop::Pane::Board, "{}", room.screen());
}
