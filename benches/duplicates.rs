//! What a key in the capture line costs with 1,000 risks: the search for a title that looks alike, and the key as a whole.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod support;

use std::hint::black_box;

use criterion::Criterion;
use riskroom::app::workshop::Step;
use riskroom::app::{Chord, Event, Layout};
use riskroom::domain::RiskId;
use riskroom::domain::similar::Titles;

use support::generate::history_with;
use support::{criterion, in_session, now};

const RISKS: usize = 1_000;
const TEXT: &str = "The payment provder does not answer on phones in Portugal";

fn main() {
    let mut criterion = criterion();
    search(&mut criterion);
    key(&mut criterion);
    criterion.final_summary();
}

fn search(criterion: &mut Criterion) {
    let history = history_with(RISKS, 0, 1);
    // The generated titles repeat their words; with a number in each they are as many as in the longest of meetings.
    let risks = history.session().risks.iter().enumerate();
    let titles: Vec<(RiskId, String)> =
        risks.map(|(place, risk)| (risk.id, format!("{} case{place:03}", risk.title))).collect();
    let all = || titles.iter().map(|(id, title)| (*id, title.as_str()));
    criterion.bench_function("duplicates: take in 1,000 titles", |bencher| {
        bencher.iter(|| {
            let mut index = Titles::default();
            index.follow(all());
            index
        });
    });
    let mut index = Titles::default();
    index.follow(all());
    criterion.bench_function("duplicates: follow 1,000 titles, none new", |bencher| {
        bencher.iter(|| index.follow(all()));
    });
    criterion.bench_function("duplicates: nearest of 1,000", |bencher| {
        bencher.iter(|| index.nearest(black_box(TEXT)));
    });
}

fn key(criterion: &mut Criterion) {
    let mut app = in_session(history_with(RISKS, 0, 1), Step::Identify);
    let layout = Layout::default();
    let mut press = move |chord: Chord| app.update(Event::Key(chord), &layout, now());
    press(Chord::char('a'));
    for c in TEXT.chars() {
        press(Chord::char(c));
    }
    criterion.bench_function("duplicates: a key with 1,000 risks", |bencher| {
        bencher.iter(|| {
            press(Chord::char('x'));
            press(Chord::parse("Backspace").unwrap())
        });
    });
}
