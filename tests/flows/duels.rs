//! Duels of tied risks: marked in the ranking, fought side by side, undone.

use riskroom::app::banner::Offer;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::overlay::Overlay;
use riskroom::domain::{Edit, History, Refusal, RiskId};

use crate::support::room::Room;
use crate::support::seeds::{agree, person, r, risk, session_of, title, votes};
use crate::support::sessions::commit;

/// R1 to R3 alike, R4 more serious.
fn tied() -> History {
    let mut history = History::new(session_of(5));
    for (number, level) in [(1, 3), (2, 3), (3, 3), (4, 4)] {
        commit(&mut history, vec![Edit::AddRisk(Box::new(risk(number)))]);
        let cells = riskroom::domain::Cell::ALL.map(|cell| agree(r(number), cell, level));
        commit(&mut history, cells.to_vec());
    }
    history
}

fn room() -> Room {
    let mut room = Room::with_session(&tied());
    room.keys("g r Home");
    room
}

fn order(room: &Room) -> Vec<u32> {
    room.workshop().derived.ranking.order.iter().copied().map(RiskId::number).collect()
}

#[test]
fn tied_risks_are_marked_and_fight_for_their_places() {
    let mut room = room();
    assert_eq!(order(&room), [4, 1, 2, 3]);
    assert!(room.shows("=  2 R1") && room.shows("=  3 R2") && room.shows("=  4 R3"), "{}", room.screen());
    assert!(room.shows("   1 R4") && !room.shows("tied with"), "{}", room.screen());
    room.keys("Down");
    assert!(room.shows("= tied with R2: D puts two side by side"), "{}", room.screen());
    room.keys("D");
    assert!(
        room.shows("Which one first?") && room.shows("← 1  R1") && room.shows("2 →  R2"),
        "{}",
        room.screen()
    );
    room.keys("2 'More people are hit' Enter");
    assert_eq!(order(&room), [4, 2, 1, 3]);
    assert_eq!(room.notice(), Some(&Notice::Duel { first: r(2), second: r(1), is_told: true }));
    assert_eq!(room.app().selected_rank(), Some(r(2)));
    assert!(room.shows("✓  2 R2") && room.shows("=  3 R1"), "{}", room.screen());
    assert!(room.shows("R2 before R1: More people are hit"), "{}", room.screen());
    // The one in the middle fights the one nobody has decided yet.
    room.keys("Down D Right Esc");
    assert_eq!(order(&room), [4, 2, 3, 1]);
    assert_eq!(room.notice(), Some(&Notice::Duel { first: r(3), second: r(1), is_told: false }));
    assert!(room.shows("R3 before R1: reason missing"), "{}", room.screen());
    let duels = &room.session().duels;
    assert_eq!(
        duels.iter().map(|duel| duel.reason.as_str()).collect::<Vec<_>>(),
        ["More people are hit", ""]
    );
    room.keys("u");
    assert_eq!(order(&room), [4, 2, 1, 3]);
    assert!(room.shows("undone: R3 duel"), "{}", room.screen());
    room.keys("u");
    assert_eq!((order(&room), room.session().duels.len()), (vec![4, 1, 2, 3], 0));
    room.keys("U U");
    assert_eq!(order(&room), [4, 2, 3, 1]);
    let room = room.reload();
    assert_eq!(order(&room), [4, 2, 3, 1]);
}

#[test]
fn the_one_in_front_can_win_too_and_a_duel_can_be_left() {
    let mut room = room();
    room.keys("Down D Esc");
    assert!(matches!(room.app().overlay, Some(Overlay::Ranking(_))));
    assert_eq!(room.session().duels, []);
    room.keys("D Left Enter");
    assert_eq!(order(&room), [4, 1, 2, 3]);
    assert!(room.shows("R1 before R2: reason missing"), "{}", room.screen());
    room.keys("D h 'It is older' Enter");
    assert!(room.shows("R1 before R2: It is older"), "{}", room.screen());
    room.keys("D l Enter");
    assert_eq!(order(&room), [4, 2, 1, 3]);
}

#[test]
fn who_is_not_tied_is_told_so_and_what_breaks_the_tie_is_stronger() {
    let mut room = room();
    room.keys("D");
    let why = |room: &Room| match room.notice() {
        Some(Notice::Unavailable(_, why)) => Some(*why),
        _ => None,
    };
    assert_eq!(why(&room), Some(Unavailable::NoTie));
    room.keys("Down D 2 Enter Esc g 1 Enter g a Home 4 g r");
    assert_eq!(order(&room), [4, 1, 2, 3]);
    room.keys("Esc u g r");
    assert_eq!(order(&room), [4, 2, 1, 3]);
}

#[test]
fn a_reason_left_unfinished_comes_back_with_the_same_choice() {
    let mut room = room();
    room.keys("Down D 2 'More peo' Esc");
    assert_eq!(order(&room), [4, 2, 1, 3]);
    assert!(room.app().draft(riskroom::app::typing::purpose::Purpose::Duel(r(2), r(1))).is_some());
    room.keys("D 1 'ple' Enter");
    assert!(room.shows("R2 before R1: More people"), "{}", room.screen());
    // A stop in the middle of the reason: nothing is decided, the text is offered again.
    room.keys("Down D 2 'Becau'").wait(2);
    let mut room = room.reload();
    assert_eq!(order(&room), [4, 2, 1, 3]);
    assert!(matches!(room.app().offer(), Some(Offer::GoOn(_))), "{:?}", room.app().offer());
    room.keys("g o 'se' Enter");
    assert_eq!(order(&room), [4, 2, 3, 1]);
    assert_eq!(room.session().duels.last().unwrap().reason.as_str(), "Because");
}

#[test]
fn a_reason_for_risks_that_are_tied_no_more_decides_nothing() {
    let mut room = room();
    room.keys("Down D 2 'Becau'").wait(2);
    let mut room = room.reload();
    room.keys("g i g 1 Enter g a Home 5 g o");
    assert!(matches!(room.notice(), Some(Notice::Refused(Refusal::NoTie(..)))), "{:?}", room.notice());
    assert_eq!(room.session().duels, []);
}

#[test]
fn hidden_votes_and_blanked_scores_stay_out_of_a_duel() {
    let mut history = tied();
    commit(&mut history, vec![Edit::AddPerson(person(1, riskroom::domain::Seat::Voter))]);
    let vote = riskroom::domain::RiskEdit::Vote(riskroom::domain::Cell::Fix, votes("5"));
    commit(&mut history, vec![Edit::Risk(r(1), vote)]);
    commit(&mut history, vec![Edit::Risk(r(1), riskroom::domain::RiskEdit::Title(title("Fire")))]);
    let mut room = Room::with_session(&history);
    room.keys("g r Home Down D");
    assert!(room.shows("F 3") && !room.shows("F 5"), "{}", room.screen());
    room.keys("Esc Esc b g r");
    assert!(!room.shows("=  2") && !room.shows("tied"), "{}", room.screen());
    room.keys("Home Down D");
    assert!(room.shows("Fire") && !room.shows("F 3"), "{}", room.screen());
}
