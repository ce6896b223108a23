//! What holds for the weights dial: without a turn nothing moves, and what it shows is what setting the weights makes.

use proptest::prelude::*;
use riskroom::domain::weighing::{Changes, Weighing};
use riskroom::domain::{Edit, Priority, Ranking, Session, SessionEdit};

use super::{config, history_after};
use crate::support::edits::steps;
use crate::support::generate::session_with;
use crate::support::seeds::weights;

/// The risks with a rank that stand above the appetite line.
fn above(session: &Session) -> usize {
    let ranking = Ranking::of(session);
    let ranked = ranking.priorities.iter().zip(&ranking.ranks).filter(|(_, rank)| rank.is_some());
    ranked.filter(|(priority, _)| Priority::is_above(priority, session.appetite)).count()
}

/// Whether the dial shows what comes of setting these weights.
fn shows_what_comes(session: &Session, numbers: [u8; 4]) -> Result<(), TestCaseError> {
    let before = Ranking::of(session);
    let still = Weighing::of(session, &before, session.weights);
    prop_assert_eq!(still.changes, Changes::default());
    prop_assert_eq!(&still.ranking, &before);
    let weighing = Weighing::of(session, &before, weights(numbers));
    let mut after = session.clone();
    if after.apply(&Edit::Session(SessionEdit::Weights(weighing.weights))).is_err() {
        // No weight at all, or a closed session.
        return Ok(());
    }
    prop_assert_eq!(&Ranking::of(&after), &weighing.ranking);
    let moved = before.ranks.iter().zip(&weighing.ranking.ranks).filter(|(one, other)| one != other);
    prop_assert_eq!(weighing.changes.ranks, moved.count());
    prop_assert_eq!(above(session) + weighing.changes.above, above(&after) + weighing.changes.below);
    prop_assert!(weighing.changes.above + weighing.changes.below <= weighing.changes.bands);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_dial_shows_what_setting_its_weights_makes(steps in steps(), numbers in [0..10_u8, 0..10, 0..10, 0..10]) {
        shows_what_comes(history_after(&steps).session(), numbers)?;
    }

    #[test]
    fn the_dial_shows_it_for_many_risks(seed in 0..1_000_u64, numbers in [0..10_u8, 0..10, 0..10, 0..10]) {
        shows_what_comes(&session_with(30, 0, seed), numbers)?;
    }
}

#[test]
fn another_weight_moves_ranks_bands_and_the_line_of_a_large_session() {
    let session = session_with(300, 0, 1);
    let changes = Weighing::of(&session, &Ranking::of(&session), weights([2, 1, 2, 9])).changes;
    assert!(changes.ranks > 200 && changes.bands > 50, "{changes:?}");
    assert!(changes.above > 0 && changes.below > 0, "{changes:?}");
}
