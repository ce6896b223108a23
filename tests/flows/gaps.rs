//! Gaps, each mended from where it is told, and closing with them or without.

use riskroom::app::gaps::Row;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::overlay::Overlay;
use riskroom::app::typing::purpose::Purpose;
use riskroom::app::workshop::{Pane, Step};
use riskroom::domain::gap::{Gap, gaps};
use riskroom::domain::{Cell, Decision, Edit, Line, Place, Ranking, RiskEdit, Status, TopicState};

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::{r, s, t};

/// R1 and R2 are High, the rest is Low; all are scored, step 3 is on screen.
fn scored() -> Room {
    let mut room = five_risks();
    room.keys(". 4 4 4 3 3 4 4 3 3 3 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 . Home");
    room
}

fn found(room: &Room) -> Vec<Gap> {
    let Some(Overlay::Gaps(open)) = &room.app().overlay else { panic!("{}", room.screen()) };
    open.rows.iter().filter_map(|row| if let Row::Gap(gap) = row { Some(*gap) } else { None }).collect()
}

#[test]
fn every_gap_leads_to_its_field_and_back_to_what_is_left() {
    let mut room = scored();
    room.keys("a 'Log-in limit' Enter Enter L g x");
    assert_eq!(
        found(&room),
        [Gap::RiskOwner(r(1)), Gap::RiskOwner(r(2)), Gap::Decision(r(2)), Gap::Owner(s(1)), Gap::Due(s(1))]
    );
    assert!(room.shows("above the line, nobody answers for it"), "{}", room.screen());
    room.keys("Enter 'Ana' Enter");
    assert_eq!(room.risk(1).owner.as_ref().unwrap().to_string(), "Ana");
    assert_eq!(found(&room).len(), 4, "the list is there again, without what was mended");
    room.keys("Down Down Enter 'Luis' Enter Enter");
    room.keys("'+2w' Enter");
    assert_eq!(room.solution(1).due.unwrap().to_string(), "2026-01-29");
    assert_eq!(found(&room), [Gap::RiskOwner(r(2)), Gap::Decision(r(2))]);
    room.keys("End Enter");
    assert!(matches!(room.app().overlay, Some(Overlay::Choice(_))), "{}", room.screen());
    let workshop = room.workshop();
    assert_eq!((workshop.step, workshop.focus, workshop.risk), (Step::Solve, Pane::Ranks, Some(r(2))));
    room.keys("Down Down Enter 'rare' Enter '+6m' Enter");
    assert_eq!(found(&room), [Gap::RiskOwner(r(2))], "decided, and the list is there again");
}

#[test]
fn leaving_the_field_stays_where_the_gap_is_mended() {
    let mut room = scored();
    room.keys("a 'One' Enter Enter L g x");
    room.keys("End Enter Esc");
    assert!(room.app().overlay.is_none() && room.app().typing.is_none());
    assert_eq!((room.workshop().focus, room.workshop().solution), (Pane::Board, Some(s(1))));
    room.keys("D '2026-02-01' Enter");
    assert!(room.app().overlay.is_none(), "a date set later does not bring the list back");
}

#[test]
fn ideas_and_links_without_effect_are_gaps() {
    let mut room = scored();
    room.keys("a 'Log-in limit' Enter Enter g x");
    assert!(found(&room).contains(&Gap::OnlyIdeas(r(1))) && !found(&room).contains(&Gap::Decision(r(1))));
    room.keys("Down Enter");
    assert_eq!((room.workshop().focus, room.workshop().solution), (Pane::Board, Some(s(1))));
    room.keys("L g x");
    assert!(!found(&room).contains(&Gap::OnlyIdeas(r(1))), "chosen now");
    // The room lowers the level below what the solution was expected to reach.
    room.keys("Esc g a Home Left Left Left Left 2");
    room.keys("g x End");
    assert_eq!(found(&room).last(), Some(&Gap::NoEffect(s(1), r(1), Cell::Probability)));
    assert!(room.shows("lowers nothing at R1 P any more"), "{}", room.screen());
    room.keys("Enter Home Enter");
    assert!(!found(&room).iter().any(|gap| matches!(gap, Gap::NoEffect(..))), "the new effect is set");
}

#[test]
fn an_acceptance_needs_reason_and_date_only_if_critical_and_a_review_falls_due() {
    let mut room = scored();
    room.keys(", Home Left Left Left Left 5 5 5 5 5 .");
    let accepted = |reason: &str, review: Option<&str>| {
        let mut session = room.session().clone();
        let review = review.map(|day| day.parse().unwrap());
        let decision = Decision::Accept { reason: Line::new(reason).unwrap(), review };
        for risk in [1, 2] {
            session.apply(&Edit::Risk(r(risk), RiskEdit::Decision(decision.clone()))).unwrap();
        }
        gaps(&session, &Ranking::of(&session), "2026-01-15".parse().unwrap())
    };
    let owners = [Gap::RiskOwner(r(1)), Gap::RiskOwner(r(2))];
    assert_eq!(accepted("", None), [owners[0], Gap::Acceptance(r(1)), owners[1]], "R2 is but High");
    assert_eq!(accepted("so cheap", None), [owners[0], Gap::Acceptance(r(1)), owners[1]]);
    assert_eq!(
        accepted("so cheap", Some("2026-01-14")),
        [owners[0], Gap::Review(r(1)), owners[1], Gap::Review(r(2))]
    );
    assert_eq!(accepted("so cheap", Some("2026-01-15")), owners, "today is early enough");
}

#[test]
fn a_level_without_its_reason_is_a_gap_until_one_is_written() {
    let mut room = scored();
    room.keys("g w a 'Ana, Luis, Eva' Enter Esc Esc , Home v '222' Enter r 3 Esc");
    room.keys("g x");
    assert_eq!(found(&room).iter().filter(|gap| matches!(gap, Gap::Reason(..))).count(), 1);
    room.keys("Down Down");
    assert!(room.shows("F: reason for another level missing"), "{}", room.screen());
    room.keys("Enter");
    assert!(room.app().typing.is_some(), "{}", room.screen());
    room.keys("'seen last week' Enter");
    assert!(!found(&room).iter().any(|gap| matches!(gap, Gap::Reason(..))));
}

#[test]
fn closing_without_gaps_reads_back_who_does_what_and_needs_no_reason() {
    let mut room = scored();
    room.keys("a 'Log-in limit' Enter Enter L o 'Ana' Enter D '+2w' Enter");
    room.keys("Shift+Tab Down a 'Second bank' Enter Enter L o 'Ana' Enter D '+1w' Enter");
    room.keys("g x Enter 'Eva' Enter Enter 'Eva' Enter Esc");
    room.keys(": 'close the session' Enter");
    assert!(room.shows("No gap is left. x closes the session."), "{}", room.screen());
    let screen = room.screen();
    let [second, first] = ["22 Jan 2026  Second bank", "29 Jan 2026  Log-in limit"].map(|it| screen.find(it));
    assert!(second.is_some() && second < first, "by owner and date: {screen}");
    assert!(screen.contains("Risks above the line (2)"), "{screen}");
    room.keys("x");
    assert_eq!(room.session().closing.as_ref().unwrap().reason.to_string(), "");
    assert!(room.app().overlay.is_none());
}

#[test]
fn closing_with_gaps_asks_why_and_a_blank_answer_is_no_answer() {
    let mut room = scored();
    room.keys(": 'close the session' Enter x Enter");
    assert!(!room.session().is_closed());
    assert_eq!(room.notice(), Some(&Notice::ReasonToClose));
    room.keys("'out of ti' Esc");
    assert!(room.app().draft(Purpose::CloseSession).is_some());
    room.keys("x 'me' Enter");
    assert_eq!(room.session().closing.as_ref().unwrap().reason.to_string(), "out of time");
    assert_eq!(room.notice(), Some(&Notice::Closed));
    room.keys("g x");
    assert!(!found(&room).is_empty(), "a closed session shows its gaps");
    room.keys("Enter");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::Closed))), "{}", room.screen());
    assert_eq!(room.workshop().risk, Some(r(1)), "but it leads there");
}

#[test]
fn in_a_closed_session_dates_and_owners_of_solutions_are_still_mended() {
    let mut room = scored();
    room.keys("a 'Log-in limit' Enter Enter L : 'close the session' Enter x 'later' Enter");
    room.keys("g x End Enter '+1w' Enter");
    assert_eq!(room.solution(1).due.unwrap().to_string(), "2026-01-22");
    room.keys("Esc L");
    assert_eq!(room.solution(1).status, Status::Doing);
    room.wait(8 * 24 * 3600).keys("g x");
    assert!(found(&room).contains(&Gap::Late(s(1))), "{}", room.screen());
}

#[test]
fn what_is_parked_is_a_gap_and_closing_carries_it_over() {
    let mut room = five_risks();
    room.keys("P P g p a 'One' Enter a 'Two' Enter Esc : 'close the session' Enter");
    assert!(!room.session().is_closed());
    let parked = [Gap::ParkedRisk(r(1)), Gap::ParkedRisk(r(2)), Gap::Topic(t(1)), Gap::Topic(t(2))];
    assert_eq!(found(&room), [&[Gap::Unscored(r(3), 3)][..], &parked].concat());
    room.keys("Down Enter Enter Down s Esc");
    assert_eq!((room.risk(1).place, topic(&room, 1)), (Place::List, TopicState::Settled));
    assert_eq!(found(&room), [Gap::Unscored(r(1), 4), parked[1], parked[3]], "the closing is there again");
    let before = room.workshop().history.revision();
    room.keys("x");
    assert!(room.shows("what is still parked is carried over"), "{}", room.screen());
    room.keys("Enter");
    let closing = room.session().closing.clone().expect("it is closed");
    assert_eq!(closing.reason.to_string(), "Carry over: R2, T2");
    assert_eq!((room.risk(2).place, topic(&room, 2)), (Place::Parked, TopicState::CarriedOver));
    assert_eq!(room.workshop().history.revision(), before + 1, "one action");
    assert_eq!(room.session().check(), []);
    room.keys("P");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::Closed))));
    room.keys("Down");
    assert!(room.shows("CLOSED") && !room.shows("parked 1"), "{}", room.screen());
    let room = room.reload();
    assert!(room.session().is_closed());
}

#[test]
fn the_reason_of_a_closing_fits_its_line_whatever_is_parked() {
    let mut room = Room::with_workshop("Long");
    let titles: Vec<String> = (1..=150).map(|number| format!("'{number}' Enter")).collect();
    room.burst(&format!("a {} Esc", titles.join(" ")));
    room.burst(&format!("Home {}", "Space ".repeat(150)));
    room.keys("P : 'close the session' Enter x Enter");
    let reason = room.session().closing.as_ref().unwrap().reason.to_string();
    assert!(reason.starts_with("Carry over: R1, R2, ") && reason.ends_with(", …"), "{reason}");
    assert!(reason.chars().count() > 480);
}

#[test]
fn an_empty_session_has_no_gaps_and_the_selection_passes_over_heads() {
    let mut room = Room::with_workshop("Empty");
    room.keys("g x");
    assert!(room.shows("No gap is left"), "{}", room.screen());
    room.keys("Enter Down x Esc");
    assert!(!room.session().is_closed(), "only closing closes");
    let mut room = scored();
    room.keys(": 'close the session' Enter");
    assert!(room.shows("►R1"), "{}", room.screen());
    room.keys("Up");
    assert!(room.shows("►R1"), "{}", room.screen());
    room.keys("Down Down Down Down Up End");
    assert!(room.shows("►R2"), "the last one read back: {}", room.screen());
}

fn topic(room: &Room, number: u32) -> TopicState {
    room.session().topics.iter().find(|topic| topic.id == t(number)).unwrap().state
}
