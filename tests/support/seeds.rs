//! The smallest things tests speak of: ids, texts, times, a template of n levels, a session with a few people.
//!
//! Not here: believable content (`demo`, `generate`) and random edits (`edits`).

use std::sync::Arc;

use jiff::Timestamp;
use riskroom::domain::{
    Agreed, Band, Bands, Category, Cell, Cells, Edit, Key, Level, LevelCount, LevelText, Line, Name,
    Participant, PersonId, Risk, RiskEdit, RiskId, Scale, Scales, Seat, Session, Solution, SolutionId,
    Template, Title, TopicId, Uid, Votes, Weight, Weights,
};

pub(crate) fn uid(bits: u128) -> Uid {
    Uid::from_bits(bits)
}

/// So many seconds after the meeting began.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_768_467_600 + seconds).unwrap()
}

pub(crate) fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

pub(crate) fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

pub(crate) fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}

pub(crate) fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

pub(crate) fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

pub(crate) fn count(number: u8) -> LevelCount {
    LevelCount::new(number).unwrap()
}

pub(crate) fn r(number: u32) -> RiskId {
    RiskId::new(number).unwrap()
}

pub(crate) fn s(number: u32) -> SolutionId {
    SolutionId::new(number).unwrap()
}

pub(crate) fn p(number: u32) -> PersonId {
    PersonId::new(number).unwrap()
}

pub(crate) fn t(number: u32) -> TopicId {
    TopicId::new(number).unwrap()
}

/// Weights in the order P, I, D, F.
pub(crate) fn weights([probability, impact, damage, fix]: [u8; 4]) -> Weights {
    let weight = |number| Weight::new(number).unwrap();
    Weights {
        probability: weight(probability),
        impact: weight(impact),
        damage: weight(damage),
        fix: weight(fix),
    }
}

/// Levels in the order P, I, D€, D◎, F; 0 is an empty cell.
pub(crate) fn levels([probability, impact, financial, marketing, fix]: [u8; 5]) -> Cells<Option<Level>> {
    Cells {
        probability: Level::new(probability),
        impact: Level::new(impact),
        financial: Level::new(financial),
        marketing: Level::new(marketing),
        fix: Level::new(fix),
    }
}

/// One character per vote, in the order of the seats from P1: a level, `?`, or `-` for none.
pub(crate) fn votes(signs: &str) -> Votes {
    let words: Vec<String> = (1..)
        .zip(signs.chars().filter(|sign| !sign.is_whitespace()))
        .filter(|&(_, sign)| sign != '-')
        .map(|(seat, sign)| format!("P{seat}:{sign}"))
        .collect();
    words.join(" ").parse().unwrap()
}

pub(crate) fn scales(levels: u8) -> Scales {
    let text = |number: u8| LevelText { word: name(&format!("word{number}")), text: line("") };
    Scales {
        levels: count(levels),
        cells: Cells::from_fn(|_| Scale { question: line("?"), levels: (1..=levels).map(text).collect() }),
        revenue_shares: (1..u16::from(levels)).collect(),
    }
}

pub(crate) fn template(levels: u8) -> Template {
    let category = |key_text: &str| Category { key: key(key_text), name: name(key_text) };
    Template {
        currency: name("€"),
        weights: Weights::default(),
        bands: Bands::default(),
        appetite: Band::High,
        categories: vec![category("checkout"), category("orders")],
        hit_tags: vec![name("customers")],
        scales: Arc::new(scales(levels)),
    }
}

/// An empty session whose cells have so many levels.
pub(crate) fn session_of(levels: u8) -> Session {
    Session::new(uid(0), title("Test"), at(0), 1, &template(levels))
}

pub(crate) fn person(number: u32, seat: Seat) -> Participant {
    Participant { id: p(number), name: name(&format!("Person {number}")), team: None, seat, present: true }
}

pub(crate) fn risk(number: u32) -> Risk {
    Risk::new(r(number), uid(1000 + u128::from(number)), title(&format!("Risk {number}")), at(0))
}

pub(crate) fn solution(number: u32) -> Solution {
    let approach = riskroom::domain::Approach::Prevent;
    Solution::new(s(number), uid(2000 + u128::from(number)), title(&format!("Solution {number}")), approach)
}

/// Five levels, voters P1 to P3, observer P4, empty risks R1 to R3, solutions S1 and S2.
pub(crate) fn small_session() -> Session {
    let mut session = session_of(5);
    let people = [Seat::Voter, Seat::Voter, Seat::Voter, Seat::Observer];
    let people = (1..).zip(people).map(|(number, seat)| Edit::AddPerson(person(number, seat)));
    let risks = (1..=3).map(|number| Edit::AddRisk(Box::new(risk(number))));
    let solutions = (1..=2).map(|number| Edit::AddSolution(Box::new(solution(number))));
    for edit in people.chain(risks).chain(solutions) {
        session.apply(&edit).unwrap();
    }
    session
}

pub(crate) fn agree(risk: RiskId, cell: Cell, number: u8) -> Edit {
    Edit::Risk(risk, RiskEdit::Agree(cell, Some(Agreed { level: level(number), reason: line("") })))
}

/// Sets the levels of a risk, in the order P, I, D€, D◎, F; 0 leaves the cell empty.
pub(crate) fn agree_all(session: &mut Session, risk: RiskId, numbers: [u8; 5]) {
    for (cell, number) in Cell::ALL.into_iter().zip(numbers).filter(|&(_, number)| number > 0) {
        session.apply(&agree(risk, cell, number)).unwrap();
    }
}
