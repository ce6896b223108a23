//! What holds for every session and every history, tried with arbitrary edits.
//!
//! Here: edits and histories. Figures are in [`figures`], the weights dial in [`weights`]; the single cases in `edits` and `scores`.

mod budget;
mod changes;
mod compare;
mod figures;
mod weights;

use std::collections::HashSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::Config;
use riskroom::domain::residual::{Counting, residuals};
use riskroom::domain::{
    Cell, Edit, History, Place, Ranking, RiskEdit, RiskId, SolutionEdit, Status, Topic, TopicState,
};

use crate::support::edits::{Step, edit, steps};
use crate::support::seeds::{agree, at, key, person, r, risk, small_session, solution, title};

fn config() -> Config {
    Config { cases: 96, failure_persistence: None, ..Config::default() }
}

/// Takes a step; whether it was accepted.
fn take(history: &mut History, step: &Step) -> bool {
    let revision = i64::try_from(history.revision()).unwrap();
    match step {
        Step::Do(edits) => history.commit(at(revision), key("do"), edits.clone()).is_ok(),
        Step::AddNext => {
            let mut person = person(1, riskroom::domain::Seat::Voter);
            person.id = history.next_person();
            let risk = risk(history.next_risk().number());
            let solution = solution(history.next_solution().number());
            let topic = Topic { id: history.next_topic(), text: title("New"), state: TopicState::Parked };
            let edits = vec![
                Edit::AddPerson(person),
                Edit::AddRisk(Box::new(risk)),
                Edit::AddSolution(Box::new(solution)),
                Edit::AddTopic(topic),
            ];
            history.commit(at(revision), key("add-next"), edits).is_ok()
        }
        Step::Undo => history.undo(at(revision), key("undo")).is_ok(),
        Step::Redo => history.redo(at(revision), key("redo")).is_ok(),
    }
}

/// A history after these steps, refused ones left out.
fn history_after(steps: &[Step]) -> History {
    let mut history = History::new(small_session());
    for step in steps {
        take(&mut history, step);
    }
    history
}

fn is_same(one: &History, other: &History) -> bool {
    one.session() == other.session()
        && one.base() == other.base()
        && one.entries() == other.entries()
        && one.counters() == other.counters()
        && (one.can_undo(), one.can_redo()) == (other.can_undo(), other.can_redo())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_refused_edit_leaves_no_trace(edits in vec(edit(), 1..80)) {
        let mut session = small_session();
        for edit in edits {
            let before = session.clone();
            if session.apply(&edit).is_err() {
                prop_assert_eq!(&session, &before, "{:?}", edit);
            }
        }
    }

    #[test]
    fn a_commit_whose_last_edit_is_refused_leaves_no_trace(steps in steps(), edits in vec(edit(), 1..6)) {
        let mut history = history_after(&steps);
        let before = history.clone();
        let refused = Edit::Risk(RiskId::new(99).unwrap(), RiskEdit::Owner(None));
        let edits = edits.into_iter().chain([refused]).collect();
        prop_assert!(history.commit(at(0), key("do"), edits).is_err());
        prop_assert!(is_same(&history, &before));
    }

    #[test]
    fn a_refused_step_leaves_no_trace(steps in steps()) {
        let mut history = History::new(small_session());
        for step in &steps {
            let before = history.clone();
            if !take(&mut history, step) {
                prop_assert!(is_same(&history, &before), "{:?}", step);
            }
        }
    }

    #[test]
    fn redo_takes_an_undo_back(steps in steps()) {
        let mut history = history_after(&steps);
        let before = Arc::clone(history.session());
        if history.undo(at(0), key("undo")).is_ok() {
            prop_assert_ne!(history.session(), &before);
            history.redo(at(0), key("redo")).unwrap();
            prop_assert_eq!(history.session(), &before);
        }
    }

    #[test]
    fn undo_takes_a_change_back(steps in steps(), edit in edit()) {
        let mut history = history_after(&steps);
        let before = Arc::clone(history.session());
        if !edit.is_closing() && history.commit(at(0), key("do"), vec![edit]).is_ok() {
            history.undo(at(0), key("undo")).unwrap();
            prop_assert_eq!(history.session(), &before);
        }
    }

    #[test]
    fn undo_all_the_way_leads_to_the_base_or_a_closing(steps in steps()) {
        let mut history = history_after(&steps);
        while history.can_undo() {
            history.undo(at(0), key("undo")).unwrap();
        }
        let is_base = history.session() == history.base();
        prop_assert!(is_base || history.session().is_closed());
        let closes = |step: &Step| matches!(step, Step::Do(edits) if edits.iter().any(Edit::is_closing));
        prop_assert!(is_base || steps.iter().any(closes));
    }

    #[test]
    fn a_replay_leads_to_the_live_session(steps in steps()) {
        let live = history_after(&steps);
        let entries = live.entries().iter().cloned();
        let replayed = History::replay(Arc::clone(live.base()), live.counters(), entries).unwrap();
        prop_assert!(is_same(&replayed, &live));
        let from_nothing = History::replay(Arc::clone(live.base()), History::new(small_session()).counters(), live.entries().iter().cloned());
        prop_assert!(is_same(&from_nothing.unwrap(), &live), "the counters follow from the entries");
    }

    #[test]
    fn edits_keep_a_session_free_of_findings(steps in steps()) {
        let mut history = History::new(small_session());
        for step in &steps {
            take(&mut history, step);
            prop_assert_eq!(history.session().check(), vec![], "{:?}", step);
        }
    }

    #[test]
    fn merges_never_go_in_a_circle(moves in vec((1..4_u32, option::of(1..4_u32)), 1..30)) {
        let mut session = small_session();
        for (risk, into) in moves {
            let place = into.map_or(Place::List, |into| Place::Merged { into: r(into) });
            let _ = session.apply(&Edit::Risk(r(risk), RiskEdit::Place(place)));
            prop_assert_eq!(session.check(), vec![]);
        }
    }

    #[test]
    fn no_id_is_handed_out_twice(steps in steps()) {
        let mut history = History::new(small_session());
        let mut handed_out = HashSet::new();
        for step in &steps {
            let ids = [
                history.next_risk().to_string(),
                history.next_solution().to_string(),
                history.next_person().to_string(),
                history.next_topic().to_string(),
            ];
            if take(&mut history, step) && matches!(step, Step::AddNext) {
                for id in ids {
                    prop_assert!(handed_out.insert(id.clone()), "{} was handed out before", id);
                }
            }
            let used = history.session();
            prop_assert!(used.risk(history.next_risk()).is_none());
            prop_assert!(used.solution(history.next_solution()).is_none());
            prop_assert!(used.person(history.next_person()).is_none());
            prop_assert!(used.topics.iter().all(|topic| topic.id != history.next_topic()));
        }
    }

    #[test]
    fn the_ranking_is_a_total_order_of_the_listed_risks(steps in steps()) {
        let history = history_after(&steps);
        let session = history.session();
        let ranking = Ranking::of(session);
        let listed: HashSet<RiskId> =
            session.risks.iter().filter(|risk| risk.place == Place::List).map(|risk| risk.id).collect();
        prop_assert_eq!(ranking.order.len(), listed.len());
        prop_assert_eq!(&ranking.order.iter().copied().collect::<HashSet<_>>(), &listed);
        let place = |id| session.risks.iter().position(|risk| risk.id == id).unwrap();
        let ranks: Vec<u32> = ranking.order.iter().filter_map(|&id| ranking.ranks[place(id)]).collect();
        prop_assert_eq!(ranks.len(), ranking.ranks.iter().flatten().count(), "only listed risks have a rank");
        prop_assert!(ranks.iter().copied().eq((1..).take(ranks.len())), "{:?}", ranks);
        let scored = |id| ranking.priorities[place(id)].scored;
        prop_assert!(ranking.order.iter().map(|&id| !scored(id)).is_sorted(), "scored ones stand first");
    }

    #[test]
    fn what_is_left_is_never_more_than_what_is_now(steps in steps(), later in [1..6_u8, 1..6_u8, 1..6_u8]) {
        let mut session = (**history_after(&steps).session()).clone();
        for id in session.solutions.iter().map(|solution| solution.id).collect::<Vec<_>>() {
            session.apply(&Edit::Solution(id, SolutionEdit::Status(Status::Done))).unwrap();
        }
        for (number, level) in (1..).zip(later) {
            // Refused in a closed session, above its scale, or without that risk: fine too.
            let _ = session.apply(&agree(r(number), Cell::Financial, level));
        }
        let session = &session;
        let left = residuals(session, Counting::Chosen).into_iter().zip(residuals(session, Counting::Done));
        for (risk, (chosen, done)) in session.risks.iter().zip(left) {
            let now = risk.levels();
            for cell in Cell::ALL {
                prop_assert_eq!(chosen.at(cell).is_some(), now.at(cell).is_some());
                prop_assert!(chosen.at(cell) <= done.at(cell) && done.at(cell) <= now.at(cell));
            }
            let points = |levels| session.priority_of(risk, levels).points;
            prop_assert!(points(&chosen) <= points(&done) && points(&done) <= points(&now));
        }
    }
}

#[test]
fn arbitrary_steps_are_accepted_and_refused_in_turn() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut accepted, mut refused) = (0, 0);
    for _ in 0..50 {
        let mut history = History::new(small_session());
        for step in steps().new_tree(&mut runner).unwrap().current() {
            if take(&mut history, &step) { accepted += 1 } else { refused += 1 }
        }
    }
    assert!(accepted > 200 && refused > 200, "{accepted} accepted, {refused} refused");
}
