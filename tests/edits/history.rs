//! Commits, undo and redo, and why they are refused.

use std::sync::Arc;

use riskroom::domain::history::BrokenHistory;
use riskroom::domain::{
    Cell, Counters, Edit, Entry, EntryKind, History, MAX_WORK, Refusal, RiskEdit, SessionEdit,
};

use crate::support::seeds::{agree, at, key, line, name, p, r, risk, s, small_session, t, title};

fn owner(text: &str) -> Edit {
    Edit::Risk(r(1), RiskEdit::Owner(Some(name(text))))
}

fn commit(history: &mut History, edits: Vec<Edit>) -> Result<(), Refusal> {
    history.commit(at(1), key("test"), edits)
}

fn undo(history: &mut History) -> Result<Arc<Entry>, Refusal> {
    history.undo(at(2), key("undo"))
}

fn redo(history: &mut History) -> Result<Arc<Entry>, Refusal> {
    history.redo(at(3), key("redo"))
}

fn owner_of_r1(history: &History) -> Option<&str> {
    history.session().risk(r(1)).unwrap().owner.as_deref()
}

#[test]
fn a_commit_is_all_or_nothing() {
    let mut history = History::new(small_session());
    let no_risk = Edit::Risk(r(9), RiskEdit::Owner(None));
    assert_eq!(commit(&mut history, vec![owner("Ana"), no_risk]), Err(Refusal::NoRisk(r(9))));
    assert_eq!(*history.session(), *history.base());
    assert_eq!(history.entries().len(), 0);
    assert_eq!(history.revision(), 0);
}

#[test]
fn a_commit_that_changes_nothing_is_refused() {
    let mut history = History::new(small_session());
    let nothing = Err(Refusal::NothingChanges);
    assert_eq!(commit(&mut history, vec![]), nothing);
    assert_eq!(commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Owner(None))]), nothing);
    assert_eq!(commit(&mut history, vec![owner("Ana"), Edit::Risk(r(1), RiskEdit::Owner(None))]), nothing);
    assert_eq!(commit(&mut history, vec![Edit::ForgetCard(key("none"))]), nothing);
}

#[test]
fn there_is_nothing_to_undo_at_the_beginning_and_nothing_to_redo_at_the_end() {
    let mut history = History::new(small_session());
    assert!(!history.can_undo() && !history.can_redo());
    assert_eq!(undo(&mut history), Err(Refusal::NothingToUndo));
    assert_eq!(redo(&mut history), Err(Refusal::NothingToRedo));
    commit(&mut history, vec![owner("Ana")]).unwrap();
    assert!(history.can_undo() && !history.can_redo());
    assert_eq!(redo(&mut history), Err(Refusal::NothingToRedo));
    undo(&mut history).unwrap();
    assert!(!history.can_undo() && history.can_redo());
    assert_eq!(undo(&mut history), Err(Refusal::NothingToUndo));
}

#[test]
fn undo_and_redo_give_back_what_they_undo_and_redo() {
    let mut history = History::new(small_session());
    commit(&mut history, vec![owner("Ana")]).unwrap();
    commit(&mut history, vec![owner("Ben")]).unwrap();
    assert_eq!(undo(&mut history).unwrap().seq, 2);
    assert_eq!(undo(&mut history).unwrap().seq, 1);
    assert_eq!(owner_of_r1(&history), None);
    assert_eq!(redo(&mut history).unwrap().seq, 1);
    assert_eq!(owner_of_r1(&history), Some("Ana"));
    assert_eq!(history.revision(), 5);
}

#[test]
fn a_new_change_ends_redo_and_deletes_nothing() {
    let mut history = History::new(small_session());
    commit(&mut history, vec![owner("Ana")]).unwrap();
    undo(&mut history).unwrap();
    commit(&mut history, vec![owner("Ben")]).unwrap();
    assert_eq!(redo(&mut history), Err(Refusal::NothingToRedo));
    assert_eq!(history.entries().len(), 3);
}

#[test]
fn undo_stops_at_a_closing_and_reaches_across_reopening() {
    let mut history = History::new(small_session());
    commit(&mut history, vec![owner("Ana")]).unwrap();
    commit(&mut history, vec![Edit::Session(SessionEdit::Close { at: at(1), reason: line("") })]).unwrap();
    assert_eq!(undo(&mut history), Err(Refusal::UndoStopsAtClosing));
    assert!(!history.can_undo());
    commit(&mut history, vec![Edit::Session(SessionEdit::Reopen { at: at(1) })]).unwrap();
    commit(&mut history, vec![owner("Ben")]).unwrap();
    undo(&mut history).unwrap();
    undo(&mut history).unwrap();
    assert!(history.session().is_closed());
    assert_eq!(undo(&mut history), Err(Refusal::UndoStopsAtClosing));
}

#[test]
fn undo_crosses_checkpoints() {
    let mut history = History::new(small_session());
    let texts: Vec<String> = (0..200).map(|number| format!("Owner {number}")).collect();
    for text in &texts {
        commit(&mut history, vec![owner(text)]).unwrap();
    }
    for text in texts.iter().rev() {
        assert_eq!(owner_of_r1(&history), Some(text.as_str()));
        undo(&mut history).unwrap();
    }
    assert_eq!(*history.session(), *history.base());
}

#[test]
fn what_was_undone_past_a_checkpoint_never_comes_back() {
    let mut history = History::new(small_session());
    for number in 0..70 {
        commit(&mut history, vec![owner(&format!("First {number}"))]).unwrap();
    }
    for _ in 0..20 {
        undo(&mut history).unwrap();
    }
    for number in 50..75 {
        commit(&mut history, vec![owner(&format!("Second {number}"))]).unwrap();
    }
    for number in (50..75).rev() {
        assert_eq!(owner_of_r1(&history), Some(format!("Second {number}").as_str()));
        undo(&mut history).unwrap();
    }
    assert_eq!(owner_of_r1(&history), Some("First 49"));
}

#[test]
fn an_id_is_not_handed_out_again_after_undo() {
    let mut history = History::new(small_session());
    assert_eq!((history.next_risk(), history.next_solution()), (r(4), s(3)));
    assert_eq!((history.next_person(), history.next_topic()), (p(5), t(1)));
    commit(&mut history, vec![Edit::AddRisk(Box::new(risk(4)))]).unwrap();
    undo(&mut history).unwrap();
    assert_eq!(history.next_risk(), r(5));
}

#[test]
fn a_history_that_could_not_have_happened_is_broken() {
    let entry = |seq, kind| Arc::new(Entry { seq, at: at(1), action: key("test"), kind });
    let replay = |entries: Vec<Arc<Entry>>| {
        History::replay(Arc::new(small_session()), Counters::default(), entries).map(|_| ()).unwrap_err()
    };
    let change = |seq| entry(seq, EntryKind::Do(vec![owner(&format!("Owner {seq}"))]));
    let out_of_turn = replay(vec![change(1), change(3)]);
    assert_eq!(out_of_turn, BrokenHistory { entry: 1, refusal: None });
    let too_many_undos = replay(vec![change(1), entry(2, EntryKind::Undo), entry(3, EntryKind::Undo)]);
    assert_eq!(too_many_undos, BrokenHistory { entry: 2, refusal: Some(Refusal::NothingToUndo) });
}

#[test]
fn a_replaced_session_is_one_step_of_undo() {
    let mut replacement = small_session();
    replacement.title = title("Edited outside");
    let entry =
        Entry { seq: 1, at: at(1), action: key("accept"), kind: EntryKind::Replaced(Box::new(replacement)) };
    let base = Arc::new(small_session());
    let mut history = History::replay(base, Counters::default(), [Arc::new(entry)]).unwrap();
    assert_eq!(&*history.session().title, "Edited outside");
    undo(&mut history).unwrap();
    assert_eq!(*history.session(), *history.base());
}

#[test]
fn a_history_cut_short_goes_on_without_a_gap() {
    let mut history = History::new(small_session());
    for text in ["Ana", "Ben", "Cleo"] {
        commit(&mut history, vec![owner(text)]).unwrap();
    }
    let first = history.entries().iter().take(1).cloned();
    let mut short = History::replay(Arc::clone(history.base()), history.counters(), first).unwrap();
    commit(&mut short, vec![owner("Dan")]).unwrap();
    let entries = short.entries().iter().cloned();
    let again = History::replay(Arc::clone(short.base()), short.counters(), entries);
    assert_eq!(again.map(|history| Arc::clone(history.session())), Ok(Arc::clone(short.session())));
}

#[test]
fn a_number_beyond_counting_is_refused_not_a_crash() {
    let entry = |seq, owner_name: &str| {
        let kind = EntryKind::Do(vec![owner(owner_name)]);
        Arc::new(Entry { seq, at: at(1), action: key("test"), kind })
    };
    let entries = [entry(u64::MAX, "Ana"), entry(0, "Ben")];
    let broken = History::replay(Arc::new(small_session()), Counters::default(), entries).map(|_| ());
    assert_eq!(broken, Err(BrokenHistory { entry: 0, refusal: None }));
    let worn_out = Counters { entries: u64::MAX, ..Counters::default() };
    let broken = History::replay(Arc::new(small_session()), worn_out, []).map(|_| ());
    assert_eq!(broken, Err(BrokenHistory { entry: 0, refusal: None }));
}

proptest::proptest! {
    #[test]
    fn a_folded_history_is_the_same_session_with_a_shorter_past(
        history in crate::support::sessions::histories(),
        keep in 0..40_usize,
    ) {
        let folded = history.folded(keep).unwrap();
        proptest::prop_assert_eq!(folded.session(), history.session());
        proptest::prop_assert_eq!(folded.counters(), history.counters());
        let (kept, all) = (folded.entries(), history.entries());
        proptest::prop_assert!(all.ends_with(kept) && kept.len() >= keep.min(all.len()));
        let replayed =
            History::replay(folded.base().clone(), folded.counters(), kept.iter().cloned()).unwrap();
        proptest::prop_assert_eq!(replayed.session(), history.session());
        // All that is left can be undone, and done again.
        let mut back = folded.clone();
        let mut steps = 0;
        while back.undo(at(20_000), key("undo")).is_ok() {
            steps += 1;
        }
        for _ in 0..steps {
            back.redo(at(20_001), key("redo")).unwrap();
        }
        proptest::prop_assert_eq!(back.session(), history.session());
        let folded_to = kept.first().map_or(history.revision(), |entry| entry.seq - 1);
        proptest::prop_assert!(history.can_fold_to(folded_to));
        let bytes = riskroom::store::format::encode_verified(&folded);
        proptest::prop_assert!(bytes.is_ok(), "{:?}", bytes);
    }
}

#[test]
fn recorded_actions_happen_to_the_same_end_one_by_one_or_all_at_once() {
    let mut history = History::new(small_session());
    for number in 0..200 {
        let text = format!("shop {number}");
        commit(&mut history, vec![Edit::Session(SessionEdit::Shop(line(&text)))]).unwrap();
        if number % 3 == 0 {
            history.undo(at(number), key("undo")).unwrap();
        }
        if number % 6 == 0 {
            history.redo(at(number), key("redo")).unwrap();
        }
    }
    let mut other = History::new(small_session());
    assert_eq!(other.extend(history.entries().iter().cloned()), history.entries().len());
    assert_eq!((other.session(), other.entries()), (history.session(), history.entries()));
    assert_eq!((other.counters(), other.work()), (history.counters(), history.work()));
    while history.undo(at(0), key("undo")).is_ok() {
        other.undo(at(0), key("undo")).unwrap();
        assert_eq!(other.session(), history.session());
    }
}

#[test]
fn actions_that_cannot_follow_end_what_is_taken_and_leave_no_trace() {
    let mut history = History::new(small_session());
    let good = Edit::Session(SessionEdit::Shop(line("shop")));
    let entry =
        |seq, edits| Arc::new(Entry { seq, at: at(0), action: key("test"), kind: EntryKind::Do(edits) });
    let bad = vec![Edit::Session(SessionEdit::Shop(line("other"))), agree(r(99), Cell::Fix, 3)];
    assert_eq!(history.extend([entry(1, vec![good]), entry(2, bad), entry(3, Vec::new())]), 1);
    assert_eq!((&*history.session().shop, history.revision()), ("shop", 1));
}

#[test]
fn a_history_no_meeting_makes_is_refused_before_it_takes_its_time() {
    let base = riskroom::domain::Session {
        risks: (1..=2000).map(|n| Arc::new(risk(n))).collect(),
        ..small_session()
    };
    let away = || Edit::Session(SessionEdit::Categories(base.categories.clone()));
    let edits = || EntryKind::Do((0..1000).map(|_| away()).collect());
    let entries = (1..=100).map(|seq| Arc::new(Entry { seq, at: at(0), action: key("test"), kind: edits() }));
    let entries: Vec<Arc<Entry>> = entries.collect();
    let base = Arc::new(base.clone());
    let broken = History::replay(Arc::clone(&base), Counters::default(), entries.clone()).unwrap_err();
    assert_eq!(broken.refusal, Some(Refusal::TooMuchWork));
    let mut history = History::new((*base).clone());
    let taken = history.extend(entries);
    assert!(taken > 0 && taken <= broken.entry, "{taken} of {}", broken.entry);
    assert!(history.work() <= MAX_WORK);
}
