//! Two sessions of 300 risks compared, and the log of changes of one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod support;

use std::hint::black_box;

use riskroom::domain::change::changes;
use riskroom::domain::compare::{Comparison, Pairing};

use support::generate::history_with;
use support::{VOTERS, criterion};

fn main() {
    let mut criterion = criterion();
    let (before, after) = (history_with(300, VOTERS, 1), history_with(300, VOTERS, 2));
    criterion.bench_function("compare/300 risks", |bencher| {
        bencher.iter(|| {
            let pairing = Pairing::default();
            black_box(Comparison::of(before.session(), after.session(), &pairing, Some(&after)))
        });
    });
    criterion.bench_function("changes/300 risks", |bencher| bencher.iter(|| black_box(changes(&before))));
    let half = before.entries().len() / 2;
    criterion.bench_function("replay/300 risks", |bencher| bencher.iter(|| black_box(before.at(half))));
    criterion.final_summary();
}
