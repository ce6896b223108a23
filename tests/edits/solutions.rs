//! Edits of solutions and their links.

use std::sync::Arc;

use riskroom::domain::{Cell, Edit, Link, MAX_SOLUTIONS, Refusal, Session, SolutionEdit};

use super::{after, refuses};
use crate::support::seeds::{agree, level, r, s, small_session, solution, uid};

fn edit(number: u32, edit: SolutionEdit) -> Edit {
    Edit::Solution(s(number), edit)
}

fn link(risk: u32, expected: u8) -> Link {
    Link { risk: r(risk), lever: Cell::Financial, expected: level(expected) }
}

fn add(change: impl FnOnce(&mut riskroom::domain::Solution)) -> Edit {
    let mut new = solution(9);
    change(&mut new);
    Edit::AddSolution(Box::new(new))
}

#[test]
fn a_solution_that_is_not_there_is_refused() {
    let session = small_session();
    for change in [
        SolutionEdit::Owner(None),
        SolutionEdit::Link(link(1, 2)),
        SolutionEdit::Unlink(r(1), Cell::Financial),
        SolutionEdit::MoveBefore(None),
    ] {
        refuses(&session, &edit(9, change), &Refusal::NoSolution(s(9)));
    }
    refuses(&session, &edit(1, SolutionEdit::MoveBefore(Some(s(9)))), &Refusal::NoSolution(s(9)));
}

#[test]
fn an_id_or_identity_is_taken_once() {
    let session = small_session();
    refuses(&session, &Edit::AddSolution(Box::new(solution(1))), &Refusal::Taken("S1".into()));
    refuses(&session, &add(|new| new.uid = uid(2001)), &Refusal::Taken("S9".into()));
}

#[test]
fn a_link_needs_its_risk() {
    let session = small_session();
    refuses(&session, &edit(1, SolutionEdit::Link(link(9, 2))), &Refusal::NoRisk(r(9)));
    refuses(&session, &add(|new| new.links = vec![link(9, 2)]), &Refusal::NoRisk(r(9)));
}

#[test]
fn a_link_stays_on_the_scale() {
    let session = small_session();
    let refusal = Refusal::AboveScale { level: level(6), worst: level(5) };
    refuses(&session, &edit(1, SolutionEdit::Link(link(1, 6))), &refusal);
    refuses(&session, &add(|new| new.links = vec![link(1, 6)]), &refusal);
}

#[test]
fn a_link_does_not_raise_a_level() {
    let session = after(small_session(), [agree(r(1), Cell::Financial, 3)]);
    let refusal = Refusal::LinkRaises { current: level(3), expected: level(4) };
    refuses(&session, &edit(1, SolutionEdit::Link(link(1, 4))), &refusal);
    after(session, [edit(1, SolutionEdit::Link(link(1, 3))), edit(1, SolutionEdit::Link(link(2, 5)))]);
}

#[test]
fn a_solution_has_one_link_per_risk_and_cell() {
    let session = small_session();
    let twice = add(|new| new.links = vec![link(1, 2), link(1, 1)]);
    refuses(&session, &twice, &Refusal::Taken("R1 D€".into()));
    let links = [edit(1, SolutionEdit::Link(link(1, 3))), edit(1, SolutionEdit::Link(link(1, 2)))];
    let session = after(session, links);
    assert_eq!(session.solution(s(1)).unwrap().links, [link(1, 2)], "the later one stands");
}

#[test]
fn a_link_that_is_not_there_cannot_be_taken_away() {
    let session = after(small_session(), [edit(1, SolutionEdit::Link(link(1, 3)))]);
    refuses(&session, &edit(1, SolutionEdit::Unlink(r(1), Cell::Fix)), &Refusal::NothingChanges);
    refuses(&session, &edit(2, SolutionEdit::Unlink(r(1), Cell::Financial)), &Refusal::NothingChanges);
    let session = after(session, [edit(1, SolutionEdit::Unlink(r(1), Cell::Financial))]);
    assert_eq!(session.solution(s(1)).unwrap().links, []);
}

#[test]
fn a_solution_moves_before_another_or_to_the_end() {
    let moved = |number, next| {
        let session: Session = after(small_session(), [edit(number, SolutionEdit::MoveBefore(next))]);
        session.solutions.iter().map(|solution| solution.id.number()).collect::<Vec<_>>()
    };
    assert_eq!(moved(2, Some(s(1))), [2, 1]);
    assert_eq!(moved(1, None), [2, 1]);
    assert_eq!(moved(1, Some(s(1))), [1, 2]);
}

#[test]
fn the_board_has_an_end() {
    let mut session = small_session();
    let more = (10..).take(MAX_SOLUTIONS - session.solutions.len()).map(|number| Arc::new(solution(number)));
    session.solutions.extend(more);
    refuses(&session, &add(|_| {}), &Refusal::Full { limit: MAX_SOLUTIONS });
}
