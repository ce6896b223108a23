//! The dot vote beside the ranking: places by gut, and where they are far from the ranks.

use riskroom::domain::gut::Gut;
use riskroom::domain::{Edit, Place, Ranking, Refusal, RiskEdit, Session, SessionEdit};

use crate::support::seeds::{agree_all, r, risk, session_of};

/// R1 is the most serious, R2 the next, …; with these dots.
fn session(dots: &[u16]) -> Session {
    let mut session = session_of(5);
    for (number, dots) in (1..).zip(dots) {
        session.apply(&Edit::AddRisk(Box::new(risk(number)))).unwrap();
        let level = |step: u32| u8::try_from(5_u32.saturating_sub((number + step) / 4).max(1)).unwrap();
        agree_all(&mut session, r(number), [level(0), level(1), level(2), 1, level(3)]);
        session.apply(&Edit::Risk(r(number), RiskEdit::Dots(*dots))).unwrap();
    }
    session
}

/// Risk, dots, places by gut, rank, and how far behind the score puts it.
fn told(session: &Session) -> Vec<String> {
    let gut = Gut::of(session, &Ranking::of(session));
    let told = gut.disagreements.iter();
    told.map(|it| format!("{} {}: {}-{} {} {}", it.risk, it.dots, it.best, it.worst, it.rank, it.behind()))
        .collect()
}

#[test]
fn the_furthest_apart_stand_first_in_both_directions() {
    let session = session(&[0, 3, 0, 0, 0, 5, 1]);
    assert_eq!(Ranking::of(&session).order, [1, 2, 3, 4, 5, 6, 7].map(r));
    // R6 is first by gut; R1 has no dot, as R3, R4 and R5, which share the places 4 to 7.
    assert_eq!(told(&session), ["R6 5: 1-1 6 5", "R7 1: 3-3 7 4", "R1 0: 4-7 1 -3"]);
    assert_eq!(Gut::of(&session, &Ranking::of(&session)).agreeing, 4);
}

#[test]
fn risks_without_a_rank_stand_aside_and_others_are_not_counted() {
    let mut session = session(&[2, 1, 4, 3]);
    session.apply(&Edit::Risk(r(1), RiskEdit::Place(Place::Bin))).unwrap();
    session.apply(&Edit::Risk(r(3), RiskEdit::Agree(riskroom::domain::Cell::Fix, None))).unwrap();
    let gut = Gut::of(&session, &Ranking::of(&session));
    assert_eq!((gut.unscored, gut.dots, gut.agreeing), (vec![(r(3), 4)], 8, 2));
}

#[test]
fn without_dots_nobody_disagrees() {
    let session = session(&[0; 6]);
    let gut = Gut::of(&session, &Ranking::of(&session));
    assert_eq!((gut.disagreements, gut.agreeing, gut.dots), (vec![], 6, 0));
}

#[test]
fn each_person_has_one_to_nine_dots() {
    let mut session = session_of(5);
    assert_eq!(session.dots_each, 3);
    for dots in [0, 10] {
        let edit = Edit::Session(SessionEdit::DotsEach(dots));
        assert_eq!(session.apply(&edit), Err(Refusal::BadDots));
    }
    session.apply(&Edit::Session(SessionEdit::DotsEach(9))).unwrap();
    assert_eq!(session.dots_each, 9);
}
