//! Two sessions compared: marked at Home, or with the one this goes on from; matched by hand.

use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::overlay::Overlay;
use riskroom::app::workshop::Step;
use riskroom::app::{Action, Place};
use riskroom::domain::Cell;
use riskroom::domain::compare::{By, Cause, Comparison, Verdict};

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::r;

/// The first meeting: A and B scored, C, D, E not. The second one goes on from it: A is worse by votes, B better by what the
/// room agreed, C renamed, D in the bin, E as it was, F new.
fn twice() -> Room {
    let mut room = five_risks();
    room.keys("g w a 'Ana, Ben, Cleo' Enter Esc Esc g a Home 3 3 3 3 3 4 4 4 3 3");
    room.keys("q n ' again' Enter g a Home v '444' Enter r Enter 3 3 3 3");
    room.keys("2 Left c 'patched' Enter Right 4 4 3 3");
    room.keys("g i Home Down Down e ' renamed' Enter Esc Down d");
    room.keys("a 'F' Enter Esc");
    room
}

fn comparison(room: &Room) -> &Comparison {
    match &room.app().overlay {
        Some(Overlay::Compare(open)) => &open.comparison,
        other => panic!("no comparison: {other:?} {}", room.screen()),
    }
}

fn verdict(room: &Room, title: &str) -> Verdict {
    let Some(Overlay::Compare(open)) = &room.app().overlay else { panic!("{}", room.screen()) };
    let named = |row: &&riskroom::domain::compare::Row| {
        let after = row.after.as_ref().and_then(|side| open.after.session().risk(side.id));
        let before = row.before.as_ref().and_then(|side| open.before.session().risk(side.id));
        after.or(before).is_some_and(|risk| risk.title.as_str() == title)
    };
    comparison(room).rows.iter().find(named).unwrap_or_else(|| panic!("no {title}")).verdict
}

#[test]
fn a_session_is_compared_with_the_one_it_goes_on_from() {
    let mut room = twice();
    room.keys("g c");
    assert_eq!(verdict(&room, "A"), Verdict::Worse, "{}", room.screen());
    assert_eq!(verdict(&room, "B"), Verdict::Better);
    assert_eq!(verdict(&room, "C renamed"), Verdict::Reworded);
    assert_eq!(verdict(&room, "D"), Verdict::Gone);
    assert_eq!(verdict(&room, "E"), Verdict::Same);
    assert_eq!(verdict(&room, "F"), Verdict::New);
    let worse = comparison(&room).rows.iter().find(|row| row.verdict == Verdict::Worse).unwrap();
    assert!(
        matches!(&worse.causes[..], [Cause::Level { cell: Cell::Probability, by: By::Votes, .. }]),
        "{:?}",
        worse.causes
    );
    assert!(room.shows("P 3 → 4 (votes)") && room.shows("▲ worse"), "{}", room.screen());
    assert!(room.shows("P 4 → 2 (agreed: patched)"), "{}", room.screen());
    let Some(Overlay::Compare(open)) = &room.app().overlay else { unreachable!() };
    let shown = open.rows.len();
    room.keys("F");
    let Some(Overlay::Compare(open)) = &room.app().overlay else { unreachable!() };
    assert_eq!(open.rows.len(), shown + 1, "E is shown, too");
    room.keys("x");
    assert_eq!(verdict(&room, "A"), Verdict::Better, "swapped");
    room.keys("x h");
    assert!(room.shows("before") && room.shows("after") && room.shows("D 5"), "{}", room.screen());
    room.keys("h Home Enter");
    assert_eq!((room.app().place, room.workshop().step), (Place::Workshop, Step::Identify));
    assert_eq!(room.workshop().risk, Some(r(1)));
}

#[test]
fn two_marked_sessions_are_compared_the_older_one_first() {
    let mut room = twice();
    room.keys("q c");
    assert_eq!(room.notice(), Some(&Notice::Unavailable(Action::CompareSessions, Unavailable::MarkTwo)));
    room.keys("Home Space Space");
    assert!(room.shows("2 marked"), "{}", room.screen());
    room.keys("c");
    assert_eq!(verdict(&room, "A"), Verdict::Worse, "{}", room.screen());
    room.keys("Esc Esc");
    assert!(room.app().home.marked.is_empty() && room.app().place == Place::Home);
}

#[test]
fn a_risk_of_the_earlier_session_is_gone_to_there() {
    let mut room = twice();
    let earlier = room.session().carried_from.unwrap();
    room.keys("g c End Enter");
    assert_eq!(room.session().id, earlier, "{}", room.screen());
    assert_eq!(room.workshop().risk, Some(r(4)));
}

#[test]
fn risks_are_matched_and_taken_apart_by_hand() {
    let mut room = twice();
    room.keys("g c End m");
    assert_eq!(room.notice(), Some(&Notice::WaitsForMatch(r(4))));
    room.keys("Home");
    // F stands last among those that are not scored.
    while verdict_selected(&room) != Verdict::New {
        room.keys("Down");
    }
    room.keys("m");
    assert!(matches!(room.notice(), Some(Notice::Matched(one, _)) if *one == r(4)), "{:?}", room.notice());
    assert_eq!((comparison(&room).count(Verdict::New), comparison(&room).count(Verdict::Gone)), (0, 0));
    assert_eq!(verdict(&room, "F"), Verdict::Reworded);
    room.keys("m");
    assert!(matches!(room.notice(), Some(Notice::TakenApart(..))));
    assert_eq!((comparison(&room).count(Verdict::New), comparison(&room).count(Verdict::Gone)), (1, 1));
}

fn verdict_selected(room: &Room) -> Verdict {
    let Some(Overlay::Compare(open)) = &room.app().overlay else { panic!("{}", room.screen()) };
    open.selected().unwrap().verdict
}

#[test]
fn a_session_that_goes_on_from_none_says_so() {
    let mut room = five_risks();
    room.keys("g c");
    assert_eq!(room.notice(), Some(&Notice::Unavailable(Action::GoCompare, Unavailable::NotCarried)));
}
