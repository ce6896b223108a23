//! Does the formula order risks as the truth would? A simulation with a fixed seed.
//!
//! Four independent lognormal quantities per risk (σ = 1.2·ln 5), levels by steps of ×5 around the median. Orders are
//! compared by Kendall's τ-b, which is 1 for the same order and 0 for none in common. `cargo test simulation --
//! --nocapture` prints the figures.

use rand_distr::{Distribution, Normal};
use rand_pcg::Pcg64;

const RISKS: usize = 400;
const SAMPLES: u64 = 10;

/// Natural logarithms of p, d, i and f.
type Quantities = [f64; 4];

fn quantities(seed: u64) -> Vec<Quantities> {
    let normal = Normal::new(0.0, 1.2 * 5.0_f64.ln()).unwrap();
    let mut generator = Pcg64::new(u128::from(seed), 1);
    (0..RISKS).map(|_| std::array::from_fn(|_| normal.sample(&mut generator))).collect()
}

/// The level of a quantity: 3 around the median, one level per factor of 5.
fn level(quantity: f64) -> f64 {
    (3.0 + quantity / 5.0_f64.ln()).round().clamp(1.0, 5.0)
}

fn levels(quantities: &Quantities) -> [f64; 4] {
    quantities.map(level)
}

/// `2·P + 2·D + I + F`.
fn points(quantities: &Quantities) -> f64 {
    let [p, d, i, f] = levels(quantities);
    2.0 * p + 2.0 * d + i + f
}

/// `P·D·I·F`, the product many a risk register works with.
fn product(quantities: &Quantities) -> f64 {
    levels(quantities).iter().product()
}

/// Kendall, "The treatment of ties in ranking problems" (1945): pairs in the same order less pairs in the opposite one,
/// over the geometric mean of the pairs not tied in either.
fn tau_b(one: &[f64], other: &[f64]) -> f64 {
    let (mut balance, mut untied_one, mut untied_other) = (0.0, 0.0, 0.0);
    for later in 1..one.len() {
        for earlier in 0..later {
            let sign = |values: &[f64]| (values[later] - values[earlier]).partial_cmp(&0.0).unwrap() as i8;
            let (a, b) = (f64::from(sign(one)), f64::from(sign(other)));
            balance += a * b;
            untied_one += a.abs();
            untied_other += b.abs();
        }
    }
    balance / f64::sqrt(untied_one * untied_other)
}

/// The mean τ-b of a score and a truth, given by the weights of the logarithms.
fn agreement(score: fn(&Quantities) -> f64, truth: Quantities) -> f64 {
    let one = |seed| {
        let risks = quantities(seed);
        let scores: Vec<f64> = risks.iter().map(score).collect();
        let weigh = |risk: &Quantities| risk.iter().zip(truth).map(|(ln, weight)| ln * weight).sum();
        let truths: Vec<f64> = risks.iter().map(weigh).collect();
        tau_b(&scores, &truths)
    };
    (0..SAMPLES).map(one).sum::<f64>() / f64::from(u32::try_from(SAMPLES).unwrap())
}

#[expect(clippy::print_stdout, reason = "the figures are what the simulation is for")]
fn print(truth: &str, formula: f64, product: f64) {
    println!("truth {truth}: formula {formula:.2}, product {product:.2}");
}

#[test]
fn tau_b_is_1_for_the_same_order_and_minus_1_for_the_opposite_one() {
    assert!((tau_b(&[1.0, 2.0, 3.0], &[10.0, 20.0, 30.0]) - 1.0).abs() < 1e-12);
    assert!((tau_b(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]) + 1.0).abs() < 1e-12);
    // One tie of three pairs on one side: 2 / sqrt(2·3).
    assert!((tau_b(&[1.0, 1.0, 2.0], &[1.0, 2.0, 3.0]) - 2.0 / 6.0_f64.sqrt()).abs() < 1e-12);
}

#[test]
fn the_formula_orders_better_than_the_product_where_people_and_breadth_count_half() {
    let truth = [1.0, 1.0, 0.5, 0.5];
    let (formula, four_way) = (agreement(points, truth), agreement(product, truth));
    print("p·d·√(i·f)", formula, four_way);
    assert!((formula - 0.86).abs() < 0.02, "{formula}");
    assert!((four_way - 0.72).abs() < 0.03, "{four_way}");
}

#[test]
fn the_product_is_slightly_better_where_all_four_count_alike() {
    let truth = [1.0; 4];
    let (formula, four_way) = (agreement(points, truth), agreement(product, truth));
    print("p·d·i·f", formula, four_way);
    assert!(four_way > formula && four_way - formula < 0.08, "{formula} {four_way}");
}
