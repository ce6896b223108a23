//! The log of changes: what it lists, what it is filtered by, where it leads.

use riskroom::app::notice::Notice;
use riskroom::app::overlay::Overlay;
use riskroom::app::workshop::{Pane, Step};
use riskroom::domain::change::Facet;
use riskroom::domain::{Cell, Target};

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::{r, s};

/// Of each row: what it is about.
fn listed(room: &Room) -> Vec<Target> {
    let Some(Overlay::Changes(log)) = &room.app().overlay else { panic!("{}", room.screen()) };
    (0..log.rows.len()).filter_map(|place| log.row(place)).map(|change| change.about).collect()
}

/// Two levels, one of them with a reason, one taken back; a solution; an owner.
fn worked() -> Room {
    let mut room = five_risks();
    room.keys("e ' parcels lost' Enter Esc");
    room.keys("g a Home 4 3 u c");
    room.keys("Esc g s Home a 'Log-in limit' Enter Enter L");
    room
}

#[test]
fn the_log_opens_at_the_last_change_and_leads_to_what_changed() {
    let mut room = worked();
    room.keys("g e");
    assert!(room.shows("status: idea → chosen"), "{}", room.screen());
    room.keys("Enter");
    let workshop = room.workshop();
    assert_eq!((workshop.step, workshop.focus, workshop.solution), (Step::Solve, Pane::Board, Some(s(1))));
    room.keys("g e F F");
    let levels = listed(&room);
    assert_eq!(levels.first(), Some(&Target::Risk(r(1), Some(Cell::Probability))));
    assert!(room.shows("undone · I level: 3"), "{}", room.screen());
    assert!(room.shows("undone: level"), "{}", room.screen());
    room.keys("Home Enter");
    let workshop = room.workshop();
    assert_eq!((workshop.step, workshop.risk, workshop.cell), (Step::Assess, Some(r(1)), Cell::Probability));
}

#[test]
fn the_log_is_filtered_by_kind_risk_and_words() {
    let mut room = worked();
    room.keys("g e");
    let all = listed(&room).len();
    room.keys("/ 'log-in'");
    assert!(listed(&room).iter().all(|about| *about == Target::Solution(s(1))), "{}", room.screen());
    room.keys("Enter");
    assert!(listed(&room).len() < all && room.shows("/log-in"));
    room.keys("/ Esc");
    assert_eq!(listed(&room).len(), all, "cleared");
    room.keys("Home r");
    assert!(listed(&room).iter().all(|about| matches!(about, Target::Risk(id, _) if *id == r(1))));
    room.keys("r F F F");
    let Some(Overlay::Changes(log)) = &room.app().overlay else { panic!("{}", room.screen()) };
    assert_eq!(log.filter.facet, Some(Facet::Solutions));
    room.keys("/ 'zzzz'");
    assert!(room.shows("No change fits"), "{}", room.screen());
}

#[test]
fn undo_in_the_log_is_one_more_line() {
    let mut room = worked();
    room.keys("g e");
    let before = listed(&room).len();
    room.keys("u");
    assert_eq!(listed(&room).len(), before + 1);
    assert!(room.shows("undone: status"), "{}", room.screen());
}

#[test]
fn votes_are_counted_until_they_are_revealed() {
    let mut room = five_risks();
    room.keys("g w a 'Ana, Ben, Cleo' Enter Esc Esc g a Home v '44' Enter g e");
    assert!(room.shows("votes: 2 of 3 in"), "{}", room.screen());
    assert!(!room.shows("4 4"));
    room.keys("Esc r g e");
    assert!(room.shows("votes revealed: 4 4"), "{}", room.screen());
    room.keys("u");
    assert!(!room.shows("4 4"), "masked again: {}", room.screen());
}

#[test]
fn the_log_is_written_into_a_file_and_none_is_overwritten() {
    let mut room = worked();
    room.keys("e ' a|b <i>*' Enter Esc g e x");
    let Some(Notice::Exported(first)) = room.notice().cloned() else { panic!("{:?}", room.notice()) };
    room.keys("x");
    let Some(Notice::Exported(second)) = room.notice().cloned() else { panic!("{:?}", room.notice()) };
    assert_ne!(first, second);
    let text = std::fs::read_to_string(&first).unwrap();
    assert!(text.starts_with("# Checkout Q4\n") && text.contains("## 15 Jan 2026"), "{text}");
    assert!(text.contains("status: idea → chosen") && text.contains("~~I level: 3~~ undone"), "{text}");
    assert!(text.contains("a\\|b \\<i\\>\\*") && !text.contains("<i>"), "{text}");
    assert_eq!(text, std::fs::read_to_string(&second).unwrap());
}
