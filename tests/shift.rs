//! A history moves in time as a whole.

use jiff::ToSpan;
use riskroom::domain::shift::NotShifted;
use riskroom::domain::{Decision, Edit, History, Line, RiskEdit, SessionEdit};

use crate::support::demo::demo;
use crate::support::seeds::{at, key, line, r, s, small_session, uid};

#[test]
fn every_time_and_date_moves_by_whole_days() {
    let (before, after) = (demo(), demo().shifted(311, uid(7)).unwrap());
    let day = |history: &History| history.entries()[0].at.to_string();
    assert_eq!((&day(&before)[..11], &day(&after)[..11]), ("2026-01-15T", "2026-11-22T"));
    assert_eq!(day(&before)[11..], day(&after)[11..]);
    let due = |history: &History| history.session().solution(s(1)).unwrap().due.unwrap();
    assert_eq!(due(&after), due(&before) + 311.days());
    let Decision::Accept { review: Some(review), .. } = &after.session().risk(r(2)).unwrap().decision else {
        panic!("R2 is not accepted with a date");
    };
    assert_eq!(review.to_string(), "2027-05-22");
    let added = |history: &History| history.session().risk(r(1)).unwrap().added;
    assert_eq!(added(&after).duration_since(added(&before)).as_hours(), 311 * 24);
    assert_eq!(after.base().created.duration_since(before.base().created).as_hours(), 311 * 24);
}

#[test]
fn no_day_of_the_old_meeting_is_left() {
    let after = demo().shifted(400, uid(7)).unwrap();
    let text = format!("{:?} {:?} {:?}", after.base(), after.session(), after.entries());
    assert!(!text.contains("2026-"), "something did not move");
}

#[test]
fn a_moved_history_is_another_session_with_the_same_risks() {
    let (before, after) = (demo(), demo().shifted(1, uid(7)).unwrap());
    assert_eq!((after.base().id, after.session().id), (uid(7), uid(7)));
    let uids = |history: &History| history.session().risks.iter().map(|risk| risk.uid).collect::<Vec<_>>();
    assert_eq!(uids(&before), uids(&after));
    assert_eq!(before.counters(), after.counters());
}

#[test]
fn moving_there_and_back_changes_nothing() {
    let before = demo();
    let id = before.session().id;
    let after = before.shifted(-5000, uid(7)).unwrap().shifted(5000, id).unwrap();
    assert_eq!((after.base(), after.session()), (before.base(), before.session()));
    assert_eq!(after.entries(), before.entries());
}

#[test]
fn closing_and_reopening_move_too() {
    let mut history = History::new(small_session());
    let close = SessionEdit::Close { at: at(60), reason: line("") };
    history.commit(at(60), key("close"), vec![Edit::Session(close)]).unwrap();
    let moved = history.shifted(1, uid(7)).unwrap();
    assert_eq!(moved.session().closing.as_ref().unwrap().at, at(60 + 86_400));
    let reopen = SessionEdit::Reopen { at: at(90) };
    history.commit(at(90), key("reopen"), vec![Edit::Session(reopen)]).unwrap();
    let moved = history.shifted(1, uid(7)).unwrap();
    let text = format!("{:?}", moved.entries());
    assert!(text.contains("Reopen { at: 2026-01-16T09:01:30Z }"), "{text}");
}

#[test]
fn out_of_the_calendar_is_refused() {
    let mut history = History::new(small_session());
    let accept = Decision::Accept { reason: Line::default(), review: Some(jiff::civil::Date::MAX) };
    let edit = Edit::Risk(r(1), RiskEdit::Decision(accept));
    history.commit(at(1), key("decide"), vec![edit]).unwrap();
    assert_eq!(history.shifted(1, uid(7)).map(|_| ()), Err(NotShifted::OutOfCalendar));
    assert_eq!(demo().shifted(i32::MAX, uid(7)).map(|_| ()), Err(NotShifted::OutOfCalendar));
    assert_eq!(demo().shifted(i32::MIN, uid(7)).map(|_| ()), Err(NotShifted::OutOfCalendar));
}
