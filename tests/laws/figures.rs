//! What holds for points, ranks and consensus, whatever the levels and votes are.

use std::collections::HashSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;
use riskroom::domain::agreement::consensus;
use riskroom::domain::robustness::{Robustness, WeightsAre};
use riskroom::domain::{
    Ballot, Cell, Duel, Edit, Evidence, Place, Ranking, RiskEdit, RiskId, Seat, Session, Vote, Votes,
};

use super::config;
use crate::support::seeds::{agree_all, count, level, line, p, person, r, risk, session_of, title, votes};

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

/// Risks of which most are alike in all that the order looks at, some not on the list.
fn tied() -> impl Strategy<Value = Session> {
    let levels = prop_oneof![5 => Just([3; 5]), 2 => Just([3, 3, 2, 3, 3]), 1 => Just([3, 3, 3, 0, 3])];
    vec((levels, any::<bool>()), 2..12).prop_map(|rows| {
        let mut session = session_with(&rows.iter().map(|(row, _)| *row).collect::<Vec<_>>());
        for (number, _) in (1..).zip(&rows).filter(|(number, (_, out))| number % 4 == 0 && *out) {
            session.apply(&Edit::Risk(r(number), RiskEdit::Place(Place::Bin))).unwrap();
        }
        session
    })
}

fn duel(first: RiskId, second: RiskId) -> Edit {
    Edit::Duel(Duel { first, second, reason: line("") })
}

/// Fights a duel of the tied neighbours that come after this many others; whether there were any.
fn fight(session: &mut Session, at: usize, swap: bool) -> bool {
    let ranking = Ranking::of(session);
    let pairs: Vec<usize> = (0..ranking.order.len()).filter(|place| ranking.ties[*place]).collect();
    let Some(place) = pairs.get(at % pairs.len().max(1)) else { return false };
    let (upper, lower) = (ranking.order[*place], ranking.order[place + 1]);
    let (first, second) = if swap { (lower, upper) } else { (upper, lower) };
    session.apply(&duel(first, second)) != Err(riskroom::domain::Refusal::NoTie(first, second))
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
    fn a_duel_swaps_two_neighbours_and_no_other_pair(
        session in tied(),
        duels in vec((0..12_usize, any::<bool>()), 1..20),
    ) {
        let mut session = session;
        for (at, swap) in duels {
            let before = Ranking::of(&session);
            if !fight(&mut session, at, swap) {
                continue;
            }
            let after = Ranking::of(&session);
            let moved: Vec<usize> =
                (0..before.order.len()).filter(|place| before.order[*place] != after.order[*place]).collect();
            if let [first, second] = moved[..] {
                prop_assert!(swap && second == first + 1 && before.ties[first]);
                prop_assert_eq!((before.order[first], before.order[second]), (after.order[second], after.order[first]));
            } else {
                prop_assert!(moved.is_empty(), "{:?}", moved);
            }
            prop_assert_eq!(&before.ties, &after.ties);
            prop_assert_eq!(&before.priorities, &after.priorities);
        }
    }

    #[test]
    fn a_duel_of_any_others_is_refused(session in tied(), duels in vec((0..12_usize, any::<bool>()), 0..6)) {
        let mut session = session;
        for (at, swap) in duels {
            fight(&mut session, at, swap);
        }
        let ranking = Ranking::of(&session);
        let ids: Vec<RiskId> = session.risks.iter().map(|risk| risk.id).collect();
        for first in &ids {
            for second in &ids {
                let place = |id: &RiskId| ranking.order.iter().position(|known| known == id);
                let is_tie = match (place(first), place(second)) {
                    (Some(one), Some(other)) => one.abs_diff(other) == 1 && ranking.ties[one.min(other)],
                    _ => false,
                };
                let again = session.duel_of(*first, *second).is_some_and(|duel| duel.first == *first);
                let mut tried = session.clone();
                let refused = tried.apply(&duel(*first, *second)).is_err();
                prop_assert_eq!(!refused, is_tie && !again, "{} {}", first, second);
                prop_assert!(!refused || tried == session);
            }
        }
    }

    #[test]
    fn duels_do_not_depend_on_storage_or_wording(
        session in tied(),
        duels in vec((0..12_usize, any::<bool>()), 1..12),
        keys in vec(any::<u32>(), 12),
    ) {
        let mut session = session;
        let mut other = session.clone();
        other.risks.sort_by_key(|risk| keys[usize::try_from(risk.id.number()).unwrap() - 1]);
        for number in (1..).take(other.risks.len()) {
            other.apply(&Edit::Risk(r(number), RiskEdit::Title(title(&format!("{}", number * 7 % 5))))).unwrap();
        }
        for (at, swap) in duels {
            prop_assert_eq!(fight(&mut session, at, swap), fight(&mut other, at, swap));
            prop_assert_eq!(Ranking::of(&session).order, Ranking::of(&other).order);
        }
    }

    #[test]
    fn a_tie_that_breaks_takes_its_duels_along_when_it_comes_back(
        session in tied(),
        duels in vec((0..12_usize, any::<bool>()), 1..12),
        which in 1..12_u32,
    ) {
        let mut session = session;
        for (at, swap) in duels {
            fight(&mut session, at, swap);
        }
        let before = Ranking::of(&session);
        let Some(risk) = session.risk(r(which)).cloned() else { return Ok(()) };
        agree_all(&mut session, risk.id, [5; 5]);
        prop_assert!(Ranking::of(&session).order.len() == before.order.len());
        for (cell, level) in risk.levels().iter() {
            let agreed = level.map(|level| riskroom::domain::Agreed { level, reason: line("") });
            session.apply(&Edit::Risk(risk.id, RiskEdit::Agree(cell, agreed))).unwrap();
        }
        prop_assert_eq!(Ranking::of(&session), before);
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
        fight(&mut session, 0, true);
        fight(&mut session, 1, true);
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
