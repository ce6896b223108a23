//! Session files of the demo and of 300 risks: made with the check that they can be read, and read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod support;

use riskroom::domain::History;
use riskroom::store::format::{decode, encode, encode_verified};

use support::generate::history_with;
use support::{VOTERS, criterion};

const DEMO: &[u8] = include_bytes!("../assets/demo.ron");

fn main() {
    let mut criterion = criterion();
    let histories: [(&str, History); 2] =
        [("demo", decode(DEMO).unwrap().history), ("300 risks", history_with(300, VOTERS, 1))];
    for (name, history) in &histories {
        let bytes = encode(history).unwrap();
        criterion.bench_function(&format!("encode/{name}"), |bencher| bencher.iter(|| encode(history)));
        criterion.bench_function(&format!("encode verified/{name}"), |bencher| {
            bencher.iter(|| encode_verified(history));
        });
        criterion.bench_function(&format!("decode/{name}"), |bencher| bencher.iter(|| decode(&bytes)));
    }
    criterion.final_summary();
}
