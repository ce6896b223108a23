//! Risks that are not yet scored: the range still possible, and the band they have at least.

use riskroom::domain::priority::priority;
use riskroom::domain::{Band, Bands, Gate, Priority, Weights};

use crate::support::seeds::{count, levels};

fn partial(numbers: [u8; 5], duty: bool) -> Priority {
    let found = priority(&levels(numbers), duty, Weights::default(), Bands::default(), count(5));
    assert!(!found.scored);
    found
}

fn range(numbers: [u8; 5]) -> (u16, u16) {
    let found = partial(numbers, false).points;
    (found.lower, found.upper)
}

#[test]
fn empty_cells_count_from_1_to_the_worst() {
    assert_eq!(range([4, 0, 4, 2, 0]), (18, 26));
    assert_eq!(range([0; 5]), (6, 30));
    assert_eq!(range([3, 3, 3, 3, 0]), (16, 20));
    assert_eq!(range([0, 3, 3, 3, 3]), (14, 22));
}

#[test]
fn an_empty_damage_half_can_only_be_worse_than_the_other() {
    assert_eq!(range([3, 3, 4, 0, 3]), (20, 22));
    assert_eq!(range([3, 3, 0, 5, 3]), (22, 22), "nothing is worse than the worst");
}

#[test]
fn a_risk_not_yet_scored_has_no_band() {
    assert_eq!(partial([4, 0, 4, 2, 0], false).band, None);
    assert_eq!(partial([5, 5, 4, 4, 0], false).band, None, "however high its lower end is");
}

#[test]
fn damage_at_the_worst_shows_the_band_it_has_at_least() {
    assert_eq!(partial([2, 0, 5, 0, 0], false).band, Some(Band::High));
    assert_eq!(partial([2, 0, 0, 5, 0], false).band, Some(Band::High));
    assert_eq!(partial([2, 0, 5, 0, 0], false).gates, [Gate::WorstDamage]);
    assert_eq!(partial([1, 0, 5, 0, 0], false).band, Some(Band::Medium));
    assert_eq!(partial([0, 0, 5, 0, 0], false).band, Some(Band::Medium), "an empty P may still be 1");
}

#[test]
fn the_floor_stays_when_more_levels_are_set() {
    assert_eq!(partial([4, 0, 5, 0, 0], false).band, Some(Band::High), "20 points at least");
    assert_eq!(partial([5, 0, 5, 5, 0], false).band, Some(Band::High), "22 points at least");
    assert_eq!(partial([5, 5, 5, 5, 0], false).band, Some(Band::Critical), "26 points at least");
    assert_eq!(partial([1, 4, 5, 5, 0], false).band, Some(Band::Medium), "17 points at least");
    assert_eq!(partial([1, 5, 5, 0, 5], false).band, Some(Band::High), "22 points at least");
}

#[test]
fn a_pinned_duty_shows_its_floor_before_any_level() {
    let found = partial([0; 5], true);
    assert_eq!((found.band, found.gates), (Some(Band::High), vec![Gate::LegalDuty]));
}
