//! How firm ranks are: what makes them waver, what makes them stand, and which talk is worth two more minutes.

use riskroom::domain::robustness::{RUNS, Robustness, Standing, TOP, WeightsAre};
use riskroom::domain::{Bands, Cell, Edit, Evidence, Place, RiskEdit, Session, SessionEdit};

use crate::support::seeds::{agree_all, line, person, r, risk, session_of, votes};

/// A session with a risk per row of levels, seen here, and eight voters.
fn session(rows: &[[u8; 5]]) -> Session {
    let mut session = session_of(5);
    for number in 1..=8 {
        session.apply(&Edit::AddPerson(person(number, riskroom::domain::Seat::Voter))).unwrap();
    }
    for (number, levels) in (1..).zip(rows) {
        let mut risk = risk(number);
        risk.evidence = Evidence::SeenHere;
        session.apply(&Edit::AddRisk(Box::new(risk))).unwrap();
        agree_all(&mut session, r(number), *levels);
    }
    session
}

fn reveal(session: &mut Session, number: u32, cell: Cell, signs: &str) {
    session.apply(&Edit::Risk(r(number), RiskEdit::Vote(cell, votes(signs)))).unwrap();
    session.apply(&Edit::Risk(r(number), RiskEdit::Reveal(cell))).unwrap();
}

fn reveal_all(session: &mut Session, number: u32, levels: [u8; 5], voters: usize) {
    for (cell, level) in Cell::ALL.into_iter().zip(levels) {
        reveal(session, number, cell, &level.to_string().repeat(voters));
    }
}

fn standing(session: &Session, number: u32, weights: WeightsAre) -> Standing {
    *Robustness::of(session, weights).standing(r(number)).unwrap()
}

#[test]
fn equal_votes_on_what_was_seen_are_firm() {
    let rows = [[4; 5], [3; 5], [2; 5]];
    let mut session = session(&rows);
    for (number, levels) in (1..).zip(rows) {
        reveal_all(&mut session, number, levels, 3);
    }
    let firm = |number, rank| Standing { risk: r(number), best: rank, worst: rank, top: 100, firm: true };
    let robust = Robustness::of(&session, WeightsAre::Fixed);
    assert_eq!(robust.standings, [firm(1, 1), firm(2, 2), firm(3, 3)]);
    assert_eq!(robust.worth, []);
}

#[test]
fn without_three_votes_neighbors_change_places_and_distant_risks_do_not() {
    let session = session(&[[4, 4, 4, 4, 4], [4, 4, 4, 3, 4], [1, 1, 1, 1, 1]]);
    let [first, second, last] = [1, 2, 3].map(|number| standing(&session, number, WeightsAre::Drawn));
    assert_eq!((first.best, first.worst), (1, 2));
    assert_eq!((second.best, second.worst), (1, 2));
    assert_eq!((last.best, last.worst, last.firm), (3, 3, true));
    assert!(!second.firm);
}

#[test]
fn a_guess_wavers_more_than_what_was_seen() {
    let rows = [[4, 3, 3, 3, 3], [3, 3, 3, 3, 3], [2, 3, 3, 3, 3], [1, 3, 3, 3, 3]];
    let mut session = session(&rows);
    let width = |session: &Session| {
        let standing = standing(session, 2, WeightsAre::Fixed);
        standing.worst - standing.best
    };
    let seen = width(&session);
    session.apply(&Edit::Risk(r(2), RiskEdit::Evidence(Evidence::Guess))).unwrap();
    assert!(width(&session) > seen, "{} after {seen}", width(&session));
}

#[test]
fn an_override_counts_instead_of_the_votes() {
    let rows = [[3; 5], [3, 3, 3, 3, 2], [5, 5, 5, 5, 5]];
    let mut session = session(&rows);
    reveal_all(&mut session, 1, [3; 5], 3);
    reveal_all(&mut session, 2, [3, 3, 3, 3, 2], 3);
    assert!(standing(&session, 3, WeightsAre::Fixed).firm);
    // Everybody said 1, and the room stands by 5: half a level around 5, and still far above the others.
    reveal_all(&mut session, 3, [1; 5], 3);
    let standing = standing(&session, 3, WeightsAre::Fixed);
    assert_eq!((standing.best, standing.worst), (1, 1));
}

#[test]
fn gates_lift_what_is_drawn_too() {
    // R1 has fewer points in every run; a legal duty holds it in the band above.
    let rows = [[1, 1, 1, 1, 1], [3, 3, 3, 3, 3]];
    let mut session = session(&rows);
    reveal_all(&mut session, 1, rows[0], 3);
    reveal_all(&mut session, 2, rows[1], 3);
    assert_eq!(standing(&session, 1, WeightsAre::Drawn).best, 2);
    session.apply(&Edit::Risk(r(1), RiskEdit::Duty(Some(line("The law says so"))))).unwrap();
    assert_eq!(standing(&session, 1, WeightsAre::Drawn).worst, 1);
}

#[test]
fn no_rounding_of_drawn_weights_decides_a_band() {
    // R1 is exactly where High begins, whatever the weights; a legal duty lifts R2 into the same band.
    let rows = [[3; 5], [2; 5]];
    let mut session = session(&rows);
    session.apply(&Edit::Session(SessionEdit::Bands(Bands { medium: 25, high: 50, critical: 75 }))).unwrap();
    reveal_all(&mut session, 1, rows[0], 3);
    reveal_all(&mut session, 2, rows[1], 3);
    session.apply(&Edit::Risk(r(2), RiskEdit::Duty(Some(line("The law says so"))))).unwrap();
    let first = standing(&session, 1, WeightsAre::Drawn);
    assert_eq!((first.best, first.worst, first.firm), (1, 1, true));
}

#[test]
fn only_scored_risks_of_the_list_take_part() {
    let mut session = session(&[[4; 5], [3; 5], [2, 0, 2, 2, 2], [2; 5]]);
    session.apply(&Edit::Risk(r(1), RiskEdit::Place(Place::Parked))).unwrap();
    let robust = Robustness::of(&session, WeightsAre::Drawn);
    let risks: Vec<_> = robust.standings.iter().map(|standing| standing.risk).collect();
    assert_eq!(risks, [r(2), r(4)]);
    assert_eq!(robust.standing(r(1)), None);
    assert_eq!(Robustness::of(&session_of(5), WeightsAre::Drawn), Robustness::default());
}

#[test]
fn the_top_list_is_told_in_percent() {
    let rows: Vec<[u8; 5]> = (0..12).map(|place| [if place < 9 { 5 } else { 1 }; 5]).collect();
    let mut session = session(&rows);
    for (number, levels) in (1..).zip(&rows) {
        reveal_all(&mut session, number, *levels, 3);
    }
    // Twelve risks: nine always at the top, and of three alike the one with the lowest id.
    let top = |number| standing(&session, number, WeightsAre::Fixed).top;
    assert_eq!([top(1), top(9), top(10), top(11), top(12)], [100, 100, 100, 0, 0]);
    assert!(usize::from(TOP) < rows.len());
}

#[test]
fn two_more_minutes_go_to_the_dispute_that_moves_the_top_list() {
    let mut rows = vec![[3; 5]; 14];
    rows[13] = [1; 5];
    let mut session = session(&rows);
    for (number, levels) in (1..).zip(&rows).skip(2) {
        reveal_all(&mut session, number, *levels, 3);
    }
    // R1: two camps on probability, which has weight 2. R2: the same camps on fix, which has weight 1.
    // R14 stays last whoever is right.
    reveal(&mut session, 1, Cell::Probability, "11155533");
    reveal(&mut session, 2, Cell::Fix, "11155533");
    session.apply(&Edit::Risk(r(14), RiskEdit::ReVote(Cell::Fix))).unwrap();
    reveal(&mut session, 14, Cell::Fix, "11144422");
    session.apply(&Edit::Risk(r(14), RiskEdit::Agree(Cell::Fix, Some(agreed(2))))).unwrap();
    let worth = Robustness::of(&session, WeightsAre::Fixed).worth;
    let cells: Vec<_> = worth.iter().map(|worth| (worth.risk, worth.cell)).collect();
    assert_eq!(cells, [(r(1), Cell::Probability), (r(2), Cell::Fix)]);
    assert!(worth.iter().all(|worth| worth.product() > 0.0 && worth.effect <= f64::from(TOP)));
}

fn agreed(number: u8) -> riskroom::domain::Agreed {
    riskroom::domain::Agreed { level: crate::support::seeds::level(number), reason: line("") }
}

#[test]
fn the_same_seed_gives_the_same_result_and_another_one_nearly_the_same() {
    let session = crate::support::generate::session_with(40, 8, 7);
    let once = Robustness::of(&session, WeightsAre::Drawn);
    assert_eq!(Robustness::of(&session, WeightsAre::Drawn), once);
    let mut other = session.clone();
    other.seed += 1;
    let again = Robustness::of(&other, WeightsAre::Drawn);
    assert_ne!(again, once);
    for (one, other) in once.standings.iter().zip(&again.standings) {
        assert!(
            one.best.abs_diff(other.best) <= 3 && one.worst.abs_diff(other.worst) <= 3,
            "{one:?} {other:?}"
        );
    }
    // 2,000 runs settle a share within about one in a hundred; these are far above that.
    assert!(once.standings.iter().zip(&again.standings).all(|(a, b)| a.top.abs_diff(b.top) <= 6));
    assert_eq!(RUNS, 2_000);
}
