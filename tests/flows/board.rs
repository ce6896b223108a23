//! Step 3: the board by status and by approach, long columns, owners, days and amounts as they are typed, the filter.

use jiff::civil::{Date, date};
use riskroom::app::Place;
use riskroom::app::board::Lanes;
use riskroom::app::form::day;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::domain::{Approach, Refusal, Status};
use riskroom::text::catalogue::Lang;

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::s;

/// Three ideas on the board, the last one selected; R1 is scored, no card works on it.
fn three_cards() -> Room {
    let mut room = five_risks();
    room.keys(". 4 5 3 4 3 . Home Tab a 'One' Enter a 'Two' Enter a 'Three' Enter");
    room
}

/// The solutions shown, column by column.
fn shown(room: &Room) -> Vec<Vec<u32>> {
    let number = |place: &usize| room.session().solutions[*place].id.number();
    room.workshop().board.cards.iter().map(|column| column.iter().map(number).collect()).collect()
}

#[test]
fn the_board_stands_by_status_or_by_approach_and_the_selection_stays() {
    let mut room = three_cards();
    room.keys("K L");
    assert_eq!(shown(&room), [vec![1, 2], vec![3], vec![], vec![]]);
    room.keys("w");
    assert_eq!(room.workshop().board.lanes, Lanes::Approach);
    assert_eq!(
        shown(&room),
        [vec![], vec![1, 3, 2], vec![]],
        "fix, prevent, reduce in the order of the board"
    );
    assert_eq!((room.workshop().solution, room.workshop().board.column), (Some(s(3)), 1));
    assert!(room.shows("prevent 3") && room.shows("3 solutions by approach"), "{}", room.screen());
    room.keys("w");
    assert_eq!((room.workshop().solution, room.workshop().board.column), (Some(s(3)), 1));
    assert!(room.shows("chosen 1"), "{}", room.screen());
}

#[test]
fn cards_move_across_by_approach_too() {
    let mut room = three_cards();
    room.keys("w L");
    assert_eq!((room.solution(3).approach, room.solution(3).status), (Approach::Reduce, Status::Idea));
    room.keys("L");
    assert_eq!(room.notice(), Some(&Notice::EndReached));
    room.keys("H H H");
    assert_eq!(room.solution(3).approach, Approach::Fix);
    assert_eq!(room.notice(), Some(&Notice::EndReached));
    room.keys("u");
    assert_eq!(room.solution(3).approach, Approach::Prevent);
    assert_eq!(room.workshop().solution, Some(s(3)));
    room.keys("K J J K K");
    assert_eq!(shown(&room)[1], [3, 1, 2], "also the order is kept there");
}

#[test]
fn a_dropped_card_is_hidden_in_both_ways_until_it_is_asked_for() {
    let mut room = three_cards();
    room.keys("Enter Down Down Down Down Down Enter End Enter Esc");
    assert_eq!(room.solution(3).status, Status::Dropped);
    assert_eq!(shown(&room).concat(), [1, 2]);
    assert!(room.shows("2 solutions by status · 1 dropped hidden"), "{}", room.screen());
    room.keys("w");
    assert_eq!(shown(&room).concat(), [1, 2]);
    room.keys(": 'dropped' Enter");
    assert_eq!(shown(&room).concat(), [1, 2, 3]);
    assert!(room.shows("dropped"), "the card says it: {}", room.screen());
    room.keys("w");
    assert_eq!(shown(&room), [vec![1, 2], vec![], vec![], vec![], vec![3]]);
}

#[test]
fn a_long_column_tells_how_many_cards_are_above_and_below() {
    let mut room = three_cards().size(80, 24);
    for _ in 0..6 {
        room.keys("a 'More' Enter");
    }
    room.keys("Home");
    assert!(room.shows("idea 9") && room.shows("▼ 7 more"), "{}", room.screen());
    room.keys("Down Down Down");
    assert!(room.shows("▲ 2 ▼ 5 more"), "{}", room.screen());
    room.keys("End");
    assert!(room.shows("▲ 7 more"), "{}", room.screen());
    let before = room.screen();
    room.keys("Right Left");
    assert_eq!(room.screen(), before, "nothing jumps");
    room.keys("PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp");
    assert!(room.shows("▼ 7 more") && !room.shows("▲"), "{}", room.screen());
}

#[test]
fn a_card_tells_what_who_and_when_and_that_it_is_late() {
    let mut room = three_cards();
    room.keys("f Enter Enter s 1 3 o 'Ana' Enter D '2026-01-10' Enter c Enter Enter Down Down Enter");
    let screen = room.screen();
    for text in ["S3 Three", "R1", "reduce", "sw proc", "Ana", "late!"] {
        assert!(screen.contains(text), "{text}: {screen}");
    }
    assert!(screen.contains(" S ") && screen.contains("┃ –  "), "{screen}");
    room.keys("D Ctrl+w Ctrl+w Ctrl+w Ctrl+w Ctrl+w '+2w' Enter");
    assert!(room.shows("29 Jan") && !room.shows("late!"), "{}", room.screen());
}

#[test]
fn a_new_card_stands_alone_or_is_linked_to_the_selected_risk() {
    let mut room = five_risks();
    room.keys(". . Down a 'Log-in limit' Enter");
    assert!(room.shows("P probability  – → 4"), "not scored yet: {}", room.screen());
    room.keys("Down Enter");
    let link = room.solution(1).links[0];
    assert_eq!((link.risk.number(), link.expected.number()), (2, 3));
    room.keys("a 'Alone' Enter");
    assert_eq!(room.solution(2).links, []);
    assert!(room.app().overlay.is_none());
}

#[test]
fn an_owner_is_completed_from_the_participants_while_one_types() {
    let mut room = three_cards();
    room.keys("g w a 'Ana Pérez; Andrés Gil; Luis Ana' Enter Esc Esc g s Tab");
    room.keys("o");
    assert!(room.shows("Ana Pérez") && room.shows("Andrés Gil") && room.shows("Luis Ana"));
    room.keys("'an'");
    let fitting = |room: &Room| -> Vec<String> {
        room.app().typing.as_ref().unwrap().fitting_names().iter().map(ToString::to_string).collect()
    };
    assert_eq!(fitting(&room), ["Ana Pérez", "Andrés Gil", "Luis Ana"]);
    room.keys("'d'");
    assert_eq!(fitting(&room), ["Andrés Gil"]);
    room.keys("Tab Enter");
    let owner = |room: &Room| room.solution(3).owner.as_ref().map(ToString::to_string);
    assert_eq!(room.workshop().solution, Some(s(3)));
    assert_eq!(owner(&room).as_deref(), Some("Andrés Gil"));
    room.keys("o Down Down Enter");
    assert_eq!(owner(&room).as_deref(), Some("Luis Ana"), "the one that is there is not offered again");
    room.keys("o Ctrl+w Ctrl+w 'ANA perez' Enter");
    assert_eq!(owner(&room).as_deref(), Some("Ana Pérez"), "spelled as it is known");
    room.keys("o Ctrl+w Ctrl+w 'Ana' Enter");
    assert_eq!(owner(&room).as_deref(), Some("Ana"), "any other name is taken as it is");
    room.keys("o Down Up Enter");
    assert_eq!(owner(&room).as_deref(), Some("Ana"));
    room.keys("o Ctrl+w Enter");
    assert_eq!(owner(&room), None);
}

#[test]
fn what_was_completed_can_be_taken_back() {
    let mut room = three_cards();
    room.keys("g w a 'Ana Pérez' Enter Esc Esc g s Tab o 'an' Tab Ctrl+z");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "an");
    room.keys("'x'");
    assert!(room.shows("nobody known by that name"), "{}", room.screen());
    room.keys("Tab");
    assert_eq!(room.solution(3).owner.as_ref().unwrap().as_str(), "anx", "Tab sets it and goes on");
    assert!(room.shows("S3 · Due"), "{}", room.screen());
}

#[test]
fn in_open_discussion_no_names_are_offered() {
    let mut room = three_cards();
    room.keys("g w a 'Ana Pérez' Enter Esc Esc g s Tab b o");
    assert!(!room.shows("Ana"), "{}", room.screen());
    room.keys("Esc F");
    assert!(!room.shows("owner:"), "{}", room.screen());
}

#[test]
fn the_day_that_is_understood_is_shown_while_one_types() {
    let mut room = three_cards();
    room.keys("D");
    assert!(room.shows("fri · +2w · 24 dec · 2026-12-24"));
    room.keys("'fri'");
    assert!(room.shows("= Fri 16 Jan 2026"), "{}", room.screen());
    room.keys("Enter");
    assert_eq!(room.solution(3).due, Some(date(2026, 1, 16)));
    room.keys("D Ctrl+w Ctrl+w Ctrl+w Ctrl+w Ctrl+w '1 jan 2026'");
    assert!(room.shows("= Thu 1 Jan 2026 · in the past"), "{}", room.screen());
    room.keys("Ctrl+w Ctrl+w Ctrl+w 'soon' Enter");
    assert_eq!(room.notice(), Some(&Notice::NotADate));
    assert!(room.shows("not a date: write it like fri, +2w (in two weeks), 24 dec or 2026-12-24"));
    assert!(room.app().typing.is_some());
    let mut room = Room::speaking(Lang::Es);
    room.put("demo.ron", &demo::demo_in(Lang::Es));
    room.keys("g l Enter g s Tab D 'vie'");
    assert!(room.shows("= vie 16 ene 2026"), "{}", room.screen());
}

#[test]
fn days_are_read_as_people_say_them_in_both_languages() {
    let thursday = date(2026, 11, 26);
    let is = |text: &str, day: Date| assert_eq!(day::read(text, thursday), Some(day), "{text}");
    for text in
        ["fri", "friday", "FRI", "f", "vie", "viernes", " Vie. ", "2026-11-27", "+1d", "tomorrow", "mañana"]
    {
        is(text, date(2026, 11, 27));
    }
    for text in
        ["mié", "mie", "wed", "w", "+6 days", "2 dec", "dec 2", "2 dic", "2 de diciembre", "Dec 2, 2026"]
    {
        is(text, date(2026, 12, 2));
    }
    for text in ["thu", "jueves", "+1w", "+1 semana", "3 dic 2026"] {
        is(text, date(2026, 12, 3));
    }
    for text in ["today", "tod", "hoy", "26 nov", "+0d"] {
        is(text, thursday);
    }
    is("sa", date(2026, 11, 28));
    is("mar", date(2026, 12, 1));
    is("+1m", date(2026, 12, 26));
    is("+1 año", date(2027, 11, 26));
    is("25 nov", date(2027, 11, 25));
    is("29 feb", date(2028, 2, 29));
    is("1 mar", date(2027, 3, 1));
    for text in
        ["", "m", "t", "s", "soon", "fritz", "+", "+w", "+2", "+2x", "+99999w", "-2w", "31 nov", "24 d", "24"]
    {
        assert_eq!(day::read(text, thursday), None, "{text}");
    }
    for text in
        ["24 dec 26", "30 feb", "dec", "13-12-2026", "24/12", "+99999y", "fri mon", "1 2 3 4", "á", "+é"]
    {
        assert_eq!(day::read(text, thursday), None, "{text}");
    }
    assert_eq!(day::read("fri", Date::MAX), None);
    assert_eq!(day::read("tomorrow", Date::MAX), None);
}

#[test]
fn an_amount_is_shown_as_it_is_understood_and_a_bad_one_gets_an_example() {
    let mut room = three_cards();
    room.keys("c '1.2k'");
    assert!(room.shows("= €1,200"), "{}", room.screen());
    room.keys("Ctrl+w Ctrl+w Ctrl+w 'lots' Enter");
    assert_eq!(room.notice(), Some(&Notice::NotAnAmount));
    assert!(room.shows("like 5,000,000 or 5 M or 800k"), "{}", room.screen());
}

/// The demo meeting in step 3, a card selected.
fn meeting() -> Room {
    let mut room = Room::new();
    room.put("demo.ron", &demo::demo_in(Lang::En));
    room.keys("g l Enter g s Tab");
    room
}

#[test]
fn the_board_is_filtered_by_owner_risk_change_and_what_is_late() {
    let mut room = meeting();
    let all = shown(&room);
    room.keys("F Down Enter");
    assert_eq!(shown(&room).concat(), [4]);
    assert!(room.shows("1 of 5: late · Esc shows all"), "{}", room.screen());
    assert_eq!(room.workshop().solution, Some(s(4)), "what is selected is what is seen");
    room.keys("Esc");
    assert_eq!((shown(&room), room.app().place), (all.clone(), Place::Workshop));
    room.keys("F Down Down Down Space Down Enter");
    assert_eq!(shown(&room).concat(), [5, 2], "administrative");
    assert!(room.shows("2 of 5: administrative"), "{}", room.screen());
    room.keys("F Down Space Enter");
    assert_eq!(shown(&room).concat(), [5, 2, 1, 4, 3], "administrative or process");
    room.keys("F Home Enter");
    assert_eq!(shown(&room), all);
    room.keys("F Home Down Down Down Down Down Enter");
    assert!(room.shows("1 of 5: no owner"), "{}", room.screen());
    assert_eq!(shown(&room).concat(), [5]);
    room.keys("F Down Down Space Up Up Space Enter");
    assert_eq!(shown(&room).concat().len(), 1, "one owner: {}", room.screen());
    room.keys("F Home Enter F End Enter");
    assert!(room.shows("1 of 5: R"), "{}", room.screen());
    room.keys("Esc Esc");
    assert_eq!(room.app().place, Place::Home);
}

#[test]
fn a_search_on_the_board_is_for_cards() {
    let mut room = meeting();
    room.keys("/ 'pau'");
    assert_eq!(shown(&room).concat(), [2], "the owner");
    room.keys("Enter");
    assert!(room.shows("1 of 5: /pau"), "{}", room.screen());
    assert_eq!(room.workshop().derived.ranked.len(), 12, "the risks are not searched");
    room.keys("/ Ctrl+w 'R6' Enter");
    assert_eq!(shown(&room).concat(), [3], "the risk it works on");
    room.keys("Esc / 'nothing like it' Enter");
    assert!(room.shows("No card fits"), "{}", room.screen());
    room.keys("a 'New one' Enter");
    assert!(room.workshop().board.filter.is_empty(), "a new card is seen");
    assert_eq!(room.workshop().solution, Some(s(7)));
}

#[test]
fn a_card_that_no_longer_fits_leaves_and_the_filter_stays() {
    let mut room = three_cards();
    room.keys("F Home Down Down Down Down Down Enter");
    assert!(room.shows("3 of 3: no owner"), "{}", room.screen());
    room.keys("Home o 'Ana' Enter");
    assert_eq!(shown(&room).concat(), [2, 3]);
    assert_eq!(room.workshop().solution, Some(s(2)));
    room.keys("o 'Ana' Enter o 'Ana' Enter");
    assert!(room.shows("0 of 3: no owner") && room.workshop().solution.is_none(), "{}", room.screen());
    room.keys("L");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::NoCard))));
}

#[test]
fn an_expected_level_is_one_digit_and_one_that_raises_is_refused_with_the_reason() {
    let mut room = three_cards();
    room.keys("f Enter 2");
    let link = room.solution(3).links[0];
    assert_eq!((link.lever.sign(), link.expected.number()), ("P", 2));
    room.keys("f Enter 5");
    assert!(
        matches!(room.notice(), Some(Notice::Refused(Refusal::LinkRaises { .. }))),
        "{:?}",
        room.notice()
    );
    assert!(room.shows("A solution cannot raise a level (now 4, expected 5)."), "{}", room.screen());
    assert_eq!(room.solution(3).links, [link]);
    room.keys("4");
    assert_eq!(room.notice(), Some(&Notice::LowersNothing));
    room.keys("7");
    assert!(
        matches!(room.notice(), Some(Notice::Refused(Refusal::AboveScale { .. }))),
        "{:?}",
        room.notice()
    );
    room.keys("Backspace");
    assert_eq!(room.solution(3).links, []);
    assert!(room.app().overlay.is_none());
    room.keys("u");
    assert_eq!(room.solution(3).links, [link]);
}

#[test]
fn the_approach_proposes_the_cell() {
    for (keys, sign) in [("", "P"), ("s", "D€"), ("s s", "F")] {
        let mut room = three_cards();
        room.keys(keys).keys("f Enter 1");
        assert_eq!(room.solution(3).links[0].lever.sign(), sign);
    }
}

#[test]
fn the_details_tell_what_a_solution_would_do() {
    let mut room = three_cards();
    room.keys("f Enter 2");
    assert!(
        room.shows("R1 P 4→2 · points 24 CRIT → 20 HIGH if done · as of today 24 CRIT"),
        "{}",
        room.screen()
    );
    room.keys("L L L c '800' Enter Enter Down Down Enter");
    assert!(
        room.shows("R1 P 4→2 · points 24 CRIT → 20 HIGH if done · as of today 20 HIGH"),
        "{}",
        room.screen()
    );
    assert!(room.shows("cost €800 once · effort S · a day"), "{}", room.screen());
    assert!(room.shows("24→20 ▲"), "in the ranks: {}", room.screen());
}

#[test]
fn the_best_expected_level_counts_once() {
    let mut room = three_cards();
    room.keys("f Enter 2 L Left f Enter 3 L");
    assert_eq!(room.solution(2).links[0].expected.number(), 3);
    assert!(room.shows("R1 P 4→3 · points 24 CRIT → 20 HIGH if done"), "{}", room.screen());
}

#[test]
fn a_closed_session_is_looked_at_by_approach_and_its_cards_move_by_status_only() {
    let mut room = three_cards();
    room.keys(": 'close the session' Enter x 'later' Enter w F Home Enter L");
    assert!(room.session().is_closed());
    assert_eq!(room.notice(), Some(&Notice::Refused(Refusal::Closed)));
    assert_eq!(room.solution(3).approach, Approach::Prevent);
    room.keys("w L");
    assert_eq!(room.solution(3).status, Status::Chosen);
}

#[test]
fn a_session_that_is_only_read_can_be_filtered() {
    let room = three_cards();
    let path = room.path().to_owned();
    let mut second = room.another();
    second.open(&path);
    assert!(!second.workshop().access.is_full());
    second.keys("g s Tab w F Down Enter");
    assert!(second.shows("0 of 3: late"), "{}", second.screen());
    second.keys("Esc L");
    assert!(matches!(second.notice(), Some(Notice::Unavailable(_, Unavailable::OnlyRead))));
}
