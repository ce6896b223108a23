//! Teams compared: medians per team, of what the room has seen.

use riskroom::domain::teams::{Gap, Team, gap, teams, widest};
use riskroom::domain::{Cell, Edit, PersonEdit, RiskEdit, Seat, Session};

use crate::support::seeds::{name, p, person, r, risk, session_of, votes};

/// P1 and P4 are of IT, P2 and P3 of Sales, P5 of no team.
fn session() -> Session {
    let mut session = session_of(5);
    for (number, team) in (1..).zip([Some("IT"), Some("Sales"), Some("sales"), Some("it"), None]) {
        session.apply(&Edit::AddPerson(person(number, Seat::Voter))).unwrap();
        session.apply(&Edit::Person(p(number), PersonEdit::Team(team.map(name)))).unwrap();
    }
    session.apply(&Edit::AddRisk(Box::new(risk(1)))).unwrap();
    session
}

fn vote(session: &mut Session, cell: Cell, signs: &str) {
    session.apply(&Edit::Risk(r(1), RiskEdit::Vote(cell, votes(signs)))).unwrap();
}

fn reveal(session: &mut Session, cell: Cell) {
    session.apply(&Edit::Risk(r(1), RiskEdit::Reveal(cell))).unwrap();
}

fn compared(session: &Session) -> Vec<Team> {
    teams(session, session.risk(r(1)).unwrap())
}

/// Per team: the median, `+` between two levels, and how many voted.
fn told(session: &Session, cell: Cell) -> Vec<String> {
    let told = |team: &Team| {
        let said = team.cells.at(cell);
        let median = said.median.map_or_else(String::new, |median| {
            format!("{}{}", median.level.number(), if median.between { "+" } else { "" })
        });
        let name = team.name.as_ref().map_or("-", |name| name.as_str());
        format!("{name} {median} ({})", said.votes)
    };
    compared(session).iter().map(told).collect()
}

#[test]
fn each_team_has_its_median_and_its_votes() {
    let mut session = session();
    vote(&mut session, Cell::Fix, "25?31");
    reveal(&mut session, Cell::Fix);
    assert_eq!(told(&session, Cell::Fix), ["IT 2+ (2)", "Sales 5 (2)", "- 1 (1)"]);
    assert_eq!(told(&session, Cell::Impact), ["IT  (0)", "Sales  (0)", "-  (0)"]);
    assert_eq!(compared(&session).iter().map(|team| team.people).collect::<Vec<_>>(), [2, 2, 1]);
}

#[test]
fn hidden_votes_are_no_votes_and_the_first_round_stands_until_the_second_is_seen() {
    let mut session = session();
    vote(&mut session, Cell::Fix, "15511");
    assert_eq!(told(&session, Cell::Fix), ["IT  (0)", "Sales  (0)", "-  (0)"]);
    assert_eq!(widest(&compared(&session)), None);
    reveal(&mut session, Cell::Fix);
    session.apply(&Edit::Risk(r(1), RiskEdit::ReVote(Cell::Fix))).unwrap();
    vote(&mut session, Cell::Fix, "33333");
    assert_eq!(told(&session, Cell::Fix), ["IT 1 (2)", "Sales 5 (2)", "- 1 (1)"]);
    reveal(&mut session, Cell::Fix);
    assert_eq!(told(&session, Cell::Fix), ["IT 3 (2)", "Sales 3 (2)", "- 3 (1)"]);
}

#[test]
fn the_widest_gap_is_between_teams_and_not_with_those_who_have_none() {
    let mut session = session();
    for (cell, signs) in [(Cell::Probability, "33335"), (Cell::Impact, "34431"), (Cell::Marketing, "51155")] {
        vote(&mut session, cell, signs);
        reveal(&mut session, cell);
    }
    let teams = compared(&session);
    assert_eq!(gap(&teams, Cell::Probability), None);
    assert_eq!(gap(&teams, Cell::Impact), Some(Gap { cell: Cell::Impact, low: 0, high: 1, levels: 1 }));
    assert_eq!(widest(&teams), Some(Gap { cell: Cell::Marketing, low: 1, high: 0, levels: 4 }));
}
