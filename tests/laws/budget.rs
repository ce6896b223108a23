//! What holds for every suggestion under a cap.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;
use riskroom::domain::budget::{EXACT, Measure, Method, Standing, Suggestion, cost, workdays};
use riskroom::domain::{
    Cell, Edit, Effort, Link, Money, Session, Solution, SolutionEdit, SolutionId, Status,
};

use super::config;
use crate::support::seeds::{agree_all, level, r, risk, s, session_of, solution};

/// A solution of the board: cost, status, and its links as risk, cell and level.
type Plan = (Option<u64>, Status, Vec<(u32, Cell, u8)>);

const RISKS: u32 = 4;

fn plans(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Plan>> {
    let links = vec((1..=RISKS, select(Cell::ALL.to_vec()), 1..5_u8), 0..4);
    let statuses =
        vec![Status::Idea, Status::Idea, Status::Chosen, Status::Doing, Status::Done, Status::Dropped];
    let cost = prop_oneof![1 => Just(None), 8 => (0..9_u64).prop_map(Some)];
    vec((cost, select(statuses), links), count)
}

/// Candidates alone, all of them with a cost.
fn candidates(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Plan>> {
    let links = vec((1..=RISKS, select(Cell::ALL.to_vec()), 1..4_u8), 1..4);
    vec(((0..9_u64).prop_map(Some), select(vec![Status::Idea, Status::Chosen]), links), count)
}

fn session(rows: &[[u8; 5]], plans: &[Plan]) -> Session {
    let mut session = session_of(5);
    for (number, levels) in (1..).zip(rows) {
        session.apply(&Edit::AddRisk(Box::new(risk(number)))).unwrap();
        agree_all(&mut session, r(number), *levels);
    }
    for (number, (cost, status, links)) in (1..).zip(plans) {
        let mut planned: Solution = solution(number);
        planned.status = *status;
        planned.cost_once = cost.map(|cost| Money::try_from(cost).unwrap());
        session.apply(&Edit::AddSolution(Box::new(planned))).unwrap();
        for (risk, lever, expected) in links {
            let link = Link { risk: r(*risk), lever: *lever, expected: level(*expected) };
            // A link that raises is refused; fine, too.
            let _ = session.apply(&Edit::Solution(s(number), SolutionEdit::Link(link)));
        }
    }
    session
}

fn taken(suggestion: &Suggestion) -> Vec<SolutionId> {
    let taken = suggestion.candidates.iter().filter(|it| it.standing == Standing::Taken);
    let mut taken: Vec<SolutionId> = taken.map(|it| it.solution).collect();
    taken.sort_unstable();
    taken
}

/// The points of all risks once these solutions are done, counted from the session itself.
fn points(session: &Session, done: &[SolutionId]) -> u32 {
    let mut session = session.clone();
    for known in session.solutions.clone() {
        let counts = matches!(known.status, Status::Doing | Status::Done) || done.contains(&known.id);
        let status = if counts { Status::Done } else { Status::Dropped };
        session.apply(&Edit::Solution(known.id, SolutionEdit::Status(status))).unwrap();
    }
    let left = riskroom::domain::residual::residuals(&session, riskroom::domain::residual::Counting::Done);
    let points =
        session.risks.iter().zip(&left).map(|(risk, levels)| session.priority_of(risk, levels).points);
    points.map(|points| u32::from(points.lower)).sum()
}

/// The best set by trying all of them: points removed, cost, how many, ids.
fn brute_force(session: &Session, cap: u64) -> (u32, u64, Vec<SolutionId>) {
    let candidates: Vec<(SolutionId, u64)> = session
        .solutions
        .iter()
        .filter(|it| matches!(it.status, Status::Idea | Status::Chosen))
        .filter_map(|it| Some((it.id, cost(it, Measure::Money)?)))
        .collect();
    let none = points(session, &[]);
    let sets = (0..1_u32 << candidates.len()).map(|mask| {
        let set = candidates.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0).map(|(_, it)| *it);
        let (mut ids, costs): (Vec<SolutionId>, Vec<u64>) = set.unzip();
        ids.sort_unstable();
        (costs.iter().sum::<u64>(), ids)
    });
    let fitting = sets.filter(|(cost, _)| *cost <= cap);
    let weighed = fitting.map(|(cost, ids)| (none - points(session, &ids), cost, ids));
    weighed
        .min_by(|(removed, cost, ids), (other_removed, other_cost, other_ids)| {
            other_removed
                .cmp(removed)
                .then(cost.cmp(other_cost))
                .then(ids.len().cmp(&other_ids.len()))
                .then(ids.cmp(other_ids))
        })
        .unwrap()
}

fn rows() -> impl Strategy<Value = Vec<[u8; 5]>> {
    vec([0..6_u8, 0..6_u8, 0..6_u8, 0..6_u8, 0..6_u8], RISKS as usize)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_suggested_set_never_exceeds_the_cap(rows in rows(), plans in plans(0..40), cap in 0..60_u64) {
        let session = session(&rows, &plans);
        let suggestion = Suggestion::of(&session, Measure::Money, Some(cap));
        let set = taken(&suggestion);
        let spent: u64 = set.iter().map(|id| cost(session.solution(*id).unwrap(), Measure::Money).unwrap()).sum();
        prop_assert!(spent <= cap);
        prop_assert_eq!(spent, suggestion.cost);
        prop_assert_eq!(points(&session, &[]) - points(&session, &set), suggestion.removed);
        prop_assert_eq!(points(&session, &[]), suggestion.points);
        let open = |id: &SolutionId| matches!(session.solution(*id).unwrap().status, Status::Idea | Status::Chosen);
        prop_assert!(set.iter().all(open));
        let alone = suggestion.candidates.iter().filter(|it| it.cost.is_some_and(|cost| cost <= cap)).map(|it| it.alone);
        prop_assert!(alone.max().unwrap_or(0) <= suggestion.removed, "no single one is better");
    }

    #[test]
    fn it_does_not_depend_on_storage(rows in rows(), plans in plans(0..30), cap in 0..40_u64, keys in vec(any::<u32>(), 40)) {
        let session = session(&rows, &plans);
        let mut shuffled = session.clone();
        let key = |number: u32| keys[usize::try_from(number).unwrap() - 1];
        shuffled.risks.sort_by_key(|risk| key(risk.id.number()));
        shuffled.solutions.sort_by_key(|solution| key(solution.id.number()));
        let [one, other] = [&session, &shuffled].map(|it| Suggestion::of(it, Measure::Money, Some(cap)));
        prop_assert_eq!(&one.candidates, &other.candidates);
        prop_assert_eq!((one.removed, one.cost, one.above), (other.removed, other.cost, other.above));
    }

    #[test]
    fn on_small_boards_it_is_the_best_there_is(rows in rows(), plans in plans(0..9), cap in 0..30_u64) {
        let session = session(&rows, &plans);
        let suggestion = Suggestion::of(&session, Measure::Money, Some(cap));
        prop_assert_eq!(suggestion.method, Method::Exact);
        let found = (suggestion.removed, suggestion.cost, taken(&suggestion));
        prop_assert_eq!(found, brute_force(&session, cap));
    }

    #[test]
    fn what_is_left_out_and_fits_adds_nothing(rows in rows(), plans in plans(0..40), cap in 0..60_u64) {
        let suggestion = Suggestion::of(&session(&rows, &plans), Measure::Money, Some(cap));
        let left = cap - suggestion.cost;
        for candidate in suggestion.candidates.iter().filter(|it| it.standing == Standing::NoRoom) {
            prop_assert!(candidate.adds > 0 && candidate.cost.unwrap() > left, "{:?}", candidate);
        }
    }
}

proptest! {
    // Each case tries thousands of sets.
    #![proptest_config(Config { cases: 12, ..config() })]

    #[test]
    fn on_larger_boards_too(rows in rows(), plans in candidates(12..14), cap in 10..40_u64) {
        let session = session(&rows, &plans);
        let suggestion = Suggestion::of(&session, Measure::Money, Some(cap));
        let found = (suggestion.removed, suggestion.cost, taken(&suggestion));
        prop_assert_eq!(found, brute_force(&session, cap));
    }
}

/// A board of so many ideas, all on the same risks, each with three effects and a cost of its own.
fn tangled(count: u32) -> Session {
    let rows = [[5, 5, 5, 5, 5]; RISKS as usize];
    let plan = |number: u32| {
        let link = |step: u32| {
            let cell = Cell::ALL[usize::try_from((number + step) % 5).unwrap()];
            let expected = u8::try_from(1 + (number * 7 + step * 3) % 4).unwrap();
            ((number + step * 5) % RISKS + 1, cell, expected)
        };
        (Some(u64::from(100 + number * 37 % 90)), Status::Idea, (0..3).map(link).collect())
    };
    session(&rows, &(1..=count).map(plan).collect::<Vec<Plan>>())
}

#[test]
fn twenty_on_the_same_risks_are_still_exact() {
    let session = tangled(20);
    for cap in [300, 900, 1_500, 2_500] {
        let suggestion = Suggestion::of(&session, Measure::Money, Some(cap));
        assert_eq!((suggestion.method, suggestion.candidates.len()), (Method::Exact, EXACT));
        assert!(suggestion.cost <= cap && suggestion.removed > 0);
    }
}

#[test]
fn twenty_on_cells_of_their_own_are_exact_too() {
    let plan = |number: u32| {
        let cell = Cell::ALL[usize::try_from(number % 5).unwrap()];
        let expected = u8::try_from(1 + number * 13 % 4).unwrap();
        (Some(u64::from(97 + number * 37 % 90)), Status::Idea, vec![(number / 5 + 1, cell, expected)])
    };
    let session = session(&[[5; 5]; RISKS as usize], &(0..20).map(plan).collect::<Vec<Plan>>());
    for cap in [300, 900, 1_400, 2_500] {
        let suggestion = Suggestion::of(&session, Measure::Money, Some(cap));
        assert_eq!((suggestion.method, suggestion.candidates.len()), (Method::Exact, EXACT));
        assert!(suggestion.cost <= cap && suggestion.removed > 0);
    }
}

#[test]
fn more_are_a_stated_heuristic() {
    let session = tangled(21);
    assert_eq!(Suggestion::of(&session, Measure::Money, Some(900)).method, Method::Heuristic);
}

#[test]
fn hundreds_are_suggested_under_a_loose_cap() {
    let session = tangled(400);
    let suggestion = Suggestion::of(&session, Measure::Money, Some(30_000));
    assert!(suggestion.cost <= 30_000);
    let all: Vec<SolutionId> = session.solutions.iter().map(|solution| solution.id).collect();
    assert_eq!(suggestion.removed, points(&session, &[]) - points(&session, &all));
}

#[test]
fn two_halves_of_the_damage_are_taken_together() {
    // Either alone removes nothing: the damage is the worse of its halves.
    let plan = |cell| (Some(10), Status::Idea, vec![(1, cell, 1)]);
    let mut plans: Vec<Plan> = vec![plan(Cell::Financial), plan(Cell::Marketing)];
    let rows = [[3, 3, 5, 5, 3], [1; 5], [1; 5], [1; 5]];
    let small = Suggestion::of(&session(&rows, &plans), Measure::Money, Some(20));
    assert_eq!((small.removed, taken(&small)), (8, vec![s(1), s(2)]));
    // Twenty more that remove less than nothing at the cost of the cap: now it is the heuristic.
    plans.extend((0..20).map(|_| (Some(21), Status::Idea, vec![(1, Cell::Fix, 1)])));
    let large = Suggestion::of(&session(&rows, &plans), Measure::Money, Some(20));
    assert_eq!((large.method, large.removed), (Method::Heuristic, 8));
    assert_eq!(taken(&large), [s(1), s(2)]);
}

#[test]
fn the_weights_of_efforts_rise_with_their_size() {
    let days = Effort::ALL.map(workdays);
    assert_eq!(days, [1, 2, 10, 40, 80]);
}
