//! How large a session may grow, and that what may be kept can be written.

use proptest::prelude::*;
use riskroom::domain::{Edit, History, MAX_WEIGHT, Note, Refusal, RiskEdit, Session, SessionEdit};
use riskroom::store::format;

use crate::support::generate::session_with;
use crate::support::seeds::{at, key, r, risk, small_session};
use crate::support::sessions::histories;

fn cause(number: u32, text: &str) -> Vec<Edit> {
    vec![Edit::Risk(r(number), RiskEdit::Cause(Note::new(text).unwrap()))]
}

/// How many bytes a file of this session and no history has.
fn written(session: &Session) -> u64 {
    let file = format::encode(&History::new(session.clone())).unwrap();
    u64::try_from(file.len()).unwrap()
}

/// A session to which notes of the longest kind are added until one is refused.
fn filled(c: char) -> (History, Refusal) {
    let mut history = History::new(small_session());
    let note = String::from(c).repeat(Note::LIMIT);
    for number in 10.. {
        let mut risk = risk(number);
        risk.cause = Note::new(note.clone()).unwrap();
        if let Err(refusal) = history.commit(at(1), key("add"), vec![Edit::AddRisk(Box::new(risk))]) {
            return (history, refusal);
        }
    }
    unreachable!("there are not so many numbers");
}

#[test]
fn a_session_grows_until_it_is_as_large_as_a_file_can_hold() {
    for c in ['x', '\u{7f}', '\u{10ffff}', '"', '表'] {
        let (history, refusal) = filled(c);
        assert_eq!(refusal, Refusal::TooLarge, "{c:?}");
        assert!(history.session().weight() <= MAX_WEIGHT);
        let file = written(history.session());
        assert!(file <= 2 * MAX_WEIGHT, "{c:?}: {file}");
        assert!(file > 2 * MAX_WEIGHT * 8 / 10, "{c:?}: {file} is refused too early");
    }
}

#[test]
fn what_is_too_large_can_be_made_smaller_and_undone() {
    let (mut history, _) = filled('x');
    let entries = history.entries().len();
    let full = vec![Edit::Session(SessionEdit::Scope(Note::new("x".repeat(Note::LIMIT)).unwrap()))];
    assert_eq!(history.commit(at(2), key("scope"), full.clone()), Err(Refusal::TooLarge));
    assert_eq!(history.entries().len(), entries);
    history.commit(at(3), key("cause"), cause(10, "")).unwrap();
    history.commit(at(4), key("scope"), full).unwrap();
    history.undo(at(5), key("undo")).unwrap();
    history.undo(at(6), key("undo")).unwrap();
    assert_eq!(history.commit(at(7), key("cause"), cause(1, &"x".repeat(20_000))), Err(Refusal::TooLarge));
    history.redo(at(8), key("redo")).unwrap();
    history.redo(at(9), key("redo")).unwrap();
}

#[test]
fn a_session_that_is_too_large_is_found_in_a_file() {
    let mut session = (**filled('x').0.session()).clone();
    session.scope = Note::new("x".repeat(Note::LIMIT)).unwrap();
    let found: Vec<String> =
        session.check().into_iter().map(|it| format!("{}: {:?}", it.path, it.problem)).collect();
    assert_eq!(found, [": Refused(TooLarge)"]);
}

#[test]
fn a_large_meeting_weighs_little_more_than_it_takes() {
    let session = session_with(300, 12, 1);
    let (weight, file) = (session.weight(), written(&session) / 2);
    assert!(weight >= file && weight < file * 2, "{weight} for {file}");
}

proptest! {
    #[test]
    fn a_file_never_takes_more_than_its_sessions_weigh(history in histories()) {
        let session = history.session();
        prop_assert!(written(session) <= 2 * session.weight());
    }
}

#[test]
fn a_text_is_shared_by_its_copies() {
    let text = riskroom::domain::Note::new("x".repeat(20_000)).unwrap();
    assert!(std::ptr::eq(text.clone().as_str(), text.as_str()));
}
