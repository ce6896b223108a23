//! What ranks cost: the ranking of 300 risks, a turn of the weights dial, and how firm the ranking of 60 and of 300 is, over
//! 2,000 runs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod support;

use riskroom::domain::robustness::{Robustness, WeightsAre};
use riskroom::domain::weighing::Weighing;
use riskroom::domain::{Ranking, Weights};

use support::{VOTERS, criterion, generate};

fn main() {
    let mut criterion = criterion();
    let session = generate::session_with(300, VOTERS, 1);
    criterion.bench_function("ranking of 300 risks", |bencher| bencher.iter(|| Ranking::of(&session)));
    let before = Ranking::of(&session);
    criterion.bench_function("weighing of 300 risks", |bencher| {
        bencher.iter(|| Weighing::of(&session, &before, Weights::default()));
    });
    for risks in [60, 300] {
        let session = generate::session_with(risks, VOTERS, 1);
        criterion.bench_function(&format!("robustness of {risks} risks"), |bencher| {
            bencher.iter(|| Robustness::of(&session, WeightsAre::Drawn));
        });
    }
    criterion.final_summary();
}
