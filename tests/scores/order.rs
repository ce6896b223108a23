//! The order of the risks: band, points, worse half, other half, P, id; then those not yet scored.

use riskroom::domain::{Edit, Line, Place, Ranking, RiskEdit, RiskId, Session};

use crate::support::seeds::{agree_all, r, risk, session_of};

/// A session with a risk per row of levels: R1, R2, …
fn session(rows: &[[u8; 5]]) -> Session {
    let mut session = session_of(5);
    for (number, levels) in (1..).zip(rows) {
        session.apply(&Edit::AddRisk(Box::new(risk(number)))).unwrap();
        agree_all(&mut session, r(number), *levels);
    }
    session
}

fn order(session: &Session) -> Vec<u32> {
    Ranking::of(session).order.into_iter().map(RiskId::number).collect()
}

#[test]
fn a_higher_band_goes_before_more_points() {
    // R1: 19 points, Medium. R2: 16 points, High by G1.
    assert_eq!(order(&session(&[[4, 3, 3, 3, 2], [2, 1, 5, 1, 1]])), [2, 1]);
}

#[test]
fn more_points_go_first_inside_a_band() {
    assert_eq!(order(&session(&[[4, 4, 4, 4, 2], [4, 4, 4, 4, 3]])), [2, 1]);
}

#[test]
fn the_worse_damage_half_breaks_ties_of_points() {
    // 22 points, High: P 4 with D 4, P 3 with D 5.
    assert_eq!(order(&session(&[[4, 3, 4, 4, 3], [3, 3, 5, 1, 3]])), [2, 1]);
}

#[test]
fn the_other_damage_half_breaks_ties_of_the_worse_one() {
    assert_eq!(order(&session(&[[4, 3, 4, 2, 3], [4, 3, 3, 4, 3]])), [2, 1]);
}

#[test]
fn probability_breaks_ties_of_damage() {
    // 20 points each, D 4/4: P 3 with I + F = 6, P 4 with I + F = 4.
    assert_eq!(order(&session(&[[3, 3, 4, 4, 3], [4, 2, 4, 4, 2]])), [2, 1]);
}

#[test]
fn the_id_breaks_the_last_tie() {
    let mut session = session(&[[3; 5], [3; 5], [3; 5]]);
    session.apply(&Edit::Risk(r(3), RiskEdit::MoveBefore(Some(r(1))))).unwrap();
    assert_eq!(order(&session), [1, 2, 3]);
}

#[test]
fn risks_not_yet_scored_stand_behind_by_lower_end_upper_end_and_id() {
    let session = session(&[
        [0, 0, 0, 0, 0], // 6–30
        [4, 0, 4, 2, 0], // 18–26
        [1, 1, 1, 1, 1], // 6, scored
        [4, 0, 4, 2, 0], // 18–26
        [4, 1, 4, 2, 0], // 18–22
        [4, 4, 4, 0, 4], // 24–26
    ]);
    assert_eq!(order(&session), [3, 6, 2, 4, 5, 1]);
    let ranking = Ranking::of(&session);
    assert_eq!(ranking.ranks, [None, None, Some(1), None, None, None]);
}

#[test]
fn a_floor_does_not_lift_a_risk_that_is_not_yet_scored() {
    // R1: 16 at least and ≥ HIGH. R2: 18 at least.
    assert_eq!(order(&session(&[[2, 0, 5, 0, 0], [4, 0, 4, 2, 0]])), [2, 1]);
}

#[test]
fn only_listed_risks_are_ranked() {
    let mut session = session(&[[5; 5], [4; 5], [3; 5], [2; 5]]);
    for (number, place) in [(1, Place::Bin), (2, Place::Parked), (4, Place::Merged { into: r(3) })] {
        session.apply(&Edit::Risk(r(number), RiskEdit::Place(place))).unwrap();
    }
    let ranking = Ranking::of(&session);
    assert_eq!(ranking.order, [r(3)]);
    assert_eq!(ranking.ranks, [None, None, Some(1), None]);
    assert_eq!(ranking.priorities.len(), 4);
}

#[test]
fn ranks_belong_to_the_places_of_the_risks() {
    let session = session(&[[2; 5], [4; 5], [3; 5]]);
    assert_eq!(Ranking::of(&session).ranks, [Some(3), Some(1), Some(2)]);
}

#[test]
fn a_duty_moves_a_risk_up() {
    let mut session = session(&[[3; 5], [1; 5]]);
    assert_eq!(order(&session), [1, 2]);
    let duty = Line::new("A law says so").unwrap();
    session.apply(&Edit::Risk(r(2), RiskEdit::Duty(Some(duty)))).unwrap();
    assert_eq!(order(&session), [2, 1]);
}
