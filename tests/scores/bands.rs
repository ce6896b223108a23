//! Points, index, bands and gates of risks with all five levels.

use riskroom::domain::priority::priority;
use riskroom::domain::score::{damage, is_scored, points};
use riskroom::domain::{Band, Bands, Gate, Priority, Weights};

use crate::support::seeds::{count, level, levels, weights};

/// Levels in the order P, I, D€, D◎, F.
fn default_priority(numbers: [u8; 5], duty: bool) -> Priority {
    priority(&levels(numbers), duty, Weights::default(), Bands::default(), count(5))
}

#[test]
fn the_checks_of_the_method_hold() {
    // P, D, I, F as the method writes them.
    let checks: [([u8; 4], u16, Band, &[Gate]); 10] = [
        ([3, 3, 3, 3], 18, Band::Medium, &[]),
        ([4, 4, 3, 3], 22, Band::High, &[]),
        ([2, 5, 4, 3], 21, Band::High, &[]),
        ([1, 5, 5, 5], 22, Band::High, &[]),
        ([5, 1, 1, 1], 14, Band::Low, &[]),
        ([4, 4, 4, 4], 24, Band::Critical, &[]),
        ([2, 5, 1, 1], 16, Band::High, &[Gate::WorstDamage]),
        ([1, 5, 1, 1], 14, Band::Medium, &[Gate::WorstDamage]),
        ([2, 4, 1, 5], 18, Band::High, &[Gate::NobodyFixes]),
        ([1, 4, 1, 5], 16, Band::Medium, &[]),
    ];
    for ([p, d, i, f], sum, band, gates) in checks {
        let found = default_priority([p, i, d, 1, f], false);
        assert_eq!((found.points.lower, found.points.upper), (sum, sum), "points of {p},{d},{i},{f}");
        assert_eq!(found.band, Some(band), "band of {p},{d},{i},{f}");
        assert_eq!(found.gates, gates, "gates of {p},{d},{i},{f}");
    }
}

#[test]
fn the_formula_line_of_the_method_holds() {
    let found = default_priority([4, 3, 5, 4, 4], false);
    assert_eq!((found.points.lower, found.band), (25, Some(Band::Critical)));
}

#[test]
fn points_run_from_6_to_30_and_bands_begin_at_15_20_and_24() {
    assert_eq!(default_priority([1; 5], false).points.lower, 6);
    assert_eq!(default_priority([5; 5], false).points.lower, 30);
    for sum in 6..=30 {
        let expected = match sum {
            ..15 => Band::Low,
            15..20 => Band::Medium,
            20..24 => Band::High,
            24.. => Band::Critical,
        };
        assert_eq!(Bands::default().of(sum, 6, 30), expected, "{sum} points");
    }
}

#[test]
fn damage_is_the_worse_half() {
    assert_eq!(damage(&levels([0, 0, 2, 4, 0])), Some(level(4)));
    assert_eq!(damage(&levels([0, 0, 4, 2, 0])), Some(level(4)));
    assert_eq!(damage(&levels([0, 0, 0, 3, 0])), Some(level(3)));
    assert_eq!(damage(&levels([5, 5, 0, 0, 5])), None);
    let halves = |numbers| default_priority(numbers, false).points;
    assert_eq!(halves([3, 3, 1, 5, 3]), halves([3, 3, 5, 1, 3]));
}

#[test]
fn a_risk_is_scored_once_all_five_cells_have_levels() {
    assert!(is_scored(&levels([1, 2, 3, 4, 5])));
    for empty in 0..5 {
        let mut numbers = [3; 5];
        numbers[empty] = 0;
        assert!(!is_scored(&levels(numbers)), "{numbers:?}");
    }
}

#[test]
fn a_gate_asks_for_less_where_the_risk_is_unheard_of() {
    assert_eq!(default_priority([2, 1, 5, 1, 1], false).band, Some(Band::High));
    assert_eq!(default_priority([1, 1, 5, 1, 1], false).band, Some(Band::Medium));
    assert_eq!(default_priority([1, 1, 1, 5, 1], false).band, Some(Band::Medium));
}

#[test]
fn a_legal_duty_is_at_least_high() {
    let found = default_priority([1, 1, 1, 1, 1], true);
    assert_eq!((found.band, found.gates), (Some(Band::High), vec![Gate::LegalDuty]));
}

#[test]
fn a_gate_never_lowers_a_band_and_is_silent_where_it_lifts_nothing() {
    let found = default_priority([5, 5, 5, 5, 5], true);
    assert_eq!((found.band, found.gates), (Some(Band::Critical), vec![]));
    let found = default_priority([2, 1, 3, 3, 5], false);
    assert_eq!(
        (found.band, found.gates),
        (Some(Band::Medium), vec![]),
        "damage two below the worst opens no gate"
    );
}

#[test]
fn gates_are_told_severity_first() {
    let weights = weights([1, 0, 0, 0]);
    let found = priority(&levels([2, 1, 5, 1, 5]), true, weights, Bands::default(), count(5));
    assert_eq!(found.gates, [Gate::WorstDamage, Gate::NobodyFixes, Gate::LegalDuty]);
    assert_eq!(found.band, Some(Band::High));
    let rare = priority(&levels([1, 1, 5, 1, 5]), true, weights, Bands::default(), count(5));
    assert_eq!(rare.gates, [Gate::WorstDamage, Gate::NobodyFixes, Gate::LegalDuty]);
    assert_eq!(rare.band, Some(Band::High), "the duty asks for more than the two before it");
}

#[test]
fn a_criterion_of_weight_0_is_out_of_the_points() {
    let without_fix = weights([2, 1, 2, 0]);
    let of = |fix| points(&levels([3, 3, 3, 3, fix]), without_fix, count(5));
    assert_eq!(of(1), of(5));
    assert_eq!(of(0), of(1), "an empty cell of weight 0 leaves no range");
    assert_eq!((of(1).lower, of(1).upper), (15, 15));
}

#[test]
fn the_bands_follow_the_weights() {
    let even = weights([1, 1, 1, 1]);
    let band = |numbers| priority(&levels(numbers), false, even, Bands::default(), count(5)).band;
    assert_eq!(band([4, 4, 4, 4, 4]), Some(Band::Critical), "16 points of 4..20 are 75 %");
    assert_eq!(band([4, 4, 4, 4, 3]), Some(Band::High));
    assert_eq!(band([3, 3, 3, 3, 3]), Some(Band::Medium));
}

#[test]
fn three_and_seven_levels_use_the_same_shares_of_the_whole() {
    let of = |numbers, levels_count| {
        let found =
            priority(&levels(numbers), false, Weights::default(), Bands::default(), count(levels_count));
        (found.points.lower, found.band, found.gates)
    };
    // 6..18 points: Critical from 15, High from 13 (6 + 6.96), Medium from 11 (6 + 4.44).
    assert_eq!(of([3, 2, 2, 2, 3], 3), (15, Some(Band::Critical), vec![]));
    assert_eq!(of([3, 1, 2, 2, 2], 3), (13, Some(Band::High), vec![]));
    assert_eq!(of([2, 2, 2, 1, 1], 3), (11, Some(Band::Medium), vec![]));
    assert_eq!(of([3, 1, 1, 1, 1], 3), (10, Some(Band::Low), vec![]));
    assert_eq!(of([2, 1, 3, 1, 1], 3), (12, Some(Band::High), vec![Gate::WorstDamage]));
    // 6..42 points: Critical from 33, High from 27 (6 + 20.88), Medium from 20 (6 + 13.32).
    assert_eq!(of([6, 5, 5, 5, 6], 7), (33, Some(Band::Critical), vec![]));
    assert_eq!(of([5, 4, 5, 5, 3], 7), (27, Some(Band::High), vec![]));
    assert_eq!(of([5, 1, 5, 5, 5], 7), (26, Some(Band::Medium), vec![]), "5 is not the worst of 7");
    assert_eq!(of([3, 3, 4, 4, 2], 7), (19, Some(Band::Low), vec![]));
    assert_eq!(of([2, 1, 7, 1, 1], 7), (20, Some(Band::High), vec![Gate::WorstDamage]));
    assert_eq!(of([2, 1, 6, 1, 7], 7), (24, Some(Band::High), vec![Gate::NobodyFixes]));
}

#[test]
fn no_rounding_decides_a_band() {
    let bands = Bands { medium: 33, high: 34, critical: 100 };
    assert_eq!(bands.of(1, 0, 3), Band::Medium, "33.3 % is below 34");
    assert_eq!(bands.of(2, 0, 3), Band::High);
    assert_eq!(bands.of(3, 0, 3), Band::Critical);
}
