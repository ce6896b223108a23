//! What holds for every session and every history, tried with arbitrary edits.
//!
//! The single cases are in `edits` and `scores`.

use std::collections::HashSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;
use riskroom::domain::agreement::consensus;
use riskroom::domain::residual::{Counting, residual};
use riskroom::domain::{
    Ballot, Cell, Edit, History, Place, Ranking, RiskEdit, RiskId, Session, Topic, TopicState, Vote, Votes,
};

use crate::support::edits::{Step, edit, steps};
use crate::support::seeds::{
    agree_all, at, count, key, level, p, person, r, risk, session_of, small_session, solution, t, title,
};

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

/// Risks R1, R2, … with these levels; 0 is an empty cell.
fn session_with(rows: &[[u8; 5]]) -> Session {
    let mut session = session_of(5);
    for (number, levels) in (1..).zip(rows) {
        session.apply(&Edit::AddRisk(Box::new(risk(number)))).unwrap();
        agree_all(&mut session, r(number), *levels);
    }
    session
}

/// Rows that are alike often enough to need every tie-break.
fn rows() -> impl Strategy<Value = Vec<[u8; 5]>> {
    vec(
        prop_oneof![4 => [2..5_u8, 2..5_u8, 2..5_u8, 2..5_u8, 2..5_u8], 1 => [0..6_u8, 0..6_u8, 0..6_u8, 0..6_u8, 0..6_u8]],
        1..20,
    )
}

fn ballots() -> impl Strategy<Value = Votes> {
    let ballot = prop_oneof![5 => (1..6_u8).prop_map(|number| Ballot::Level(level(number))), 1 => Just(Ballot::DontKnow)];
    let cast = |ballots: Vec<Ballot>| {
        Votes((1..).zip(ballots).map(|(n, ballot)| Vote { who: p(n), ballot }).collect())
    };
    vec(ballot, 0..13).prop_map(cast)
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
    fn the_ranking_does_not_depend_on_storage(rows in rows(), keys in vec(any::<u32>(), 20)) {
        let session = session_with(&rows);
        let mut shuffled = session.clone();
        shuffled.risks.sort_by_key(|risk| keys[usize::try_from(risk.id.number()).unwrap() - 1]);
        prop_assert_eq!(Ranking::of(&session).order, Ranking::of(&shuffled).order);
    }

    #[test]
    fn the_ranking_does_not_depend_on_wording(rows in rows(), name in "[a-z]{1,9}") {
        let session = session_with(&rows);
        let mut renamed = session.clone();
        for number in (1..).take(rows.len()) {
            let text = title(&format!("{name} {}", number * 7919 % 31));
            renamed.apply(&Edit::Risk(r(number), RiskEdit::Title(text))).unwrap();
        }
        prop_assert_eq!(Ranking::of(&session), Ranking::of(&renamed));
    }

    #[test]
    fn two_risks_stand_the_same_way_round_whatever_else_is_there(rows in rows()) {
        let all = Ranking::of(&session_with(&rows)).order;
        for (place, pair) in rows.windows(2).enumerate() {
            let both = Ranking::of(&session_with(pair)).order;
            let first = r(u32::try_from(place).unwrap() + 1);
            let second = r(first.number() + 1);
            let at = |id| all.iter().position(|&known| known == id).unwrap();
            prop_assert_eq!(both[0] == r(1), at(first) < at(second));
        }
    }

    #[test]
    fn consensus_is_1_if_and_only_if_all_are_alike(votes in ballots()) {
        let levels: HashSet<u8> = votes.levels().map(riskroom::domain::Level::number).collect();
        match consensus(&votes, count(5)) {
            None => prop_assert!(levels.is_empty()),
            Some(found) => {
                prop_assert!((0.0..=1.0).contains(&found), "{}", found);
                #[expect(clippy::float_cmp, reason = "all alike is exactly 1")]
                let is_one = found == 1.0;
                prop_assert_eq!(is_one, levels.len() == 1, "{}", found);
            }
        }
    }

    #[test]
    fn what_is_left_is_never_more_than_what_is_now(steps in steps()) {
        let history = history_after(&steps);
        let session = history.session();
        for risk in &session.risks {
            let now = risk.levels();
            let chosen = residual(session, risk, Counting::Chosen);
            let done = residual(session, risk, Counting::Done);
            for cell in Cell::ALL {
                prop_assert_eq!(chosen.at(cell).is_some(), now.at(cell).is_some());
                prop_assert!(chosen.at(cell) <= done.at(cell) && done.at(cell) <= now.at(cell));
            }
            let points = |levels| session.priority_of(risk, levels).points;
            prop_assert!(points(&chosen) <= points(&done) && points(&done) <= points(&now));
        }
    }

    #[test]
    fn more_of_a_level_is_never_less_urgent(row in [1..5_u8, 1..5_u8, 1..5_u8, 1..5_u8, 1..5_u8], place in 0..5_usize) {
        let mut worse = row;
        worse[place] += 1;
        let session = session_with(&[row, worse]);
        let found = Ranking::of(&session).priorities;
        prop_assert!(found[0].band <= found[1].band && found[0].points <= found[1].points);
    }

    #[test]
    fn a_floor_holds_whatever_the_empty_cells_turn_out_to_be(
        row in [0..6_u8, 0..6_u8, 0..6_u8, 0..6_u8, 0..6_u8],
        filling in [1..6_u8, 1..6_u8, 1..6_u8, 1..6_u8, 1..6_u8],
    ) {
        let mut filled = row;
        for (level, filling) in filled.iter_mut().zip(filling).filter(|(level, _)| **level == 0) {
            *level = filling;
        }
        let found = Ranking::of(&session_with(&[row, filled])).priorities;
        prop_assert!(found[0].band <= found[1].band);
        prop_assert!((found[0].points.lower..=found[0].points.upper).contains(&found[1].points.lower));
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
    assert_eq!(t(1).to_string(), "T1");
}
