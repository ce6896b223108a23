//! `compare`, `changes`, and `new --from` in a shell.

use predicates::prelude::PredicateBooleanExt;
use predicates::str::{contains, is_empty, starts_with};
use riskroom::domain::{Cell, Edit, History, RiskEdit, Session};
use riskroom::store::format;

use super::Home;
use crate::support::seeds::{agree, at, r, title, uid, votes};
use crate::support::sessions::{commit, small};

/// The small session, and one that goes on from it with P of R1 at 5.
fn two() -> (History, History) {
    let before = small();
    let next: Session = before.session().carried(uid(77), title("Next time"), at(5_000), 1);
    let mut after = History::new(next);
    commit(&mut after, vec![agree(r(1), Cell::Probability, 5)]);
    (before, after)
}

#[test]
fn two_sessions_are_compared() {
    let home = Home::new();
    let (before, after) = two();
    let (one, other) = (home.session("one.ron", &before), home.session("other.ron", &after));
    let run = home.run(&["compare", &one, &other]).success().stderr(is_empty());
    run.stdout(starts_with("Test → Next time\n").and(contains("place")));
    home.run(&["compare", &one, &one]).success().stdout(contains("Nothing distinguishes the two."));
    home.run(&["--lang", "es", "compare", &one, &other]).success().stdout(contains("puesto"));
    home.run(&["compare", &one, "/nowhere.ron"]).code(5).stdout(is_empty());
    home.run(&["compare", &one]).code(2);
}

#[test]
fn changes_are_printed_and_hidden_votes_counted() {
    let home = Home::new();
    let mut history = small();
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Title(title("Bots\ttry\u{1b}[31m")))]);
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Vote(Cell::Fix, votes("1")))]);
    let path = home.session("one.ron", &history);
    let told = contains("\tR1\t").and(contains("title: ")).and(contains("F votes: 1 of "));
    let clean = predicates::function::function(|text: &str| !text.contains('\u{1b}'));
    home.run(&["changes", &path]).success().stderr(is_empty()).stdout(told.and(clean));
    home.run(&["--lang", "es", "changes", &path]).success().stdout(contains("título: "));
    home.run(&["changes", "/nowhere.ron"]).code(5).stdout(is_empty());
}

#[test]
fn a_session_goes_on_from_another_one() {
    let home = Home::new();
    let from = home.session("one.ron", &small());
    let output = home.run(&["new", "Next", "--no-open", "--from", &from]).success();
    let path = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    let bytes = std::fs::read(path.trim_end()).unwrap();
    let session = format::decode(&bytes).unwrap().history.session().clone();
    assert_eq!((session.title.as_str(), session.carried_from), ("Next", Some(small().session().id)));
    home.run(&["new", "Next", "--no-open", "--from", "/nowhere.ron"]).code(5).stdout(is_empty());
}

#[test]
fn all_sessions_are_searched() {
    let home = Home::new();
    home.create("Parcels in Coruña");
    home.create("Other things");
    let found = contains("\tParcels in Coruña\t").and(contains("Other things").not());
    home.run(&["search", "CORUNA", "parcels"]).success().stderr(is_empty()).stdout(found);
    home.run(&["search", "nothing-of-this"]).success().stdout(is_empty());
    home.run(&["search"]).code(2);
}
