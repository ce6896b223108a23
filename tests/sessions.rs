//! Sessions for the tests of files: a small one told by hand, and generated ones that edits have made.

use std::sync::Arc;

use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use riskroom::domain::*;

/// A moment, so many seconds after the beginning of the meeting.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + seconds).unwrap()
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

pub(crate) fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

/// Two categories and five levels of one word each.
pub(crate) fn template() -> Template {
    let levels = |cell: Cell| {
        let text = |number| LevelText {
            word: name(&format!("{}{number}", cell.sign())),
            text: Line::new(format!("Level {number} of {}", cell.name())).unwrap(),
        };
        Scale { question: Line::new("How much?").unwrap(), levels: (1..=5).map(text).collect() }
    };
    let category = |text: &str| Category { key: key(text), name: name(text) };
    Template {
        currency: name("€"),
        weights: Weights::default(),
        bands: Bands::default(),
        appetite: Band::High,
        categories: vec![category("prices"), category("delivery")],
        hit_tags: vec![name("customers")],
        scales: Arc::new(Scales {
            levels: LevelCount::new(5).unwrap(),
            cells: Cells::from_fn(levels),
            revenue_shares: vec![2, 10, 50, 250],
        }),
    }
}

/// A history without entries.
pub(crate) fn empty() -> History {
    History::new(Session::new(Uid::from_bits(7), title("Christmas readiness"), at(0), 42, &template()))
}

/// Carries out edits as one action.
pub(crate) fn commit(history: &mut History, edits: Vec<Edit>) {
    let seconds = i64::try_from(history.revision()).unwrap() * 60;
    history.commit(at(seconds), key("test"), edits).unwrap();
}

/// A meeting of two people with two risks, one of them scored, and a solution; one entry per action.
pub(crate) fn small() -> History {
    let mut history = empty();
    let people = [("Ana", Seat::Voter), ("Ben \"B\"", Seat::Voter)];
    for (number, (who, seat)) in (1..).zip(people) {
        let id = PersonId::new(number).unwrap();
        let person = Participant { id, name: name(who), team: None, seat, present: true };
        commit(&mut history, vec![Edit::AddPerson(person)]);
    }
    let r1 = add_risk(&mut history, "Prices at 1.99 instead of 199");
    let r2 = add_risk(&mut history, "Postcode look-up (breaks), // often");
    let category = Edit::Risk(r1, RiskEdit::Category(Some(key("prices"))));
    let note = Note::new("A flood\nof \"orders\"\tat a loss ✓").unwrap();
    commit(&mut history, vec![category, Edit::Risk(r1, RiskEdit::Consequence(note))]);
    let votes = "P1:4 P2:?".parse().unwrap();
    commit(&mut history, vec![Edit::Risk(r1, RiskEdit::Vote(Cell::Probability, votes))]);
    commit(&mut history, vec![Edit::Risk(r1, RiskEdit::Reveal(Cell::Probability))]);
    for (cell, number) in Cell::ALL.into_iter().zip([4, 3, 5, 2, 4]) {
        let agreed = Agreed { level: level(number), reason: Line::default() };
        commit(&mut history, vec![Edit::Risk(r1, RiskEdit::Agree(cell, Some(agreed)))]);
    }
    let hidden = "P1:2 P2:5".parse().unwrap();
    commit(&mut history, vec![Edit::Risk(r2, RiskEdit::Vote(Cell::Fix, hidden))]);
    let id = history.next_solution();
    let solution =
        Solution::new(id, Uid::from_bits(99), title("Check every price import"), Approach::Prevent);
    commit(&mut history, vec![Edit::AddSolution(Box::new(solution))]);
    let link = Link { risk: r1, lever: Cell::Probability, expected: level(2) };
    commit(&mut history, vec![Edit::Solution(id, SolutionEdit::Link(link))]);
    history.undo(at(9000), key("undo")).unwrap();
    history.redo(at(9001), key("redo")).unwrap();
    history
}

/// Adds a risk and gives its id.
pub(crate) fn add_risk(history: &mut History, text: &str) -> RiskId {
    let id = history.next_risk();
    let risk = Risk::new(id, Uid::from_bits(u128::from(id.number()) + 1000), title(text), at(1));
    commit(history, vec![Edit::AddRisk(Box::new(risk))]);
    id
}

/// What the generator can try: a kind of edit, what it is about, and a text and a number for it.
type Attempt = (u8, u32, u8, String);

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        Just("\"quoted\", (round) [square] // slashes /* stars".to_owned()),
        Just("r#\"raw\"# \\ \n\t\r \u{202E} 🛒 ñ".to_owned()),
        Just("title: Some(risks[0])".to_owned()),
        "\\PC{1,20}",
    ]
}

/// Histories that edits have made, with undo and redo in between.
pub(crate) fn histories() -> impl Strategy<Value = History> {
    vec((0..16_u8, 1..5_u32, 1..6_u8, text()), 0..40).prop_map(|attempts| {
        let mut history = small();
        for attempt in attempts {
            attempt_edit(&mut history, attempt);
        }
        history
    })
}

fn attempt_edit(history: &mut History, (kind, which, number, text): Attempt) {
    let now = at(10_000);
    let risk = RiskId::new(which).unwrap();
    let solution = SolutionId::new(which).unwrap();
    let cell = Cell::ALL[usize::from(number) - 1];
    let line = Line::new(text.clone()).unwrap();
    let note = Note::new(text.clone()).unwrap();
    let Ok(words) = Title::new(text) else { return };
    let edit = match kind {
        0 => {
            let id = history.next_risk();
            Edit::AddRisk(Box::new(Risk::new(id, Uid::from_bits(u128::from(id.number()) + 1000), words, now)))
        }
        1 => Edit::Risk(risk, RiskEdit::Title(words)),
        2 => Edit::Risk(risk, RiskEdit::Cause(note)),
        3 => Edit::Risk(risk, RiskEdit::Agree(cell, Some(Agreed { level: level(6 - number), reason: line }))),
        4 => Edit::Risk(risk, RiskEdit::Place(Place::Merged { into: RiskId::new(6 - which).unwrap() })),
        5 => Edit::Risk(risk, RiskEdit::Decision(Decision::Accept { reason: line, review: None })),
        6 => {
            let id = history.next_solution();
            let uid = Uid::from_bits(u128::from(id.number()) + 5000);
            Edit::AddSolution(Box::new(Solution::new(id, uid, words, Approach::Reduce)))
        }
        7 => Edit::Solution(
            solution,
            SolutionEdit::Link(Link {
                risk: RiskId::new(6 - which).unwrap(),
                lever: cell,
                expected: level(1),
            }),
        ),
        8 => Edit::Solution(solution, SolutionEdit::Note(note)),
        9 => Edit::Session(SessionEdit::Scope(note)),
        10 => Edit::Risk(risk, RiskEdit::Duty(Some(line))),
        11 => Edit::Card(CardSeen { card: key("a-card"), verdict: Verdict::Adopted { risk } }),
        12 => Edit::AddTopic(Topic { id: history.next_topic(), text: words, state: TopicState::Parked }),
        13 => Edit::Risk(risk, RiskEdit::Vote(cell, format!("P1:{number} P2:?").parse().unwrap())),
        14 => {
            let _ = history.undo(now, key("undo"));
            return;
        }
        _ => {
            let _ = history.redo(now, key("redo"));
            return;
        }
    };
    let _ = history.commit(now, key("try"), vec![edit]);
}
