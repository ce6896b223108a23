//! The quick pass: P, D€ and D◎ of every risk, and the order that the ranges give.

use riskroom::app::assess::Told;
use riskroom::app::form::risk::RiskField;
use riskroom::app::notice::Notice;
use riskroom::app::pass::Pass;
use riskroom::domain::{Cell, Edit, RiskEdit, RiskId, SessionEdit};
use riskroom::text::catalogue::Lang;

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{levels, line, r};

fn at(room: &Room) -> (Option<RiskId>, Cell) {
    (room.workshop().risk, room.workshop().cell)
}

#[test]
fn by_row_a_level_goes_on_past_who_is_hit_and_fixing() {
    let mut room = five_risks();
    room.keys(". f 1 2 3 4");
    assert_eq!(room.risk(1).levels(), levels([1, 0, 2, 3, 0]));
    assert_eq!(room.risk(2).levels(), levels([4, 0, 0, 0, 0]));
    assert_eq!(at(&room), (Some(r(2)), Cell::Financial));
}

#[test]
fn by_column_too() {
    let mut room = five_risks();
    room.keys(". f O 1 2 3 4 5 1 2 3 4 5 1 2 3 4 5");
    assert_eq!(room.notice(), Some(&Notice::EndReached));
    for (number, level) in (1..=5).zip(1..=5) {
        assert_eq!(room.risk(number).levels(), levels([level, 0, level, level, 0]));
    }
}

#[test]
fn it_stops_at_the_end_by_row() {
    let mut room = five_risks();
    room.keys(". f End 1 2 3");
    assert_eq!(room.notice(), Some(&Notice::EndReached));
    assert_eq!(at(&room), (Some(r(5)), Cell::Marketing));
}

#[test]
fn the_arrows_still_reach_every_cell_and_a_level_there_leads_back() {
    let mut room = five_risks();
    room.keys(". f Right");
    assert_eq!(room.workshop().cell, Cell::Impact);
    room.keys("5");
    assert_eq!(at(&room), (Some(r(1)), Cell::Financial));
    room.keys("Right Right 5");
    assert_eq!(at(&room), (Some(r(2)), Cell::Probability));
    assert_eq!(room.risk(1).levels(), levels([0, 5, 0, 0, 5]));
    // Down the column that the step aside was made from.
    room.keys("O Right 4");
    assert_eq!(at(&room), (Some(r(3)), Cell::Probability));
    room.keys("Right Right Right Right 4");
    assert_eq!(at(&room), (Some(r(4)), Cell::Marketing));
}

#[test]
fn the_next_empty_cell_is_one_of_the_three() {
    let mut room = five_risks();
    room.keys(". f 1 1 1 g g n");
    assert_eq!(at(&room), (Some(r(2)), Cell::Probability));
    room.keys("2 2 2 3 3 3 4 4 4 5 5 5 n");
    assert_eq!(room.notice(), Some(&Notice::NothingEmpty));
    assert!(room.shows("every risk shown has P, D€ and D◎"), "{}", room.screen());
    room.keys("f n");
    assert_eq!(at(&room), (Some(r(5)), Cell::Fix));
    room.keys("n");
    assert_eq!(at(&room), (Some(r(1)), Cell::Impact));
}

#[test]
fn the_title_tells_how_many_have_the_three() {
    let mut room = five_risks();
    room.keys(". f");
    assert_eq!(room.notice(), Some(&Notice::Assess(Told::Pass(Pass::Quick))));
    room.keys("1 2 3 4 5");
    assert!(room.shows("1 of 5 quick-scored"), "{}", room.screen());
    assert!(room.shows("quick pass: P, D€, D◎ · along the row"), "{}", room.screen());
    room.keys("Right O");
    assert!(room.shows("quick pass: P, D€, D◎ · down the column"), "{}", room.screen());
    room.keys(": 'quick pass' Enter Down");
    assert!(room.shows("0 of 5 scored") && room.shows("after a level: down the column"), "{}", room.screen());
}

#[test]
fn the_ranges_rank_and_what_is_certain_already_is_told() {
    let mut room = five_risks();
    // A 16–24, B 16–24 with damage at the worst level, C 8–16, D 14–22 but rare, E 14–30.
    room.keys(". f 4 3 2 2 5 5 1 2 2 1 5 1 5 g r");
    let order: Vec<u32> = room.workshop().derived.ranking.order.iter().map(|id| id.number()).collect();
    assert_eq!(order, [1, 2, 5, 4, 3]);
    let screen = room.screen();
    let row =
        |title: &str| screen.lines().find(|row| row.contains(&format!(" {title}  "))).unwrap_or_default();
    assert!(row("A").contains("16–24 --"), "{screen}");
    assert!(row("B").contains("16–24 ≥▲ HIGH"), "{screen}");
    assert!(row("D").contains("14–22 ≥● MED"), "{screen}");
    assert!(room.shows("── not yet scored ─") && room.shows("4 of 5 quick-scored"), "{screen}");
    assert!(!room.shows("appetite line"), "nothing stands above or below it: {screen}");
    assert!(room.shows("2·5 + 2·D + I + F = 14–30"), "{screen}");
    // What is scored stands above the rest, and has a rank.
    room.keys("Esc g 3 Enter Left Left Right 1 Right Right 1 g r");
    let order: Vec<u32> = room.workshop().derived.ranking.order.iter().map(|id| id.number()).collect();
    assert_eq!(order, [3, 1, 2, 5, 4]);
    assert!(room.shows("appetite line") && room.shows("── not yet scored ─"), "{}", room.screen());
}

#[test]
fn it_is_a_way_to_look_and_no_part_of_the_session() {
    let mut room = five_risks();
    room.keys(". f");
    let before = room.workshop().history.revision();
    room.keys("f f");
    assert_eq!(room.workshop().history.revision(), before);
    let room = room.reload();
    assert_eq!(room.workshop().pass, Pass::Full);
}

#[test]
fn also_of_a_closed_session() {
    let mut history = demo::demo();
    let close = SessionEdit::Close { at: crate::support::seeds::at(9), reason: line("") };
    crate::support::sessions::commit(&mut history, vec![Edit::Session(close)]);
    let mut room = Room::with_session(&history);
    room.keys("g a f");
    assert_eq!(room.workshop().pass, Pass::Quick);
}

#[test]
fn it_is_named_at_every_size_in_both_languages() {
    for (lang, name, head) in
        [(Lang::En, "quick pass", "Quick pass"), (Lang::Es, "pasada rápida", "P. rápida")]
    {
        let mut room = Room::speaking(lang);
        room.put("demo.ron", &demo::demo_in(lang));
        room.keys("g l Enter g a f Down");
        for (width, height) in [(60, 20), (79, 20), (80, 24), (109, 30), (110, 30), (120, 36), (200, 60)] {
            room.resize(width, height);
            assert!(room.shows(name), "{width}x{height}: {}", room.screen());
        }
        for (width, height) in [(40, 12), (59, 19), (120, 19)] {
            room.resize(width, height);
            assert!(room.shows(head), "{width}x{height}: {}", room.screen());
        }
    }
}

/// The texts of the levels of financial damage begin with money, and no size cuts into it.
#[test]
fn money_is_whole_at_every_size() {
    let english = ["<€1 k", "€1–5 k", "€5–25 k", "€25–125 k", ">€125 k"];
    let spanish = ["<1 mil €", "1–5 mil €", "5–25 mil €", "25–125 mil €", ">125 mil €"];
    for (lang, bands) in [(Lang::En, english), (Lang::Es, spanish)] {
        let mut room = Room::speaking(lang);
        room.put("demo.ron", &demo::demo_in(lang));
        room.keys("g l Enter g a g g Right Right");
        for (width, height) in [(60, 20), (60, 36), (80, 24), (100, 24), (110, 24), (120, 36), (200, 60)] {
            room.resize(width, height);
            for (level, band) in (1..).zip(bands) {
                let text = format!("{level} {band} · ");
                assert!(room.shows(&text), "{text} at {width}x{height}: {}", room.screen());
            }
        }
        // Where only some levels fit, the one that is set is among them.
        for (width, height) in [(40, 12), (50, 14), (59, 19)] {
            room.resize(width, height);
            assert!(room.shows(&format!("5 {} · ", bands[4])), "{width}x{height}: {}", room.screen());
        }
    }
}

#[test]
fn without_revenue_the_levels_tell_the_share_of_it() {
    let mut room = five_risks();
    room.keys(". Right Right");
    assert!(room.shows("2 0.02–0.1 % of yearly"), "{}", room.screen());
    room.keys("g d Down Down Down Enter '2 M' Enter Esc");
    assert!(room.shows("2 €400 – 2 k · 0.02–0.1 %"), "{}", room.screen());
    room.keys("u");
    assert!(room.shows("2 0.02–0.1 % of yearly"), "{}", room.screen());
}

/// A template whose texts tell no share gets the figures, in money or in percent.
#[test]
fn a_template_that_tells_no_share_gets_one() {
    let mut session = crate::support::seeds::session_of(5);
    session.apply(&Edit::AddRisk(Box::new(crate::support::seeds::risk(1)))).unwrap();
    let mut room = Room::with_session(&riskroom::domain::History::new(session));
    room.keys("g a Right Right");
    for text in ["1 <0.01 %", "2 0.01–0.02 %", "4 0.03–0.04 %", "5 >0.04 %"] {
        assert!(room.shows(text), "{text}: {}", room.screen());
    }
    room.keys("Left");
    assert!(!room.shows(" %"), "{}", room.screen());
}

#[test]
fn a_legal_duty_lifts_what_is_not_scored_yet() {
    let mut room = five_risks();
    room.keys(". f 1 1 1 Up L 'GDPR' Enter");
    assert_eq!(room.notice(), Some(&Notice::Assess(Told::Set(r(1), RiskField::Duty))));
    assert!(room.shows("R1 · Legal duty: GDPR"), "{}", room.screen());
    let duty = room.risk(1).duty.clone().map(|reason| RiskEdit::Duty(Some(reason)));
    assert_eq!(duty, Some(RiskEdit::Duty(Some(line("GDPR")))));
    assert!(room.shows("6–14 ≥▲ HIGH") && room.shows("G3: legal duty"), "{}", room.screen());
}
