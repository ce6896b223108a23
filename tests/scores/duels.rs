//! Duels: who can fight one, what it decides, and what of it lasts.

use riskroom::domain::{Cell, Duel, Edit, Place, Ranking, Refusal, RiskEdit, RiskId, Session};

use crate::support::seeds::{agree, agree_all, line, r, risk, session_of};

/// R1 to R4 alike, R5 more serious, R6 not yet scored.
fn session() -> Session {
    let mut session = session_of(5);
    let rows = [[3; 5], [3; 5], [3; 5], [3; 5], [4; 5], [3, 3, 3, 3, 0]];
    for (number, levels) in (1..).zip(rows) {
        session.apply(&Edit::AddRisk(Box::new(risk(number)))).unwrap();
        agree_all(&mut session, r(number), levels);
    }
    session
}

fn duel(session: &mut Session, first: u32, second: u32) -> Result<(), Refusal> {
    session.apply(&Edit::Duel(Duel { first: r(first), second: r(second), reason: line("why") }))
}

fn order(session: &Session) -> Vec<u32> {
    Ranking::of(session).order.into_iter().map(RiskId::number).collect()
}

#[test]
fn ties_are_told_of_scored_risks_only() {
    let ranking = Ranking::of(&session());
    assert_eq!(ranking.order, [5, 1, 2, 3, 4, 6].map(r));
    assert_eq!(ranking.ties, [false, true, true, true, false, false]);
}

#[test]
fn a_duel_moves_the_one_behind_in_front_and_keeps_its_reason() {
    let mut session = session();
    duel(&mut session, 3, 2).unwrap();
    assert_eq!(order(&session), [5, 1, 3, 2, 4, 6]);
    duel(&mut session, 3, 1).unwrap();
    assert_eq!(order(&session), [5, 3, 1, 2, 4, 6]);
    duel(&mut session, 2, 4).unwrap();
    assert_eq!(order(&session), [5, 3, 1, 2, 4, 6], "who stands first already stays there");
    assert_eq!(session.duel_of(r(4), r(2)).map(|duel| duel.first), Some(r(2)));
    duel(&mut session, 1, 3).unwrap();
    assert_eq!(order(&session), [5, 1, 3, 2, 4, 6]);
    assert_eq!(session.duel_of(r(1), r(3)).map(|duel| duel.reason.as_str()), Some("why"));
    assert_eq!(session.check(), []);
}

#[test]
fn only_tied_neighbours_fight() {
    let mut session = session();
    for (first, second) in [(1, 3), (4, 1), (5, 1), (4, 6), (2, 2)] {
        assert_eq!(duel(&mut session, first, second), Err(Refusal::NoTie(r(first), r(second))));
    }
    assert_eq!(duel(&mut session, 1, 9), Err(Refusal::NoRisk(r(9))));
    duel(&mut session, 2, 1).unwrap();
    assert_eq!(duel(&mut session, 2, 1), Err(Refusal::NothingChanges));
    assert_eq!(duel(&mut session, 2, 3), Err(Refusal::NoTie(r(2), r(3))), "R1 stands between them now");
    session.apply(&Edit::Risk(r(1), RiskEdit::Place(Place::Bin))).unwrap();
    duel(&mut session, 3, 2).unwrap();
    assert_eq!(order(&session), [5, 3, 2, 4, 6]);
    assert_eq!(duel(&mut session, 1, 3), Err(Refusal::NoTie(r(1), r(3))));
}

#[test]
fn what_breaks_the_tie_is_stronger_and_the_duel_comes_back_with_the_tie() {
    let mut session = session();
    duel(&mut session, 2, 1).unwrap();
    session.apply(&agree(r(1), Cell::Fix, 4)).unwrap();
    assert_eq!(order(&session), [5, 1, 2, 3, 4, 6]);
    session.apply(&agree(r(1), Cell::Fix, 3)).unwrap();
    assert_eq!(order(&session), [5, 2, 1, 3, 4, 6]);
}

#[test]
fn duels_in_a_file_are_of_risks_that_are_there() {
    let mut session = session();
    let fought = |first, second| Duel { first: r(first), second: r(second), reason: line("") };
    session.duels = vec![fought(1, 2), fought(7, 1), fought(3, 3)];
    let found: Vec<String> = session.check().into_iter().map(|it| it.path).collect();
    assert_eq!(found, ["duels[1].first", "duels[2].second"]);
    session.duels = vec![fought(1, 2); 1_001];
    session.dots_each = 0;
    let found: Vec<String> = session.check().into_iter().map(|it| it.path).collect();
    assert_eq!(found, ["dots_each", "duels"]);
}
