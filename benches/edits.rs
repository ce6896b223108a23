//! What happens between a key and its frame with 300 risks and 12 voters: one edit, what follows from it, a whole key.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod support;

use std::hint::black_box;

use criterion::{BatchSize, Criterion};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use riskroom::app::arrangement::Arrangement;
use riskroom::app::derived::Derived;
use riskroom::app::workshop::Step;
use riskroom::app::{Chord, Event};
use riskroom::domain::{Agreed, Cell, Edit, Key, Level, Line, Ranking, RiskEdit, RiskId, Vocabulary};
use riskroom::shell::run::{Flow, Shell};
use riskroom::text::catalogue::Lang;
use riskroom::text::deck::deck;
use riskroom::text::template::template;
use riskroom::ui::theme::Depth;

use support::generate::history_with;
use support::{Still, VOTERS, criterion, in_session, look, now};

const RISKS: usize = 300;

fn main() {
    let mut criterion = criterion();
    edit(&mut criterion);
    key(&mut criterion);
    words(&mut criterion);
    criterion.final_summary();
}

fn edit(criterion: &mut Criterion) {
    let history = history_with(RISKS, VOTERS, 1);
    let risk = history.session().risks[RISKS / 2].id;
    let action = Key::new("set-level").unwrap();
    let edits = agree(risk, other(history.session().risks[RISKS / 2].levels().probability.unwrap()));
    criterion.bench_function("commit an edit", |bencher| {
        bencher.iter_batched(
            || (history.clone(), action.clone(), edits.clone()),
            |(mut history, action, edits)| {
                history.commit(now(), action, edits).unwrap();
                history
            },
            BatchSize::SmallInput,
        );
    });
    let session = history.session();
    criterion.bench_function("rank", |bencher| bencher.iter(|| Ranking::of(black_box(session))));
    criterion.bench_function("derive", |bencher| bencher.iter(|| Derived::of(black_box(session), "")));
    criterion.bench_function("derive, filtered", |bencher| {
        bencher.iter(|| Derived::of(black_box(session), "voucher"));
    });
    let many = history_with(1_000, VOTERS, 1);
    let mut derived = Derived::of(many.session(), "voucher");
    criterion.bench_function("a key of a search through 1,000 risks", |bencher| {
        bencher.iter(|| derived.arrange(black_box(many.session()), "vouchr day", Arrangement::default()));
    });
}

/// A digit in the grid through the loop itself, up to the buffer of a terminal, disk and keyboard apart.
fn key(criterion: &mut Criterion) {
    let history = history_with(RISKS, VOTERS, 1);
    let level = history.session().risks[RISKS / 2].levels().probability.unwrap();
    let digit = char::from_digit(u32::from(other(level).number()), 10).unwrap();
    criterion.bench_function("a digit in the grid, with its frame", |bencher| {
        bencher.iter_batched(
            || {
                let app = in_session(history.clone(), Step::Assess);
                let terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
                let mut shell = Shell::new(app, look(), Depth::TrueColor, terminal);
                assert_eq!(shell.turn(Event::Resized, &mut Still), Ok(Flow::Stay));
                shell
            },
            |mut shell| {
                let flow = shell.turn(Event::Key(Chord::char(digit)), &mut Still);
                assert_eq!(flow, Ok(Flow::Stay));
                shell
            },
            BatchSize::SmallInput,
        );
    });
}

/// The table of words, made once per session, and a question to it, asked at every key of a new title.
fn words(criterion: &mut Criterion) {
    let decks = Lang::ALL.map(|lang| deck(lang).unwrap());
    let categories = template(Lang::En).unwrap().categories;
    criterion.bench_function("learn the words of the decks", |bencher| {
        bencher.iter(|| Vocabulary::of(black_box(&decks), &categories));
    });
    let vocabulary = Vocabulary::of(&decks, &categories);
    let title = "The payment provider is down on Black Friday and nobody has a second way to pay";
    criterion.bench_function("the category of a title", |bencher| {
        bencher.iter(|| vocabulary.category_of(black_box(title)).cloned());
    });
}

fn other(level: Level) -> Level {
    Level::new(level.number() % 5 + 1).unwrap()
}

fn agree(risk: RiskId, level: Level) -> Vec<Edit> {
    let agreed = Agreed { level, reason: Line::default() };
    vec![Edit::Risk(risk, RiskEdit::Agree(Cell::Probability, Some(agreed)))]
}
