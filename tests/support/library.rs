//! Libraries of sessions that differ in a known way: chains of three meetings each, a week apart.
//!
//! Meeting 1 of a chain is closed and has a solution done; meeting 2 is closed and has one overdue; meeting 3 is open. From
//! one to the next, "Bots" becomes more probable, "Parcels" less, and each meeting names a risk of its own.

use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use riskroom::domain::{
    Approach, Cell, Edit, History, Line, Link, Name, Risk, RiskId, Session, SessionEdit, Solution,
    SolutionEdit, SolutionId, Status, Title, Uid,
};

use super::seeds::{agree, key, level, session_of};

/// The first meeting of the first chain.
pub(crate) const START: &str = "2025-06-02T09:00:00Z";

/// So many sessions, oldest first, with the names of their files.
pub(crate) fn library(count: usize) -> Vec<(String, History)> {
    let mut found: Vec<(String, History)> = Vec::with_capacity(count);
    let start: Timestamp = START.parse().unwrap();
    for number in 0..count {
        let (chain, meeting) = (number / 3, number % 3);
        let day = SignedDuration::from_hours(24 * 7 * i64::try_from(number).unwrap());
        let at = start + day;
        let title = Title::new(format!("Shop {chain:05} meeting {}", meeting + 1)).unwrap();
        let id = Uid::from_bits(0x5e55_0000 + u128::try_from(number).unwrap());
        let base = match found.last() {
            Some((_, before)) if meeting > 0 => before.session().carried(id, title, at, 1),
            Some(_) | None => {
                let shop = Line::new(format!("Tienda {}", ["Olmo", "Peña", "Río"][chain % 3])).unwrap();
                Session { id, title, created: at, shop, ..session_of(5) }
            }
        };
        found.push((format!("session-{number:06}.ron"), meet(base, number, meeting, at)));
    }
    found
}

/// What happens in a meeting, a minute per action.
fn meet(base: Session, number: usize, meeting: usize, start: Timestamp) -> History {
    let mut history = History::new(base);
    let mut at = start;
    let mut act = |history: &mut History, edits: Vec<Edit>| {
        at += SignedDuration::from_mins(1);
        history.commit(at, key("test"), edits).unwrap();
    };
    let named = |history: &mut History, act: &mut dyn FnMut(&mut History, Vec<Edit>), title: &str| {
        let id = history.next_risk();
        let uid = Uid::from_bits((u128::try_from(number).unwrap() << 32) + u128::from(id.number()) + 1);
        let risk = Risk::new(id, uid, Title::new(title).unwrap(), start);
        act(history, vec![Edit::AddRisk(Box::new(risk))]);
        id
    };
    if meeting == 0 {
        for title in ["Bots probar contraseñas", "Parcels are stolen from the door"] {
            named(&mut history, &mut act, title);
        }
    }
    named(&mut history, &mut act, &format!("Own worry of meeting {number}: Reseña falsa"));
    let (bots, parcels) = (RiskId::after(0), RiskId::after(1));
    let probable = u8::try_from(meeting).unwrap() + 3;
    for (risk, levels) in [(bots, [probable, 4, 4, 3, 3]), (parcels, [5 - probable.min(4), 2, 2, 2, 2])] {
        let edits = Cell::ALL.into_iter().zip(levels).map(|(cell, it)| agree(risk, cell, it)).collect();
        act(&mut history, edits);
    }
    let id = history.next_solution();
    let uid = Uid::from_bits((u128::try_from(number).unwrap() << 40) + 1);
    let mut solution =
        Solution::new(id, uid, Title::new(format!("Limit log-ins {number}")).unwrap(), Approach::Prevent);
    solution.links = vec![Link { risk: bots, lever: Cell::Probability, expected: level(2) }];
    solution.owner = Some(Name::new(["Ana", "Luis", "Zoë"][number % 3]).unwrap());
    solution.due = Some(date(2025, 7, 1));
    act(&mut history, vec![Edit::AddSolution(Box::new(solution))]);
    let status = |id: SolutionId, status| Edit::Solution(id, SolutionEdit::Status(status));
    act(&mut history, vec![status(id, Status::Chosen)]);
    if meeting == 0 {
        act(&mut history, vec![status(id, Status::Done)]);
    }
    if meeting < 2 {
        let reason = Line::new("Reviewed in the board").unwrap();
        act(
            &mut history,
            vec![Edit::Session(SessionEdit::Close { at: start + SignedDuration::from_hours(1), reason })],
        );
    }
    history
}
