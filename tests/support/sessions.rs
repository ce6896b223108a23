//! Histories for the tests of files: a small one told by hand, and arbitrary ones with texts that are hard to quote.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use riskroom::domain::{
    Approach, Cell, Edit, History, Line, Link, Name, Note, Participant, RiskEdit, SessionEdit, Sign,
    Solution, SolutionEdit, Title,
};

use super::edits::{Step, steps};
use super::seeds::{agree, at, key, level, person, r, risk, s, session_of, small_session, title, uid, votes};

/// Carries out edits as one action, a minute after the one before.
pub(crate) fn commit(history: &mut History, edits: Vec<Edit>) {
    let minutes = i64::try_from(history.revision()).unwrap();
    history.commit(at(minutes * 60), key("test"), edits).unwrap();
}

/// A meeting of Ana and Ben with two risks, the first scored 2·4 + 2·5 + 3 + 4 = 25, and one solution, one entry per
/// action. Votes on R2's fix difficulty are hidden.
pub(crate) fn small() -> History {
    let mut history = History::new(session_of(5));
    for (number, name) in [(1, "Ana"), (2, "Ben \"B\"")] {
        let seat = riskroom::domain::Seat::Voter;
        let person = Participant { name: Name::new(name).unwrap(), ..person(number, seat) };
        commit(&mut history, vec![Edit::AddPerson(person)]);
    }
    for (number, text) in [(1, "Prices at 1.99 instead of 199"), (2, "Postcode look-up (breaks), // often")] {
        let mut risk = risk(number);
        risk.title = title(text);
        commit(&mut history, vec![Edit::AddRisk(Box::new(risk))]);
    }
    let note = Note::new("A flood\nof \"orders\"\tat a loss ✓").unwrap();
    let category = Edit::Risk(r(1), RiskEdit::Category(Some(key("orders"))));
    commit(&mut history, vec![category, Edit::Risk(r(1), RiskEdit::Consequence(note))]);
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Vote(Cell::Probability, votes("4?")))]);
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Reveal(Cell::Probability))]);
    for (cell, number) in Cell::ALL.into_iter().zip([4, 3, 5, 2, 4]) {
        commit(&mut history, vec![agree(r(1), cell, number)]);
    }
    commit(&mut history, vec![Edit::Risk(r(2), RiskEdit::Vote(Cell::Fix, votes("25")))]);
    let check = Solution::new(s(1), uid(99), title("Check every price import"), Approach::Prevent);
    commit(&mut history, vec![Edit::AddSolution(Box::new(check))]);
    let link = Link { risk: r(1), lever: Cell::Probability, expected: level(2) };
    commit(&mut history, vec![Edit::Solution(s(1), SolutionEdit::Link(link))]);
    history.undo(at(9000), key("undo")).unwrap();
    history.redo(at(9001), key("redo")).unwrap();
    history
}

/// Texts that a writer must quote and a reader must not trip over.
fn hard_text() -> impl Strategy<Value = String> {
    let told = [
        "\"quoted\", (round) [square] {curly} // slashes /* stars",
        "r#\"raw\"# \\ \n\t\r \u{202E} 🛒 ñ",
        "title: Some(risks[0])",
        "\\\"",
        "*/ \" /*",
    ];
    prop_oneof![select(told.to_vec()).prop_map(str::to_owned), "\\PC{1,20}"]
}

/// An edit with a hard text, in the session, the first risk or the first solution.
fn hard_edit() -> impl Strategy<Value = Edit> {
    (0..7, hard_text()).prop_map(|(kind, text)| {
        let short = text.replace(['\n', '\r', '\u{2028}', '\u{2029}'], " ");
        let title = Title::new(format!("{short}!")).unwrap();
        let line = Line::new(short).unwrap();
        let note = Note::new(text).unwrap();
        match kind {
            6 => Edit::Risk(
                r(2),
                RiskEdit::Sign(Some(Sign { watched: line.clone(), threshold: line, watcher: None })),
            ),
            0 => Edit::Session(SessionEdit::Shop(line)),
            1 => Edit::Session(SessionEdit::Scope(note)),
            2 => Edit::Risk(r(1), RiskEdit::Title(title)),
            3 => Edit::Risk(r(1), RiskEdit::Duty(Some(line))),
            4 => Edit::Risk(r(2), RiskEdit::Cause(note)),
            _ => Edit::Solution(s(1), SolutionEdit::Note(note)),
        }
    })
}

/// Histories that edits have made, with undo and redo in between; half of them have a base with people and risks.
pub(crate) fn histories() -> impl Strategy<Value = History> {
    (any::<bool>(), steps(), vec(hard_edit(), 0..4)).prop_map(|(is_new, steps, hard)| {
        let mut history = if is_new { small() } else { History::new(small_session()) };
        let hard = hard.into_iter().map(|edit| Step::Do(vec![edit]));
        for step in hard.chain(steps) {
            let now = at(10_000);
            // A refused step leaves no trace.
            let _ = match step {
                Step::Do(edits) => history.commit(now, key("do"), edits),
                Step::AddNext => Ok(()),
                Step::Undo => history.undo(now, key("undo")).map(drop),
                Step::Redo => history.redo(now, key("redo")).map(drop),
            };
        }
        history
    })
}
