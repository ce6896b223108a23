//! What holds for points, ranks and consensus, whatever the levels and votes are.

use std::collections::HashSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;
use riskroom::domain::agreement::consensus;
use riskroom::domain::robustness::{Robustness, WeightsAre};
use riskroom::domain::{Ballot, Cell, Edit, Evidence, Ranking, RiskEdit, Seat, Session, Vote, Votes};

use super::config;
use crate::support::seeds::{agree_all, count, level, p, person, r, risk, session_of, title, votes};

/// Risks R1, R2, … with these levels; 0 is an empty cell.
fn session_with(rows: &[[u8; 5]]) -> Session {
    let mut session = session_of(5);
    for number in 1..=3 {
        session.apply(&Edit::AddPerson(person(number, Seat::Voter))).unwrap();
    }
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

proptest! {
    // Each case is thousands of runs.
    #![proptest_config(Config { cases: 16, ..config() })]

    #[test]
    fn three_equal_votes_on_what_was_seen_give_each_risk_a_single_rank(rows in rows(), seed in any::<u64>()) {
        let mut session = session_with(&rows);
        session.seed = seed;
        for (number, row) in (1..).zip(&rows) {
            session.apply(&Edit::Risk(r(number), RiskEdit::Evidence(Evidence::SeenElsewhere))).unwrap();
            for (cell, level) in Cell::ALL.into_iter().zip(row).filter(|(_, level)| **level > 0) {
                let votes = votes(&level.to_string().repeat(3));
                session.apply(&Edit::Risk(r(number), RiskEdit::Vote(cell, votes))).unwrap();
                session.apply(&Edit::Risk(r(number), RiskEdit::Reveal(cell))).unwrap();
            }
        }
        let robust = Robustness::of(&session, WeightsAre::Fixed);
        let ranking = Ranking::of(&session);
        for (risk, rank) in session.risks.iter().zip(&ranking.ranks) {
            let found = robust.standing(risk.id).map(|it| (u32::from(it.best), u32::from(it.worst), it.firm));
            prop_assert_eq!(found, rank.map(|rank| (rank, rank, true)));
        }
    }

    #[test]
    fn robustness_does_not_depend_on_storage(rows in rows(), keys in vec(any::<u32>(), 20)) {
        let session = session_with(&rows);
        let mut shuffled = session.clone();
        shuffled.risks.sort_by_key(|risk| keys[usize::try_from(risk.id.number()).unwrap() - 1]);
        let robust = |session| Robustness::of(session, WeightsAre::Drawn);
        prop_assert_eq!(robust(&session), robust(&shuffled));
    }
}
