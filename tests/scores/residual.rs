//! What is left once solutions work, if all chosen are done and as of today.

use riskroom::domain::residual::{Counting, residuals};
use riskroom::domain::{Cell, Cells, Edit, Level, Link, Session, SolutionEdit, Status};

use crate::support::seeds::{agree_all, level, levels, r, s, small_session};

fn link(session: &mut Session, solution: u32, lever: Cell, expected: u8) {
    let link = Link { risk: r(1), lever, expected: level(expected) };
    session.apply(&Edit::Solution(s(solution), SolutionEdit::Link(link))).unwrap();
}

fn set_status(session: &mut Session, solution: u32, status: Status) {
    session.apply(&Edit::Solution(s(solution), SolutionEdit::Status(status))).unwrap();
}

/// R1 at 4 everywhere but an empty F.
fn session() -> Session {
    let mut session = small_session();
    agree_all(&mut session, r(1), [4, 4, 4, 4, 0]);
    session
}

fn left(session: &Session, counting: Counting) -> Cells<Option<Level>> {
    residuals(session, counting)[0]
}

#[test]
fn a_status_counts_if_chosen_or_as_of_today() {
    let statuses = [
        (Status::Idea, 4, 4),
        (Status::Chosen, 2, 4),
        (Status::Doing, 2, 4),
        (Status::Done, 2, 2),
        (Status::Dropped, 4, 4),
    ];
    for (status, chosen, done) in statuses {
        let mut session = session();
        link(&mut session, 1, Cell::Probability, 2);
        set_status(&mut session, 1, status);
        assert_eq!(left(&session, Counting::Chosen).probability, Some(level(chosen)), "{status:?}");
        assert_eq!(left(&session, Counting::Done).probability, Some(level(done)), "{status:?}");
    }
}

#[test]
fn the_lowest_expected_level_counts_once() {
    let mut session = session();
    link(&mut session, 1, Cell::Financial, 3);
    link(&mut session, 2, Cell::Financial, 2);
    set_status(&mut session, 1, Status::Chosen);
    set_status(&mut session, 2, Status::Done);
    assert_eq!(left(&session, Counting::Chosen), levels([4, 4, 2, 4, 0]));
    set_status(&mut session, 2, Status::Dropped);
    assert_eq!(left(&session, Counting::Chosen), levels([4, 4, 3, 4, 0]));
}

#[test]
fn an_empty_cell_stays_empty() {
    let mut session = session();
    link(&mut session, 1, Cell::Fix, 1);
    set_status(&mut session, 1, Status::Done);
    assert_eq!(left(&session, Counting::Done), levels([4, 4, 4, 4, 0]));
    assert_eq!(left(&session, Counting::Chosen), levels([4, 4, 4, 4, 0]));
}

#[test]
fn a_link_that_expects_more_than_the_level_now_changes_nothing() {
    let mut session = session();
    link(&mut session, 1, Cell::Impact, 4);
    set_status(&mut session, 1, Status::Done);
    agree_all(&mut session, r(1), [0, 2, 0, 0, 0]);
    assert_eq!(left(&session, Counting::Done).impact, Some(level(2)));
}

#[test]
fn a_binned_solution_does_not_count() {
    let mut session = session();
    link(&mut session, 1, Cell::Probability, 1);
    set_status(&mut session, 1, Status::Done);
    session.apply(&Edit::Solution(s(1), SolutionEdit::Binned(true))).unwrap();
    assert_eq!(left(&session, Counting::Chosen), levels([4, 4, 4, 4, 0]));
}

#[test]
fn a_link_works_on_its_own_risk_only() {
    let mut session = session();
    agree_all(&mut session, r(2), [4; 5]);
    link(&mut session, 1, Cell::Probability, 1);
    set_status(&mut session, 1, Status::Done);
    assert_eq!(residuals(&session, Counting::Done)[1], levels([4; 5]));
}

#[test]
fn less_is_left_of_the_band_too() {
    let mut session = session();
    agree_all(&mut session, r(1), [0, 0, 0, 0, 4]);
    link(&mut session, 1, Cell::Probability, 1);
    set_status(&mut session, 1, Status::Chosen);
    let risk = session.risk(r(1)).unwrap();
    let after = session.priority_of(risk, &left(&session, Counting::Chosen));
    assert_eq!((session.priority(risk).points.lower, after.points.lower), (24, 18));
}
