//! The heat map over the screen: cells, axes, residual levels, the cells that votes cover.

use riskroom::app::heatmap::HeatMap;
use riskroom::app::overlay::Overlay;
use riskroom::app::workshop::Step;
use riskroom::domain::heat::{Of, level};
use riskroom::domain::residual::Counting;
use riskroom::domain::{Cell, Criterion, History, RiskEdit};

use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{agree_all, level as at, r, session_of, small_session, votes};

fn map(room: &Room) -> &HeatMap {
    let Some(Overlay::HeatMap(map)) = &room.app().overlay else { panic!("no map is open") };
    map
}

#[test]
fn every_risk_lies_where_its_levels_say() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g h");
    let (map, session) = (map(&room), room.session());
    let mut placed = 0;
    for row in session.scales.levels.levels() {
        for column in session.scales.levels.levels() {
            for id in map.matrix.at(row, column) {
                let levels = session.risk(*id).unwrap().levels();
                assert_eq!(level(&levels, Criterion::Probability), Some(row));
                assert_eq!(level(&levels, Criterion::Damage), Some(column));
                placed += 1;
            }
        }
    }
    assert_eq!(placed + map.matrix.unplaced, room.workshop().derived.counts.listed);
    assert!(placed > 5);
}

#[test]
fn it_opens_at_the_selected_risk_and_enter_shows_it_on_the_grid() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g i g 4 Enter g h");
    assert_eq!(map(&room).risk, Some(r(4)));
    assert!(map(&room).here().contains(&r(4)));
    room.keys("Enter");
    assert!(room.app().overlay.is_none());
    assert_eq!((room.workshop().step, room.workshop().risk), (Step::Assess, Some(r(4))));
}

#[test]
fn arrows_and_ends_move_over_the_cells_and_stop_at_the_edges() {
    let mut room = Room::with_session(&History::new(small_session()));
    room.keys("g h");
    assert_eq!((map(&room).row, map(&room).column), (at(5), at(5)));
    room.keys("Up Right");
    assert_eq!((map(&room).row, map(&room).column), (at(5), at(5)));
    room.keys("Down Left Left");
    assert_eq!((map(&room).row, map(&room).column), (at(4), at(3)));
    room.keys("Home PgDn Down Left");
    assert_eq!((map(&room).row, map(&room).column), (at(1), at(1)));
    room.keys("End PgUp");
    assert_eq!((map(&room).row, map(&room).column), (at(5), at(5)));
    assert_eq!(map(&room).matrix.unplaced, 3);
}

#[test]
fn any_two_criteria_stand_on_the_axes() {
    let mut session = small_session();
    agree_all(&mut session, r(1), [1, 2, 3, 4, 5]);
    let mut room = Room::with_session(&History::new(session));
    room.keys("g i g 1 Enter g h");
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..4 {
        for _ in 0..4 {
            assert_ne!(map(&room).rows, map(&room).columns);
            seen.insert((map(&room).rows, map(&room).columns));
            assert_eq!(map(&room).risk, Some(r(1)));
            assert_eq!(map(&room).matrix.at(map(&room).row, map(&room).column), [r(1)]);
            room.keys("c");
        }
        room.keys("r");
    }
    assert_eq!(seen.len(), 12);
}

#[test]
fn the_map_is_that_of_now_of_all_chosen_and_of_today() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g h");
    let current = map(&room).matrix.clone();
    room.keys("s");
    assert_eq!(map(&room).of, Of::Residual(Counting::Chosen));
    assert_ne!(map(&room).matrix, current);
    room.keys("s s");
    assert_eq!((map(&room).of, &map(&room).matrix), (Of::Current, &current));
}

#[test]
fn the_cells_that_votes_cover_are_marked() {
    let mut session = small_session();
    agree_all(&mut session, r(1), [3, 3, 3, 2, 3]);
    for edit in [RiskEdit::Vote(Cell::Probability, votes("135")), RiskEdit::Reveal(Cell::Probability)] {
        session.apply(&riskroom::domain::Edit::Risk(r(1), edit)).unwrap();
    }
    let mut room = Room::with_session(&History::new(session));
    room.keys("g i g 1 Enter g h v");
    let covered = |room: &Room| {
        let count = room.session().scales.levels;
        let cells = count.levels().flat_map(|row| count.levels().map(move |column| (row, column)));
        cells.filter(|(row, column)| map(room).is_covered(room.workshop(), *row, *column)).collect::<Vec<_>>()
    };
    assert_eq!(covered(&room), [(at(1), at(3)), (at(3), at(3)), (at(5), at(3))]);
    room.keys("v");
    assert_eq!(covered(&room), []);
}

#[test]
fn it_follows_an_undo_and_tab_goes_round_the_risks_of_a_cell() {
    let mut session = session_of(5);
    for number in 1..=3 {
        let risk = crate::support::seeds::risk(number);
        session.apply(&riskroom::domain::Edit::AddRisk(Box::new(risk))).unwrap();
        agree_all(&mut session, r(number), [4; 5]);
    }
    let mut room = Room::with_session(&History::new(session));
    room.keys("g a g 1 Enter 2 g h u");
    assert_eq!(map(&room).matrix.at(at(4), at(4)).len(), 3);
    let first = map(&room).risk;
    room.keys("Tab");
    assert_ne!(map(&room).risk, first);
    room.keys("Tab Tab");
    assert_eq!(map(&room).risk, first);
}

#[test]
fn blanked_risks_stay_out_of_sight() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("b g h");
    assert!(!room.shows("R1 ") && !room.shows("R4 "), "{}", room.frame());
}
